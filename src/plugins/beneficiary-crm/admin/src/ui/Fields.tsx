import { Field, Textarea } from '@strapi/design-system';
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { useWords } from '../app/words';

interface Props {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  required?: boolean;
  /** `true`: wrong, and said elsewhere */
  error?: string | true;
  hint?: ReactNode;
  maxLength?: number;
}

interface LineProps extends Props {
  type?: 'text' | 'date';
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** for numbers, phones and addresses of the net, which run from left to right in any language */
  dir?: 'ltr';
}

/** A labelled line; what need not be filled in says so. */
export function LineField(props: LineProps) {
  const { t } = useWords();
  const { name, label, value, change, required, error, hint, type = 'text', ...input } = props;
  return (
    <Field.Root name={name} required={required} error={error} hint={hint}>
      <Field.Label>{required ? label : t('form.optional', { label })}</Field.Label>
      <Field.Input
        type={type}
        value={value}
        onChange={(event) => change(event.target.value)}
        {...input}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

/** A labelled field of several lines. */
export function AreaField({ name, label, value, change, required, error, hint, maxLength }: Props) {
  const { t } = useWords();
  return (
    <Field.Root name={name} required={required} error={error} hint={hint}>
      <Field.Label>{required ? label : t('form.optional', { label })}</Field.Label>
      <Textarea
        value={value}
        maxLength={maxLength}
        onChange={(event) => change(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
