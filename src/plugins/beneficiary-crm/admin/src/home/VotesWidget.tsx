import { Box, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import type { MyCommittee } from '../../../contracts/sessions';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Counts } from './Counts';

/** What the committee wants of this member: votes, signatures, and when it sits next. */
export function VotesWidget() {
  const { t } = useWords();
  const { data, problem } = useCrm<MyCommittee>('/committee/mine');
  if (problem) return <Widget.Error>{problem.message}</Widget.Error>;
  if (!data) return <Widget.Loading />;
  const { needsMyVote, toSign, next } = data;
  const coming = next[0];
  if (needsMyVote.length + toSign.length + next.length === 0)
    return <Widget.NoData>{t('home.no-votes')}</Widget.NoData>;
  return (
    <>
      <Counts
        counts={[
          {
            key: 'votes',
            label: t('home.votes-waiting'),
            n: needsMyVote.length,
            to: paths.mine,
          },
          ...(toSign.length > 0
            ? [{ key: 'sign', label: t('mine.to-sign'), n: toSign.length, to: paths.mine }]
            : []),
        ]}
      />
      {coming && (
        <Box padding={3}>
          <Typography tag="p" textColor="neutral600">
            {t('home.next-session')}
          </Typography>
          <Typography tag="p">
            <Bdi>
              {t('common.both-dates', {
                day: coming.dates.gregorian,
                hijri: coming.dates.hijri,
              })}
            </Bdi>
            {coming.time && (
              <>
                {' · '}
                <Bdi dir="ltr">{coming.time}</Bdi>
              </>
            )}
          </Typography>
        </Box>
      )}
    </>
  );
}
