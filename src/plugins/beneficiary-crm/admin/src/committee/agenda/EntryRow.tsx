import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross, Drag } from '@strapi/icons';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { LineField } from '../../ui/Fields';
import { About } from './About';
import type { Known } from './About';

const Row = styled.li`
  display: flex;
  flex-wrap: wrap;
  align-items: start;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};

  &[data-over] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
`;
const Middle = styled.div`
  flex: 1 1 20rem;
  min-inline-size: 0;
  overflow-wrap: anywhere;
`;
/** For who drags; who does not has the buttons, so it is no stop of its own. */
const Handle = styled.span`
  display: flex;
  padding: ${({ theme }) => theme.spaces[2]};
  color: ${({ theme }) => theme.colors.neutral600};
  cursor: grab;
  @media (pointer: coarse) {
    display: none;
  }
`;

interface Props {
  at: number;
  last: number;
  known: Known;
  minutes: string;
  /** null: all items have the same */
  changeMinutes: ((minutes: string) => void) | null;
  error?: string;
  /** to which place, and which control did it */
  move: (to: number, control?: string) => void;
  remove: () => void;
  drag: { active: boolean; begin: () => void; end: () => void; drop: () => void };
}

export function EntryRow(props: Props) {
  const { at, last, known, minutes, changeMinutes, error, move, remove, drag } = props;
  const { t } = useWords();
  const { number } = useFormats();
  const [over, setOver] = useState(false);
  const name = known.applicantName;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const up = event.key === 'ArrowUp';
    const control =
      event.target instanceof HTMLElement
        ? event.target.closest<HTMLElement>('[data-control]')
        : null;
    move(at + (up ? -1 : 1), control?.dataset.control ?? (up ? 'earlier' : 'later'));
  };
  return (
    <Row
      data-request={known.request}
      data-over={(over && drag.active) || undefined}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!drag.active) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        drag.drop();
      }}
    >
      <Handle
        aria-hidden
        draggable
        title={t('agenda.drag')}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', known.reference);
          const row = event.currentTarget.closest('li');
          if (row) event.dataTransfer.setDragImage(row, 0, 0);
          drag.begin();
        }}
        onDragEnd={drag.end}
      >
        <Drag />
      </Handle>
      <Middle>
        <About known={known} before={t('session.item', { n: number(at + 1) })} />
      </Middle>
      {changeMinutes && (
        <Box maxWidth="12rem">
          <div data-control="minutes">
            <LineField
              name={`minutes.${at}`}
              label={t('agenda.minutes-of')}
              required
              inputMode="numeric"
              dir="ltr"
              maxLength={3}
              value={minutes}
              change={changeMinutes}
              error={error}
            />
          </div>
        </Box>
      )}
      <Flex gap={1} role="group" aria-label={t('agenda.order-of', { name })}>
        <IconButton
          type="button"
          data-control="earlier"
          label={t('agenda.earlier', { name })}
          aria-disabled={at === 0}
          onClick={() => move(at - 1, 'earlier')}
        >
          <ArrowUp />
        </IconButton>
        <IconButton
          type="button"
          data-control="later"
          label={t('agenda.later', { name })}
          aria-disabled={at === last}
          onClick={() => move(at + 1, 'later')}
        >
          <ArrowDown />
        </IconButton>
        <IconButton type="button" label={t('agenda.remove', { name })} onClick={remove}>
          <Cross />
        </IconButton>
      </Flex>
      {!changeMinutes && (
        <Typography variant="pi" textColor="neutral600">
          {t('agenda.minutes', { n: Number(minutes) || 0 })}
        </Typography>
      )}
    </Row>
  );
}
