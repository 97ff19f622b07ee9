/** What the list is asked to do to several rows: the rows, by their ids, in the order in which they were chosen. */
export interface Selection<Row extends { id: string }> {
  chosen: ReadonlyMap<string, Row>;
  toggle: (row: Row) => void;
  /** all of the page, or none of it when all were chosen */
  togglePage: (rows: readonly Row[]) => void;
  /** only these stay chosen */
  keep: (ids: ReadonlySet<string>) => void;
  clear: () => void;
}

/** A row is chosen, or no longer. */
export function toggled<Row extends { id: string }>(
  chosen: ReadonlyMap<string, Row>,
  row: Row,
): Map<string, Row> {
  const next = new Map(chosen);
  if (!next.delete(row.id)) next.set(row.id, row);
  return next;
}

export type PageState = 'none' | 'some' | 'all';

/** How much of the page is chosen. */
export function pageState<Row extends { id: string }>(
  chosen: ReadonlyMap<string, Row>,
  rows: readonly Row[],
): PageState {
  const held = rows.filter(({ id }) => chosen.has(id)).length;
  if (held === 0) return 'none';
  return held === rows.length ? 'all' : 'some';
}

/** All rows of the page are chosen besides the others; when they were, they no longer are. */
export function toggledPage<Row extends { id: string }>(
  chosen: ReadonlyMap<string, Row>,
  rows: readonly Row[],
): Map<string, Row> {
  const next = new Map(chosen);
  const all = pageState(chosen, rows) === 'all';
  for (const row of rows) {
    if (all) next.delete(row.id);
    else next.set(row.id, row);
  }
  return next;
}

/** The chosen rows as they are now, where the page shows them: their version may have moved on. */
export function refreshed<Row extends { id: string }>(
  chosen: ReadonlyMap<string, Row>,
  rows: readonly Row[],
): Map<string, Row> {
  const now = new Map(rows.map((row) => [row.id, row]));
  return new Map([...chosen].map(([id, row]) => [id, now.get(id) ?? row]));
}
