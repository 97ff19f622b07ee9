import { Box, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { BallotReceipt } from '../../../../contracts/items';
import type { MyItem } from '../../../../contracts/sessions';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Stack } from '../../ui/Prose';
import { Empty } from '../../ui/States';
import { OnItsWay } from '../item/OnItsWay';
import type { Ballots } from '../useBallots';
import { nextUp, pathOf } from './queue';
import { VoteCard } from './VoteCard';

/** How many are read ahead: the next one is there at once, and also when the line breaks. */
const ahead = 3;

interface Props {
  items: MyItem[];
  ballots: Ballots;
  /** of the ballot that was answered last */
  receipt: BallotReceipt | null;
}

/** What waits for the vote, one at a time. What could not be sent yet stands above, and the next one goes on. */
export function VoteQueue({ items, ballots, receipt }: Props) {
  const { t, word } = useWords();
  const [later, setLater] = useState<string[]>([]);
  const onTheirWay = items.filter((item) => ballots.waitingFor(pathOf(item)) !== null);
  const queue = nextUp(
    items.filter((item) => !onTheirWay.includes(item)),
    later,
  );
  const current = queue[0]?.itemId;

  // Who has voted goes on with the next one where it stands, also with a keyboard or a screen reader.
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(current);
  useEffect(() => {
    if (before.current !== undefined && before.current !== current) top.current?.focus();
    before.current = current;
  }, [current]);

  return (
    <Stack>
      <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
        <Stack>
          {receipt && (
            <Box background="success100" hasRadius padding={4} role="status">
              <Typography tag="p" fontWeight="bold">
                {t('mine.receipt', { choice: word('ballot', receipt.choice) })}{' '}
                <Bdi dir="ltr">{receipt.code}</Bdi>
              </Typography>
            </Box>
          )}
          {onTheirWay.map((item) => {
            const body = ballots.waitingFor(pathOf(item));
            return (
              body && (
                <OnItsWay
                  key={item.itemId}
                  reference={item.reference}
                  body={body}
                  ballots={ballots}
                />
              )
            );
          })}
        </Stack>
      </div>
      {queue.length === 0 && onTheirWay.length === 0 && (
        <Empty>{t(receipt ? 'mine.all-done' : 'mine.nothing')}</Empty>
      )}
      {queue.slice(0, ahead).map((item, place) => (
        <VoteCard
          key={item.itemId}
          item={item}
          hidden={place > 0}
          left={queue.length}
          ballots={ballots}
          putOff={
            queue.length > 1
              ? () => setLater((all) => [...all.filter((id) => id !== item.itemId), item.itemId])
              : null
          }
        />
      ))}
    </Stack>
  );
}
