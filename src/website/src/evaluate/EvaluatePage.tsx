import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/Page';
import type { ApiError } from '../api/client';
import { post } from '../api/client';
import type { SurveyView } from '../api/types';
import { t } from '../texts/i18n';
import { Failed, Loading } from '../ui/states';
import { Survey } from './Survey';
import { forgetEvaluation, takeEvaluation } from './token';

type Gone = 'used' | 'expired' | 'none';

function whyGone({ status, code, message }: ApiError): Gone | undefined {
  if (status < 400 || status >= 500 || status === 429) return undefined;
  if (/used|spent|answered/i.test(code)) return 'used';
  if (/expired|revoked/i.test(code) || status === 410) return 'expired';
  return status === 409 || /used/i.test(message) ? 'used' : 'none';
}

function NoSurvey({ why }: { why: Gone }) {
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

/** Reading the survey spends nothing, so a link that is opened twice still works. */
export function EvaluatePage() {
  const [evaluation] = useState(takeEvaluation);
  const [survey, setSurvey] = useState<SurveyView>();
  const [error, setError] = useState<ApiError>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!evaluation) return;
    setError(undefined);
    post<SurveyView>('/evaluations/open', { token: evaluation.token }).then(setSurvey, setError);
  }, [attempt]);

  const gone = evaluation ? error && whyGone(error) : 'none';
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
  if (!survey || !evaluation) return <Loading />;
  return <Survey survey={survey} kept={evaluation} onGone={setError} />;
}
