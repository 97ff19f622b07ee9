import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/Page';
import { navigate } from '../app/router';
import type { ApiError } from '../api/client';
import { post } from '../api/client';
import type { SurveyView } from '../api/types';
import { t } from '../texts/i18n';
import { Failed, Loading } from '../ui/states';
import { Survey } from './Survey';
import { forgetEvaluation, isKiosk, takeEvaluation } from './token';
import type { Evaluation } from './token';

type Gone = 'used' | 'expired' | 'early' | 'none';

function whyGone({ status, code, message }: ApiError): Gone | undefined {
  if (status < 400 || status >= 500 || status === 429) return undefined;
  if (/early/i.test(code)) return 'early';
  if (/used|spent|answered/i.test(code)) return 'used';
  if (/expired|revoked/i.test(code) || status === 410) return 'expired';
  return status === 409 || /used/i.test(message) ? 'used' : 'none';
}

function NoSurvey({ why }: { why: Gone }) {
  if (isKiosk()) return <Page title={t('evaluate.rest')} lead={t('evaluate.restText')} />;
  return (
    <Page title={t(`evaluate.${why}`)} lead={t(`evaluate.${why}Text`)}>
      <ul class="list">
        <li>
          <a href="/suggest">{t('link.suggest')}</a>
        </li>
        <li>
          <a href="/complain">{t('link.complain')}</a>
        </li>
        <li>
          <a href="/channels">{t('nav.channels')}</a>
        </li>
      </ul>
    </Page>
  );
}

/** The survey behind a link; a second link that is opened in the same tab takes the place of the first. */
export function EvaluatePage() {
  const [evaluation, setEvaluation] = useState(takeEvaluation);
  useEffect(() => {
    if (isKiosk()) document.documentElement.dataset.kiosk = 'on';
    return () => void delete document.documentElement.dataset.kiosk;
  }, [evaluation]);
  useEffect(() => {
    const another = () => {
      if (!location.hash) return;
      const next = takeEvaluation();
      navigate('/evaluate', 'replace');
      setEvaluation(next);
    };
    addEventListener('hashchange', another);
    return () => removeEventListener('hashchange', another);
  }, []);
  return evaluation ? (
    <Opened key={evaluation.token} evaluation={evaluation} />
  ) : (
    <NoSurvey why="none" />
  );
}

/** Reading the survey spends nothing, so a link that is opened twice still works. */
function Opened({ evaluation }: { evaluation: Evaluation }) {
  const [survey, setSurvey] = useState<SurveyView>();
  const [error, setError] = useState<ApiError>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setError(undefined);
    const { token, how } = evaluation;
    const path = how === 'preview' ? '/evaluations/preview' : '/evaluations/open';
    post<SurveyView>(path, { token }).then(setSurvey, setError);
  }, [attempt]);

  const gone = error && whyGone(error);
  useEffect(() => {
    if (gone) forgetEvaluation();
  }, [gone]);
  if (gone) return <NoSurvey why={gone} />;
  if (error)
    return (
      <Page title={t('evaluate.title')}>
        <Failed error={error} retry={() => setAttempt(attempt + 1)} />
      </Page>
    );
  if (!survey) return <Loading />;
  return <Survey survey={survey} kept={evaluation} onGone={setError} />;
}
