import { Field, Radio, Textarea, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import type { FormField } from '../../../../contracts/website';
import { askedFields, asksForMessage } from './draft';
import type { StepProps } from './step';

/** The form's own questions, as far as the answers lead to them. */
export function AnswersStep({ definition, draft, change, errorAt }: StepProps) {
  const { t } = useWords();
  return (
    <Panel title={t('receive.answers')}>
      <Stack>
        {askedFields(definition, draft.answers).map((field) => (
          <Question
            key={field.key}
            field={field}
            value={draft.answers[field.key] ?? ''}
            error={errorAt(`answers.${field.key}`)}
            change={(value) =>
              change((before) => ({ answers: { ...before.answers, [field.key]: value } }))
            }
          />
        ))}
        {asksForMessage(definition) && (
          <Field.Root name="message" required error={errorAt('message')}>
            <Field.Label>{t('receive.message')}</Field.Label>
            <Textarea
              value={draft.message}
              maxLength={5_000}
              onChange={(event) => change({ message: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
        )}
      </Stack>
    </Panel>
  );
}

interface QuestionProps {
  field: FormField;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

const modes: Partial<Record<FormField['type'], 'numeric' | 'decimal' | 'tel'>> = {
  number: 'numeric',
  money: 'decimal',
  phone: 'tel',
};
const leftToRight: ReadonlySet<FormField['type']> = new Set(['iban', 'phone', 'number', 'money']);

/** One question of a form, asked as its type wants. */
export function Question({ field, value, error, change }: QuestionProps) {
  const { t } = useWords();
  const { key, type, required, hint, maxLength } = field;
  const label = required ? field.label : t('form.optional', { label: field.label });
  if (type === 'yes_no') return <YesNo {...{ field, label, value, error, change }} />;
  if (type === 'choice')
    return (
      <Choice
        name={key}
        label={label}
        required={required}
        empty={required ? undefined : t('common.choose')}
        value={value}
        error={error}
        options={field.options}
        change={change}
      />
    );
  return (
    <Field.Root name={key} required={required} error={error} hint={hint ?? undefined}>
      <Field.Label>{label}</Field.Label>
      {type === 'textarea' ? (
        <Textarea
          value={value}
          maxLength={maxLength ?? 5_000}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Field.Input
          type={type === 'date' ? 'date' : 'text'}
          inputMode={modes[type]}
          dir={leftToRight.has(type) ? 'ltr' : 'auto'}
          maxLength={maxLength ?? 500}
          autoComplete="off"
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

function YesNo({ field, label, value, error, change }: QuestionProps & { label: string }) {
  const { t, dir } = useWords();
  const id = useId();
  return (
    <Field.Root
      name={field.key}
      required={field.required}
      error={error}
      hint={field.hint ?? undefined}
    >
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
      </Typography>
      <Radio.Group dir={dir} aria-labelledby={id} value={value} onValueChange={change}>
        <Radio.Item value="yes">{t('receive.yes')}</Radio.Item>
        <Radio.Item value="no">{t('receive.no')}</Radio.Item>
      </Radio.Group>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
