import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { MinutesView } from '../../../../contracts/minutes';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';

/** Every version there was, and why the one before was not the last. */
export function Versions({ minutes }: { minutes: MinutesView }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  if (minutes.versions.length < 2) return null;
  return (
    <Panel title={t('minutes.versions')}>
      <Stack as="ul" style={{ listStyle: 'none', padding: 0 }}>
        {minutes.versions.map(({ version, state, superseded, madeAt, reason, signatures }) => (
          <li key={version}>
            {version === minutes.version ? (
              <Typography tag="p" fontWeight="bold">
                {t('minutes.version', { n: version })}
              </Typography>
            ) : (
              <Link tag={NavLink} to={`${paths.minutes(minutes.session.id)}?version=${version}`}>
                {t('minutes.version', { n: version })}
              </Link>
            )}
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t(superseded ? 'minutes.state.superseded' : `minutes.state.${state}`)}
              {' · '}
              <Bdi>{dayAndTime(madeAt)}</Bdi>
              {' · '}
              {t('minutes.signature-count', { n: signatures })}
            </Typography>
            {reason && (
              <Typography tag="p" variant="pi">
                <Bdi>{reason}</Bdi>
              </Typography>
            )}
          </li>
        ))}
      </Stack>
    </Panel>
  );
}
