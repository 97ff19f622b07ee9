import { useEffect, useRef, useState } from 'preact/hooks';
import { Page } from '../app/Page';
import type { ApiError } from '../api/client';
import { download, post } from '../api/client';
import type { SubmitReceipt, TrackView } from '../api/types';
import { Done } from '../form/Done';
import { locale, t, tx } from '../texts/i18n';
import { Day, Ltr, PromiseRange, Prose } from '../ui/bits';
import { clockTime } from '../ui/dates';
import { Failed } from '../ui/states';
import { AppealForm } from './AppealForm';
import { Owed } from './Owed';
import { Escalate } from './Escalate';
import { Withdraw } from './Withdraw';
import { handOver } from './credentials';
import type { Credentials } from './credentials';

interface RequestViewProps {
  view: TrackView;
  credentials: Credentials;
  onView: (view: TrackView) => void;
  /** Shows a request: this one anew, or another. */
  open: (credentials: Credentials) => Promise<void>;
  leave: () => void;
}

export function Timeline({ events }: { events: TrackView['timeline'] }) {
  return (
    <ol class="timeline" data-testid="timeline">
      {events.map(({ at, text }) => (
        <li>
          <p>{text}</p>
          <p class="hint">
            <Day at={at} /> · <bdi>{clockTime(new Date(at), locale())}</bdi>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Reply({ view, credentials }: Pick<RequestViewProps, 'view' | 'credentials'>) {
  const [failed, setFailed] = useState<ApiError>();
  const { reply } = view;
  if (!reply) return null;
  function getLetter() {
    setFailed(undefined);
    download('/requests/letter', credentials, `${view.reference}.pdf`).catch(setFailed);
  }
  return (
    <section class="panel">
      <h2>{t('reply.title')}</h2>
      <Prose text={reply.text} />
      {reply.reason && (
        <>
          <h3>{t(reply.outcome === 'answered' ? 'reply.answer' : 'reply.reason')}</h3>
          <Prose text={reply.reason} />
        </>
      )}
      <p class="hint">{tx('reply.at', { date: <Day at={reply.repliedAt} /> })}</p>
      {failed && <Failed error={failed} retry={getLetter} />}
      {reply.hasLetter && (
        <p>
          <button type="button" class="secondary" onClick={getLetter}>
            {t('reply.letter')}
          </button>
        </p>
      )}
      <p>{tx('reply.talk', { link: <a href="/channels">{t('reply.talkLink')}</a> })}</p>
    </section>
  );
}

function Facts({ view }: { view: TrackView }) {
  return (
    <dl class="facts">
      <div>
        <dt>{t('track.reference')}</dt>
        <dd>
          <Ltr data-testid="reference">{view.reference}</Ltr>
        </dd>
      </div>
      <div>
        <dt>{t('track.for')}</dt>
        <dd>
          <bdi>{view.applicantName}</bdi>
        </dd>
      </div>
      {view.service && (
        <div>
          <dt>{t('track.service')}</dt>
          <dd>
            <a href={`/services/${encodeURIComponent(view.service.slug)}`}>{view.service.name}</a>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('track.sent')}</dt>
        <dd>
          <Day at={view.submittedAt} />
        </dd>
      </div>
    </dl>
  );
}

function Promised({ promise }: { promise: TrackView['promise'] }) {
  if (!promise) return null;
  return (
    <section>
      <h2>{t('track.promise')}</h2>
      <PromiseRange earliest={promise.earliest} latest={promise.latest} />
      {promise.paused && <p class="hint">{t('promise.paused')}</p>}
    </section>
  );
}

export function RequestView({ view, credentials, onView, open, leave }: RequestViewProps) {
  const [appealed, setAppealed] = useState<SubmitReceipt>();
  const [said, setSaid] = useState('');
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => message.current?.focus(), [said]);
  const afterwards = (text: string) => (after: TrackView) => {
    onView(after);
    setSaid(text);
  };
  function refresh() {
    setSaid('');
    void open(credentials);
  }

  if (appealed) {
    const forgetNumbers = () => {
      handOver(undefined);
      leave();
    };
    const follow = (pair: Credentials) => {
      setAppealed(undefined);
      void open(pair);
    };
    return <Done receipt={appealed} kind="appeal" onKept={forgetNumbers} onTrack={follow} />;
  }
  return (
    <Page title={t('track.heading')}>
      {said && (
        <p class="notice good" role="status" tabIndex={-1} ref={message}>
          {said}
        </p>
      )}
      <p class="status" data-testid="status-sentence">
        {view.statusText}
      </p>
      {view.owed && (
        <Owed
          key={view.owed.since}
          owed={view.owed}
          title={t('owed.title')}
          send={(answer) => post<TrackView>('/requests/respond', { ...credentials, ...answer })}
          onSent={afterwards(t('owed.thanks'))}
        />
      )}
      <Reply view={view} credentials={credentials} />
      {view.appeal && (
        <AppealForm until={view.appeal.until} credentials={credentials} onReceipt={setAppealed} />
      )}
      {view.canEscalate && (
        <Escalate credentials={credentials} onDone={afterwards(t('escalate.done'))} />
      )}
      {!view.reply && <Promised promise={view.promise} />}
      <section>
        <h2>{t('track.timeline')}</h2>
        <Timeline events={view.timeline} />
      </section>
      <Facts view={view} />
      <div class="actions">
        <button type="button" class="secondary" onClick={refresh}>
          {t('track.refresh')}
        </button>
        <button type="button" class="secondary" onClick={leave}>
          {t('track.exit')}
        </button>
      </div>
      {view.canWithdraw && (
        <Withdraw credentials={credentials} onDone={afterwards(t('withdraw.done'))} />
      )}
    </Page>
  );
}
