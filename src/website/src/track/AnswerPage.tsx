import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/Page';
import { forget, recall, remember } from '../app/storage';
import { takeToken } from '../app/token';
import type { ApiError } from '../api/client';
import { post } from '../api/client';
import type { AnswerView } from '../api/types';
import { t } from '../texts/i18n';
import { Failed, Loading } from '../ui/states';
import { Owed } from './Owed';

const KEY = 'answer';

/** The token of the link that was opened last; a refresh keeps it. */
function heldToken(): string | undefined {
  const token = takeToken();
  if (token) remember(KEY, token);
  return token ?? recall<string>(KEY);
}

type Gone = 'used' | 'expired' | 'none';

function whyGone({ code, status }: ApiError): Gone | undefined {
  if (code === 'error.answer_used') return 'used';
  if (code === 'error.answer_expired') return 'expired';
  return status === 404 ? 'none' : undefined;
}

const Elsewhere = () => (
  <ul class="list">
    <li>
      <a href="/track">{t('answer.follow')}</a>
    </li>
    <li>
      <a href="/channels">{t('nav.channels')}</a>
    </li>
  </ul>
);

/** By the link of a message: what was asked, and nothing else of the request. Opening it spends nothing. */
export function AnswerPage() {
  const [token] = useState(heldToken);
  const [owed, setOwed] = useState<AnswerView>();
  const [error, setError] = useState<ApiError>();
  const [attempt, setAttempt] = useState(0);
  const [wrong, setWrong] = useState(false);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (!token) return;
    setError(undefined);
    post<AnswerView>('/answers/open', { token }).then(setOwed, setError);
  }, [attempt]);

  const gone = token ? error && whyGone(error) : 'none';
  useEffect(() => {
    if (gone || sent) forget(KEY);
  }, [gone, sent]);
  if (sent)
    return (
      <Page key="sent" title={t('answer.thanks')} lead={t('answer.thanksText')}>
        <Elsewhere />
      </Page>
    );
  if (gone)
    return (
      <Page key="gone" title={t(`answer.${gone}`)} lead={t(`answer.${gone}Text`)}>
        <Elsewhere />
      </Page>
    );
  if (error)
    return (
      <Page key="failed" title={t('answer.title')}>
        <Failed error={error} retry={() => setAttempt(attempt + 1)} />
      </Page>
    );
  if (!owed || !token) return <Loading />;
  const send = (answer: object) =>
    post('/answers', { token, ...answer }).catch((failed: ApiError) => {
      // Another window was faster, or the time is over: then the page says so, and not the form.
      if (whyGone(failed)) setError(failed);
      throw failed;
    });
  return (
    <Page key="form" title={t('answer.title')} wrong={wrong}>
      <Owed owed={owed} send={send} onSent={() => setSent(true)} onWrong={setWrong} />
    </Page>
  );
}
