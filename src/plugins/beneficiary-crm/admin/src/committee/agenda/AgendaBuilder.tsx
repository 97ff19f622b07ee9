import { Typography, VisuallyHidden } from '@strapi/design-system';
import { useLayoutEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Stack } from '../../ui/Prose';
import { EntryRow } from './EntryRow';
import type { Known } from './About';
import { placed } from './order';
import type { Entry } from './order';
import { ReadyRows } from './ReadyRows';

const List = styled.ol`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[2]};
  list-style: none;
  padding: 0;
`;

interface Props {
  entries: readonly Entry[];
  /** what may stand on the agenda, in the order of promises */
  known: readonly Known[];
  change: (entries: Entry[]) => void;
  /** what an item is given that is added, as text */
  itemMinutes: string;
  /** each item may have minutes of its own */
  ownMinutes: boolean;
  /** by the place of the line */
  errors: Record<string, string>;
}

/** An agenda that is put together: lines in order, moved by buttons, keys or by dragging; below, what else is ready. */
export function AgendaBuilder(props: Props) {
  const { entries, known, change, itemMinutes, ownMinutes, errors } = props;
  const { t } = useWords();
  const { number } = useFormats();
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // A row that moves in the list loses the focus on the way.
  const refocus = useRef<{ request: string; control: string } | null>(null);
  useLayoutEffect(() => {
    const wanted = refocus.current;
    refocus.current = null;
    if (wanted)
      list.current
        ?.querySelector<HTMLElement>(
          `[data-request="${wanted.request}"] [data-control="${wanted.control}"]`,
        )
        ?.focus();
  });
  const of = (request: string) => known.find((one) => one.request === request);

  const move = (from: number, to: number, control?: string) => {
    const entry = entries[from];
    if (!entry || to < 0 || to >= entries.length || to === from) return;
    if (control) refocus.current = { request: entry.request, control };
    setSaid(
      t('agenda.moved', {
        name: of(entry.request)?.applicantName ?? '',
        n: number(to + 1),
        of: number(entries.length),
      }),
    );
    change(placed(entries, from, to));
  };
  const chosen = new Set(entries.map(({ request }) => request));

  return (
    <Stack>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {entries.length === 0 ? (
        <Typography tag="p">{t('agenda.empty')}</Typography>
      ) : (
        <List ref={list} aria-label={t('session.agenda')}>
          {entries.map((entry, at) => {
            const one = of(entry.request);
            return (
              one && (
                <EntryRow
                  key={entry.request}
                  at={at}
                  last={entries.length - 1}
                  known={one}
                  minutes={entry.minutes}
                  changeMinutes={
                    ownMinutes
                      ? (minutes) =>
                          change(
                            entries.map((line, place) =>
                              place === at ? { ...line, minutes } : line,
                            ),
                          )
                      : null
                  }
                  error={errors[at]}
                  move={(to, control) => move(at, to, control)}
                  remove={() => {
                    setSaid(t('agenda.removed', { name: one.applicantName }));
                    change(entries.filter((_, place) => place !== at));
                  }}
                  drag={{
                    active: dragged !== null && dragged !== at,
                    begin: () => setDragged(at),
                    end: () => setDragged(null),
                    drop: () => {
                      if (dragged !== null) move(dragged, at);
                      setDragged(null);
                    },
                  }}
                />
              )
            );
          })}
        </List>
      )}
      <ReadyRows
        ready={known.filter(({ request, ready }) => ready && !chosen.has(request))}
        add={(one) => {
          setSaid(t('agenda.added', { name: one.applicantName }));
          change([...entries, { request: one.request, minutes: itemMinutes }]);
        }}
      />
    </Stack>
  );
}
