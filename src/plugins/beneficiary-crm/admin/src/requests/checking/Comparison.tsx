import { useNotification } from '@strapi/strapi/admin';
import { Button, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ComparisonView } from '../../../../contracts/checking';
import type { RequestDetail } from '../../../../contracts/admin';
import { useCommand } from '../../app/api';
import { isolated, useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';

const tones = {
  same: 'success',
  differs: 'warning',
  missing_in_file: 'neutral',
  missing_in_request: 'neutral',
} as const;

const Rows = styled.table`
  inline-size: 100%;
  border-collapse: collapse;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: 1.7;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    padding-block: ${({ theme }) => theme.spaces[2]};
    padding-inline-end: ${({ theme }) => theme.spaces[3]};
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @media (max-width: 40rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr,
    th,
    td {
      display: block;
      border: 0;
      padding-block: ${({ theme }) => theme.spaces[1]};
    }
    tr {
      padding-block: ${({ theme }) => theme.spaces[3]};
      border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    td[data-head]::before {
      content: attr(data-head) ': ';
      color: ${({ theme }) => theme.colors.neutral600};
    }
  }
`;

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** What the request says of its applicant, beside what the registry says (S2). */
export function Comparison({ request, reload }: Props) {
  const { t } = useWords();
  return (
    <>
      {request.comparison.map((one) => (
        <Panel
          key={one.fileId}
          title={
            one.linked
              ? t('compare.title')
              : t('compare.title-candidate', { file: isolated(one.fileNumber) })
          }
          aside={
            <Link tag={NavLink} to={paths.person(one.fileId)}>
              <Bdi>{one.fileName}</Bdi> <Bdi dir="ltr">{one.fileNumber}</Bdi>
            </Link>
          }
        >
          <Stack>
            <Beside requestId={request.id} one={one} reload={reload} />
            {!one.linked && (
              <Typography tag="p" textColor="neutral600">
                {t('compare.link-first')}
              </Typography>
            )}
          </Stack>
        </Panel>
      ))}
    </>
  );
}

interface BesideProps {
  requestId: string;
  one: ComparisonView;
  reload: () => void;
}

function Beside({ requestId, one, reload }: BesideProps) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  type Row = ComparisonView['rows'][number];
  const shown = ({ field, idType }: Row, value: string | null, side: 'request' | 'file') => {
    if (value === null) return '—';
    if (field === 'preferred_channel') return word('contact', value);
    if (field === 'birth') return value.length === 10 ? day(value) : value;
    const type = idType?.[side];
    const ltr = ['identity', 'phone', 'email'].includes(field);
    return (
      <>
        {type && `${word('identity', type)} `}
        <Bdi dir={ltr ? 'ltr' : undefined}>{value}</Bdi>
      </>
    );
  };
  const take = async ({ field }: Row) => {
    const outcome = await send(`/requests/${requestId}/take-over`, {
      field,
      file: one.fileId,
      expectedVersion: one.fileVersion,
    });
    if (outcome === null) return;
    toggleNotification(
      outcome.ok
        ? { type: 'success', message: t('compare.taken') }
        : { type: 'warning', message: outcome.problem.message },
    );
    reload();
  };
  return (
    <Rows>
      <thead>
        <tr>
          <th scope="col">{t('compare.field')}</th>
          <th scope="col">{t('compare.request')}</th>
          <th scope="col">{t('compare.file')}</th>
          <th scope="col">{t('compare.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {one.rows.map((row) => {
          const label = t(`compare.field.${row.field}`);
          return (
            <tr key={row.field}>
              <th scope="row">{label}</th>
              <td data-head={t('compare.request')}>{shown(row, row.request, 'request')}</td>
              <td data-head={t('compare.file')}>{shown(row, row.file, 'file')}</td>
              <td>
                <Tag tone={tones[row.verdict]}>{t(`compare.${row.verdict}`)}</Tag>
                {row.mayTake && (
                  <Button
                    size="S"
                    variant="tertiary"
                    disabled={busy}
                    aria-label={t('compare.take-this', { label })}
                    onClick={() => void take(row)}
                  >
                    {t('compare.take')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Rows>
  );
}
