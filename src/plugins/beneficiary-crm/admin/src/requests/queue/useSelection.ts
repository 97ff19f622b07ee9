import { useCallback, useEffect, useState } from 'react';
import { refreshed, toggled, toggledPage } from './selection';
import type { Selection } from './selection';

/**
 * The rows that are chosen, through the pages of one question; another question begins with none.
 * @param question what the list was asked for, without its page
 * @param rows those that are in sight now
 */
export function useSelection<Row extends { id: string }>(
  question: string,
  rows: readonly Row[] | undefined,
): Selection<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  useEffect(() => setChosen(new Map()), [question]);
  useEffect(() => {
    if (rows) setChosen((before) => (before.size > 0 ? refreshed(before, rows) : before));
  }, [rows]);
  return {
    chosen,
    toggle: useCallback((row: Row) => setChosen((before) => toggled(before, row)), []),
    togglePage: useCallback(
      (page: readonly Row[]) => setChosen((before) => toggledPage(before, page)),
      [],
    ),
    keep: useCallback(
      (ids: ReadonlySet<string>) =>
        setChosen((before) => new Map([...before].filter(([id]) => ids.has(id)))),
      [],
    ),
    clear: useCallback(() => setChosen(new Map()), []),
  };
}
