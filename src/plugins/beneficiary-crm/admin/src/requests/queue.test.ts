import { queueQuery, queueViews } from '../../../contracts/admin';
import { changeAddress, readAddress, views } from './queue';

test('the tabs are the views that the server knows', () => {
  expect([...views].sort()).toEqual([...queueViews].sort());
});

test('an empty address is the first page of every request', () => {
  expect(readAddress(new URLSearchParams())).toMatchObject({ view: 'all', page: 1, status: '' });
});

test.each(['page=0', 'page=-3', 'page=x', 'view=nonsense'])(
  '%s is read as a sane address',
  (text) => {
    expect(readAddress(new URLSearchParams(text))).toMatchObject({ view: 'all', page: 1 });
  },
);

test('changing a filter goes back to the first page and keeps the others', () => {
  const next = changeAddress(new URLSearchParams('view=mine&kind=complaint&page=4'), {
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

test('what the address says is what the contract takes', () => {
  const { page, view, kind } = readAddress(new URLSearchParams('view=overdue&kind=appeal&page=2'));
  expect(queueQuery.safeParse({ page, view, kind }).success).toBe(true);
});
