import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Tabs } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useSearchParams } from 'react-router-dom';
import { noticeViews } from '../../../contracts/notices';
import type { NoticeList } from '../../../contracts/notices';
import { useCommand, useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { useLive } from '../app/useLive';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Pager } from '../ui/Pager';
import { Stack } from '../ui/Prose';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { Empty, Show } from '../ui/States';
import { NoticeItem, NoticeItems } from './NoticeItem';

/** What the signed-in person was told: steps whose time is nearly over, and steps whose time is over. */
export function NoticesPage() {
  const { t, dir } = useWords();
  const { number } = useFormats();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const [search, setSearch] = useSearchParams();
  const view = noticeViews.find((known) => known === search.get('view')) ?? 'unread';
  const page = Math.max(1, Math.floor(Number(search.get('page'))) || 1);
  const list = useCrm<NoticeList>('/notices', { view, page });
  const { reload } = list;
  useLive(reload);
  const unread = list.data?.unread ?? 0;

  const markRead = async (ids?: string[]) => {
    const outcome = await send<null>('/notices/read', ids ? { ids } : {});
    if (outcome && !outcome.ok)
      toggleNotification({ type: 'danger', message: outcome.problem.message });
    if (outcome?.ok) reload();
  };

  return (
    <PageFrame
      title={t('notices.title')}
      subtitle={t('notices.subtitle')}
      actions={
        unread > 0 && (
          <Button
            variant="secondary"
            size="L"
            startIcon={<Check aria-hidden />}
            loading={busy}
            onClick={() => void markRead()}
          >
            {t('notices.read-all')}
          </Button>
        )
      }
    >
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={view}
        onValueChange={(next) => setSearch({ view: next })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('notices.views')}>
            {noticeViews.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {t(`notices.view.${one}`, { n: number(unread) })}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        <Tabs.Content value={view}>
          <Box paddingTop={4}>
            <Show from={list}>
              {({ rows, total, page: shown, pageSize }) =>
                rows.length === 0 ? (
                  <Empty>{t(`notices.empty.${view}`)}</Empty>
                ) : (
                  <Stack>
                    <NoticeItems aria-label={t('notices.title')}>
                      {rows.map((notice) => (
                        <NoticeItem
                          key={notice.id}
                          notice={notice}
                          read={() => void markRead([notice.id])}
                        />
                      ))}
                    </NoticeItems>
                    <Pager
                      page={shown}
                      pageSize={pageSize}
                      total={total}
                      go={(next) => setSearch({ view, page: String(next) })}
                    />
                  </Stack>
                )
              }
            </Show>
          </Box>
        </Tabs.Content>
      </Tabs.Root>
    </PageFrame>
  );
}
