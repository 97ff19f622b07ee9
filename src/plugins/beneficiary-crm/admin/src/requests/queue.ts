import type { QueueView } from '../../../contracts/admin';

/** The tabs of the inbox, in their order. */
export const views = [
  'mine',
  'team',
  'unassigned',
  'overdue',
  'waiting',
  'ready',
  'all',
] as const satisfies readonly QueueView[];

const filterNames = ['status', 'kind', 'service', 'channel', 'sort'] as const;
export type FilterName = (typeof filterNames)[number];
export type QueueAddress = Record<FilterName, string> & { view: QueueView; page: number };

/** What the address of the inbox asks for; what it does not know is left out. */
export function readAddress(search: URLSearchParams): QueueAddress {
  const view = views.find((known) => known === search.get('view')) ?? 'all';
  const page = Math.max(1, Math.floor(Number(search.get('page'))) || 1);
  const filters = Object.fromEntries(
    filterNames.map((name) => [name, search.get(name) ?? '']),
  ) as Record<FilterName, string>;
  return { ...filters, view, page };
}

/** The address after a change. Any change but of the page goes back to the first page. */
export function changeAddress(
  search: URLSearchParams,
  change: Partial<Record<FilterName | 'view', string>> & { page?: number },
): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('page');
  for (const [name, value] of Object.entries(change)) {
    if (value === '' || (name === 'page' && value === 1)) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}
