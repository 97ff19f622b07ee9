import fc from 'fast-check';
import { queueQuery, queueViews, savedFilters } from '../../../contracts/queue';
import {
  addressOf,
  changeAddress,
  filterNames,
  isSame,
  questionOf,
  readAddress,
  views,
  withoutFilters,
} from './queue';

test('the tabs are the views that the server knows', () => {
  expect([...views].sort()).toEqual([...queueViews].sort());
});

test('an empty address is the first page of every request', () => {
  expect(readAddress(new URLSearchParams())).toMatchObject({ view: 'all', page: 1, status: '' });
});

test.each(['page=0', 'page=-3', 'page=x', 'view=nonsense', 'sort=nonsense'])(
  '%s is read as a sane address',
  (text) => {
    expect(readAddress(new URLSearchParams(text))).toMatchObject({
      view: 'all',
      page: 1,
      sort: '',
    });
  },
);

test('changing a filter goes back to the first page and keeps the others', () => {
  const next = changeAddress(new URLSearchParams('view=mine&kind=complaint&page=4&after=x'), {
    status: 'checking',
  });
  expect(next.toString()).toBe('view=mine&kind=complaint&status=checking');
});

test('an empty filter leaves the address, and paging keeps the filters', () => {
  const next = changeAddress(new URLSearchParams('status=checking&kind=appeal'), {
    status: '',
    page: 2,
  });
  expect(next.toString()).toBe('kind=appeal&page=2');
});

test('looking at a request beside the list keeps the page', () => {
  const next = changeAddress(new URLSearchParams('view=mine&page=4'), { beside: 'x' });
  expect(next.toString()).toBe('view=mine&page=4&beside=x');
});

test('taking the filters off keeps the tab, the order and the board', () => {
  const next = withoutFilters(
    new URLSearchParams(
      'view=mine&status=checking,submitted&from=2026-01-01&sort=newest&shape=board',
    ),
  );
  expect(next.toString()).toBe('view=mine&sort=newest&shape=board');
});

test('what the address says is what the contract takes', () => {
  const address = readAddress(
    new URLSearchParams('view=overdue&kind=appeal,inquiry&page=2&shape=board&assignee=7'),
  );
  const asked = queueQuery.parse(questionOf(address));
  expect(asked).toMatchObject({ view: 'overdue', kind: ['appeal', 'inquiry'], assignee: 7 });
});

const kept = fc.record(
  {
    view: fc.constantFrom(...queueViews),
    sort: fc.constantFrom('promise' as const, 'newest' as const),
    status: fc.uniqueArray(fc.constantFrom('submitted' as const, 'checking' as const), {
      minLength: 1,
    }),
    kind: fc.uniqueArray(fc.constantFrom('appeal' as const, 'inquiry' as const), { minLength: 1 }),
    channel: fc.constantFrom('website' as const, 'phone' as const),
    assignee: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant('none' as const)),
    from: fc.constant('2026-03-01'),
  },
  { requiredKeys: ['view', 'sort'] },
);

test('a saved view that is opened and saved again is the same view', () =>
  fc.assert(
    fc.property(kept, (saved) => {
      const address = readAddress(addressOf(saved));
      expect(isSame(address, saved)).toBe(true);
      const { sort = 'promise', ...question } = questionOf(address);
      expect(savedFilters.parse({ ...question, sort })).toEqual(saved);
      const other = saved.status?.[0] === 'checking' ? 'submitted' : 'checking';
      expect(isSame({ ...address, status: `${other},accepted` }, saved)).toBe(false);
    }),
  ));

test('every filter of the address can be kept', () => {
  expect(Object.keys(savedFilters.shape).sort()).toEqual([...filterNames, 'sort', 'view'].sort());
});
