import { useState } from 'preact/hooks';
import { useTitle } from '../app/Page';
import { t } from '../texts/i18n';
import type { Mistake } from '../ui/states';
import { wrongWith } from './check';
import type { StepProps } from './FormPage';
import { QuestionField } from './QuestionField';
import { StepFrame } from './StepFrame';

const ID = 'answer';

export function QuestionStep({ step, frame, form }: StepProps<'question'>) {
  const { question } = step;
  const value = form.draft.values[step.id] ?? '';
  const told = form.problems.find((problem) => problem.step?.id === step.id)?.message;
  const [mistakes, setMistakes] = useState<Mistake[]>(told ? [{ message: told, target: ID }] : []);
  const error = mistakes[0]?.message;
  const heading = useTitle({ title: question.label, wrong: Boolean(error) });

  function next() {
    const wrong = wrongWith(question, value, form.draft.values);
    setMistakes(wrong ? [{ message: t(...wrong), target: ID }] : []);
    if (!wrong) form.onward(step);
  }
  return (
    <StepFrame
      {...frame}
      mistakes={mistakes}
      onSubmit={next}
      actions={
        <button type="submit">
          {t(!question.required && value === '' ? 'form.skip' : 'form.next')}
        </button>
      }
    >
      <QuestionField
        id={ID}
        question={question}
        value={value}
        error={error}
        heading={heading}
        onValue={(typed) => form.set(step, { values: { [step.id]: typed } })}
      />
      {step === form.steps[0] && <p class="hint kept">{t('form.kept')}</p>}
    </StepFrame>
  );
}
