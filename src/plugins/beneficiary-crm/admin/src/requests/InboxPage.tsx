import { LinkButton, Tabs } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Queue } from '../../../contracts/admin';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useFormats } from '../app/formats';
import { useDraft } from '../app/useDraft';
import { useNarrow } from '../app/useMedia';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Pager } from '../ui/Pager';
import { Stack } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { InboxFilters } from './InboxFilters';
import { QueueCards } from './QueueCards';
import { QueueTable } from './QueueTable';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { useReturn } from '../app/returning';
import { changeAddress, readAddress, views } from './queue';

/** Every request that the person may see, by what it waits for. */
export function InboxPage() {
  const { t, dir } = useWords();
  const { number } = useFormats();
  const narrow = useNarrow();
  const mayReceive = usePermission('requests.receive');
  const [search, setSearch] = useSearchParams();
  const address = readAddress(search);
  // A name or a number that is looked for stays in this tab: it stands in no address and no history.
  const { draft: looked, change: look } = useDraft('inbox.search', { q: '' });
  const question = { ...address, ...looked };
  const queue = useCrm<Queue>(
    looked.q ? '/requests/search' : '/requests',
    looked.q ? undefined : question,
    looked.q ? question : undefined,
  );
  const change = (...[what]: [Parameters<typeof changeAddress>[1]]) =>
    setSearch(changeAddress(search, what));
  useReturn(queue.data !== null && !queue.loading);
  const counts = queue.data?.counts;

  return (
    <PageFrame
      title={t('inbox.title')}
      subtitle={t('inbox.subtitle')}
      actions={
        mayReceive && (
          <LinkButton
            tag={NavLink}
            to={paths.newRequest()}
            size="L"
            startIcon={<Plus aria-hidden />}
          >
            {t('receive.new')}
          </LinkButton>
        )
      }
    >
      <InboxFilters
        address={address}
        change={change}
        q={looked.q}
        look={(q) => {
          look({ q });
          change({});
        }}
      />
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={address.view}
        onValueChange={(view) => change({ view })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('inbox.views')}>
            {views.map((view) => (
              <Tabs.Trigger key={view} value={view}>
                {counts
                  ? t('inbox.view-count', {
                      view: t(`inbox.view.${view}`),
                      n: number(counts[view]),
                    })
                  : t(`inbox.view.${view}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        <Tabs.Content value={address.view}>
          <Show from={queue}>
            {({ rows, total, page, pageSize }) =>
              rows.length === 0 ? (
                <Empty>{t(`inbox.empty.${address.view}`)}</Empty>
              ) : (
                <Stack>
                  {narrow ? <QueueCards rows={rows} /> : <QueueTable rows={rows} total={total} />}
                  <Pager
                    page={page}
                    pageSize={pageSize}
                    total={total}
                    go={(next) => change({ page: next })}
                  />
                </Stack>
              )
            }
          </Show>
        </Tabs.Content>
      </Tabs.Root>
    </PageFrame>
  );
}
