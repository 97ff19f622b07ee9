import fc from 'fast-check';
import { readEvaluation } from './evaluation.rules';

const questions = [
  { key: 'overall', type: 'satisfaction5', optional: false },
  { key: 'speed', type: 'satisfaction5', optional: true },
  { key: 'recommend', type: 'nps', optional: true },
  { key: 'ease', type: 'ces', optional: true },
  {
    key: 'why',
    type: 'choice',
    optional: false,
    options: [
      { code: 1, label: { ar: 'التأخر', en: 'Delay' } },
      { code: 4, label: { ar: 'شيء آخر', en: 'Something else' } },
    ],
    askedIf: { key: 'overall', answers: [1, 2] },
  },
  { key: 'comment', type: 'comment', optional: true },
] satisfies Parameters<typeof readEvaluation>[0];

const issuesOf = (given: Record<string, string | number>) => {
  const read = readEvaluation(questions, given);
  return read.ok ? [] : read.issues.map(({ path, code }) => `${path} ${code}`);
};

describe('readEvaluation', () => {
  it('takes grades, and keeps the comment apart from them', () => {
    expect(
      readEvaluation(questions, { overall: 5, speed: 1, recommend: 0, comment: 'شكرًا لكم' }),
    ).toEqual({
      ok: true,
      grades: { overall: 5, speed: 1, recommend: 0 },
      comments: [{ question: 'comment', text: 'شكرًا لكم' }],
      skipped: ['ease'],
      low: false,
    });
  });

  it('leaves out what was skipped, and keeps "does not apply"', () => {
    expect(
      readEvaluation(questions, { overall: 'not_applicable', speed: '', comment: '' }),
    ).toEqual({
      ok: true,
      grades: { overall: 'not_applicable' },
      comments: [],
      low: false,
      skipped: ['speed', 'recommend', 'ease'],
    });
  });

  it('asks what hangs on an earlier answer only then, and forgets it when that answer is changed', () => {
    expect(issuesOf({ overall: 2 })).toEqual(['answers.why required']);
    expect(issuesOf({ overall: 2, why: 3 })).toEqual(['answers.why option']);
    expect(readEvaluation(questions, { overall: 2, why: 4 })).toMatchObject({
      ok: true,
      grades: { overall: 2, why: 4 },
    });
    expect(readEvaluation(questions, { overall: 5, why: 4 })).toMatchObject({
      ok: true,
      grades: { overall: 5 },
    });
  });

  it('calls an answer low by its grade of the whole, and not by that of a part', () => {
    const low = (given: Record<string, number>) => readEvaluation(questions, given);
    expect(low({ overall: 2, why: 4, speed: 5 })).toMatchObject({ low: true });
    expect(low({ overall: 3, speed: 1, recommend: 0 })).toMatchObject({ low: false });
  });

  it.each([
    [{}, ['answers.overall required']],
    [{ overall: '' }, ['answers.overall required']],
    [{ overall: 0 }, ['answers.overall scale']],
    [{ overall: 6 }, ['answers.overall scale']],
    [{ overall: 4.5 }, ['answers.overall scale']],
    [{ overall: 'good' }, ['answers.overall scale']],
    [{ overall: 3, recommend: 11 }, ['answers.recommend scale_nps']],
    [{ overall: 3, ease: 8 }, ['answers.ease scale_ces']],
    [{ overall: 3, ease: 0 }, ['answers.ease scale_ces']],
    [{ overall: 3, comment: 7 }, ['answers.comment type']],
    [{ overall: 3, other: 1 }, ['answers.other unknown']],
    [
      { speed: 9, other: 1 },
      ['answers.other unknown', 'answers.overall required', 'answers.speed scale'],
    ],
  ])('refuses %j, naming every mistake', (given, expected) => {
    expect(issuesOf(given as Record<string, string | number>)).toEqual(expected);
  });

  it('lets nothing through but grades of the questions that were asked', () => {
    const anything = fc.dictionary(
      fc.oneof(
        fc.constantFrom('overall', 'speed', 'recommend', 'ease', 'why', 'comment'),
        fc.string(),
      ),
      fc.oneof(fc.integer({ min: -2, max: 12 }), fc.string(), fc.constant('not_applicable')),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const read = readEvaluation(questions, given);
        if (!read.ok) {
          expect(read.issues.length).toBeGreaterThan(0);
          return;
        }
        expect(Object.keys(given).every((key) => questions.some((q) => q.key === key))).toBe(true);
        for (const [key, grade] of Object.entries(read.grades)) {
          const greatest = { recommend: 10, ease: 7, why: 4 }[key] ?? 5;
          expect(grade === 'not_applicable' || (grade >= 0 && grade <= greatest)).toBe(true);
        }
      }),
    );
  });
});
