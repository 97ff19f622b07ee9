import { useRef, useState } from 'preact/hooks';
import { post } from '../api/client';
import type { SubmitReceipt } from '../api/types';
import { QuestionField } from '../form/QuestionField';
import { randomKey } from '../form/draft';
import { plain } from '../form/values';
import { t, tx } from '../texts/i18n';
import { Day } from '../ui/bits';
import { Failed } from '../ui/states';
import type { Credentials } from './credentials';
import { useSending } from './sending';

const SHORTEST = 10;

interface AppealFormProps {
  until: string;
  credentials: Credentials;
  onReceipt: (receipt: SubmitReceipt) => void;
}

/** A right, offered while it lasts, in the same breath as the reply. */
export function AppealForm({ until, credentials, onReceipt }: AppealFormProps) {
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const [wrong, setWrong] = useState(false);
  // One key for one text: whoever lost the answer sends again and gets the same receipt.
  const attempt = useRef({ message: '', key: '' });
  const { sending, failure, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    const short = plain(message).length < SHORTEST;
    setWrong(short);
    if (short) {
      document.getElementById('appeal')?.focus();
      return;
    }
    const said = message.trim();
    if (attempt.current.message !== said) attempt.current = { message: said, key: randomKey() };
    const { key } = attempt.current;
    void send(
      () =>
        post<SubmitReceipt>(
          '/requests/appeal',
          { ...credentials, message: said },
          { 'Idempotency-Key': key },
        ),
      onReceipt,
    );
  }
  return (
    <section>
      <h2>{t('appeal.title')}</h2>
      <p>{tx('appeal.text', { date: <Day at={until} /> })}</p>
      {!open && (
        <button type="button" class="secondary" onClick={() => setOpen(true)}>
          {t('appeal.open')}
        </button>
      )}
      {open && (
        <form noValidate onSubmit={submit} aria-busy={sending}>
          <QuestionField
            id="appeal"
            question={{
              key: 'message',
              type: 'textarea',
              label: t('appeal.question'),
              hint: t('appeal.hint'),
              required: true,
              min: null,
              max: null,
              maxLength: 5000,
              options: [],
              showIf: null,
            }}
            value={message}
            error={wrong ? t('appeal.short') : undefined}
            onValue={setMessage}
          />
          {failure && <Failed error={failure} />}
          <div class="actions">
            <button type="submit" aria-disabled={sending}>
              {t(sending ? 'send.sending' : 'appeal.send')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
