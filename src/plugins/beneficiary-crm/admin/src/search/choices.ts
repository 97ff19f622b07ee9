import type { PersonHit, RequestHit, SearchResult } from '../../../contracts/registry';

/** One line of what was found: a person, or a request. */
export type Choice =
  { kind: 'person'; id: string; hit: PersonHit } | { kind: 'request'; id: string; hit: RequestHit };

/** What can be chosen, in the order in which it is shown; requests only where they can be opened. */
export function choicesOf(result: SearchResult | null, withRequests: boolean): Choice[] {
  if (!result) return [];
  const people = result.people.map((hit): Choice => ({ kind: 'person', id: hit.id, hit }));
  const requests = withRequests
    ? result.requests.map((hit): Choice => ({ kind: 'request', id: hit.id, hit }))
    : [];
  return [...people, ...requests];
}

/** Where the arrows lead: round from the last to the first and back; null: nothing is marked. */
export function nextMarked(
  key: string,
  marked: number | null,
  count: number,
): number | null | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return marked === null ? 0 : (marked + 1) % count;
    case 'ArrowUp':
      return marked === null ? count - 1 : (marked - 1 + count) % count;
    default:
      return undefined;
  }
}
