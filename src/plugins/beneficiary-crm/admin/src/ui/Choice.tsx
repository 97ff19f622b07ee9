import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useWords } from '../app/words';

export interface Option {
  value: string;
  label: string;
}

interface Props {
  label: string;
  name: string;
  value: string;
  options: Option[];
  change: (value: string) => void;
  /** shown for no choice; a choice can then be cleared */
  empty?: string;
  required?: boolean;
  error?: string;
}

/** A labelled choice of one among several. */
export function Choice({ label, name, value, options, change, empty, required, error }: Props) {
  const { t } = useWords();
  return (
    <Field.Root name={name} required={required} error={error}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value}
        placeholder={empty ?? t('common.choose')}
        onChange={(chosen) => change(String(chosen))}
        onClear={empty && value ? () => change('') : undefined}
        clearLabel={t('common.clear')}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
}
