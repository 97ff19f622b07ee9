import { Button, Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import type { Ballots } from '../useBallots';
import { BallotForm } from './BallotForm';
import { ConflictDialog } from './ConflictDialog';
import { MyBallot } from './MyBallot';
import { OnItsWay } from './OnItsWay';
import { Turnout } from './Turnout';

interface Props {
  item: AgendaItemDetail;
  /** address of the item's commands */
  path: string;
  ballots: Ballots;
}

/** The member's ballot: what it is, how it is on its way, or the buttons to cast it; nothing of how others voted. */
export function BallotPanel({ item, path, ballots }: Props) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const [changing, setChanging] = useState(false);
  const [declaring, setDeclaring] = useState(false);
  const waiting = ballots.waitingFor(path);
  const refused = ballots.refusedFor(path);
  const { vote, recuse } = item.rights;
  if (!item.members.some(({ me }) => me)) return null;
  const asks = vote.allowed && (changing || (!item.myBallot && !waiting));

  return (
    <Panel title={t('ballot.title')}>
      <Stack ref={box} tabIndex={-1} style={{ outline: 'none' }}>
        {waiting ? (
          <OnItsWay body={waiting} ballots={ballots} />
        ) : (
          item.myBallot && <MyBallot item={item} />
        )}
        {refused && (
          <Typography tag="p" role="alert" textColor="danger700">
            {refused.message}
          </Typography>
        )}
        {asks && (
          <BallotForm
            item={item}
            fields={refused?.fields ?? {}}
            busy={ballots.busy && waiting !== null}
            cast={(body) => {
              setChanging(false);
              // The buttons go away: the keyboard stays with what has become of the ballot.
              box.current?.focus();
              ballots.cast(path, body);
            }}
          />
        )}
        {vote.allowed && (item.myBallot || waiting) && (
          <Flex>
            <Button size="L" variant="tertiary" onClick={() => setChanging(!changing)}>
              {t(changing ? 'ballot.keep' : 'ballot.change')}
            </Button>
          </Flex>
        )}
        {!vote.allowed && vote.message && !item.tally && (
          <Typography tag="p">{vote.message}</Typography>
        )}
        {item.status === 'open' && item.closesAt && (
          <Typography tag="p" fontWeight="bold">
            {t('ballot.until', { at: dayAndTime(item.closesAt) })}
          </Typography>
        )}
        {item.status === 'open' && <Turnout item={item} />}
        {recuse.allowed && (
          <Flex>
            <Button variant="tertiary" onClick={() => setDeclaring(true)}>
              {t('recusal.button')}
            </Button>
          </Flex>
        )}
      </Stack>
      {declaring && <ConflictDialog item={item} path={path} close={() => setDeclaring(false)} />}
    </Panel>
  );
}
