import { useMemo, useState } from 'react';
import type { Colleagues, Queue, QueueRow } from '../../../../contracts/queue';
import { rowId } from '../../app/returning';
import { useNarrow } from '../../app/useMedia';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { FormDialog } from '../../ui/FormDialog';
import { Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';
import { AssignDialog } from './AssignDialog';
import { mergingOf } from './bulk';
import type { BulkStep } from './bulk';
import { BulkBar } from './BulkBar';
import { BulkOutcome } from './BulkOutcome';
import { KeysDialog, KeysHint } from './KeysDialog';
import { MergeDialog } from './MergeDialog';
import { QueueCards } from './QueueCards';
import { QueuePager } from './QueuePager';
import { QueueTable } from './QueueTable';
import { useBulk } from './useBulk';
import { useQueueKeys } from './useQueueKeys';
import type { Selection } from './selection';

interface Props {
  queue: Queue;
  selection: Selection<QueueRow>;
  colleagues: Colleagues | null;
  /** said when there is no row */
  empty: string;
  reload: () => void;
  go: (to: { page?: number; after?: string }) => void;
  search: () => void;
  /** the request beside the list, where there is room for it */
  beside: { id: string; show: (row: QueueRow) => void } | null;
}

type Asked =
  { what: 'assign' } | { what: 'step'; step: BulkStep } | { what: 'merge' } | { what: 'help' };

/** The queue as a list: its rows, what is chosen of them, what is done to these, and the keys for all of it. */
export function QueueList(props: Props) {
  const { queue, selection, colleagues, empty, reload, go, search, beside } = props;
  const { t, word } = useWords();
  const narrow = useNarrow();
  const mayCheck = usePermission('requests.check');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const bulk = useBulk((refused) => {
    selection.keep(refused);
    reload();
  });
  const { rows } = queue;
  const { chosen } = selection;
  const me = colleagues?.people.find((one) => one.me) ?? null;
  const close = () => {
    setAsked(null);
    bulk.calm();
  };
  const after = (well: boolean) => well && setAsked(null);

  const move = (step: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === current);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setCurrent(next.id);
    document.getElementById(rowId(next.id))?.focus();
  };
  const keys = {
    next: () => move(1),
    previous: () => move(-1),
    select: () => {
      const row = rows.find(({ id }) => id === current);
      if (row) selection.toggle(row);
    },
    assign: () => {
      const row = rows.find(({ id }) => id === current);
      if (!colleagues?.mayAssign || (chosen.size === 0 && !row)) return;
      if (chosen.size === 0 && row) selection.toggle(row);
      setAsked({ what: 'assign' });
    },
    search,
    help: () => setAsked({ what: 'help' }),
  };
  useQueueKeys(keys);
  const list = useMemo(() => [...chosen.values()], [chosen]);
  const merging = useMemo(() => mergingOf(list), [list]);

  return (
    <Stack>
      {bulk.last && <BulkOutcome {...bulk.last} close={bulk.putAway} />}
      {rows.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : narrow ? (
        <QueueCards rows={rows} selection={selection} />
      ) : (
        <QueueTable
          rows={rows}
          total={queue.total}
          selection={selection}
          current={beside?.id ?? null}
          onFocus={(row) => setCurrent(row.id)}
          onPick={beside?.show}
        />
      )}
      <QueuePager queue={queue} go={go} />
      {!narrow && <KeysHint show={() => setAsked({ what: 'help' })} />}
      {chosen.size > 0 && (
        <BulkBar
          rows={list}
          busy={bulk.busy}
          trouble={asked ? null : bulk.trouble}
          take={me && (() => void bulk.assign(chosen, { person: me.id }, t('bulk.take')))}
          assign={colleagues?.mayAssign ? () => setAsked({ what: 'assign' }) : null}
          step={(step) => setAsked({ what: 'step', step })}
          merge={mayCheck && merging ? () => setAsked({ what: 'merge' }) : null}
          clear={selection.clear}
        />
      )}
      {asked?.what === 'assign' && colleagues && (
        <AssignDialog
          colleagues={colleagues}
          count={chosen.size}
          trouble={bulk.trouble}
          busy={bulk.busy}
          assign={(to) => void bulk.assign(chosen, to, t('assign.button')).then(after)}
          close={close}
        />
      )}
      {asked?.what === 'step' && (
        <FormDialog
          title={word('action', asked.step)}
          explained={`${t(`ask.${asked.step}`)} ${t('bulk.sure', { n: chosen.size })}`}
          trouble={bulk.trouble}
          errors={{}}
          submit={() => void bulk.step(chosen, asked.step, word('action', asked.step)).then(after)}
          action={word('action', asked.step)}
          busy={bulk.busy}
          close={close}
        />
      )}
      {asked?.what === 'merge' && merging && (
        <MergeDialog
          merging={merging}
          trouble={bulk.trouble}
          busy={bulk.busy}
          merge={() =>
            void bulk
              .merge(
                new Map(merging.others.map((row) => [row.id, row])),
                merging.stays.reference,
                t('bulk.merge'),
              )
              .then(after)
          }
          close={close}
        />
      )}
      {asked?.what === 'help' && <KeysDialog board={false} close={close} />}
    </Stack>
  );
}
