import { Link, Typography } from '@strapi/design-system';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { ImportDetail, ImportList } from '../../../contracts/transfer';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { PageFrame } from '../ui/PageFrame';
import { Pager } from '../ui/Pager';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { RowList } from '../ui/RowList';
import { Show } from '../ui/States';
import { Tag } from '../ui/Tag';
import { importTone } from '../ui/tones';
import { UploadField } from '../ui/UploadField';
import { useImportUpload } from './useImportUpload';

/** A new file to be taken in, and those that were. */
export function ImportsPage() {
  const { t, word } = useWords();
  const { dayAndTime, number } = useFormats();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Number(search.get('page')) || 1);
  const imports = useCrm<ImportList>('/registry/imports', { page });
  const { upload, progress } = useImportUpload();

  return (
    <PageFrame
      title={t('import.title')}
      subtitle={t('import.subtitle')}
      back={{ to: paths.registry, label: t('registry.back') }}
    >
      <Panel title={t('import.new')}>
        <UploadField<ImportDetail>
          label={t('import.file')}
          hint={t('import.file-hint')}
          accept=".xlsx,.csv,.tsv,.txt"
          arrived={null}
          upload={upload}
          progress={progress}
          done={({ id }) => navigate(paths.import(id))}
        />
      </Panel>
      <Panel title={t('import.list')}>
        <Show from={imports}>
          {({ rows, total, pageSize }) =>
            rows.length === 0 ? (
              <Typography tag="p" textColor="neutral600">
                {t('import.empty')}
              </Typography>
            ) : (
              <Stack>
                <RowList items={rows} idOf={({ id }) => id} step={pageSize}>
                  {(row) => (
                    <>
                      <div>
                        <Link tag={NavLink} to={paths.import(row.id)}>
                          <Bdi>{row.name}</Bdi>
                        </Link>
                        <Typography tag="p" variant="pi" textColor="neutral600">
                          <Bdi>{dayAndTime(row.at)}</Bdi>
                          {' · '}
                          <Bdi>{row.by}</Bdi>
                          {row.rows !== null && (
                            <>
                              {' · '}
                              {t('import.rows', { n: row.rows, shown: number(row.rows) })}
                            </>
                          )}
                        </Typography>
                      </div>
                      <Tag tone={importTone(row.state)}>{word('import', row.state)}</Tag>
                    </>
                  )}
                </RowList>
                <Pager
                  page={page}
                  pageSize={pageSize}
                  total={total}
                  go={(next) => setSearch({ page: String(next) })}
                />
              </Stack>
            )
          }
        </Show>
      </Panel>
    </PageFrame>
  );
}
