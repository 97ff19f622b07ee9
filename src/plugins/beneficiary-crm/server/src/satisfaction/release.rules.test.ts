import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules';
import type { PooledAnswer } from './pool';
import { attributesOf, release } from './release.rules';

const settings = {
  smallestCrowd: 5,
  patience: [
    { weeks: 4, keeps: 2 },
    { weeks: 13, keeps: 0 },
  ],
};
const closed = '2026-11-15';
const weeksAgo = (weeks: number) => addDays(closed, -7 * weeks);

const answer = (more: Partial<PooledAnswer> = {}): PooledAnswer => ({
  surveySlug: 'service',
  surveyVersion: '1',
  mode: 'self',
  service: 'school-bag',
  channel: 'website',
  branch: 'qia',
  kind: 'assistance',
  outcome: 'completed',
  week: closed,
  answers: { overall: 5 },
  comments: [],
  low: false,
  ...more,
});
const many = (count: number, more: Partial<PooledAnswer> = {}) =>
  Array.from({ length: count }, () => answer(more));

describe('the release', () => {
  it('lets five that are alike leave together, and four not', () => {
    expect(release(many(5), closed, settings)).toMatchObject({
      released: many(5),
      waiting: [],
    });
    expect(release(many(4), closed, settings).released).toEqual([]);
  });

  it('keeps what was given in the week that runs', () => {
    const running = many(9, { week: addDays(closed, 7) });
    expect(release(running, closed, settings)).toEqual({ released: [], waiting: running });
  });

  it('says of all of a crowd the week of the release, whenever they were given', () => {
    const mixed = [...many(3), ...many(2, { week: weeksAgo(2) })];
    expect(release(mixed, closed, settings).released.map(({ week }) => week)).toEqual(
      Array.from({ length: 5 }, () => closed),
    );
  });

  it('lets what has waited for four weeks give up the branch, and nothing younger', () => {
    const two = (weeks: number) => [
      ...many(3, { week: weeksAgo(weeks) }),
      ...many(2, { week: weeksAgo(weeks), branch: 'hadad' }),
    ];
    expect(release(two(3), closed, settings).released).toEqual([]);
    expect(release(two(4), closed, settings).released).toEqual(many(5, { branch: null }));
  });

  it('lets nobody give up more than the wait allows', () => {
    const channels = ['website', 'phone', 'letter', 'interview', 'social'] as const;
    const pool = (weeks: number) =>
      channels.map((channel, nth) =>
        answer({
          week: weeksAgo(weeks),
          channel,
          service: `service-${nth}`,
          branch: `branch-${nth}`,
          kind: nth < 3 ? 'inquiry' : 'complaint',
          outcome: nth < 3 ? 'answered' : 'rejected',
        }),
      );
    expect(release(pool(12), closed, settings).released).toEqual([]);
    expect(release(pool(13), closed, settings).released).toHaveLength(5);
  });

  it('gives up no more than it must, and the outcome last', () => {
    const old = { week: weeksAgo(6) };
    const pool = [
      ...many(5, { ...old, branch: 'a' }),
      ...many(3, { ...old, branch: 'b' }),
      ...many(2, { ...old, branch: 'c' }),
      ...many(3, { ...old, kind: 'inquiry', service: null, outcome: 'answered', branch: 'd' }),
      ...many(2, { ...old, kind: 'inquiry', service: 'x', outcome: 'answered', channel: 'phone' }),
    ];
    const { released } = release(pool, closed, settings);
    const kept = new Set(
      released.map(({ outcome, service, kind, channel, branch }) =>
        [outcome, service, kind, channel, branch].join(),
      ),
    );
    expect(kept).toEqual(
      new Set([
        'completed,school-bag,assistance,website,a',
        'completed,school-bag,assistance,website,',
        'answered,,inquiry,,',
      ]),
    );
    expect(released).toHaveLength(15);
  });

  it('never mixes how answers came, nor what was asked', () => {
    const old = { week: weeksAgo(50) };
    const pool = [
      ...many(4, { ...old, mode: 'phone' }),
      ...many(4, old),
      ...many(4, { ...old, surveyVersion: '2' }),
    ];
    expect(release(pool, closed, settings)).toEqual({ released: [], waiting: pool });
  });
});

describe('whatever lies in the pool', () => {
  const anyAnswer = fc
    .record({
      surveyVersion: fc.constantFrom('1', '2'),
      mode: fc.constantFrom('self' as const, 'phone' as const),
      service: fc.constantFrom('school-bag', 'family-support', null),
      channel: fc.constantFrom('website' as const, 'phone' as const),
      branch: fc.constantFrom('qia', 'hadad', null),
      kind: fc.constantFrom('assistance' as const, 'inquiry' as const),
      outcome: fc.constantFrom('completed', 'rejected'),
      week: fc.integer({ min: -1, max: 8 }).map(weeksAgo),
      answers: fc.record({ overall: fc.integer({ min: 1, max: 5 }) }),
    })
    .map(answer);
  const pools = fc.array(anyAnswer, { maxLength: 120 });
  const anySettings = fc.record({
    smallestCrowd: fc.integer({ min: 2, max: 8 }),
    patience: fc.array(
      fc.record({ weeks: fc.integer({ min: 0, max: 6 }), keeps: fc.integer({ min: 0, max: 5 }) }),
      { maxLength: 3 },
    ),
  });
  /** the answer's own words, by which it is known again here */
  const numbered = (pool: PooledAnswer[]) =>
    pool.map((one, nth) => ({ ...one, answers: { ...one.answers, nth } }));
  const nths = (answers: readonly PooledAnswer[]) => answers.map((one) => Number(one.answers.nth));

  it('nothing is lost, and nothing leaves twice', () => {
    fc.assert(
      fc.property(pools, anySettings, (drawn, chosen) => {
        const pool = numbered(drawn);
        const { released, waiting } = release(pool, closed, chosen);
        expect([...nths(released), ...nths(waiting)].sort((a, b) => a - b)).toEqual(nths(pool));
        expect(release(waiting, closed, chosen).released).toEqual([]);
      }),
    );
  });

  it('each leaves in a crowd, by all that is kept of it', () => {
    fc.assert(
      fc.property(pools, anySettings, (pool, chosen) => {
        const { released } = release(pool, closed, chosen);
        const crowds = new Map<string, number>();
        for (const one of released)
          crowds.set(attributesOf(one), (crowds.get(attributesOf(one)) ?? 0) + 1);
        for (const size of crowds.values())
          expect(size).toBeGreaterThanOrEqual(chosen.smallestCrowd);
        expect(new Set(released.map(({ week }) => week)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('what is kept is true, or not said', () => {
    fc.assert(
      fc.property(pools, anySettings, (drawn, chosen) => {
        const pool = numbered(drawn);
        for (const one of release(pool, closed, chosen).released) {
          const given = pool[Number(one.answers.nth)];
          expect([one.mode, one.surveyVersion]).toEqual([given?.mode, given?.surveyVersion]);
          for (const name of ['service', 'channel', 'branch', 'kind', 'outcome'] as const)
            expect([given?.[name], null]).toContain(one[name]);
        }
      }),
    );
  });
});
