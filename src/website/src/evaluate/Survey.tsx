import { useEffect, useState } from 'preact/hooks';
import { Page } from '../app/Page';
import { navigate, usePlace } from '../app/router';
import type { ApiError } from '../api/client';
import { post } from '../api/client';
import type { SurveyView } from '../api/types';
import { t, tx } from '../texts/i18n';
import { Prose } from '../ui/bits';
import { useSending } from '../track/sending';
import { Asked } from './Asked';
import { Thanks } from './Thanks';
import { answersToSend, questionsAsked } from './answers';
import { useIdle } from './idle';
import { forgetEvaluation, keepEvaluation } from './token';
import type { Evaluation } from './token';

interface SurveyProps {
  survey: SurveyView;
  kept: Evaluation;
  onGone: (error: ApiError) => void;
}

/** At the desk, a page that nobody has touched for so long belongs to the next visitor. */
const IDLE_SECONDS = 60;

export function Survey({ survey, kept, onGone }: SurveyProps) {
  const { query } = usePlace();
  const [answers, setAnswers] = useState(kept.answers);
  const [thanked, setThanked] = useState(false);
  const { sending, failure, send } = useSending();
  const at = Number(query.get('n') ?? 0);
  const question = questionsAsked(survey.questions, answers)[at - 1];
  const begun = question !== undefined && !thanked;

  function keep(next: Record<string, string>) {
    setAnswers(next);
    keepEvaluation({ ...kept, answers: next });
  }
  const leaving = useIdle(kept.how === 'kiosk' && begun ? IDLE_SECONDS : null, () => {
    keep({});
    navigate('/evaluate', 'replace');
  });
  useEffect(() => {
    if (kept.how === 'preview') document.documentElement.dataset.preview = 'on';
    return () => void delete document.documentElement.dataset.preview;
  }, []);

  const finish = () => {
    forgetEvaluation();
    setThanked(true);
    navigate('/evaluate', 'replace');
  };
  async function deliver() {
    if (kept.how === 'preview') return;
    const body = { token: kept.token, answers: answersToSend(survey.questions, answers) };
    await post('/evaluations', body).catch((error: ApiError) => {
      // Somebody sent it meanwhile, or its time ran out: no retry can help.
      if ([401, 404, 409, 410].includes(error.status)) onGone(error);
      throw error;
    });
  }

  if (thanked) return <Thanks how={kept.how} />;
  return (
    <>
      {kept.how === 'preview' && <p class="preview-mark">{t('evaluate.preview')}</p>}
      <div role="status">{leaving && <p class="notice">{t('evaluate.leaving')}</p>}</div>
      {question ? (
        <Asked
          key={question.key}
          survey={survey}
          question={question}
          at={at}
          answers={answers}
          sending={sending}
          failure={failure}
          onAnswer={(answer) => keep({ ...answers, [question.key]: answer })}
          onSend={() => void send(deliver, finish)}
        />
      ) : (
        <Start survey={survey} />
      )}
    </>
  );
}

function Start({ survey }: { survey: SurveyView }) {
  const { title, intro, serviceName, questions } = survey;
  return (
    <Page
      title={title || t('evaluate.title')}
      caption={serviceName && tx('evaluate.about', { service: <bdi>{serviceName}</bdi> })}
    >
      <div class="panel">
        <p>
          <strong>{t('evaluate.safe')}</strong>
        </p>
        <p>{t('evaluate.nameless')}</p>
      </div>
      {intro && <Prose text={intro} />}
      <p class="hint">
        {t('evaluate.length', { n: questions.filter(({ askedIf }) => askedIf === null).length })}
      </p>
      <div class="actions">
        <button type="button" class="big" onClick={() => navigate('/evaluate?n=1')}>
          {t('evaluate.start')}
        </button>
      </div>
    </Page>
  );
}
