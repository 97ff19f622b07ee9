import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import type { ImportDetail } from '../../../contracts/transfer';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { ColumnsForm } from './ColumnsForm';
import { CountsPanel } from './CountsPanel';
import { FindingsPanel } from './FindingsPanel';
import { ProgressPanel } from './ProgressPanel';

const everyMs = 1_500;
const moving: ReadonlySet<string> = new Set(['reading', 'checking', 'running']);

/** One file on its way into the registry: its columns, how its rows were judged, and what became of them. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const found = useCrm<ImportDetail>(`/registry/imports/${encodeURIComponent(id)}`);
  const { data, reload } = found;
  const moves = data !== null && moving.has(data.state);
  // Asks again once each answer is here, so that a slow server is not asked twice.
  useEffect(() => {
    if (!moves) return;
    const timer = setTimeout(reload, everyMs);
    return () => clearTimeout(timer);
  }, [moves, data, reload]);

  return (
    <PageFrame
      title={t('import.one')}
      subtitle={data?.name}
      back={{ to: paths.imports, label: t('import.back') }}
    >
      <Show from={found}>
        {(one) => (
          <Stack>
            <ProgressPanel one={one} reload={reload} />
            {one.judged && one.state === 'checked' && (
              <CountsPanel title={t('import.judged')} counts={one.judged} future />
            )}
            {one.result && one.progress > 0 && (
              <CountsPanel title={t('import.result')} counts={one.result} />
            )}
            <FindingsPanel one={one} />
            {(one.state === 'mapping' || one.state === 'checked') && (
              <ColumnsForm key={one.id} one={one} reload={reload} />
            )}
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}
