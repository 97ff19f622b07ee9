import { Tabs } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { OperationsFigures, SatisfactionFigures } from '../../../contracts/admin';
import { useCrm } from '../app/api';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { PageFrame } from '../ui/PageFrame';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { Show } from '../ui/States';
import { OperationsView } from './OperationsView';
import { SatisfactionView } from './SatisfactionView';

const periods = ['month', 'quarter', 'year'] as const;
type Period = (typeof periods)[number];

const Narrow = styled.div`
  max-inline-size: 28rem;
`;

/** How satisfied people are, and how the work goes; each for those who may see it. */
export function DashboardPage() {
  const { t, dir } = useWords();
  const maySatisfaction = usePermission('satisfaction.read');
  const mayOperations = usePermission('operations.read');
  const [search, setSearch] = useSearchParams();
  const period = periods.find((known) => known === search.get('period')) ?? 'year';
  const views = [
    ...(maySatisfaction ? (['satisfaction'] as const) : []),
    ...(mayOperations ? (['operations'] as const) : []),
  ];
  const view = views.find((known) => known === search.get('view')) ?? views[0];
  const change = (part: Record<string, string>) =>
    setSearch({ period, ...(view ? { view } : {}), ...part }, { replace: true });

  return (
    <PageFrame title={t('figures.title')} subtitle={t('figures.subtitle')}>
      <Narrow>
        <Choice
          name="period"
          label={t('figures.period')}
          value={period}
          options={periods.map((value) => ({ value, label: t(`figures.period.${value}`) }))}
          change={(next) => change({ period: next })}
        />
      </Narrow>
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={view}
        onValueChange={(next) => change({ view: next })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('figures.title')}>
            {views.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {t(`figures.view.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        {views.map((name) => (
          <Tabs.Content key={name} value={name}>
            {name === 'satisfaction' ? (
              <Satisfaction period={period} />
            ) : (
              <Operations period={period} />
            )}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </PageFrame>
  );
}

function Satisfaction({ period }: { period: Period }) {
  const figures = useCrm<SatisfactionFigures>('/satisfaction/figures', { period });
  return <Show from={figures}>{(data) => <SatisfactionView figures={data} />}</Show>;
}

function Operations({ period }: { period: Period }) {
  const figures = useCrm<OperationsFigures>('/operations/figures', { period });
  return <Show from={figures}>{(data) => <OperationsView figures={data} />}</Show>;
}
