/** Where a key leads on the board: within a column, or to the next one in the order of the work. */
export type BoardMove = 'next' | 'previous' | 'later' | 'earlier';

/** The nearest column that holds a card, from `from` on in steps of `step`. */
function filled(
  columns: readonly (readonly string[])[],
  from: number,
  step: 1 | -1,
): number | null {
  for (let at = from; at >= 0 && at < columns.length; at += step)
    if ((columns[at]?.length ?? 0) > 0) return at;
  return null;
}

/**
 * The card that a key leads to; from nowhere the first one. At the end of a column or of the board one stays.
 * @param columns ids of the cards, by column in the order of the work
 */
export function neighbour(
  columns: readonly (readonly string[])[],
  current: string | null,
  move: BoardMove,
): string | null {
  const at = columns.findIndex((cards) => current !== null && cards.includes(current));
  const cards = columns[at];
  if (!cards || current === null) {
    const first = filled(columns, 0, 1);
    return first === null ? null : (columns[first]?.[0] ?? null);
  }
  const place = cards.indexOf(current);
  if (move === 'next' || move === 'previous')
    return cards[place + (move === 'next' ? 1 : -1)] ?? current;
  const step = move === 'later' ? 1 : -1;
  const beside = filled(columns, at + step, step);
  if (beside === null) return current;
  const there = columns[beside] ?? [];
  return there[Math.min(place, there.length - 1)] ?? current;
}
