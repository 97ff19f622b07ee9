import { Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { FileList } from '../../../contracts/registry';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { useReturn } from '../app/returning';
import { useNarrow } from '../app/useMedia';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { PersonSearch } from '../search';
import { PageFrame } from '../ui/PageFrame';
import { Pager } from '../ui/Pager';
import { Stack } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { changeFilesAddress, readFilesAddress } from './address';
import { FileFilters } from './FileFilters';
import { FilesCards } from './FilesCards';
import { FilesTable } from './FilesTable';
import { useRegistryChoices } from './useRegistryChoices';
import { WaitingMatches } from './WaitingMatches';

/** Every file that the person may see. Who looks for somebody uses the search. */
export function FilesPage() {
  const { t } = useWords();
  const narrow = useNarrow();
  const mayWrite = usePermission('registry.write');
  const mayMerge = usePermission('registry.merge');
  const mayImport = usePermission('registry.import');
  const mayExport = usePermission('registry.export');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const address = readFilesAddress(search);
  const files = useCrm<FileList>('/beneficiaries', address);
  const choices = useRegistryChoices();
  useReturn(files.data !== null && !files.loading);
  const change = (what: Parameters<typeof changeFilesAddress>[1]) =>
    setSearch(changeFilesAddress(search, what));
  const actions = (
    <Flex gap={2} wrap="wrap">
      {mayMerge && <WaitingMatches />}
      {mayImport && (
        <LinkButton tag={NavLink} to={paths.imports} variant="tertiary">
          {t('registry.import')}
        </LinkButton>
      )}
      {mayExport && (
        <LinkButton tag={NavLink} to={paths.exports} variant="tertiary">
          {t('registry.export')}
        </LinkButton>
      )}
      {mayWrite && (
        <LinkButton tag={NavLink} to={paths.newPerson} startIcon={<Plus aria-hidden />}>
          {t('registry.new')}
        </LinkButton>
      )}
    </Flex>
  );

  return (
    <PageFrame title={t('registry.title')} subtitle={t('registry.subtitle')} actions={actions}>
      <PersonSearch label={t('registry.search')} onPick={({ id }) => navigate(paths.person(id))} />
      <FileFilters address={address} choices={choices} change={change} />
      <Show from={files}>
        {({ rows, total, page, pageSize }) =>
          rows.length === 0 ? (
            <Empty>{t(mayWrite ? 'registry.empty-open' : 'registry.empty')}</Empty>
          ) : (
            <Stack>
              {narrow ? <FilesCards rows={rows} /> : <FilesTable {...{ rows, total, choices }} />}
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
    </PageFrame>
  );
}
