import type { ComponentChildren, Ref } from 'preact';
import type { SurveyQuestion, SurveyView } from '../api/types';
import { t } from '../texts/i18n';
import { Ltr } from '../ui/bits';
import { Face } from './Face';
import { NOT_APPLICABLE } from './answers';

interface AnswerProps {
  survey: SurveyView;
  question: SurveyQuestion;
  answer: string;
  error: string | undefined;
  optional: boolean;
  heading: Ref<HTMLHeadingElement>;
  onAnswer: (answer: string) => void;
}

interface Option {
  value: string;
  label: ComponentChildren;
}

function optionsOf({ survey, question }: AnswerProps): Option[] {
  const none = { value: NOT_APPLICABLE, label: survey.notApplicable };
  if (question.type === 'nps')
    return Array.from({ length: 11 }, (_, n) => ({ value: String(n), label: <Ltr>{n}</Ltr> }));
  const faces = [...survey.scale]
    .sort((a, b) => b.value - a.value)
    .map(({ value, label }) => ({
      value: String(value),
      label: (
        <>
          <Face value={value} />
          <span>{label}</span>
        </>
      ),
    }));
  return [...faces, none];
}

/** One question of a survey with its answers: faces, numbers, or a few words. */
export function Answer(props: AnswerProps) {
  const { question, answer, error, optional, heading, onAnswer } = props;
  const title = (content: ComponentChildren) => (
    <h1 tabIndex={-1} ref={heading}>
      {content}
    </h1>
  );
  const words = (
    <>
      {question.text}
      {optional && <span class="optional"> {t('form.optional')}</span>}
    </>
  );
  if (question.type === 'comment')
    return (
      <div class="question">
        {title(<label for="answer">{words}</label>)}
        <textarea
          id="answer"
          rows={6}
          dir="auto"
          maxLength={2000}
          value={answer}
          onInput={(event) => onAnswer(event.currentTarget.value)}
        />
      </div>
    );
  const scale = question.type === 'nps' ? 'scale nps' : 'scale faces';
  return (
    <fieldset class={error ? 'question wrong' : 'question'}>
      <legend>{title(words)}</legend>
      {error && <p class="field-error">{error}</p>}
      <div class={scale}>
        {optionsOf(props).map(({ value, label }, i) => {
          const id = i === 0 ? 'answer' : `answer-${value}`;
          return (
            <div class="scale-option" key={value}>
              <input
                type="radio"
                id={id}
                name={question.key}
                value={value}
                checked={answer === value}
                onChange={() => onAnswer(value)}
              />
              <label for={id}>{label}</label>
            </div>
          );
        })}
      </div>
      {question.type === 'nps' && (
        <p class="scale-ends hint">
          <span>
            <Ltr>0</Ltr>: {t('evaluate.least')}
          </span>
          <span>
            <Ltr>10</Ltr>: {t('evaluate.most')}
          </span>
        </p>
      )}
    </fieldset>
  );
}
