import { Button, Tabs } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { improvementStates } from '../../../../contracts/improvements';
import type { ImprovementList } from '../../../../contracts/improvements';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { CardList } from '../../ui/CardList';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { ScrollingTabs } from '../../ui/ScrollingTabs';
import { Empty, Show } from '../../ui/States';
import { ImprovementCard } from './ImprovementCard';
import { NewImprovement } from './NewImprovement';

/** What is done about what people said: by whom, until when, and what it has brought. */
export function ImprovementsPage() {
  const { t, word, dir } = useWords();
  const { number } = useFormats();
  const readsFigures = usePermission('satisfaction.read');
  const [search, setSearch] = useSearchParams();
  const state = improvementStates.find((known) => known === search.get('state')) ?? 'open';
  const improvements = useCrm<ImprovementList>('/improvements', { state });
  const { data } = improvements;
  const close = () => setSearch({ state });
  return (
    <PageFrame
      title={t('improvements.title')}
      subtitle={t('improvements.subtitle')}
      back={
        readsFigures ? { to: paths.satisfaction, label: t('improvements.to-figures') } : undefined
      }
      actions={
        data?.choices && (
          <Button onClick={() => setSearch({ state, new: 'yes' })}>{t('improvements.new')}</Button>
        )
      }
    >
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={state}
        onValueChange={(next) => setSearch({ state: next })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('improvements.title')}>
            {improvementStates.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {t('improvements.tab', {
                  state: word('improvement_state', name),
                  n: number(data?.counts[name] ?? 0),
                })}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        {improvementStates.map((name) => (
          <Tabs.Content key={name} value={name}>
            <Show from={improvements}>
              {({ rows, choices }) => {
                const shown = rows.filter((row) => row.state === name);
                return (
                  <Stack>
                    {shown.length === 0 && <Empty>{t(`improvements.empty.${name}`)}</Empty>}
                    <CardList>
                      {shown.map((row) => (
                        <li key={row.id}>
                          <ImprovementCard improvement={row} />
                        </li>
                      ))}
                    </CardList>
                    {choices && search.has('new') && (
                      <NewImprovement
                        choices={choices}
                        about={{
                          comment: search.get('comment'),
                          question: search.get('question'),
                          service: search.get('service'),
                        }}
                        close={close}
                        reload={improvements.reload}
                      />
                    )}
                  </Stack>
                );
              }}
            </Show>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </PageFrame>
  );
}
