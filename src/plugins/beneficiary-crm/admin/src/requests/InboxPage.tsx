import { Flex, LinkButton, Tabs } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useId, useRef, useState } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Board as BoardData, Queue } from '../../../contracts/queue';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useDraft } from '../app/useDraft';
import { useMedia } from '../app/useMedia';
import { useReturn } from '../app/returning';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { Show } from '../ui/States';
import { BesideList } from './queue/BesideList';
import { Board } from './queue/Board';
import { FilterChips } from './queue/FilterChips';
import { FilterPanel } from './queue/FilterPanel';
import { QueueBar } from './queue/QueueBar';
import { QueueList } from './queue/QueueList';
import { useColleagues } from './queue/useColleagues';
import { useCount } from './queue/useCount';
import { useQueueChoices } from './queue/useQueueChoices';
import { useSelection } from './queue/useSelection';
import { ViewsMenu } from './queue/ViewsMenu';
import {
  changeAddress,
  filterNames,
  questionOf,
  readAddress,
  views,
  withoutFilters,
} from './queue';
import type { AddressChange } from './queue';

/** Every request that the person may see, by what it waits for: as a list, or as a board. */
export function InboxPage() {
  const { t, dir } = useWords();
  const wide = useMedia('(min-width: 1600px)');
  const [search, setSearch] = useSearchParams();
  const address = readAddress(search);
  const { view, page, after, shape } = address;
  // A name or a number that is looked for stays in this tab: it stands in no address and no history.
  const { draft: looked, change: look } = useDraft('inbox.search', { q: '' });
  const question = { ...questionOf(address), ...looked };
  const asBoard = shape === 'board';
  // The board has no tabs of its own: their counts come with the smallest list there is.
  const place = asBoard ? { pageSize: 1 } : after ? { after } : { page };
  const queue = useCrm<Queue>(
    looked.q ? '/requests/search' : '/requests',
    looked.q ? undefined : { ...question, ...place },
    looked.q ? { ...question, ...place } : undefined,
  );
  const count = useCount(queue.data?.countedTo ?? Infinity);
  const colleagues = useColleagues();
  const choices = useQueueChoices(colleagues);
  const selection = useSelection(JSON.stringify(question), queue.data?.rows);
  const searchBox = useRef<HTMLInputElement>(null);
  const panel = useId();
  const [filtering, setFiltering] = useState(false);
  const change = (what: AddressChange) => setSearch(changeAddress(search, what));
  const set = filterNames.filter((name) => address[name]).length;
  const beside = wide && !asBoard ? address.beside : '';
  useReturn(queue.data !== null && !queue.loading);
  const counts = queue.data?.counts;
  const lookFor = (q: string) => {
    look({ q });
    change({});
  };

  return (
    <PageFrame title={t('inbox.title')} subtitle={t('inbox.subtitle')} actions={<PageActions />}>
      <QueueBar
        address={address}
        change={change}
        q={looked.q}
        look={lookFor}
        set={set}
        panel={{ id: panel, shown: filtering, toggle: () => setFiltering(!filtering) }}
        searchBox={searchBox}
      >
        <ViewsMenu address={address} />
      </QueueBar>
      {filtering && <FilterPanel id={panel} filters={address} choices={choices} change={change} />}
      <FilterChips
        filters={address}
        q={looked.q}
        choices={choices}
        change={change}
        look={lookFor}
        clear={() => {
          look({ q: '' });
          setSearch(withoutFilters(search));
        }}
      />
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={view}
        onValueChange={(next) => change({ view: next })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('inbox.views')}>
            {views.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {counts
                  ? t('inbox.view-count', { view: t(`inbox.view.${one}`), n: count(counts[one]) })
                  : t(`inbox.view.${one}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        <Tabs.Content value={view}>
          {asBoard ? (
            <BoardOf
              question={question}
              reload={queue.reload}
              search={() => searchBox.current?.focus()}
            />
          ) : (
            <BesideList
              id={beside || null}
              close={() => change({ beside: '' })}
              changed={queue.reload}
            >
              <Show from={queue}>
                {(loaded) => (
                  <QueueList
                    queue={loaded}
                    selection={selection}
                    colleagues={colleagues.data}
                    empty={t(set > 0 || looked.q ? 'inbox.empty-filtered' : `inbox.empty.${view}`)}
                    reload={() => {
                      queue.reload();
                      colleagues.reload();
                    }}
                    go={change}
                    search={() => searchBox.current?.focus()}
                    beside={wide ? { id: beside, show: ({ id }) => change({ beside: id }) } : null}
                  />
                )}
              </Show>
            </BesideList>
          )}
        </Tabs.Content>
      </Tabs.Root>
    </PageFrame>
  );
}

interface BoardOfProps {
  question: Record<string, string>;
  /** the counts of the tabs are no longer right */
  reload: () => void;
  search: () => void;
}

function BoardOf({ question, reload, search }: BoardOfProps) {
  const board = useCrm<BoardData>(
    '/queue/board',
    question.q ? undefined : question,
    question.q ? question : undefined,
  );
  return (
    <Show from={board}>
      {(loaded) => (
        <Board
          board={loaded}
          reload={() => {
            board.reload();
            reload();
          }}
          search={search}
        />
      )}
    </Show>
  );
}

function PageActions() {
  const { t } = useWords();
  const mayReceive = usePermission('requests.receive');
  const mayCheck = usePermission('requests.check');
  return (
    <Flex gap={2} wrap="wrap">
      {mayCheck && (
        <LinkButton tag={NavLink} to={paths.volunteers} variant="tertiary" size="L">
          {t('volunteers.title')}
        </LinkButton>
      )}
      <LinkButton tag={NavLink} to={paths.away} variant="tertiary" size="L">
        {t('away.title')}
      </LinkButton>
      {mayReceive && (
        <LinkButton tag={NavLink} to={paths.newRequest()} size="L" startIcon={<Plus aria-hidden />}>
          {t('receive.new')}
        </LinkButton>
      )}
    </Flex>
  );
}
