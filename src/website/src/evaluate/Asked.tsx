import { useState } from 'preact/hooks';
import { useTitle } from '../app/Page';
import { canGoBack, navigate } from '../app/router';
import type { ApiError } from '../api/client';
import type { SurveyQuestion, SurveyView } from '../api/types';
import { StepFrame } from '../form/StepFrame';
import { t } from '../texts/i18n';
import { Failed } from '../ui/states';
import type { Mistake } from '../ui/states';
import { Answer } from './Answer';
import { mayEnd, questionsAsked } from './answers';
import type { Typed } from './answers';

interface AskedProps {
  survey: SurveyView;
  question: SurveyQuestion;
  at: number;
  answers: Typed;
  sending: boolean;
  failure: ApiError | undefined;
  onAnswer: (answer: string) => void;
  onSend: () => void;
}

/** One question on a page of its own. A tap answers it and goes on; the last one waits for its button. */
export function Asked(props: AskedProps) {
  const { survey, question, at, answers, sending, failure, onAnswer, onSend } = props;
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const heading = useTitle({ title: question.text, wrong: mistakes.length > 0 });
  const answer = answers[question.key] ?? '';
  const questionsLeft = (now: Typed) => questionsAsked(survey.questions, now).length - at;
  const last = questionsLeft(answers) <= 0;
  const on = () => navigate(`/evaluate?n=${at + 1}`);

  function choose(value: string) {
    if (sending) return;
    setMistakes([]);
    onAnswer(value);
    const isLast = questionsLeft({ ...answers, [question.key]: value }) <= 0;
    if (question.type !== 'comment' && !isLast) on();
  }
  function next() {
    const missing = !question.optional && answer.trim() === '';
    setMistakes(missing ? [{ message: t('check.choose'), target: 'answer' }] : []);
    if (missing) return;
    if (last) onSend();
    else on();
  }
  function back() {
    if (canGoBack()) history.back();
    else navigate(at > 1 ? `/evaluate?n=${at - 1}` : '/evaluate', 'replace');
  }
  /** Whoever has said enough sends it: what was not asked yet is as if it had been skipped. */
  function endHere() {
    if (!sending) onSend();
  }
  function label() {
    if (last) return t(sending ? 'send.sending' : 'evaluate.send');
    return t(question.optional && answer === '' ? 'form.skip' : 'form.next');
  }
  // What has to be answered is answered by a tap: until then there is nothing to go on with.
  const waits = !question.optional && answer === '' && !last;
  const enough = !last && mayEnd(survey.questions, answers);
  return (
    <StepFrame
      caption={t('evaluate.title')}
      at={at}
      total={at + Math.max(questionsLeft(answers), 0)}
      mistakes={mistakes}
      busy={sending}
      onBack={back}
      onSubmit={next}
      actions={
        waits ? undefined : (
          <>
            <button
              type="submit"
              class={last || answer !== '' ? undefined : 'secondary'}
              aria-disabled={sending}
            >
              {label()}
            </button>
            {enough && (
              <button type="button" class="secondary" aria-disabled={sending} onClick={endHere}>
                {t(sending ? 'send.sending' : 'evaluate.enough')}
              </button>
            )}
          </>
        )
      }
    >
      <Answer
        survey={survey}
        question={question}
        answer={answer}
        error={mistakes[0]?.message}
        heading={heading}
        onAnswer={choose}
      />
      {failure && <Failed error={failure} retry={onSend} />}
      <p class="hint">{t('evaluate.safe')}</p>
    </StepFrame>
  );
}
