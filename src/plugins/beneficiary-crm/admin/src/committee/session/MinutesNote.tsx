import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { SessionDetail } from '../../../../contracts/sessions';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';

/** The minutes wait for the reader: to be signed, or to be written. */
export function MinutesNote({ session }: { session: SessionDetail }) {
  const { t } = useWords();
  const { minutesState: state, may, status } = session;
  const key = state?.needsMySignature
    ? 'minutes.note.sign'
    : may.writeMinutes && state?.state === 'draft'
      ? 'minutes.note.draft'
      : may.writeMinutes && state === null && status === 'closed'
        ? 'minutes.note.write'
        : null;
  if (key === null) return null;
  return (
    <Box background="warning100" padding={4} hasRadius>
      <Flex gap={3} wrap="wrap">
        <Typography tag="p" fontWeight="bold">
          {t(key)}
        </Typography>
        <Link tag={NavLink} to={paths.minutes(session.id)}>
          {t('minutes.open')}
        </Link>
      </Flex>
    </Box>
  );
}
