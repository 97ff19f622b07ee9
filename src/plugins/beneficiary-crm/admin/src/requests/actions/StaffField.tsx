import type { Colleagues } from '../../../../contracts/queue';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Show } from '../../ui/States';

interface Props {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  error?: string;
}

/** One of the staff, or nobody. */
export function StaffField({ name, label, value, change, error }: Props) {
  const { t } = useWords();
  const colleagues = useCrm<Colleagues>('/queue/colleagues');
  return (
    <Show from={colleagues} lines={1}>
      {({ people }) => (
        <Choice
          name={name}
          label={label}
          error={error}
          value={value}
          empty={t('form.nobody')}
          options={people.map((one) => ({ value: String(one.id), label: one.name }))}
          change={change}
        />
      )}
    </Show>
  );
}
