import { Checkbox } from '@strapi/design-system';
import { Fieldset } from './Fieldset';
import type { Option } from './Choice';

interface Props {
  label: string;
  chosen: readonly string[];
  options: readonly Option[];
  change: (chosen: string[]) => void;
  error?: string;
}

/** Several among several. */
export const Choices = ({ label, chosen, options, change, error }: Props) => (
  <Fieldset legend={label} error={error}>
    {options.map(({ value, label: name }) => (
      <Checkbox
        key={value}
        checked={chosen.includes(value)}
        onCheckedChange={(on) =>
          change(on === true ? [...chosen, value] : chosen.filter((other) => other !== value))
        }
      >
        {name}
      </Checkbox>
    ))}
  </Fieldset>
);
