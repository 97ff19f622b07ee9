import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { NoticeRow } from '../../../contracts/notices';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Tag } from '../ui/Tag';

export const NoticeItems = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  list-style: none;
  padding: 0;
  overflow-wrap: anywhere;
`;

/** One notice: of which request, what is the matter, and that one has read it. */
export function NoticeItem({ notice, read }: { notice: NoticeRow; read: () => void }) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { kind, reference, step, dueAt, settled, readAt } = notice;
  const over = kind === 'step_overdue';
  const when = settled
    ? t('notice.settled')
    : dueAt && t(over ? 'notice.was-due' : 'notice.due', { when: dayAndTime(dueAt) });
  return (
    <Box tag="li" background="neutral0" hasRadius padding={4} shadow="tableShadow">
      <Flex justifyContent="space-between" alignItems="start" gap={3} wrap="wrap">
        <Flex direction="column" alignItems="start" gap={1} flex="1 1 24rem">
          <Flex gap={2} wrap="wrap">
            <Typography
              tag="p"
              fontWeight={readAt ? 'regular' : 'bold'}
              textColor={over && !settled ? 'danger700' : 'neutral800'}
            >
              {t(`notice.${kind}`, { step: word('status', step) })}
            </Typography>
            {!readAt && <Tag tone="primary">{t('notice.new')}</Tag>}
          </Flex>
          <Link
            tag={NavLink}
            to={paths.request(notice.requestId)}
            onClick={readAt ? undefined : read}
          >
            <Bdi>{notice.applicantName}</Bdi>
          </Link>
          <Typography tag="p" textColor="neutral600">
            {notice.serviceName ?? word('kind', notice.requestKind)}
            {' · '}
            <Bdi dir="ltr">{reference}</Bdi>
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {when}
          </Typography>
        </Flex>
        {!readAt && (
          <Button
            variant="tertiary"
            onClick={read}
            aria-label={t('notices.read-of', { reference })}
          >
            {t('notices.read')}
          </Button>
        )}
      </Flex>
    </Box>
  );
}
