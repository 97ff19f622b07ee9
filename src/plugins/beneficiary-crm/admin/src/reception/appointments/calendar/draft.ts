import type { CalendarView } from '../../../../../contracts/appointments';
import type { Hours } from './HoursField';

/** A date with hours of its own, as it is being edited. */
export interface OwnDay {
  date: string;
  kind: 'closed' | 'usual' | 'hours';
  hours: Hours[];
  note: string;
}

export interface CalendarDraft {
  week: Hours[][];
  ramadanHours: Hours[];
  periods: { start: string; end: string }[];
  days: OwnDay[];
  reason: string;
}

export const ownDayKinds = ['closed', 'usual', 'hours'] as const;

export const draftOf = ({ week, ramadan, overrides }: CalendarView): CalendarDraft => ({
  week,
  ramadanHours: ramadan.hours,
  periods: ramadan.periods,
  days: overrides.map(({ date, hours, note }) => ({
    date,
    kind: hours === 'usual' ? 'usual' : hours.length === 0 ? 'closed' : 'hours',
    hours: hours === 'usual' ? [] : hours,
    note,
  })),
  reason: '',
});

export const calendarBodyOf = (draft: CalendarDraft, version: string) => ({
  expectedVersion: version,
  week: draft.week,
  ramadan: { hours: draft.ramadanHours, periods: draft.periods },
  overrides: draft.days.map(({ date, kind, hours, note }) => ({
    date,
    hours: kind === 'usual' ? 'usual' : kind === 'closed' ? [] : hours,
    note,
  })),
  reason: draft.reason,
});

/** Places of the periods that are still to come or under way: the next two are what is announced. */
export const comingPeriods = (periods: readonly { end: string }[], today: string): number[] =>
  periods.flatMap(({ end }, at) => (end >= today ? [at] : [])).slice(0, 2);
