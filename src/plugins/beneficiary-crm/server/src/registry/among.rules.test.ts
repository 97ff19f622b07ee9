import fc from 'fast-check';
import { resemblingAmong } from './among.rules';
import { judgePair } from './matching.rules';
import type { Traits } from './matching.rules';

const word = fc.constantFrom('أحمد', 'محمد', 'سعد', 'سعيد', 'فاطمة', 'عبدالله', 'علي', 'الحارثي');
const few = (...values: string[]) => fc.subarray(values);
const traits: fc.Arbitrary<Traits> = fc.record({
  identities: few('i1', 'i2', 'i3'),
  phones: few('+966551234567', '+966551234568'),
  emails: few('a@example.com', 'A@Example.com', 'b@example.com'),
  name: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  birthYear: fc.option(fc.constantFrom(1980, 1981), { nil: null }),
  households: few('h1', 'h2'),
});

it('those who come together resemble whom the rules say, each pair once', () => {
  fc.assert(
    fc.property(fc.array(traits, { maxLength: 30 }), (people) => {
      const entries = people.map((person, at) => ({ ...person, root: String(at) }));
      const expected = entries.map((entry, at) =>
        entries
          .slice(0, at)
          .map((earlier) => ({ root: earlier.root, judgement: judgePair(entry, earlier) }))
          .filter(({ judgement }) => judgement.verdict !== 'none'),
      );
      const sorted = resemblingAmong(entries).map((found) =>
        [...found].sort((a, b) => Number(a.root) - Number(b.root)),
      );
      expect(sorted).toEqual(expected);
    }),
  );
});

it('a value that half the list shares does not set everybody beside everybody', () => {
  const shared = Array.from({ length: 500 }, (_, at) => ({
    identities: [],
    phones: ['+966500000000'],
    emails: [],
    name: 'غير معروف',
    birthYear: null,
    households: [],
    root: String(at),
  }));
  const most = Math.max(...resemblingAmong(shared).map((found) => found.length));
  expect(most).toBe(50);
});
