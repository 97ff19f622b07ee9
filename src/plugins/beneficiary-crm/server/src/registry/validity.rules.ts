import { addDays } from '../kernel/calendar.rules';

/** Dates of papers and people. A date is `YYYY-MM-DD`, in Riyadh; `today` is one. */

export type Validity = 'valid' | 'expiring' | 'expired' | 'open';

/** Whole days from `today` until the date; negative when it has passed. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);

/** A paper is valid on its last day (S2); `open`: it bears no date. */
export function validityOf(until: string | null, today: string, noticeDays: number): Validity {
  if (until === null) return 'open';
  if (until < today) return 'expired';
  return until <= lastAnnouncedDay(today, noticeDays) ? 'expiring' : 'valid';
}

/** What expires on this day or before it is announced. */
export const lastAnnouncedDay = (today: string, noticeDays: number): string =>
  addDays(today, noticeDays);

/** Whole years at `today`; from the year alone as old as the person becomes in it. Null when unknown. */
export function ageAt(
  today: string,
  birth: { birthDate: string | null; birthYear: number | null },
): number | null {
  const year = Number(today.slice(0, 4));
  if (birth.birthDate !== null) {
    const before = today.slice(5) < birth.birthDate.slice(5) ? 1 : 0;
    return Math.max(0, year - Number(birth.birthDate.slice(0, 4)) - before);
  }
  return birth.birthYear === null ? null : Math.max(0, year - birth.birthYear);
}

/** What is wrong with the dates of a paper, by field. */
export function datesOfPaper(
  paper: { issuedOn?: string | undefined; until?: string | undefined },
  today: string,
): { field: 'issuedOn' | 'until'; code: 'future' | 'before_issue' }[] {
  const { issuedOn, until } = paper;
  return [
    ...(issuedOn !== undefined && issuedOn > today
      ? [{ field: 'issuedOn', code: 'future' } as const]
      : []),
    ...(issuedOn !== undefined && until !== undefined && until < issuedOn
      ? [{ field: 'until', code: 'before_issue' } as const]
      : []),
  ];
}
