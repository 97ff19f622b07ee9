import { useState } from 'preact/hooks';
import { post } from '../api/client';
import type { TrackView } from '../api/types';
import { t } from '../texts/i18n';
import { Failed } from '../ui/states';
import type { Credentials } from './credentials';
import { useSending } from './sending';

interface EscalateProps {
  credentials: Credentials;
  onDone: (view: TrackView) => void;
}

/** Whom the answer to a complaint does not satisfy asks for another person to look at it. */
export function Escalate({ credentials, onDone }: EscalateProps) {
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const { sending, failure, send } = useSending();

  function escalate(event: Event) {
    event.preventDefault();
    const said = reason.trim();
    setShort(said.length < 3);
    if (said.length < 3) return;
    void send(
      () => post<TrackView>('/requests/escalate', { ...credentials, reason: said }),
      onDone,
    );
  }
  return (
    <form class="panel" onSubmit={escalate} aria-busy={sending} noValidate>
      <h2>{t('escalate.title')}</h2>
      <p>{t('escalate.text')}</p>
      <label for="escalate-reason">{t('escalate.reason')}</label>
      {short && (
        <p class="field-error" id="escalate-short" role="alert">
          {t('escalate.short')}
        </p>
      )}
      <textarea
        id="escalate-reason"
        rows={3}
        maxLength={1000}
        dir="auto"
        aria-invalid={short}
        aria-describedby={short ? 'escalate-short' : undefined}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      {failure && <Failed error={failure} />}
      <div class="actions">
        <button type="submit" class="secondary" aria-disabled={sending}>
          {t(sending ? 'send.sending' : 'escalate.yes')}
        </button>
      </div>
    </form>
  );
}
