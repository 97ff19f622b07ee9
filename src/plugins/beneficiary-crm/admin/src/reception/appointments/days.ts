/** Days of the agenda, as `YYYY-MM-DD` in Riyadh. The week begins on Sunday. */

const DAY = 86_400_000;
const RIYADH = 3 * 3_600_000;

export const dayOf = (iso: string): string =>
  new Date(Date.parse(iso) + RIYADH).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export const startOfWeek = (date: string): string =>
  addDays(date, -new Date(`${date}T00:00:00Z`).getUTCDay());

export const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** An instant from a day and a time of day in Riyadh. */
export const instantOf = (date: string, time: string): string =>
  new Date(`${date}T${time}:00+03:00`).toISOString();

/** The days that a view shows, both included. */
export const rangeOf = (view: 'day' | 'week', date: string): { from: string; to: string } =>
  view === 'day'
    ? { from: date, to: date }
    : { from: startOfWeek(date), to: addDays(startOfWeek(date), 6) };
