import { Choice } from './Choice';

interface Props<T extends string> {
  label: string;
  name: string;
  value: T;
  values: readonly T[];
  nameOf: (value: T) => string;
  change: (value: T) => void;
  error?: string;
}

/** A labelled choice of one of a closed list's values; one of them is always chosen. */
export const ClosedChoice = <T extends string>(props: Props<T>) => {
  const { label, name, value, values, nameOf, change, error } = props;
  return (
    <Choice
      label={label}
      name={name}
      required
      value={value}
      options={values.map((one) => ({ value: one, label: nameOf(one) }))}
      change={(chosen) => {
        const known = values.find((one) => one === chosen);
        if (known !== undefined) change(known);
      }}
      error={error}
    />
  );
};
