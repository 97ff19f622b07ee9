import { useState } from 'preact/hooks';
import { post } from '../api/client';
import type { TrackView } from '../api/types';
import { t } from '../texts/i18n';
import { Failed } from '../ui/states';
import type { Credentials } from './credentials';
import { useSending } from './sending';

interface WithdrawProps {
  credentials: Credentials;
  onDone: (view: TrackView) => void;
}

/** Taking a request back asks twice: it cannot be taken back itself. */
export function Withdraw({ credentials, onDone }: WithdrawProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { sending, failure, send } = useSending();

  function withdraw(event: Event) {
    event.preventDefault();
    const body = { ...credentials, reason: reason.trim() || undefined };
    void send(() => post<TrackView>('/requests/withdraw', body), onDone);
  }
  if (!asking)
    return (
      <button type="button" class="link quiet" onClick={() => setAsking(true)}>
        {t('withdraw.open')}
      </button>
    );
  return (
    <form class="panel" onSubmit={withdraw} aria-busy={sending}>
      <h2>{t('withdraw.title')}</h2>
      <p>{t('withdraw.text')}</p>
      <label for="withdraw-reason">{t('withdraw.reason')}</label>
      <textarea
        id="withdraw-reason"
        rows={3}
        maxLength={1000}
        dir="auto"
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      {failure && <Failed error={failure} />}
      <div class="actions">
        <button type="submit" class="danger" aria-disabled={sending}>
          {t(sending ? 'send.sending' : 'withdraw.yes')}
        </button>
        <button type="button" class="secondary" onClick={() => setAsking(false)}>
          {t('withdraw.no')}
        </button>
      </div>
    </form>
  );
}
