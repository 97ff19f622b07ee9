import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import type { BallotBody } from '../ballots';
import type { Ballots } from '../useBallots';

interface Props {
  /** of the request, where the page is not about it alone */
  reference?: string;
  body: BallotBody;
  ballots: Ballots;
}

/** Sent, and not answered yet. It is sent again until it is, and counts once. */
export function OnItsWay({ reference, body, ballots }: Props) {
  const { t, word } = useWords();
  const choice = word('ballot', body.choice);
  const about = reference && (
    <>
      <Bdi dir="ltr">{reference}</Bdi>
      {' · '}
    </>
  );
  if (!ballots.lost)
    return (
      <Typography tag="p" role="status">
        {about}
        {t('ballot.sending', { choice })}
      </Typography>
    );
  return (
    <Box background="warning100" hasRadius padding={4} role="alert">
      <Flex direction="column" alignItems="start" gap={3}>
        <Typography tag="p" fontWeight="bold" textColor="warning700">
          {about}
          {t('ballot.lost', { choice })}
        </Typography>
        <Typography tag="p" textColor="neutral800">
          {t('ballot.lost-explained')}
        </Typography>
        <Button variant="secondary" loading={ballots.busy} onClick={ballots.resend}>
          {t('ballot.resend')}
        </Button>
      </Flex>
    </Box>
  );
}
