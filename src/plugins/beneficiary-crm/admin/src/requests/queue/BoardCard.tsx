import { Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { QueueRow } from '../../../../contracts/admin';
import { paths } from '../../app/paths';
import { rowId, useLeaving } from '../../app/returning';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { PromiseText } from '../PromiseText';

const Card = styled.li`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  overflow-wrap: anywhere;

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  /* Strapi's link keeps to one line. */
  a,
  a span {
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;

interface Props {
  row: QueueRow;
  steps: (row: QueueRow) => void;
  /** the focus came to the card */
  focus: () => void;
}

/** One request on the board: whose it is, what about, until when, and who has it. */
export function BoardCard({ row, steps, focus }: Props) {
  const { t, word } = useWords();
  const state = useLeaving();
  return (
    <Card onFocus={focus}>
      <Flex justifyContent="space-between" alignItems="start" gap={2}>
        <Link tag={NavLink} id={rowId(row.id)} to={paths.request(row.id)} state={state}>
          <Bdi>{row.applicantName}</Bdi>
        </Link>
        <IconButton
          size="XS"
          label={t('board.steps-of', { name: row.applicantName })}
          onClick={() => steps(row)}
        >
          <More aria-hidden />
        </IconButton>
      </Flex>
      <Typography variant="pi">
        {row.serviceName ?? word('kind', row.kind)}
        {/* An appeal is about a service, and is another matter than asking for it. */}
        {row.serviceName && row.kind !== 'assistance' && ` · ${word('kind', row.kind)}`}
      </Typography>
      <PromiseText promise={row.promise} />
      <Typography variant="pi" textColor="neutral600">
        <Bdi dir="ltr">{row.reference}</Bdi>
        {' · '}
        {row.assigneeName ? <Bdi>{row.assigneeName}</Bdi> : t('inbox.nobody')}
      </Typography>
    </Card>
  );
}
