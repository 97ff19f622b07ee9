import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

const openedKey = 'beneficiary-crm.opened';

/** What the list and the pages that it opens tell each other through the history. */
interface ListState {
  /** the list's filters and page, as they stand in its address */
  list?: string;
  /** the list was reached by the way back of a page that it opened */
  back?: true;
}

/** What goes along with a link from the list. */
export const useLeaving = (): ListState => ({ list: useLocation().search });

const readState = (state: unknown): ListState =>
  typeof state === 'object' && state !== null ? state : {};

/** The list as the reader left it; the bare list for who came another way. */
export function useWayBack(list: string): { to: string; state: ListState } {
  const { list: search = '' } = readState(useLocation().state);
  return { to: list + search, state: { back: true } };
}

/** Keeps which row was opened, so that who comes back finds the place. */
export function useOpened(id: string): void {
  useEffect(() => sessionStorage.setItem(openedKey, id), [id]);
}

export const rowId = (id: string) => `row-${id}`;

/** On the way back, once the rows are there: the row that was opened is in sight and holds the focus. */
export function useReturn(loaded: boolean): void {
  const { state } = useLocation();
  const back = useNavigationType() === 'POP' || readState(state).back === true;
  useEffect(() => {
    if (!loaded) return;
    const id = sessionStorage.getItem(openedKey);
    sessionStorage.removeItem(openedKey);
    const row = back && id !== null ? document.getElementById(rowId(id)) : null;
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [loaded, back]);
}
