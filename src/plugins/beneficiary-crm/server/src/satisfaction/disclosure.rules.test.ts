import fc from 'fast-check';
import {
  countedIn,
  monthsFrom,
  recovered,
  secretsOf,
  seeded,
} from '../../../../../../tests/support/differencing';
import { monthsOf, periodsBetween } from './calendar-period.rules';
import { publishable } from './disclosure.rules';
import type { Published } from './disclosure.rules';

const threshold = 10;

interface Answer {
  month: string;
  /** the cells it lies in */
  cells: readonly string[];
}

const times = (n: number, month: string, ...cells: string[]): Answer[] =>
  Array.from({ length: n }, () => ({ month, cells: ['all', ...cells] }));

/** The cells of one month that are published, without the total. */
const shownIn = (answers: Answer[], month = '2026-01'): string[] => {
  const published = publishable(monthsFrom(answers, [month]), [month], { threshold });
  return [...(published.get(month) ?? [])].filter((cell) => cell !== 'all').sort();
};

describe('publishable', () => {
  const month = '2026-01';

  it('withholds what few answered, and a second that would give it away', () => {
    const one = times(90, month, 'service:a');
    const two = times(30, month, 'service:b');
    expect(shownIn([...one, ...two, ...times(4, month, 'service:c')])).toEqual(['service:a']);
  });

  it('needs no third where two small ones hide each other', () => {
    const small = [...times(9, month, 'service:b'), ...times(5, month, 'service:c')];
    expect(shownIn([...times(50, month, 'service:a'), ...small])).toEqual(['service:a']);
  });

  it('withholds a third where two together are still too few', () => {
    const small = [...times(2, month, 'service:c'), ...times(3, month, 'service:d')];
    const large = [...times(60, month, 'service:a'), ...times(50, month, 'service:b')];
    expect(shownIn([...large, ...small])).toEqual(['service:a']);
  });

  it('does not take an empty slice for cover, nor withhold where nothing is small', () => {
    const large = [...times(60, month, 'service:a'), ...times(50, month, 'service:b')];
    expect(shownIn(large)).toEqual(['service:a', 'service:b']);
  });

  it('withholds a slice of one dimension that another one tells of', () => {
    // Whoever asks a question has no service: both dimensions have the same slice.
    const answers = [
      ...times(40, month, 'service:a', 'kind:assistance'),
      ...times(4, month, 'service:b', 'kind:assistance'),
      ...times(20, month, 'service:-', 'kind:inquiry'),
    ];
    const shown = shownIn(answers);
    // Total less inquiries is assistance; that less service a would be service b.
    expect(shown).not.toContain('service:a');
    expect(shown).toEqual(['kind:assistance', 'kind:inquiry', 'service:-']);
  });

  it('withholds the quarter that would give away one of its months', () => {
    const months = monthsOf('2026-Q1');
    const answers = [
      ...months.flatMap((name) => times(40, name, 'service:a')),
      ...times(4, '2026-02', 'service:b'),
      ...times(30, '2026-01', 'service:b'),
      ...times(30, '2026-03', 'service:b'),
    ];
    const periods = periodsBetween('2026-01', '2026-03');
    const published = publishable(monthsFrom(answers, months), periods, { threshold });
    const has = (key: string) => [...(published.get(key) ?? [])].sort();
    expect(has('2026-02')).toEqual(['all']);
    expect(has('2026-01')).toEqual(['all', 'service:a', 'service:b']);
    expect(has('2026-Q1')).toEqual(['all']);
  });

  it('shows a quarter whose months are all too small', () => {
    const months = monthsOf('2026-Q1');
    const answers = months.flatMap((name) => times(5, name, 'service:a'));
    const periods = periodsBetween('2026-01', '2026-03');
    const published = publishable(monthsFrom(answers, months), periods, { threshold });
    expect([...(published.get('2026-Q1') ?? [])]).toEqual(['all', 'service:a']);
    expect([...(published.get('2026-01') ?? [])]).toEqual([]);
  });
});

/** Answers as they come: a few services are large and the others small, and attributes go together. */
function someAnswers(random: () => number, months: readonly string[]): Answer[] {
  const choose = <T>(list: readonly T[], skew: number): T =>
    list[Math.floor(random() ** skew * list.length)] as T;
  return months.flatMap((month) =>
    Array.from({ length: Math.floor(20 + random() * 120) }, (): Answer => {
      const kind = choose(['assistance', 'inquiry', 'complaint'], 2.5);
      const service = kind === 'assistance' ? choose(['a', 'b', 'c', 'd', 'e'], 2) : '-';
      const outcome = kind === 'assistance' ? choose(['completed', 'rejected'], 2) : 'answered';
      const branch = choose(['-', 'north', 'south'], 3);
      const channel = branch === '-' ? choose(['website', 'phone'], 2) : 'delegate';
      const mode = choose(['self', 'kiosk', 'qr'], 3);
      if (random() < 0.06) return { month, cells: ['mode:phone'] };
      return {
        month,
        cells: [
          'all',
          `service:${service}`,
          `channel:${channel}`,
          `branch:${branch}`,
          `kind:${kind}`,
          `outcome:${outcome}`,
          `mode:${mode}`,
        ],
      };
    }),
  );
}

describe('a program that asks for every filter and every period', () => {
  const year = monthsOf('2026');
  const periods = periodsBetween('2026-01', '2026-12');
  const months = [1, 2, 3, 4].map((seed) => monthsFrom(someAnswers(seeded(seed), year), year));

  it.each([0, 1, 2, 3])('recovers no hidden cell, year %i', (nth) => {
    const year = months[nth] ?? [];
    const published = publishable(year, periods, { threshold });
    const secrets = secretsOf(year, periods, threshold);
    expect(secrets.length).toBeGreaterThan(50);
    expect(recovered(year, published, secrets)).toEqual([]);
    // It is not safe because nothing is said.
    const said = [...published.values()].reduce((sum, cells) => sum + cells.size, 0);
    expect(said).toBeGreaterThan(80);
  });

  it.each([0, 1, 2, 3])(
    'does recover them where only the small ones are withheld, year %i',
    (nth) => {
      const year = months[nth] ?? [];
      const naive = publishable(year, periods, { threshold, secondary: false });
      expect(recovered(year, naive, secretsOf(year, periods, threshold)).length).toBeGreaterThan(
        20,
      );
    },
  );

  it('finds that what was published stays published as the year goes on, and is as safe', () => {
    const year = months[0] ?? [];
    let settled: Published = new Map();
    for (let last = 1; last <= 12; last += 1) {
      const ended = periodsBetween('2026-01', year[last - 1]?.month ?? '');
      settled = publishable(year.slice(0, last), ended, { threshold, settled });
    }
    expect(settled).toEqual(publishable(year, periods, { threshold }));
  });

  it('gets nothing with few answers, whatever they are', () => {
    const cell = fc.constantFrom('a', 'b', 'c');
    const answer = fc.record({
      month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
      a: cell,
      b: cell,
    });
    const names = monthsOf('2026-Q1');
    const some = periodsBetween('2026-01', '2026-03');
    fc.assert(
      fc.property(
        fc.array(answer, { maxLength: 90 }),
        fc.integer({ min: 2, max: 12 }),
        (given, k) => {
          const year = monthsFrom(
            given.map(({ month, a, b }) => ({
              month,
              cells: ['all', `service:${a}`, `kind:${b}`],
            })),
            names,
          );
          const published = publishable(year, some, { threshold: k });
          for (const key of some) {
            const counted = countedIn(year, key);
            for (const cell of published.get(key) ?? [])
              expect(counted.get(cell)).toBeGreaterThanOrEqual(k);
          }
          const small = secretsOf(year, some, k);
          expect(recovered(year, published, small)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
