import { Box, Typography } from '@strapi/design-system';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Prose, Stack } from '../../ui/Prose';

/** What one has voted, as the server has it, and the receipt: its code stands among those counted after the close. */
export function MyBallot({ item }: { item: AgendaItemDetail }) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { myBallot, tally, counted } = item;
  if (!myBallot) return null;
  const choice = word('ballot', myBallot.choice);
  const open = item.status === 'open';
  const missed = tally !== null && myBallot.code !== null && !counted.includes(myBallot.code);
  return (
    <Box background={missed ? 'warning100' : 'success100'} hasRadius padding={4} role="status">
      <Stack>
        <Typography tag="p" fontWeight="bold" style={{ lineHeight: 1.7 }}>
          {t('ballot.mine', { choice, at: dayAndTime(myBallot.castAt) })}
        </Typography>
        {myBallot.missing && <Part title={t('ballot.missing')} text={myBallot.missing} />}
        {myBallot.reservation && (
          <Part title={t('ballot.reservation')} text={myBallot.reservation} />
        )}
        {myBallot.code && (
          <Typography tag="p">
            {t('ballot.code')}{' '}
            <Typography tag="strong" fontWeight="bold" data-testid="ballot-code">
              <Bdi dir="ltr">{myBallot.code}</Bdi>
            </Typography>
          </Typography>
        )}
        {open && (
          <Typography tag="p" variant="pi" textColor="neutral700">
            {t(item.secrecy === 'secret' ? 'ballot.secret' : 'ballot.sealed')}{' '}
            {myBallot.code && t('ballot.code-later')}
          </Typography>
        )}
        {tally && myBallot.code && (
          <Typography tag="p">
            {t(missed ? 'ballot.not-counted' : 'ballot.counted', { choice })}
          </Typography>
        )}
      </Stack>
    </Box>
  );
}

const Part = ({ title, text }: { title: string; text: string }) => (
  <div>
    <Typography tag="h3" variant="pi" fontWeight="bold">
      {title}
    </Typography>
    <Prose>{text}</Prose>
  </div>
);
