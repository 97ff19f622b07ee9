import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { MyCommittee, SessionName } from '../../../../contracts/sessions';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink, CardList } from '../../ui/CardList';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';
import { Tag } from '../../ui/Tag';

/** The member's next sessions, and the minutes that wait for the own signature. */
export function MySessions({ mine }: { mine: MyCommittee }) {
  const { t } = useWords();
  const { next, toSign } = mine;
  return (
    <Stack>
      {toSign.length > 0 && (
        <Panel title={t('mine.to-sign')}>
          <CardList aria-label={t('mine.to-sign')}>
            {toSign.map(({ session }) => (
              <li key={session.id}>
                <CardLink to={paths.minutes(session.id)}>
                  <When session={session} />
                </CardLink>
              </li>
            ))}
          </CardList>
        </Panel>
      )}
      <Panel title={t('mine.next')}>
        {next.length === 0 ? (
          <Empty>{t('mine.no-sessions')}</Empty>
        ) : (
          <CardList aria-label={t('mine.next')}>
            {next.map((session) => (
              <li key={session.id}>
                <CardLink to={paths.session(session.id)}>
                  <When session={session} />
                  <Flex gap={2} wrap="wrap">
                    <Typography textColor="neutral600">
                      {t('mine.items', { n: session.items })}
                    </Typography>
                    {session.apologised && <Tag tone="warning">{t('mine.apologised')}</Tag>}
                  </Flex>
                </CardLink>
              </li>
            ))}
          </CardList>
        )}
      </Panel>
      <div>
        <Link tag={NavLink} to={paths.conflicts}>
          {t('conflicts.title')}
        </Link>
      </div>
    </Stack>
  );
}

function When({ session }: { session: SessionName }) {
  const { t } = useWords();
  const { number } = useFormats();
  const { dates, time, place } = session;
  return (
    <>
      <Typography fontWeight="bold">
        <Bdi>{session.committeeName}</Bdi>
        {' · '}
        {t('session.title', { n: number(session.number) })}
      </Typography>
      <Typography>
        <Bdi>{t('common.both-dates', { day: dates.gregorian, hijri: dates.hijri })}</Bdi>
        {time && (
          <>
            {' · '}
            <Bdi dir="ltr">{time}</Bdi>
          </>
        )}
      </Typography>
      {place && (
        <Typography textColor="neutral600">
          <Bdi>{place}</Bdi>
        </Typography>
      )}
    </>
  );
}
