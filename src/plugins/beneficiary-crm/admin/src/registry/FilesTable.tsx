import { Typography } from '@strapi/design-system';
import type { FileList, RegistryChoices } from '../../../contracts/registry';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { ListTable } from '../ui/ListTable';
import { Tag } from '../ui/Tag';
import { fileTone, identityTone } from '../ui/tones';
import { PersonLines } from './PersonLines';
import { branchName } from './useRegistryChoices';

const columns = ['person', 'status', 'identity', 'categories', 'branch', 'requests'] as const;

interface Props {
  rows: FileList['rows'];
  total: number;
  choices: RegistryChoices | null;
}

export function FilesTable({ rows, total, choices }: Props) {
  const { t, word } = useWords();
  const { number } = useFormats();
  return (
    <ListTable
      label={t('registry.title')}
      columns={columns.map((key) => ({ key, label: t(`registry.column.${key}`) }))}
      rows={rows}
      total={total}
      to={({ id }) => paths.person(id)}
      name={({ name }) => name}
      under={(row) => <PersonLines person={row} />}
      cells={(row) => [
        <Tag tone={fileTone(row.status)}>{word('file_status', row.status)}</Tag>,
        row.identityState ? (
          <Tag tone={identityTone(row.identityState)}>
            {word('identity-state', row.identityState)}
          </Tag>
        ) : (
          <Typography textColor="neutral600">{t('applicant.no-identity')}</Typography>
        ),
        <Typography>{row.categories.map(({ name }) => name).join(t('common.comma'))}</Typography>,
        <Typography>{row.branch && <Bdi>{branchName(choices, row.branch)}</Bdi>}</Typography>,
        <Typography>{number(row.requests)}</Typography>,
      ]}
    />
  );
}
