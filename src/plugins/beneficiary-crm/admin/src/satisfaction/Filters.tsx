import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PeriodView, SatisfactionFigures } from '../../../contracts/satisfaction';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';

const Row = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 26rem));
  align-items: end;
`;

interface PeriodProps {
  period: PeriodView;
  periods: PeriodView[];
  change: (period: string) => void;
}

/** Calendar periods only: two of one's own choice would tell what one person answered. */
export function PeriodChoice({ period, periods, change }: PeriodProps) {
  const { t } = useWords();
  const known = periods.some(({ key }) => key === period.key);
  return (
    <Choice
      name="period"
      label={t('figures.period')}
      value={period.key}
      options={(known ? periods : [period, ...periods]).map(({ key, name }) => ({
        value: key,
        label: name,
      }))}
      change={change}
    />
  );
}

interface Props {
  figures: Pick<SatisfactionFigures, 'period' | 'periods' | 'filter' | 'choices'>;
  change: (part: { period?: string; dimension?: string; value?: string }) => void;
  /** chosen, though no value of it is chosen yet */
  dimension: string;
}

/** The period, and at most one thing by which the answers are narrowed. All of it stands in the address. */
export function Filters({ figures, change, dimension }: Props) {
  const { t } = useWords();
  const { period, periods, filter, choices } = figures;
  const chosen = choices.find((one) => one.dimension === dimension);
  return (
    <Row>
      <PeriodChoice period={period} periods={periods} change={(next) => change({ period: next })} />
      <Choice
        name="dimension"
        label={t('figures.by')}
        empty={t('figures.by-nothing')}
        value={chosen?.dimension ?? ''}
        options={choices.map((one) => ({ value: one.dimension, label: one.label }))}
        change={(next) => change({ dimension: next, value: '' })}
      />
      {chosen && (
        <Choice
          name="value"
          label={chosen.label}
          value={filter?.value ?? ''}
          options={chosen.values.map((one) => ({ value: one.value, label: one.name }))}
          change={(value) => change({ dimension: chosen.dimension, value })}
        />
      )}
      {filter && (
        <div>
          <Button variant="tertiary" onClick={() => change({ dimension: '', value: '' })}>
            {t('figures.all')}
          </Button>
        </div>
      )}
    </Row>
  );
}
