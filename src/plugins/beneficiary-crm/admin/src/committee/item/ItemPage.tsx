import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useOpened, useWayBack } from '../../app/returning';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { Rules } from '../Rules';
import { useBallots } from '../useBallots';
import { BallotPanel } from './BallotPanel';
import { CaseFile } from './CaseFile';
import { DecisionPanel } from './DecisionPanel';
import { Gist } from './Gist';
import { ItemNav } from './ItemNav';
import { MembersPanel } from './MembersPanel';
import { PresidingPanel } from './PresidingPanel';

/**
 * What it is about, the vote, the file, who is there: one below the other on a phone. Where there is room the file
 * stands beside the vote.
 */
const Parts = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};
  grid-template-columns: minmax(0, 1fr);
  align-items: start;

  @media (min-width: 1080px) {
    grid-template: 'gist vote' auto 'file vote' auto 'file people' 1fr / minmax(0, 1fr) 42rem;

    & > :nth-child(1) {
      grid-area: gist;
    }
    & > :nth-child(2) {
      grid-area: vote;
    }
    & > :nth-child(3) {
      grid-area: file;
    }
    & > :nth-child(4) {
      grid-area: people;
    }
  }
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
        {(loaded) => {
          const props = { item: loaded, path, reload };
          return (
            <Parts>
              <Gist {...props} />
              <Stack>
                <BallotPanel item={loaded} path={path} ballots={ballots} />
                <DecisionPanel {...props} />
                <PresidingPanel {...props} />
              </Stack>
              <CaseFile item={loaded} />
              <Stack>
                <MembersPanel {...props} />
                <Rules rules={loaded.rules} />
              </Stack>
            </Parts>
          );
        }}
      </Show>
    </PageFrame>
  );
}
