import { Flex, LinkButton, Tabs } from '@strapi/design-system';
import { NavLink, useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { OperationsFigures, SatisfactionFigures } from '../../../contracts/satisfaction';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { Show } from '../ui/States';
import { ExportButtons } from './ExportButtons';
import { Filters, PeriodChoice } from './Filters';
import { OperationsView } from './OperationsView';
import { PrintStyles } from './PrintStyles';
import { SatisfactionView } from './SatisfactionView';
import { usePrinting } from './usePrinting';

const Narrow = styled.div`
  max-inline-size: 26rem;
`;

/** What of the address is a question to the server; nothing that is empty. */
const asked = (search: URLSearchParams, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );

/** How satisfied people are, and how the work goes; each for those who may see it. */
export function DashboardPage() {
  const { t, dir } = useWords();
  usePrinting();
  const maySatisfaction = usePermission('satisfaction.read');
  const mayOperations = usePermission('operations.read');
  const mayComments = usePermission('comments.release');
  const [search, setSearch] = useSearchParams();
  const views = [
    ...(maySatisfaction ? (['satisfaction'] as const) : []),
    ...(mayOperations ? (['operations'] as const) : []),
  ];
  const view = views.find((known) => known === search.get('view')) ?? views[0];
  return (
    <PageFrame
      title={t('figures.title')}
      subtitle={t('figures.subtitle')}
      actions={
        <Flex gap={2} wrap="wrap" className="not-printed">
          {mayComments && (
            <LinkButton tag={NavLink} variant="tertiary" to={paths.comments}>
              {t('comments.title')}
            </LinkButton>
          )}
          {maySatisfaction && (
            <LinkButton tag={NavLink} variant="tertiary" to={paths.improvements}>
              {t('improvements.title')}
            </LinkButton>
          )}
        </Flex>
      }
    >
      <PrintStyles />
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={view}
        // Each view has periods of its own: a filter of the other would lead nowhere.
        onValueChange={(next) => setSearch({ view: next })}
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
            {name === 'satisfaction' ? <Satisfaction /> : <Operations />}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </PageFrame>
  );
}

/** Each change is a step of its own in the browser's history: the way back leads to what was looked at before. */
function useFilters() {
  const [search, setSearch] = useSearchParams();
  const change = (part: Record<string, string | undefined>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(part))
        if (value) next.set(name, value);
        else next.delete(name);
      return next;
    });
  return { search, change };
}

function Satisfaction() {
  const { search, change } = useFilters();
  const dimension = search.get('dimension') ?? '';
  const query = asked(
    search,
    // While only the dimension is chosen, everything is still shown.
    search.get('value') ? ['period', 'dimension', 'value'] : ['period'],
  );
  const figures = useCrm<SatisfactionFigures>('/satisfaction/figures', query);
  return (
    <Show from={figures}>
      {(data) => (
        <Stack>
          <Flex gap={4} wrap="wrap" alignItems="end" className="not-printed">
            <div style={{ flex: '1 1 30rem', minInlineSize: 0 }}>
              <Filters figures={data} dimension={dimension} change={change} />
            </div>
            <ExportButtons query={query} />
          </Flex>
          <SatisfactionView figures={data} />
        </Stack>
      )}
    </Show>
  );
}

function Operations() {
  const { search, change } = useFilters();
  const figures = useCrm<OperationsFigures>('/operations/figures', asked(search, ['period']));
  return (
    <Show from={figures}>
      {(data) => (
        <Stack>
          <Narrow className="not-printed">
            <PeriodChoice
              period={data.period}
              periods={data.periods}
              change={(period) => change({ period })}
            />
          </Narrow>
          <OperationsView figures={data} />
        </Stack>
      )}
    </Show>
  );
}
