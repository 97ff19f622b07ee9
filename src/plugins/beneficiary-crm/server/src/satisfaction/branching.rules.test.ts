import fc from 'fast-check';
import { askedOf } from '../../../contracts/branching';
import { branchFault, canBeAnswered, readAnswers } from './branching.rules';

const keys = ['a', 'b', 'c', 'd', 'e'];
/** Surveys in which every question may hang on one before it. */
const surveys = fc
  .tuple(
    ...keys.map((_, place) =>
      fc.option(
        fc.record({
          key: fc.constantFrom(...keys.slice(0, Math.max(place, 1))),
          answers: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
        }),
      ),
    ),
  )
  .map((branches) =>
    keys.map((key, place) => ({ key, askedIf: place === 0 ? null : (branches[place] ?? null) })),
  );
const answers = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 1, max: 5 }));

test('a question is asked exactly if the one it hangs on is asked and was answered so', () => {
  fc.assert(
    fc.property(surveys, answers, (questions, given) => {
      const asked = askedOf(questions, given).map(({ key }) => key);
      for (const { key, askedIf } of questions) {
        const due =
          askedIf === null ||
          (asked.includes(askedIf.key) && askedIf.answers.includes(given[askedIf.key] ?? 0));
        expect(asked.includes(key)).toBe(due);
      }
    }),
  );
});

test('what is not asked changes nothing of what is', () => {
  fc.assert(
    fc.property(surveys, answers, (questions, given) => {
      const asked = askedOf(questions, given);
      const shown = new Set(asked.map(({ key }) => key));
      const pruned = Object.fromEntries(Object.entries(given).filter(([key]) => shown.has(key)));
      expect(askedOf(questions, pruned)).toEqual(asked);
    }),
  );
});

test('every type has its own answers', () => {
  const between = (type: 'satisfaction5' | 'ces' | 'nps') =>
    [-1, 0, 1, 5, 6, 7, 8, 10, 11, 1.5].filter((answer) => canBeAnswered({ type }, answer));
  expect(between('satisfaction5')).toEqual([1, 5]);
  expect(between('ces')).toEqual([1, 5, 6, 7]);
  expect(between('nps')).toEqual([0, 1, 5, 6, 7, 8, 10]);
  expect(canBeAnswered({ type: 'choice', options: [{ code: 3 }] }, 3)).toBe(true);
  expect(canBeAnswered({ type: 'choice', options: [{ code: 3 }] }, 1)).toBe(false);
  expect(canBeAnswered({ type: 'comment' }, 1)).toBe(false);
});

test('a branch looks back, at answers that can be given', () => {
  const before = [
    { key: 'overall', type: 'satisfaction5' as const },
    { key: 'words', type: 'comment' as const },
  ];
  expect(branchFault(before, { key: 'overall', answers: [1, 2] })).toBeNull();
  expect(branchFault(before, { key: 'overall', answers: [6] })).toBe('branch_answers');
  expect(branchFault(before, { key: 'overall', answers: [] })).toBe('branch_answers');
  expect(branchFault(before, { key: 'words', answers: [1] })).toBe('branch_question');
  expect(branchFault(before, { key: 'later', answers: [1] })).toBe('branch_question');
  expect(readAnswers(' 1, 2 ,5')).toEqual([1, 2, 5]);
});
