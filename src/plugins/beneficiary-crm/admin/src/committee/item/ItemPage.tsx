import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useOpened, useWayBack } from '../../app/returning';
import { useMedia } from '../../app/useMedia';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { Rules } from '../Rules';
import { useBallots } from '../useBallots';
import type { Ballots } from '../useBallots';
import { BallotPanel } from './BallotPanel';
import { CaseFile } from './CaseFile';
import { DecisionPanel } from './DecisionPanel';
import { Gist } from './Gist';
import { ItemNav } from './ItemNav';
import { MembersPanel } from './MembersPanel';
import { NotesPanel } from './NotesPanel';
import { PresidingPanel } from './PresidingPanel';

const Columns = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};
  grid-template-columns: minmax(0, 1fr) 42rem;
  align-items: start;
`;

/** milliseconds */
const refreshEvery = 5_000;

export interface ItemProps {
  item: AgendaItemDetail;
  /** address of the item's commands */
  path: string;
  reload: () => void;
}

export function ItemPage() {
  const { session = '', item = '' } = useParams();
  // What is opened or being typed on one item is not that of the next.
  return <OneItem key={item} session={session} id={item} />;
}

function OneItem({ session, id }: { session: string; id: string }) {
  const { t, word } = useWords();
  const path = `/sessions/${encodeURIComponent(session)}/items/${encodeURIComponent(id)}`;
  const item = useCrm<AgendaItemDetail>(path);
  const { data, reload } = item;
  const ballots = useBallots(reload);
  const back = useWayBack(paths.session(session));
  useOpened(id);
  // Others act on the item at the same time: who waits for the opening or the close need not ask again.
  const moving = data?.status === 'pending' || data?.status === 'open';
  useEffect(() => {
    if (!moving) return undefined;
    const look = () => document.visibilityState === 'visible' && reload();
    const timer = setInterval(look, refreshEvery);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [moving, reload]);
  return (
    <PageFrame
      title={data?.applicantName ?? t('item.title')}
      subtitle={
        data
          ? t('request.subtitle', {
              about: data.serviceName ?? word('kind', data.kind),
              reference: data.reference,
            })
          : undefined
      }
      back={{ ...back, label: t('item.back') }}
    >
      <ItemNav session={session} item={id} status={data?.status} />
      <Show from={item} lines={10}>
        {(loaded) => <ItemBody item={loaded} path={path} reload={reload} ballots={ballots} />}
      </Show>
    </PageFrame>
  );
}

/**
 * What it is about, the vote, the file, who is there: one below the other on a phone. Where there is room the file
 * stands on one side, and what one does on the other.
 */
function ItemBody({ ballots, ...props }: ItemProps & { ballots: Ballots }) {
  const { item, path } = props;
  const wide = useMedia('(min-width: 1080px)');
  const takesAttendance = item.rights.attendance.allowed;
  const gist = <Gist {...props} />;
  const vote = (
    <>
      <BallotPanel item={item} path={path} ballots={ballots} />
      <DecisionPanel {...props} />
      <PresidingPanel {...props} />
    </>
  );
  const file = <CaseFile item={item} path={path} />;
  const members = <MembersPanel {...props} />;
  const people = (
    <>
      {takesAttendance && members}
      <NotesPanel path={path} item={item.id} />
      {!takesAttendance && members}
      <Rules rules={item.rules} />
    </>
  );
  if (!wide)
    return (
      <Stack>
        {gist}
        {vote}
        {file}
        {people}
      </Stack>
    );
  return (
    <Columns>
      <Stack>
        {gist}
        {file}
      </Stack>
      <Stack>
        {vote}
        {people}
      </Stack>
    </Columns>
  );
}
