import { useNotification } from '@strapi/strapi/admin';
import { Button, Checkbox, Field, Textarea, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { BallotReceipt } from '../../../contracts/items';
import type { BallotChoice } from '../../../contracts/vocabulary';
import { ballotChoices } from '../../../contracts/vocabulary';
import { useCommand } from '../app/api';
import { useFormats } from '../app/formats';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { Prose, Stack } from '../ui/Prose';
import type { ItemProps } from './ItemPage';
import { RecusalDialog } from './RecusalDialog';

const Choices = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: ${({ theme }) => theme.spaces[3]};

  button {
    min-block-size: 5.6rem;
    block-size: auto;
    inline-size: 100%;
    justify-content: center;
  }
  button span {
    font-size: ${({ theme }) => theme.fontSizes[3]};
  }
`;
const looks = {
  accept: 'success-light',
  reject: 'danger-light',
  defer: 'secondary',
  abstain: 'tertiary',
} as const satisfies Record<BallotChoice, string>;

/** The member's ballot: four large buttons, a reservation with its reasons, and nothing of how others voted. */
export function BallotPanel({ item, path, reload }: ItemProps) {
  const { t, word } = useWords();
  const { number, dayAndTime } = useFormats();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`${item.id}.ballot`, {
    reserved: false,
    reservation: '',
  });
  const [error, setError] = useState<string | undefined>();
  const [recusing, setRecusing] = useState(false);
  // One key for one ballot: an answer that was lost on the way is asked for again, not voted again.
  const attempt = useRef<{ ballot: string; key: string } | null>(null);
  const { vote, recuse } = item.rights;
  const isMember = item.members.some(({ me }) => me);
  if (!isMember) return null;

  const cast = async (choice: BallotChoice) => {
    const reservation = draft.reserved ? draft.reservation.trim() : '';
    if (draft.reserved && reservation.length < 3) return setError(t('ballot.reasons-needed'));
    setError(undefined);
    const body = { choice, ...(reservation ? { reservation } : {}) };
    const ballot = JSON.stringify(body);
    if (attempt.current?.ballot !== ballot) attempt.current = { ballot, key: crypto.randomUUID() };
    const outcome = await send<BallotReceipt>(`${path}/ballots`, body, {
      'Idempotency-Key': attempt.current.key,
    });
    if (outcome === null) return;
    if (outcome.ok) {
      attempt.current = null;
      clear();
      toggleNotification({
        type: 'success',
        message: t('ballot.cast', { choice: word('ballot', choice) }),
      });
    } else setError(outcome.problem.fields.reservation ?? outcome.problem.message);
    reload();
  };

  return (
    <Panel title={t('ballot.title')}>
      <Stack>
        {item.myBallot && (
          <div>
            <Typography tag="p" fontWeight="bold">
              {t('ballot.mine', {
                choice: word('ballot', item.myBallot.choice),
                at: dayAndTime(item.myBallot.castAt),
              })}
            </Typography>
            {item.myBallot.reservation && <Prose>{item.myBallot.reservation}</Prose>}
          </div>
        )}
        {vote.allowed ? (
          <>
            {item.myBallot && <Typography tag="p">{t('ballot.may-change')}</Typography>}
            <Choices>
              {ballotChoices.map((choice) => (
                <Button
                  key={choice}
                  size="L"
                  variant={looks[choice]}
                  disabled={busy}
                  aria-pressed={item.myBallot?.choice === choice}
                  onClick={() => void cast(choice)}
                >
                  {word('ballot', choice)}
                </Button>
              ))}
            </Choices>
            <Checkbox
              checked={draft.reserved}
              onCheckedChange={(on) => change({ reserved: on === true })}
            >
              {t('ballot.reserve')}
            </Checkbox>
            {draft.reserved && (
              <Field.Root name="reservation" required error={error}>
                <Field.Label>{t('ballot.reservation')}</Field.Label>
                <Textarea
                  value={draft.reservation}
                  maxLength={2000}
                  onChange={(event) => change({ reservation: event.target.value })}
                />
                <Field.Error />
              </Field.Root>
            )}
            {error && !draft.reserved && (
              <Typography tag="p" role="alert" textColor="danger700">
                {error}
              </Typography>
            )}
          </>
        ) : (
          vote.message && <Typography tag="p">{vote.message}</Typography>
        )}
        {item.status === 'open' && (
          <Typography tag="p" textColor="neutral600" role="status">
            {t('ballot.turnout', {
              voted: number(item.turnout.voted),
              mayVote: number(item.turnout.mayVote),
            })}
          </Typography>
        )}
        {recuse.allowed && (
          <Button variant="tertiary" onClick={() => setRecusing(true)}>
            {t('recusal.button')}
          </Button>
        )}
      </Stack>
      {recusing && <RecusalDialog item={item} path={path} close={() => setRecusing(false)} />}
    </Panel>
  );
}
