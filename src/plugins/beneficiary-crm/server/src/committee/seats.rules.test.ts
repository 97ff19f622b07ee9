import fc from 'fast-check';
import type { Seat } from '../../../contracts/vocabulary';
import { holdsOn, seatFaults, seatIssues } from './seats.rules';
import type { TermSeat } from './seats.rules';

const seated = (
  memberId: number,
  seat: Seat,
  from: string | null = null,
  until: string | null = null,
): TermSeat => ({ memberId, seat, from, until });

describe('a term', () => {
  it.each([
    [null, null, true],
    ['2026-11-01', null, true],
    ['2026-11-02', null, false],
    [null, '2026-11-01', true],
    [null, '2026-10-31', false],
    ['2026-11-01', '2026-11-01', true],
    ['2026-01-01', '2026-10-31', false],
  ])('from %s until %s holds on 1 November 2026: %s', (from, until, holds) => {
    expect(holdsOn({ from, until }, '2026-11-01')).toBe(holds);
  });
});

describe('seats that are written', () => {
  it('follow one another: a chair after a chair, a deputy who becomes chair', () => {
    const terms = [
      seated(1, 'chair', '2025-01-01', '2026-06-30'),
      seated(2, 'deputy', null, '2026-06-30'),
      seated(2, 'chair', '2026-07-01', null),
      seated(3, 'deputy', '2026-07-01'),
    ];
    expect(seatIssues(terms)).toEqual([]);
  });

  it.each([
    [
      'a term that ends before it begins',
      [seated(1, 'chair', '2026-07-01', '2026-06-30')],
      'ends_before_it_begins',
    ],
    ['one person twice', [seated(1, 'chair'), seated(1, 'member', '2026-07-01')], 'seated_twice'],
    [
      'two chairs on the last day of the first',
      [seated(1, 'chair', null, '2026-07-01'), seated(2, 'chair', '2026-07-01')],
      'seat_taken',
    ],
    ['two deputies', [seated(1, 'chair'), seated(2, 'deputy'), seated(3, 'deputy')], 'seat_taken'],
  ] as const)('are refused with %s', (_, terms, code) => {
    expect(seatIssues(terms)).toEqual([{ at: terms.length - 1, field: expect.any(String), code }]);
  });

  it('that are accepted leave on no day two chairs, two deputies or one person twice', () => {
    const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04');
    const someSeat = fc.record({
      memberId: fc.integer({ min: 1, max: 4 }),
      seat: fc.constantFrom<Seat>('chair', 'deputy', 'member'),
      from: fc.option(day),
      until: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(someSeat, { maxLength: 5 }), day, (seats, today) => {
        fc.pre(seatIssues(seats).length === 0);
        const faults = seatFaults(seats.filter((held) => holdsOn(held, today)));
        expect(faults.filter((fault) => fault !== 'no_chair')).toEqual([]);
      }),
    );
  });
});
