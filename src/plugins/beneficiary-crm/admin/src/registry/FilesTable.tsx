import { Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink, useNavigate } from 'react-router-dom';
import type { FileList, RegistryChoices } from '../../../contracts/registry';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { rowId, useLeaving } from '../app/returning';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Tag } from '../ui/Tag';
import { fileTone, identityTone } from '../ui/tones';
import { WrappingTable } from '../ui/WrappingTable';
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
  const navigate = useNavigate();
  const state = useLeaving();
  return (
    <WrappingTable>
      <Table colCount={columns.length} rowCount={total} aria-label={t('registry.title')}>
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column}>
                <Typography variant="pi" fontWeight="bold" textColor="neutral600">
                  {t(`registry.column.${column}`)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr
              key={row.id}
              onClick={() => navigate(paths.person(row.id), { state })}
              cursor="pointer"
            >
              <Td>
                <Link
                  tag={NavLink}
                  id={rowId(row.id)}
                  to={paths.person(row.id)}
                  state={state}
                  onClick={(event) => event.stopPropagation()}
                >
                  <Bdi>{row.name}</Bdi>
                </Link>
                <PersonLines person={row} />
              </Td>
              <Td>
                <Tag tone={fileTone(row.status)}>{word('file_status', row.status)}</Tag>
              </Td>
              <Td>
                {row.identityState ? (
                  <Tag tone={identityTone(row.identityState)}>
                    {word('identity-state', row.identityState)}
                  </Tag>
                ) : (
                  <Typography textColor="neutral600">{t('applicant.no-identity')}</Typography>
                )}
              </Td>
              <Td>
                <Typography>
                  {row.categories.map(({ name }) => name).join(t('common.comma'))}
                </Typography>
              </Td>
              <Td>
                <Typography>
                  {row.branch && <Bdi>{branchName(choices, row.branch)}</Bdi>}
                </Typography>
              </Td>
              <Td>
                <Typography>{number(row.requests)}</Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </WrappingTable>
  );
}
