import fc from 'fast-check';
import { pageState, refreshed, toggled, toggledPage } from './selection';

const rowsOf = (...ids: string[]) => ids.map((id) => ({ id, version: 1 }));
const chosenOf = (...ids: string[]) => new Map(rowsOf(...ids).map((row) => [row.id, row]));
const pages = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });

test('a row is chosen by the first press and let go by the second', () => {
  const once = toggled(chosenOf('a'), { id: 'b', version: 1 });
  expect([...once.keys()]).toEqual(['a', 'b']);
  expect([...toggled(once, { id: 'b', version: 1 }).keys()]).toEqual(['a']);
});

test('all of a page, twice, leaves what other pages chose as it was', () =>
  fc.assert(
    fc.property(pages, pages, (held, page) => {
      const others = held.filter((id) => !page.includes(id));
      const chosen = chosenOf(...others);
      const all = toggledPage(chosen, rowsOf(...page));
      expect(pageState(all, rowsOf(...page))).toBe('all');
      expect([...toggledPage(all, rowsOf(...page)).keys()]).toEqual(others);
    }),
  ));

test('a page of which some rows are chosen is chosen whole', () => {
  const page = rowsOf('a', 'b');
  expect(pageState(chosenOf('a'), page)).toBe('some');
  expect(pageState(toggledPage(chosenOf('a'), page), page)).toBe('all');
});

test('an empty page is not chosen', () => {
  expect(pageState(chosenOf('a'), [])).toBe('none');
});

test('what is chosen is sent as it stands now, and what is on another page as it was', () => {
  const now = refreshed(chosenOf('a', 'b'), [{ id: 'b', version: 4 }]);
  expect([...now.values()]).toEqual([
    { id: 'a', version: 1 },
    { id: 'b', version: 4 },
  ]);
});
