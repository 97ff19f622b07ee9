import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../../app/words';
import type { Problem } from '../../app/problem';
import type { Draft } from './draft';

interface Props {
  pending: Draft['pending'];
  problem: Problem | null;
  waiting: boolean;
  online: boolean;
  retry: () => void;
  cancel: () => void;
}

/** How the sending stands: no connection, no answer yet, or refused and why. */
export function SendingNotice({ pending, problem, waiting, online, retry, cancel }: Props) {
  const { t } = useWords();
  if (pending === null && problem === null && online) return null;
  const refused = pending === null && problem !== null;
  return (
    <Box
      role={refused ? 'alert' : 'status'}
      background={refused ? 'danger100' : 'warning100'}
      hasRadius
      padding={4}
      hidden={pending !== null && !waiting}
    >
      <Flex direction="column" alignItems="start" gap={3}>
        <Typography tag="p" textColor={refused ? 'danger700' : 'warning700'}>
          {refused
            ? problem.message
            : pending === null
              ? t('receive.offline')
              : t(online ? 'receive.no-answer' : 'receive.waiting')}
        </Typography>
        {pending !== null && waiting && (
          <Flex gap={2} wrap="wrap">
            <Button type="button" variant="secondary" onClick={retry} disabled={!online}>
              {t('receive.try-now')}
            </Button>
            {/* What may have arrived is not changed any more: its answer is still to come. */}
            {!pending.tried && (
              <Button type="button" variant="tertiary" onClick={cancel}>
                {t('receive.edit-again')}
              </Button>
            )}
          </Flex>
        )}
      </Flex>
    </Box>
  );
}
