import { Tabs, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import type { CommentList } from '../../../../contracts/comments';
import type { ImprovementList } from '../../../../contracts/improvements';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Pager } from '../../ui/Pager';
import { Stack } from '../../ui/Prose';
import { ScrollingTabs } from '../../ui/ScrollingTabs';
import { Empty, Show } from '../../ui/States';
import { ReleasedComment } from './ReleasedComment';
import { WaitingComment } from './WaitingComment';

const views = ['waiting', 'released'] as const;
const pageSize = 20;

/** What people wrote. The quality officer takes out who is named in it before anybody else reads it (O6c). */
export function CommentsPage() {
  const { t, dir } = useWords();
  const [search, setSearch] = useSearchParams();
  const view = views.find((known) => known === search.get('state')) ?? 'waiting';
  const page = Math.max(1, Number(search.get('page')) || 1);
  const comments = useCrm<CommentList>('/satisfaction/comments', { state: view, page, pageSize });
  const improvements = useCrm<ImprovementList>('/improvements');
  const used = new Set(improvements.data?.comments ?? []);
  return (
    <PageFrame
      title={t('comments.title')}
      subtitle={t('comments.subtitle')}
      back={{ to: paths.satisfaction, label: t('improvements.to-figures') }}
    >
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={view}
        onValueChange={(state) => setSearch({ state })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('comments.title')}>
            {views.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {t(`comments.view.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        {views.map((name) => (
          <Tabs.Content key={name} value={name}>
            <Show from={comments}>
              {({ rows, total }) => (
                <Stack>
                  {rows.length === 0 && <Empty>{t(`comments.empty.${name}`)}</Empty>}
                  {name === 'waiting' && rows.length > 0 && (
                    <Typography tag="p" textColor="neutral600">
                      {t('comments.how')}
                    </Typography>
                  )}
                  {rows.map((row) =>
                    row.state === 'waiting' ? (
                      <WaitingComment key={row.id} comment={row} reload={comments.reload} />
                    ) : (
                      <ReleasedComment key={row.id} comment={row} used={used.has(row.id)} />
                    ),
                  )}
                  <Pager
                    page={page}
                    pageSize={pageSize}
                    total={total}
                    go={(next) => setSearch({ state: view, page: String(next) })}
                  />
                </Stack>
              )}
            </Show>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </PageFrame>
  );
}
