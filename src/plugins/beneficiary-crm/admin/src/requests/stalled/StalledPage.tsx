import { useSearchParams } from 'react-router-dom';
import type { StalledList } from '../../../../contracts/stalled';
import { requestKinds, requestStatuses } from '../../../../contracts/vocabulary';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useReturn } from '../../app/returning';
import { useLive } from '../../app/useLive';
import { useNarrow } from '../../app/useMedia';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { FieldGrid } from '../../ui/FieldGrid';
import { PageFrame } from '../../ui/PageFrame';
import { Pager } from '../../ui/Pager';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';
import { StalledCards } from './StalledCards';
import { StalledTable } from './StalledTable';

/** Every request that has been in its step for longer than it allows (P3): what nobody notices by itself. */
export function StalledPage() {
  const { t, word } = useWords();
  const { number } = useFormats();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const status = requestStatuses.find((known) => known === search.get('status')) ?? '';
  const kind = requestKinds.find((known) => known === search.get('kind')) ?? '';
  const page = Math.max(1, Math.floor(Number(search.get('page'))) || 1);
  const list = useCrm<StalledList>('/stalled', { status, kind, page });
  const { reload } = list;
  useLive(reload);
  useReturn(list.data !== null && !list.loading);

  const go = (change: Record<string, string>) => {
    const next = new URLSearchParams(search);
    next.delete('page');
    for (const [name, value] of Object.entries(change))
      if (value === '') next.delete(name);
      else next.set(name, value);
    setSearch(next);
  };
  const steps = list.data?.byStatus ?? [];
  const all = steps.reduce((sum, { count }) => sum + count, 0);
  // The chosen step stays a choice, also when its last request has moved on.
  const options = steps.some((one) => one.status === status)
    ? steps
    : [...steps, ...(status ? [{ status, count: 0 }] : [])];

  return (
    <PageFrame title={t('stalled.title')} subtitle={t('stalled.subtitle')}>
      <FieldGrid>
        <Choice
          name="status"
          label={t('stalled.filter.step')}
          empty={t('stalled.filter.any-step', { n: number(all) })}
          value={status}
          options={options.map((one) => ({
            value: one.status,
            label: t('stalled.step-count', {
              step: word('status', one.status),
              n: number(one.count),
            }),
          }))}
          change={(value) => go({ status: value })}
        />
        <Choice
          name="kind"
          label={t('inbox.filter.kind')}
          empty={t('inbox.filter.any')}
          value={kind}
          options={requestKinds.map((value) => ({ value, label: word('kind', value) }))}
          change={(value) => go({ kind: value })}
        />
      </FieldGrid>
      <Show from={list}>
        {({ rows, total, page: shown, pageSize }) =>
          rows.length === 0 ? (
            <Empty>{t(status || kind ? 'stalled.empty-filtered' : 'stalled.empty')}</Empty>
          ) : (
            <Stack>
              {narrow ? <StalledCards rows={rows} /> : <StalledTable rows={rows} total={total} />}
              <Pager
                page={shown}
                pageSize={pageSize}
                total={total}
                go={(next) => go({ page: String(next) })}
              />
            </Stack>
          )
        }
      </Show>
    </PageFrame>
  );
}
