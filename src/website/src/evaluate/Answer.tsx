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
  heading: Ref<HTMLHeadingElement>;
  onAnswer: (answer: string) => void;
}

interface Option {
  value: string;
  label: ComponentChildren;
}

const numbers = (least: number, greatest: number): Option[] =>
  Array.from({ length: greatest - least + 1 }, (_, place) => {
    const n = least + place;
    return { value: String(n), label: <Ltr>{n}</Ltr> };
  });

function optionsOf({ scale }: SurveyView, { type, options }: SurveyQuestion): Option[] {
  if (type === 'nps') return numbers(0, 10);
  if (type === 'ces') return numbers(1, 7);
  if (type === 'choice')
    return options.map(({ code, label }) => ({ value: String(code), label: <span>{label}</span> }));
  return [...scale]
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
}

const shapes = { satisfaction5: 'faces', choice: 'list', ces: 'numbers', nps: 'numbers' } as const;

/** What the ends of a row of numbers mean. */
const ends = {
  ces: [1, 'evaluate.hardest', 7, 'evaluate.easiest'],
  nps: [0, 'evaluate.least', 10, 'evaluate.most'],
} as const;

/** One question of a survey with its answers: faces, numbers, choices, or a few words. A tap answers. */
export function Answer({ survey, question, answer, error, heading, onAnswer }: AnswerProps) {
  const { type, text } = question;
  const title = (content: ComponentChildren) => (
    <h1 tabIndex={-1} ref={heading}>
      {content}
    </h1>
  );
  if (type === 'comment')
    return (
      <div class="question">
        {title(<label for="answer">{text}</label>)}
        <p class="hint" id="answer-hint">
          {t('evaluate.commentHint')}
        </p>
        <textarea
          id="answer"
          rows={5}
          dir="auto"
          maxLength={2000}
          value={answer}
          aria-describedby="answer-hint"
          onInput={(event) => onAnswer(event.currentTarget.value)}
        />
      </div>
    );
  const tap = ({ value, label }: Option, id: string) => (
    <button
      type="button"
      key={value}
      id={id}
      class="tap"
      aria-pressed={answer === value}
      onClick={() => onAnswer(value)}
    >
      {label}
    </button>
  );
  const said = type === 'ces' || type === 'nps' ? ends[type] : undefined;
  return (
    <fieldset class={error ? 'question wrong' : 'question'}>
      <legend>{title(text)}</legend>
      {error && <p class="field-error">{error}</p>}
      {said && (
        <p class="scale-ends">
          <span>
            <Ltr>{said[0]}</Ltr>: {t(said[1])}
          </span>
          <span>
            <Ltr>{said[2]}</Ltr>: {t(said[3])}
          </span>
        </p>
      )}
      <div class={`taps ${shapes[type]}`}>
        {optionsOf(survey, question).map((option, i) =>
          tap(option, i === 0 ? 'answer' : `answer-${option.value}`),
        )}
      </div>
      <div class="taps none">
        {tap({ value: NOT_APPLICABLE, label: survey.notApplicable }, 'answer-none')}
      </div>
    </fieldset>
  );
}
