import { Radio } from '@strapi/design-system';
import type { SurveyQuestion, SurveyView } from '../../../contracts/website';
import { useWords } from '../app/words';
import { AreaField } from '../ui/Fields';
import { Fieldset } from '../ui/Fieldset';

interface Props {
  question: SurveyQuestion;
  survey: SurveyView;
  answer: string | number | undefined;
  change: (answer: string | number) => void;
}

interface Option {
  value: string;
  label: string;
}

const numbers = (least: number, greatest: number): Option[] =>
  Array.from({ length: greatest - least + 1 }, (_, place) => {
    const value = String(least + place);
    return { value, label: value };
  });

const none = 'not_applicable';

/** A question of the survey with its answers in words, to be read out; skipped by leaving it. */
export function AskedAloud({ question, survey, answer, change }: Props) {
  const { t, dir } = useWords();
  const { key, type, text, options, optional } = question;
  if (type === 'comment')
    return (
      <AreaField
        name={key}
        label={text}
        value={String(answer ?? '')}
        maxLength={2000}
        hint={t('call.comment-hint')}
        change={change}
      />
    );
  const answers: Record<typeof type, () => Option[]> = {
    satisfaction5: () => survey.scale.map(({ value, label }) => ({ value: String(value), label })),
    choice: () => options.map(({ code, label }) => ({ value: String(code), label })),
    ces: () => numbers(1, 7),
    nps: () => numbers(0, 10),
  };
  const ends = type === 'ces' || type === 'nps' ? t(`call.ends.${type}`) : undefined;
  return (
    <Fieldset legend={optional ? t('form.optional', { label: text }) : text} hint={ends}>
      <Radio.Group
        dir={dir}
        aria-label={text}
        value={answer === undefined ? '' : String(answer)}
        onValueChange={(value: string) => change(value === none ? value : Number(value))}
      >
        {[...answers[type](), { value: none, label: survey.notApplicable }].map((option) => (
          <Radio.Item key={option.value} value={option.value}>
            {option.label}
          </Radio.Item>
        ))}
      </Radio.Group>
    </Fieldset>
  );
}
