import type { Seat } from '../../../contracts/vocabulary';

/** Who holds a seat from when until when; days of Riyadh, `YYYY-MM-DD`. */
export interface TermSeat {
  memberId: number;
  seat: Seat;
  /** first day; null: since ever */
  from: string | null;
  /** last day; null: without end */
  until: string | null;
}

/** A seat counts only while its term holds: on its first day and on its last one too. */
export const holdsOn = ({ from, until }: Pick<TermSeat, 'from' | 'until'>, today: string) =>
  (from === null || from <= today) && (until === null || today <= until);

const overlap = (a: TermSeat, b: TermSeat): boolean =>
  (a.until === null || b.from === null || b.from <= a.until) &&
  (b.until === null || a.from === null || a.from <= b.until);

export type SeatFault = 'no_chair' | 'two_chairs' | 'two_deputies' | 'one_person_twice';

/** One person, one seat; one chair, and one deputy at most: else votes and ties have no meaning. */
export function seatFaults(seats: readonly Pick<TermSeat, 'memberId' | 'seat'>[]): SeatFault[] {
  const holding = (seat: Seat) => seats.filter((held) => held.seat === seat).length;
  const people = new Set(seats.map(({ memberId }) => memberId));
  const faults: [SeatFault, boolean][] = [
    ['no_chair', holding('chair') === 0],
    ['two_chairs', holding('chair') > 1],
    ['two_deputies', holding('deputy') > 1],
    ['one_person_twice', people.size !== seats.length],
  ];
  return faults.filter(([, holds]) => holds).map(([fault]) => fault);
}

export interface SeatIssue {
  /** index in the list */
  at: number;
  field: 'memberId' | 'seat' | 'until';
  code: 'ends_before_it_begins' | 'seated_twice' | 'seat_taken';
}

/** What cannot be written at all, on whatever day: each against the seats before it in the list. */
export function seatIssues(seats: readonly TermSeat[]): SeatIssue[] {
  return seats.flatMap((held, at): SeatIssue[] => {
    if (held.from !== null && held.until !== null && held.until < held.from)
      return [{ at, field: 'until', code: 'ends_before_it_begins' }];
    const meanwhile = seats.slice(0, at).filter((other) => overlap(held, other));
    if (meanwhile.some(({ memberId }) => memberId === held.memberId))
      return [{ at, field: 'memberId', code: 'seated_twice' }];
    const single = held.seat === 'chair' || held.seat === 'deputy';
    if (single && meanwhile.some(({ seat }) => seat === held.seat))
      return [{ at, field: 'seat', code: 'seat_taken' }];
    return [];
  });
}
