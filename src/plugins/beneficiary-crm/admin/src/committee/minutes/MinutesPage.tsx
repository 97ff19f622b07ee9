import { Box, Typography } from '@strapi/design-system';
import { useParams, useSearchParams } from 'react-router-dom';
import type { MinutesView } from '../../../../contracts/minutes';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useLive } from '../../app/useLive';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Sides } from '../../ui/Sides';
import { Show } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { useSessionWords } from '../sessions/useSessionWords';
import { MinutesForm } from './MinutesForm';
import { NotYet } from './NotYet';
import { PdfButton } from './PdfButton';
import { Sheet } from './Sheet';
import { SignPanel } from './SignPanel';
import { Signatures } from './Signatures';
import { minutesTones } from './tones';
import { Versions } from './Versions';

/** The minutes of a session: written, signed by those who were there, and read in every version. */
export function MinutesPage() {
  const { t } = useWords();
  const words = useSessionWords();
  const { session: id = '' } = useParams();
  const [query] = useSearchParams();
  const version = query.get('version') ?? undefined;
  const path = `/sessions/${encodeURIComponent(id)}/minutes`;
  const minutes = useCrm<MinutesView>(path, { version });
  useLive(minutes.reload);
  const { data, reload } = minutes;
  return (
    <PageFrame
      title={t('minutes.title')}
      subtitle={data ? `${words.title(data.session)} · ${data.session.committeeName}` : undefined}
      back={{ to: paths.session(id), label: t('session.back') }}
      actions={data && <PdfButton path={path} minutes={data} />}
    >
      {minutes.problem?.status === 404 ? (
        <NotYet session={id} path={path} reload={reload} />
      ) : (
        <Show from={minutes} lines={12}>
          {(loaded) => {
            const props = { minutes: loaded, path, reload };
            return (
              <Stack>
                {loaded.superseded && <Superseded />}
                <Sides>
                  {loaded.may.edit ? (
                    <MinutesForm key={loaded.version} {...props} />
                  ) : (
                    <Panel
                      title={t('minutes.version', { n: loaded.version })}
                      aside={
                        <Tag tone={minutesTones[loaded.state]}>
                          {t(`minutes.state.${loaded.state}`)}
                        </Tag>
                      }
                    >
                      <Sheet minutes={loaded} />
                    </Panel>
                  )}
                  <Stack>
                    <SignPanel {...props} />
                    <Signatures minutes={loaded} />
                    <Versions minutes={loaded} />
                  </Stack>
                </Sides>
              </Stack>
            );
          }}
        </Show>
      )}
    </PageFrame>
  );
}

function Superseded() {
  const { t } = useWords();
  return (
    <Box background="warning100" padding={4} hasRadius>
      <Typography tag="p" fontWeight="bold" textColor="warning700">
        {t('minutes.superseded')}
      </Typography>
    </Box>
  );
}
