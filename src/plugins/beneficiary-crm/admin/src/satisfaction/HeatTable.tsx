import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { SatisfactionFigures } from '../../../contracts/satisfaction';
import type { Figure } from '../../../contracts/website';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { FigureTable, Scrolling } from './charts/ChartFrame';
import { useFigureWords } from './useFigureWords';

/** The warmer, the higher the share; never so deep that the number on it is hard to read. */
const Cell = styled.td<{ $share: number | null }>`
  text-align: center;
  background: ${({ theme, $share }) =>
    $share === null
      ? theme.colors.neutral100
      : `color-mix(in srgb, ${theme.colors.primary600} ${Math.round($share * 38)}%, ${theme.colors.neutral0})`};
  color: ${({ theme }) => theme.colors.neutral900};
`;

/** Services by questions. A small cell is withheld, since it could name whom it speaks of. */
export function HeatTable({
  heat,
  questions,
  threshold,
}: Pick<SatisfactionFigures, 'heat' | 'questions' | 'threshold'>) {
  const { t } = useWords();
  const { number } = useFormats();
  return (
    <>
      <Scrolling tabIndex={0} role="group" aria-label={t('figures.heat')}>
        <FigureTable>
          <thead>
            <tr>
              <th scope="col">{t('figures.service')}</th>
              {questions.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.map((row) => (
              <tr key={row.service}>
                <th scope="row">{row.name}</th>
                {questions.map(({ key }) => (
                  <HeatCell key={key} figure={row.cells.find((cell) => cell.key === key)} />
                ))}
              </tr>
            ))}
          </tbody>
        </FigureTable>
      </Scrolling>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        {t('figures.why-withheld', { threshold: number(threshold) })}
      </Typography>
    </>
  );
}

function HeatCell({ figure }: { figure: Figure | undefined }) {
  const { t } = useWords();
  const { number } = useFormats();
  const words = useFigureWords();
  if (!figure || figure.value === null)
    return (
      <Cell $share={null} aria-label={t(figure?.withheld ? 'figures.withheld' : 'figures.no-data')}>
        —
      </Cell>
    );
  return (
    <Cell $share={figure.value} title={t('figures.n-of', { n: number(figure.n) })}>
      {words.value(figure)}
    </Cell>
  );
}
