import { useEffect, useRef, useState } from 'preact/hooks';
import type { UploadReceipt } from '../api/types';
import { t } from '../texts/i18n';
import { Ltr } from '../ui/bits';
import { troubleWith, upload } from './upload';
import type { UploadTrouble } from './upload';

interface FileInputProps {
  id: string;
  label: string;
  receipt: UploadReceipt | undefined;
  wrong: boolean;
  onReceipt: (receipt: UploadReceipt | undefined) => void;
}

const size = (bytes: number) =>
  bytes >= 1024 * 1024
    ? t('documents.size', { size: (bytes / 1024 / 1024).toFixed(1) })
    : t('documents.sizeSmall', { size: Math.max(1, Math.round(bytes / 1024)) });

/** One file: choose or photograph, see it go, replace it, remove it. */
export function FileInput({ id, label, receipt, wrong, onReceipt }: FileInputProps) {
  const [share, setShare] = useState<number>();
  const [trouble, setTrouble] = useState<{ what: UploadTrouble; message: string }>();
  const stop = useRef<() => void>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => stop.current?.(), []);

  function send(file: File) {
    const before = troubleWith(file);
    setTrouble(before && { what: before, message: '' });
    if (before) return;
    setShare(0);
    stop.current = upload(file, {
      progress: setShare,
      done: (done) => {
        setShare(undefined);
        onReceipt(done);
      },
      trouble: (what, message) => {
        setShare(undefined);
        setTrouble({ what, message });
      },
    });
  }

  function chosen() {
    const file = input.current?.files?.[0];
    if (file) send(file);
    // The same file can be chosen again after a failure.
    if (input.current) input.current.value = '';
  }

  function cancel() {
    stop.current?.();
    setShare(undefined);
  }

  const expired = receipt && new Date(receipt.expiresAt).getTime() < Date.now();
  const message = trouble
    ? trouble.message || t(`file.${trouble.what}`)
    : expired && t('file.expired');
  const percent = share === undefined ? '' : `${Math.round(share * 100)}%`;
  return (
    <div class="file">
      {message && (
        <p class="field-error" id={`${id}-trouble`} role="alert">
          {message}
        </p>
      )}
      {receipt && !expired && share === undefined && (
        <div class="file-done">
          <p>
            <strong>{t('file.done')}</strong>
            <br />
            <bdi>{receipt.name}</bdi> · {size(receipt.size)}
          </p>
          <button type="button" class="link" onClick={() => onReceipt(undefined)}>
            {t('file.remove')}
          </button>
        </div>
      )}
      {share !== undefined && (
        <div class="file-going">
          <p>
            <label for={`${id}-progress`}>{t('file.sending', { percent: '' })}</label>{' '}
            <Ltr>{percent}</Ltr>
          </p>
          <progress id={`${id}-progress`} value={share} />
          <button type="button" class="link" onClick={cancel}>
            {t('file.stop')}
          </button>
        </div>
      )}
      <div class={share === undefined ? 'file-pick' : 'file-pick hidden'}>
        <input
          ref={input}
          id={id}
          type="file"
          accept="image/*,application/pdf"
          aria-label={`${label}: ${receipt ? t('file.replace') : t('file.choose')}`}
          aria-invalid={wrong || Boolean(message)}
          aria-describedby={`${id}-limits ${id}-trouble`}
          onChange={chosen}
        />
        <span class="button secondary" aria-hidden="true">
          {receipt ? t('file.replace') : t('file.choose')}
        </span>
        <p class="hint" id={`${id}-limits`}>
          {t('file.hint')}
        </p>
      </div>
    </div>
  );
}
