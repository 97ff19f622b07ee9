import { Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink, useNavigate } from 'react-router-dom';
import type { QueueRow } from '../../../contracts/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Tag } from '../ui/Tag';
import { requestTone } from '../ui/tones';
import { WrappingTable } from '../ui/WrappingTable';
import { PromiseText } from './PromiseText';
import { rowId, useLeaving } from '../app/returning';

const columns = ['applicant', 'about', 'status', 'promise', 'channel', 'assignee'] as const;

export function QueueTable({ rows, total }: { rows: QueueRow[]; total: number }) {
  const { t, word } = useWords();
  const navigate = useNavigate();
  const state = useLeaving();
  return (
    <WrappingTable>
      <Table colCount={columns.length} rowCount={total} aria-label={t('inbox.title')}>
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column}>
                <Typography variant="pi" fontWeight="bold" textColor="neutral600">
                  {t(`inbox.column.${column}`)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr
              key={row.id}
              onClick={() => navigate(paths.request(row.id), { state })}
              cursor="pointer"
            >
              <Td>
                <Link
                  tag={NavLink}
                  id={rowId(row.id)}
                  to={paths.request(row.id)}
                  state={state}
                  onClick={(event) => event.stopPropagation()}
                >
                  <Bdi>{row.applicantName}</Bdi>
                </Link>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  <Bdi dir="ltr">{row.reference}</Bdi>
                  {row.city && (
                    <>
                      {' · '}
                      <Bdi>{row.city}</Bdi>
                    </>
                  )}
                </Typography>
              </Td>
              <Td>
                <Typography tag="p">{row.serviceName ?? word('kind', row.kind)}</Typography>
                {row.serviceName && (
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {word('kind', row.kind)}
                  </Typography>
                )}
              </Td>
              <Td>
                <Tag tone={requestTone(row.status)}>{word('status', row.status)}</Tag>
              </Td>
              <Td>
                <PromiseText promise={row.promise} />
              </Td>
              <Td>
                <Typography>{word('channel', row.channel)}</Typography>
              </Td>
              <Td>
                <Typography textColor={row.assigneeName ? 'neutral800' : 'neutral600'}>
                  {row.assigneeName ? <Bdi>{row.assigneeName}</Bdi> : t('inbox.nobody')}
                </Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </WrappingTable>
  );
}
