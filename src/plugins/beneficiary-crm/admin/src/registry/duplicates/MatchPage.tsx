import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink, useParams } from 'react-router-dom';
import type { FileSide, MatchDetail } from '../../../../contracts/duplicates';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { PageFrame } from '../../ui/PageFrame';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { CompareTable } from './CompareTable';
import { JudgeFiles } from './JudgeFiles';
import { JudgeRequest } from './JudgeRequest';
import { Merged } from './Merged';
import { Reasons } from './Reasons';

/** Two files, or a request and a file, side by side: one person or two? */
export function MatchPage() {
  const { id = '' } = useParams();
  return <OneMatch key={id} id={id} />;
}

function OneMatch({ id }: { id: string }) {
  const { t } = useWords();
  const match = useCrm<MatchDetail>(`/matches/${encodeURIComponent(id)}`);
  return (
    <PageFrame
      title={t('match.title')}
      subtitle={t('match.subtitle')}
      back={{ to: paths.matches, label: t('match.back') }}
    >
      <Show from={match} lines={12}>
        {(loaded) => <Pair match={loaded} reload={match.reload} />}
      </Show>
    </PageFrame>
  );
}

const FileHead = ({ side }: { side: FileSide }) => (
  <Link tag={NavLink} to={paths.person(side.file.id)}>
    <Bdi dir="ltr">{side.file.fileNumber}</Bdi>
  </Link>
);

function Pair({ match, reload }: { match: MatchDetail; reload: () => void }) {
  const { t, word } = useWords();
  const { reasons, state, note, judgedBy } = match;
  return (
    <Stack>
      {match.kind === 'files' && match.merge && <Merged merge={match.merge} reload={reload} />}
      <Panel
        title={t('match.side-by-side')}
        aside={
          <Flex gap={2} wrap="wrap">
            <Reasons reasons={reasons} />
            <Tag tone={state === 'open' ? 'warning' : 'neutral'}>{word('match_state', state)}</Tag>
          </Flex>
        }
      >
        <Stack>
          {judgedBy && (
            <Typography tag="p" textColor="neutral600">
              {t('match.judged-by')} <Bdi>{judgedBy}</Bdi>
              {note && (
                <>
                  {': '}
                  <Bdi>{note}</Bdi>
                </>
              )}
            </Typography>
          )}
          {match.kind === 'files' ? (
            <CompareTable
              heads={[<FileHead side={match.sides[0]} />, <FileHead side={match.sides[1]} />]}
              sides={match.sides}
              files={match.sides}
              differs={match.differs}
            />
          ) : (
            <CompareTable
              heads={[
                <Link tag={NavLink} to={paths.request(match.request.id)}>
                  {t('matches.request')} <Bdi dir="ltr">{match.request.reference}</Bdi>
                </Link>,
                <FileHead side={match.side} />,
              ]}
              sides={[match.request, match.side]}
              files={[null, match.side]}
              differs={match.differs}
            />
          )}
        </Stack>
      </Panel>
      {match.kind === 'files'
        ? !match.merge && <JudgeFiles match={match} reload={reload} />
        : !match.linked && <JudgeRequest matchId={match.id} reload={reload} />}
    </Stack>
  );
}
