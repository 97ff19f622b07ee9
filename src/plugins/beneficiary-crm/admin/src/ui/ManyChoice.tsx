import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useWords } from '../app/words';
import type { Option } from './Choice';

interface Props {
  label: string;
  name: string;
  value: readonly string[];
  options: readonly Option[];
  change: (value: string[]) => void;
  /** shown for no choice */
  empty: string;
}

/** A labelled choice of some among many, folded away until it is opened. */
export function ManyChoice({ label, name, value, options, change, empty }: Props) {
  const { t } = useWords();
  const nameOf = (chosen: string) =>
    options.find((option) => option.value === chosen)?.label ?? chosen;
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <MultiSelect
        value={[...value]}
        placeholder={empty}
        onChange={change}
        onClear={value.length > 0 ? () => change([]) : undefined}
        clearLabel={t('common.clear')}
        customizeContent={(chosen = []) => chosen.map(nameOf).join(t('common.comma'))}
      >
        {options.map((option) => (
          <MultiSelectOption key={option.value} value={option.value}>
            {option.label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
}
