import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { LineField } from '../ui/Fields';
import { useSettingWords } from './useSettingWords';
import { isStep, rangeOf } from './settings';

interface Props {
  path: string;
  clause: string;
  value: string;
  /** as it is in force now */
  inForce: string;
  change: (value: string) => void;
  error?: string;
}

/** A number of days: what it does, between what, by which clause, and what is in force while another is typed. */
export function NumberField({ path, clause, value, inForce, change, error }: Props) {
  const { t } = useWords();
  const { nameOf, explained, valueOf } = useSettingWords();
  return (
    <LineField
      name={path}
      label={nameOf(path)}
      inputMode="numeric"
      required={!isStep(path)}
      maxLength={6}
      value={value}
      change={change}
      error={error}
      hint={
        <>
          {explained(path)} {t('workflow.between', rangeOf(path))} {t('workflow.clause')}{' '}
          <Bdi>{clause}</Bdi>.
          {value.trim() !== inForce && (
            <>
              {' '}
              <strong>
                {t('workflow.in-force-value')}{' '}
                {valueOf(path, inForce === '' ? null : Number(inForce))}
              </strong>
            </>
          )}
        </>
      }
    />
  );
}
