import fc from 'fast-check';
import type { Terms } from '../../../contracts/delivery';
import {
  addMonths,
  dueDates,
  fits,
  instalmentsOf,
  nextDue,
  refusesCorrection,
  refusesDelivery,
  refusesReturn,
  takenBy,
  termsIssues,
  totalOf,
} from './allocation.rules';
import type { Schedule } from './allocation.rules';

describe('due dates', () => {
  it('of a month that is shorter fall on its last day, and come back after it', () => {
    const monthly = { rhythm: 'monthly', startsOn: '2026-12-31', times: 5 } as const;
    expect(dueDates(monthly)).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
    expect(addMonths('2028-01-30', 1)).toBe('2028-02-29');
  });

  it('of a week are seven days apart, across the end of a year', () => {
    const weekly = { rhythm: 'weekly', startsOn: '2026-12-27', times: 2 } as const;
    expect(dueDates(weekly)).toEqual(['2026-12-27', '2027-01-03']);
    expect(dueDates({ ...weekly, rhythm: 'once', times: 1 })).toEqual(['2026-12-27']);
  });

  it('grow, keep the day of the month where there is one, and never leave a month out', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 2, max: 60 }), (startsOn, times) => {
        const dates = dueDates({ startsOn, times, rhythm: 'monthly' });
        const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        dates.forEach((date, index) => {
          expect(month(date)).toBe(month(startsOn) + index);
          const wanted = Number(startsOn.slice(8));
          const got = Number(date.slice(8));
          const tomorrow = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
          expect(got === wanted || (got < wanted && tomorrow.getUTCDate() === 1)).toBe(true);
        });
      }),
    );
  });
});

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const schedule: fc.Arbitrary<Schedule> = fc.record({
  amount: fc.integer({ min: 1, max: 1_000 }),
  rhythm: fc.constantFrom('weekly', 'monthly'),
  times: fc.integer({ min: 1, max: 24 }),
  startsOn: day,
});

describe('instalments', () => {
  const three: Schedule = {
    amount: 80_000,
    rhythm: 'monthly',
    times: 3,
    startsOn: '2026-10-01',
  };

  it('are filled from the first on, and say how each stands', () => {
    const states = instalmentsOf(three, 100_000, '2026-12-01').map(({ delivered, state }) => [
      delivered,
      state,
    ]);
    expect(states).toEqual([
      [80_000, 'delivered'],
      [20_000, 'overdue'],
      [0, 'today'],
    ]);
    expect(instalmentsOf(three, 20_000, '2026-09-01').map(({ state }) => state)).toEqual([
      'partial',
      'coming',
      'coming',
    ]);
    expect(nextDue(three, 100_000)).toBe('2026-11-01');
    expect(nextDue(three, 240_000)).toBeNull();
  });

  it('hold together what was handed over, and the next one due is the first that is not whole', () => {
    fc.assert(
      fc.property(schedule, fc.double({ min: 0, max: 1, noNaN: true }), day, (of, share, today) => {
        const net = Math.floor(totalOf(of) * share);
        const all = instalmentsOf(of, net, today);
        expect(all.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(net);
        const open = all.find(({ state }) => state !== 'delivered');
        expect(nextDue(of, net)).toBe(open?.dueOn ?? null);
      }),
    );
  });
});

describe('terms', () => {
  const money: Terms = {
    kind: 'money',
    what: 'كفالة',
    pay: 'transfer',
    amount: 50_000,
    rhythm: 'monthly',
    times: 3,
    startsOn: '2026-11-01',
  };
  const unpaid: Terms = { ...money, pay: undefined };

  it.each([
    [money, []],
    [unpaid, ['pay: required']],
    [{ ...unpaid, kind: 'goods' as const }, ['unit: required']],
    [{ ...money, kind: 'place' as const }, ['pay: unknown']],
    [{ ...money, pay: 'by_hand' as const, iban: 'SA03' }, ['iban: unknown']],
    [{ ...money, rhythm: 'once' as const }, ['times: once']],
  ])('belong together or name what does not: %#', (terms, expected) => {
    expect(termsIssues(terms).map(({ path, code }) => `${path}: ${code}`)).toEqual(expected);
  });
});

/** One service with one limit, as the rules alone keep it. */
interface Allocation {
  total: number;
  net: number;
  approved: boolean;
  ended: boolean;
  deliveries: { left: number; by: number }[];
}
type Step =
  | { do: 'approve'; allocation: number; total: number }
  | { do: 'deliver'; allocation: number; amount: number; by: number }
  | { do: 'return'; allocation: number; delivery: number; amount: number }
  | {
      do: 'correct';
      allocation: number;
      delivery: number;
      amount: number;
      by: number;
      approves: boolean;
    }
  | { do: 'end'; allocation: number };

const which = fc.nat(3);
const amount = fc.integer({ min: 1, max: 120 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('approve' as const), allocation: which, total: amount }),
  fc.record({ do: fc.constant('deliver' as const), allocation: which, amount, by: fc.nat(1) }),
  fc.record({ do: fc.constant('return' as const), allocation: which, delivery: fc.nat(4), amount }),
  fc.record({
    do: fc.constant('correct' as const),
    allocation: which,
    delivery: fc.nat(4),
    amount: fc.integer({ min: -120, max: 120 }),
    by: fc.nat(1),
    approves: fc.boolean(),
  }),
  fc.record({ do: fc.constant('end' as const), allocation: which }),
);

describe('any sequence of approvals, deliveries, returns, corrections and endings', () => {
  it('keeps the sums, and exceeds neither an allocation unseen nor the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.array(step, { maxLength: 60 }), run),
      { numRuns: 2_000 },
    );
  });
});

function run(limit: number, steps: Step[]): void {
  const all: Allocation[] = Array.from({ length: 4 }, () => ({
    total: 0,
    net: 0,
    approved: false,
    ended: false,
    deliveries: [],
  }));
  const taken = (without?: Allocation) =>
    all
      .filter((one) => one.approved && one !== without)
      .reduce((sum, one) => sum + takenBy(one.total, one.net, one.ended), 0);

  for (const one of steps) {
    const of = all[one.allocation];
    if (!of) continue;
    const before = { taken: taken(), net: of.net };
    if (one.do === 'approve') {
      const takes = takenBy(one.total, of.net, false);
      if (of.ended || one.total < of.net || !fits(limit, taken(of), takes)) continue;
      of.total = one.total;
      of.approved = true;
    } else if (!of.approved) continue;
    else if (one.do === 'end') {
      of.ended = true;
      expect(taken()).toBeLessThanOrEqual(before.taken);
    } else if (one.do === 'deliver') {
      if (of.ended || refusesDelivery(of.total, of.net, one.amount)) continue;
      of.net += one.amount;
      of.deliveries.push({ left: one.amount, by: one.by });
      expect(of.net).toBeLessThanOrEqual(of.total);
      // What was reserved is handed over: others have neither more nor less.
      expect(taken()).toBe(before.taken);
    } else {
      const delivery = of.deliveries[one.delivery];
      if (!delivery) continue;
      if (one.do === 'return') {
        if (refusesReturn(delivery.left, one.amount)) continue;
        delivery.left -= one.amount;
        of.net -= one.amount;
      } else {
        const total = of.ended ? of.net : of.total;
        const { left } = delivery;
        const ownDelivery = delivery.by === one.by;
        const facts = { ...one, left, total, net: of.net, ownDelivery };
        if (refusesCorrection(facts)) continue;
        const takes = takenBy(of.total, of.net + one.amount, of.ended);
        const more = takes > takenBy(of.total, of.net, of.ended);
        if (more && !fits(limit, taken(of), takes)) continue;
        const over = one.amount > 0 && of.net + one.amount > total;
        if (over) expect([one.approves, ownDelivery]).toEqual([true, false]);
        delivery.left += one.amount;
        of.net += one.amount;
      }
    }
    expect(taken()).toBeLessThanOrEqual(limit);
    for (const { net, deliveries } of all) {
      expect(net).toBe(deliveries.reduce((sum, { left }) => sum + left, 0));
      for (const { left } of deliveries) expect(left).toBeGreaterThanOrEqual(0);
    }
  }
}
