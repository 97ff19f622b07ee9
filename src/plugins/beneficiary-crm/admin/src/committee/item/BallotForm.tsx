import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Check, Clock, Cross, Minus } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { ballotChoices } from '../../../../contracts/vocabulary';
import type { BallotChoice } from '../../../../contracts/vocabulary';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { AreaField } from '../../ui/Fields';
import { Stack } from '../../ui/Prose';
import type { BallotBody } from '../ballots';

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
  accept: { variant: 'success-light', icon: <Check aria-hidden /> },
  reject: { variant: 'danger-light', icon: <Cross aria-hidden /> },
  defer: { variant: 'secondary', icon: <Clock aria-hidden /> },
  abstain: { variant: 'tertiary', icon: <Minus aria-hidden /> },
} as const satisfies Record<BallotChoice, object>;

const shortest = 3;
const empty = { deferring: false, missing: '', reserved: false, reservation: '' };

interface Props {
  item: AgendaItemDetail;
  /** what the server found at fault */
  fields: Record<string, string>;
  busy: boolean;
  cast: (body: BallotBody) => void;
}

/**
 * Four large buttons, one of which is the vote. To defer is asked what is missing first; a reservation goes with any
 * choice, and with its reasons.
 */
export function BallotForm({ item, fields, busy, cast }: Props) {
  const { t, word } = useWords();
  const { draft, change } = useDraft(`${item.id}.ballot`, empty);
  const [errors, setErrors] = useState<Record<string, string>>({});

  const vote = (choice: BallotChoice) => {
    const missing = draft.missing.trim();
    const reservation = draft.reserved ? draft.reservation.trim() : '';
    if (choice === 'defer' && !draft.deferring) return change({ deferring: true });
    const found = {
      ...(choice === 'defer' && missing.length < shortest
        ? { missing: t('ballot.missing-needed') }
        : {}),
      ...(draft.reserved && reservation.length < shortest
        ? { reservation: t('ballot.reasons-needed') }
        : {}),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return undefined;
    return cast({
      choice,
      ...(choice === 'defer' ? { missing } : {}),
      ...(reservation ? { reservation } : {}),
    });
  };
  const shown = { ...fields, ...errors };

  return (
    <Stack>
      <Choices role="group" aria-label={t('ballot.title')}>
        {ballotChoices.map((choice) => (
          <Button
            key={choice}
            size="L"
            variant={looks[choice].variant}
            startIcon={looks[choice].icon}
            disabled={busy}
            aria-pressed={item.myBallot?.choice === choice}
            aria-expanded={choice === 'defer' ? draft.deferring : undefined}
            onClick={() => vote(choice)}
          >
            {word('ballot', choice)}
          </Button>
        ))}
      </Choices>
      {draft.deferring && (
        <Stack>
          <AreaField
            name="missing"
            label={t('ballot.missing')}
            hint={t('ballot.missing-hint')}
            required
            value={draft.missing}
            maxLength={2000}
            change={(missing) => change({ missing })}
            error={shown.missing}
          />
          <Flex gap={2} wrap="wrap">
            <Button size="L" variant="secondary" disabled={busy} onClick={() => vote('defer')}>
              {t('ballot.defer-send')}
            </Button>
            <Button size="L" variant="tertiary" onClick={() => change({ deferring: false })}>
              {t('common.cancel')}
            </Button>
          </Flex>
        </Stack>
      )}
      <Checkbox
        checked={draft.reserved}
        onCheckedChange={(on) => change({ reserved: on === true })}
      >
        {t('ballot.reserve')}
      </Checkbox>
      {draft.reserved && (
        <AreaField
          name="reservation"
          label={t('ballot.reservation')}
          hint={t('ballot.reservation-hint')}
          required
          value={draft.reservation}
          maxLength={2000}
          change={(reservation) => change({ reservation })}
          error={shown.reservation}
        />
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t(item.secrecy === 'secret' ? 'ballot.secret' : 'ballot.sealed')}
      </Typography>
    </Stack>
  );
}
