import { useState } from 'preact/hooks';
import { Page, useTitle } from '../app/Page';
import { canGoBack, navigate, usePlace } from '../app/router';
import type { ApiError } from '../api/client';
import { post } from '../api/client';
import type { SurveyQuestion, SurveyView } from '../api/types';
import { StepFrame } from '../form/StepFrame';
import { t, tx } from '../texts/i18n';
import { Prose } from '../ui/bits';
import { Failed } from '../ui/states';
import type { Mistake } from '../ui/states';
import { useSending } from '../track/sending';
import { Answer } from './Answer';
import { answersToSend } from './answers';
import { forgetEvaluation, keepEvaluation } from './token';
import type { Evaluation } from './token';

interface SurveyProps {
  survey: SurveyView;
  kept: Evaluation;
  onGone: (error: ApiError) => void;
}

export function Survey({ survey, kept, onGone }: SurveyProps) {
  const { query } = usePlace();
  const { questions } = survey;
  const [answers, setAnswers] = useState(kept.answers);
  const [thanked, setThanked] = useState(false);
  const { sending, failure, send } = useSending();
  const at = Number(query.get('n') ?? 0);
  const question = questions[at - 1];

  if (thanked) return <Thanks />;
  if (!question) return <Start survey={survey} />;

  function keep(key: string, answer: string) {
    const next = { ...answers, [key]: answer };
    setAnswers(next);
    keepEvaluation({ ...kept, answers: next });
  }
  const finish = () => {
    forgetEvaluation();
    setThanked(true);
    navigate('/evaluate', 'replace');
  };
  const submit = () =>
    send(
      () =>
        post('/evaluations', {
          token: kept.token,
          answers: answersToSend(questions, answers),
        }).catch((error: ApiError) => {
          // Somebody sent it meanwhile, or its time ran out: no retry can help.
          if ([401, 404, 409, 410].includes(error.status)) onGone(error);
          throw error;
        }),
      finish,
    );
  const last = at === questions.length;
  return (
    <Asked
      key={question.key}
      survey={survey}
      question={question}
      at={at}
      answer={answers[question.key] ?? ''}
      sending={sending}
      failure={failure}
      onAnswer={(answer) => keep(question.key, answer)}
      onNext={() => (last ? void submit() : navigate(`/evaluate?n=${at + 1}`))}
    />
  );
}

function Start({ survey }: { survey: SurveyView }) {
  const { title, intro, serviceName, questions } = survey;
  return (
    <Page
      title={title || t('evaluate.title')}
      caption={serviceName && tx('evaluate.about', { service: <bdi>{serviceName}</bdi> })}
    >
      {intro && <Prose text={intro} />}
      <div class="panel">
        <p>
          <strong>{t('evaluate.safe')}</strong>
        </p>
        <p>{t('evaluate.right')}</p>
      </div>
      <p class="hint">{t('evaluate.length', { n: questions.length })}</p>
      <div class="actions">
        <button type="button" class="big" onClick={() => navigate('/evaluate?n=1')}>
          {t('evaluate.start')}
        </button>
      </div>
    </Page>
  );
}

function Thanks() {
  return (
    <Page title={t('evaluate.thanks')} lead={t('evaluate.thanksText')}>
      <p>
        <a class="button secondary" href="/satisfaction">
          {t('evaluate.results')}
        </a>
      </p>
    </Page>
  );
}

interface AskedProps {
  survey: SurveyView;
  question: SurveyQuestion;
  at: number;
  answer: string;
  sending: boolean;
  failure: ApiError | undefined;
  onAnswer: (answer: string) => void;
  onNext: () => void;
}

function Asked(props: AskedProps) {
  const { survey, question, at, answer, sending, failure, onAnswer, onNext } = props;
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const heading = useTitle({ title: question.text, wrong: mistakes.length > 0 });
  const total = survey.questions.length;
  const optional = question.optional || question.type === 'comment';

  function next() {
    const missing = !optional && answer === '';
    setMistakes(missing ? [{ message: t('check.choose'), target: 'answer' }] : []);
    if (!missing) onNext();
  }
  function back() {
    if (canGoBack()) history.back();
    else navigate(at > 1 ? `/evaluate?n=${at - 1}` : '/evaluate', 'replace');
  }
  function label() {
    if (sending) return t('send.sending');
    if (at === total) return t('evaluate.send');
    return t(optional && answer === '' ? 'form.skip' : 'form.next');
  }
  return (
    <StepFrame
      caption={t('evaluate.title')}
      at={at}
      total={total}
      mistakes={mistakes}
      busy={sending}
      onBack={back}
      onSubmit={next}
      actions={
        <button type="submit" aria-disabled={sending}>
          {label()}
        </button>
      }
    >
      <Answer
        survey={survey}
        question={question}
        answer={answer}
        error={mistakes[0]?.message}
        optional={optional}
        heading={heading}
        onAnswer={onAnswer}
      />
      {failure && <Failed error={failure} />}
      <p class="hint">{t('evaluate.safe')}</p>
    </StepFrame>
  );
}
