import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ExportChoices, NewExport } from '../../../contracts/transfer';
import { fileStatuses, sheetFormats } from '../../../contracts/vocabulary';
import type { ExportColumn } from '../../../contracts/vocabulary';
import { useCommand, useCrm } from '../app/api';
import { paths } from '../app/paths';
import { useDownload } from '../app/useDownload';
import { useDraft } from '../app/useDraft';
import { useOnceKey } from '../app/useOnceKey';
import { useWords } from '../app/words';
import { useRegistryChoices } from '../registry/useRegistryChoices';
import { Choice } from '../ui/Choice';
import { Choices } from '../ui/Choices';
import { FieldGrid } from '../ui/FieldGrid';
import { AreaField } from '../ui/Fields';
import { PageFrame } from '../ui/PageFrame';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { RecentExports } from './RecentExports';

const usual: readonly ExportColumn[] = ['file_number', 'name', 'status', 'city', 'categories'];

interface Draft {
  columns: string[];
  format: string;
  status: string;
  category: string;
  branch: string;
  expiring: string;
  reason: string;
}

/** A list out of the registry: only the columns that this person may have, and with a reason. */
export function ExportPage() {
  const { t } = useWords();
  const choices = useCrm<ExportChoices>('/registry/exports');
  return (
    <PageFrame
      title={t('export.title')}
      subtitle={t('export.subtitle')}
      back={{ to: paths.registry, label: t('registry.back') }}
    >
      <Show from={choices}>
        {({ columns, recent }) => (
          <Stack>
            <ExportForm columns={columns} reload={choices.reload} />
            <RecentExports recent={recent} />
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}

function ExportForm({ columns, reload }: { columns: ExportColumn[]; reload: () => void }) {
  const { t, word } = useWords();
  const registry = useRegistryChoices();
  const { send, busy } = useCommand();
  const download = useDownload();
  const { headersFor, done } = useOnceKey('export');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const { draft, change, clear } = useDraft<Draft>('export', {
    columns: [...usual],
    format: 'xlsx',
    status: '',
    category: '',
    branch: '',
    expiring: '',
    reason: '',
  });
  const named = (from: { slug: string; name: string }[] = []) =>
    from.map(({ slug, name }) => ({ value: slug, label: name }));
  const filter = (
    name: 'status' | 'category' | 'branch' | 'expiring',
    options: { value: string; label: string }[],
  ) => (
    <Choice
      name={name}
      label={t(`registry.filter.${name}`)}
      empty={t('inbox.filter.any')}
      value={draft[name]}
      options={options}
      change={(value) => change({ [name]: value })}
    />
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = columns.filter((column) => draft.columns.includes(column));
    const wrong = {
      ...(chosen.length === 0 ? { columns: t('export.no-columns') } : {}),
      ...(draft.reason.trim().length < 5 ? { reason: t('export.no-reason') } : {}),
    };
    setErrors(wrong);
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    const { format, reason, ...filters } = draft;
    const body = {
      ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')),
      columns: chosen,
      format,
      reason,
    };
    const outcome = await send<NewExport>('/registry/exports', body, headersFor(body));
    if (!outcome) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      return;
    }
    done();
    await download(`/registry/exports/${outcome.data.id}/file`, outcome.data.name);
    clear();
    change({ reason: '' });
    reload();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t('export.what')}>
        <Stack>
          <FieldGrid>
            {filter(
              'status',
              fileStatuses.map((value) => ({ value, label: word('file_status', value) })),
            )}
            {filter('category', named(registry?.categories))}
            {(registry?.branches.length ?? 0) > 1 && filter('branch', named(registry?.branches))}
            {filter('expiring', [{ value: 'yes', label: t('registry.filter.expiring-yes') }])}
            <Choice
              name="format"
              label={t('export.format')}
              required
              value={draft.format}
              options={sheetFormats.map((value) => ({ value, label: word('sheet_format', value) }))}
              change={(format) => change({ format })}
            />
          </FieldGrid>
          <Choices
            label={t('export.columns')}
            chosen={draft.columns}
            options={columns.map((value) => ({ value, label: word('export_column', value) }))}
            change={(next) => change({ columns: next })}
            error={errors.columns}
          />
          <AreaField
            name="reason"
            label={t('export.reason')}
            hint={t('export.reason-hint')}
            required
            maxLength={300}
            value={draft.reason}
            change={(reason) => change({ reason })}
            error={errors.reason}
          />
          {trouble && (
            <Typography tag="p" textColor="danger600" role="alert">
              {trouble}
            </Typography>
          )}
          <Flex>
            <Button type="submit" loading={busy}>
              {t('export.do')}
            </Button>
          </Flex>
        </Stack>
      </Panel>
    </form>
  );
}
