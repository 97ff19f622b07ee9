import { queueSorts } from '../../../contracts/queue';
import type { QueueView, SavedFilters } from '../../../contracts/queue';

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

/** What the queue is narrowed to; these make a saved view, with the tab and the order. */
export const filterNames = [
  'status',
  'kind',
  'service',
  'channel',
  'branch',
  'assignee',
  'step',
  'from',
  'to',
] as const satisfies readonly (keyof SavedFilters)[];
export type FilterName = (typeof filterNames)[number];
export type Filters = Record<FilterName, string>;

/** `beside`: the request that stands beside the list; `after`: where the page begins, too far on for a number. */
const otherNames = ['sort', 'shape', 'beside', 'after'] as const;
type OtherName = (typeof otherNames)[number];
export type QueueAddress = Filters & Record<OtherName, string> & { view: QueueView; page: number };

export type AddressChange = Partial<Record<FilterName | OtherName | 'view', string>> & {
  page?: number;
};

/** What the address of the inbox asks for; what it does not know is left out. */
export function readAddress(search: URLSearchParams): QueueAddress {
  const view = views.find((known) => known === search.get('view')) ?? 'all';
  const page = Math.max(1, Math.floor(Number(search.get('page'))) || 1);
  const texts = Object.fromEntries(
    [...filterNames, ...otherNames].map((name) => [name, search.get(name) ?? '']),
  ) as Filters & Record<OtherName, string>;
  const sort = queueSorts.find((known) => known === texts.sort) ?? '';
  return { ...texts, sort, view, page };
}

/** The address after a change. Any change but of the page or of what stands beside goes back to the first page. */
export function changeAddress(search: URLSearchParams, change: AddressChange): URLSearchParams {
  const next = new URLSearchParams(search);
  const looksAside = Object.keys(change).join() === 'beside';
  if (!looksAside) for (const name of ['page', 'after', 'beside']) next.delete(name);
  for (const [name, value] of Object.entries(change)) {
    if (value === '' || (name === 'page' && value === 1)) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

/** Everything that narrows the queue is taken off; the tab, the order and the shape stay. */
export const withoutFilters = (search: URLSearchParams): URLSearchParams =>
  changeAddress(search, Object.fromEntries(filterNames.map((name) => [name, ''])));

/** What the server is asked: the question alone, not how its answer is shown. */
export function questionOf(address: QueueAddress): Record<string, string> {
  const { view, sort } = address;
  const asked = filterNames.flatMap((name) => (address[name] ? [[name, address[name]]] : []));
  return { view, ...Object.fromEntries(asked), ...(sort ? { sort } : {}) };
}

/** A saved view as it stands in the address. */
export function addressOf(saved: SavedFilters): URLSearchParams {
  const next = new URLSearchParams({ view: saved.view });
  for (const name of filterNames) {
    const value = saved[name];
    if (value !== undefined && String(value) !== '') next.set(name, String(value));
  }
  if (saved.sort !== 'promise') next.set('sort', saved.sort);
  return next;
}

/** Whether the queue that is in sight is the saved one. */
export function isSame(address: QueueAddress, saved: SavedFilters): boolean {
  const other = readAddress(addressOf(saved));
  return (
    address.view === other.view &&
    (address.sort || 'promise') === (other.sort || 'promise') &&
    filterNames.every((name) => address[name] === other[name])
  );
}

/** The values of a filter that takes several. */
export const several = (text: string): string[] => text.split(',').filter(Boolean);
