import { Typography } from '@strapi/design-system';
import type { SatisfactionFigures } from '../../../contracts/satisfaction';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { PlainTable } from '../ui/PlainTable';

/** How the answers were given. What staff took down is another measurement, and stands apart. */
export function ModesPanel({ modes }: Pick<SatisfactionFigures, 'modes'>) {
  const { t } = useWords();
  const { number } = useFormats();
  return (
    <Panel title={t('figures.modes')}>
      <PlainTable
        label={t('figures.modes')}
        columns={[t('figures.mode'), t('figures.n')]}
        last={t('figures.mode-counted')}
        rows={modes.map(({ mode, name, pooled, n, withheld }) => ({
          key: mode,
          cells: [
            name,
            n === null ? t(withheld ? 'figures.withheld' : 'figures.no-data') : number(n),
          ],
          last: t(pooled ? 'figures.pooled' : 'figures.apart'),
        }))}
      />
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        {t('figures.modes-explained')}
      </Typography>
    </Panel>
  );
}
