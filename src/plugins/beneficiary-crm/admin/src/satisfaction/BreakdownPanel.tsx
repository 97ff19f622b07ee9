import { Tabs, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import type { Breakdown } from '../../../contracts/satisfaction';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { FigureBars } from './charts/FigureBars';

interface Props {
  breakdowns: Breakdown[];
  threshold: number;
}

/** The headline by one thing at a time; which of them stands in the address. */
export function BreakdownPanel({ breakdowns, threshold }: Props) {
  const { t, dir } = useWords();
  const { number, percent } = useFormats();
  const [search, setSearch] = useSearchParams();
  const shown = breakdowns.find(({ dimension }) => dimension === search.get('by')) ?? breakdowns[0];
  if (!shown) return null;
  const go = (by: string) =>
    setSearch((before) => {
      before.set('by', by);
      return before;
    });
  return (
    <Panel title={t('figures.breakdown')}>
      <Tabs.Root dir={dir} variant="simple" value={shown.dimension} onValueChange={go}>
        <ScrollingTabs>
          <Tabs.List aria-label={t('figures.breakdown')}>
            {breakdowns.map(({ dimension, label }) => (
              <Tabs.Trigger key={dimension} value={dimension}>
                {label}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        {breakdowns.map(({ dimension, label, rows }) => (
          <Tabs.Content key={dimension} value={dimension}>
            <FigureBars
              label={t('figures.breakdown-by', { by: label })}
              figures={rows.map(({ value, name, figure }) => ({
                ...figure,
                key: value,
                label: name,
              }))}
              more={{
                head: t('figures.response-rate'),
                cells: rows.map(({ responseRate }) =>
                  responseRate?.value == null
                    ? '—'
                    : t('figures.response-short', {
                        share: percent(responseRate.value),
                        complete: number(responseRate.complete),
                        invited: number(responseRate.invited),
                      }),
                ),
              }}
            />
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        {t('figures.why-withheld', { threshold: number(threshold) })}
      </Typography>
    </Panel>
  );
}
