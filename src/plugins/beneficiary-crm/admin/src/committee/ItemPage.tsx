import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../contracts/items';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { BallotPanel } from './BallotPanel';
import { DecisionPanel } from './DecisionPanel';
import { FilePane } from './FilePane';
import { MembersPanel } from './MembersPanel';
import { PresidingPanel } from './PresidingPanel';
import { Rules } from './SessionPage';

/** The ballot first on a phone, and beside the file where there is room. */
const Sides = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};
  grid-template-columns: minmax(0, 1fr);
  align-items: start;

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 1fr) 42rem;

    & > :first-child {
      order: 2;
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
  const { t, word } = useWords();
  const { session = '', item: id = '' } = useParams();
  const path = `/sessions/${encodeURIComponent(session)}/items/${encodeURIComponent(id)}`;
  const item = useCrm<AgendaItemDetail>(path);
  const { data, reload } = item;
  // Others act on the item at the same time: who waits for the opening or the close need not ask again.
  const moving = data?.status === 'pending' || data?.status === 'open';
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(reload, refreshEvery);
    return () => clearInterval(timer);
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
      back={{ to: paths.session(session), label: t('item.back') }}
    >
      <Show from={item} lines={10}>
        {(loaded) => {
          const props = { item: loaded, path, reload };
          return (
            <Sides>
              <Stack>
                <BallotPanel {...props} />
                <DecisionPanel {...props} />
                <PresidingPanel {...props} />
                <MembersPanel {...props} />
                <Rules rules={loaded.rules} />
              </Stack>
              <FilePane item={loaded} />
            </Sides>
          );
        }}
      </Show>
    </PageFrame>
  );
}
