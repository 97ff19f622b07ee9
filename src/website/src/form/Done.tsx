import { useState } from 'preact/hooks';
import { Page } from '../app/Page';
import type { ApiError } from '../api/client';
import { download } from '../api/client';
import type { RequestKind, SubmitReceipt } from '../api/types';
import { t } from '../texts/i18n';
import { Ltr, PromiseRange } from '../ui/bits';
import { Failed } from '../ui/states';
import { handOver } from '../track/credentials';
import type { Credentials } from '../track/credentials';

interface DoneProps {
  receipt: SubmitReceipt;
  kind: RequestKind;
  onKept: () => void;
  /** Where following it is a change of what this page shows, not of the page. */
  onTrack?: (credentials: Credentials) => void;
}

function title(kind: RequestKind) {
  return kind === 'assistance' ? t('done.title') : t(`done.title.${kind}`);
}

/** The two things that the person takes away, as large as they are important. */
function Numbers({ receipt }: { receipt: SubmitReceipt }) {
  return (
    <div class="panel numbers">
      <dl>
        <dt>{t('done.reference')}</dt>
        <dd>
          <Ltr data-testid="reference">{receipt.reference}</Ltr>
        </dd>
        <dt>{t('done.code')}</dt>
        <dd>
          <Ltr data-testid="access-code">{receipt.accessCode}</Ltr>
        </dd>
      </dl>
      <p>
        <strong>{t('done.photo')}</strong>
      </p>
    </div>
  );
}

/** The numbers are kept elsewhere and gone from here. */
export function Kept({ kind }: { kind: RequestKind }) {
  return (
    <Page title={title(kind)}>
      <p>{t('done.cleared')}</p>
      <a class="button" href="/track">
        {t('done.track')}
      </a>
    </Page>
  );
}

/** The end of a form; stays through a refresh until the person says that the numbers are kept. */
export function Done({ receipt, kind, onKept, onTrack = handOver }: DoneProps) {
  const { reference, accessCode } = receipt;
  const [failed, setFailed] = useState<ApiError>();
  const road = kind === 'assistance' ? 'assistance' : 'other';

  function getPdf() {
    setFailed(undefined);
    download(receipt.receipt.path, { reference, accessCode }, receipt.receipt.name).catch(
      setFailed,
    );
  }
  return (
    <Page title={title(kind)}>
      <Numbers receipt={receipt} />
      <h2>{t('done.reply')}</h2>
      <PromiseRange {...receipt.promise} />
      <h2>{t('done.next')}</h2>
      <ol class="steps">
        {([1, 2, 3] as const).map((n) => (
          <li>{t(`done.next.${road}.${n}`)}</li>
        ))}
      </ol>
      {failed && <Failed error={failed} retry={getPdf} />}
      <div class="actions no-print">
        <button type="button" onClick={getPdf}>
          {t('done.pdf')}
        </button>
        <button type="button" class="secondary" onClick={() => print()}>
          {t('done.print')}
        </button>
        <a
          class="button secondary"
          href="/track"
          onClick={() => onTrack({ reference, accessCode })}
        >
          {t('done.track')}
        </a>
      </div>
      <div class="no-print kept">
        <button type="button" class="link" onClick={onKept}>
          {t('done.keep')}
        </button>
        <p class="hint">{t('done.keepHint')}</p>
      </div>
    </Page>
  );
}
