import type { MyItem } from '../../../../contracts/sessions';

/** Address of an item's commands. */
export const pathOf = ({ sessionId, itemId }: Pick<MyItem, 'sessionId' | 'itemId'>): string =>
  `/sessions/${sessionId}/items/${itemId}`;

/** In the order of the agenda; what was put off comes at the end, in the order in which it was. */
export const nextUp = <Item extends Pick<MyItem, 'itemId'>>(
  items: readonly Item[],
  later: readonly string[],
): Item[] => [...items].sort((a, b) => later.indexOf(a.itemId) - later.indexOf(b.itemId));
