import type { Hours } from '../kernel/calendar.rules';
import type { CalendarSettings } from '../kernel/calendar.service';
import type { FieldIssue } from '../kernel/errors';

/** Each stretch ends after it begins, and before the next one. */
const hoursIssues = (hours: readonly Hours[], path: string): FieldIssue[] =>
  hours.flatMap(({ from, to }, at) => {
    if (from >= to) return [{ path: `${path}.${at}.to`, code: 'hours_end' }];
    const before = hours[at - 1];
    return before && before.to >= from
      ? [{ path: `${path}.${at}.from`, code: 'hours_overlap' }]
      : [];
  });

/** What is wrong with a calendar that somebody wishes to keep, so that no due time is ever without end. */
export function calendarIssues({ week, ramadan, overrides }: CalendarSettings): FieldIssue[] {
  const dates = new Set<string>();
  return [
    ...(week.every((hours) => hours.length === 0) ? [{ path: 'week', code: 'hours_none' }] : []),
    ...week.flatMap((hours, day) => hoursIssues(hours, `week.${day}`)),
    // A month without a working hour is no month with other hours.
    ...(ramadan.hours.length === 0 ? [{ path: 'ramadan.hours', code: 'hours_none' }] : []),
    ...hoursIssues(ramadan.hours, 'ramadan.hours'),
    ...ramadan.periods.flatMap(({ start, end }, at) =>
      start > end ? [{ path: `ramadan.periods.${at}.end`, code: 'period_end' }] : [],
    ),
    ...overrides.flatMap(({ date, hours }, at) => {
      const twice = dates.has(date);
      dates.add(date);
      return [
        ...(twice ? [{ path: `overrides.${at}.date`, code: 'date_twice' }] : []),
        ...(hours === 'usual' ? [] : hoursIssues(hours, `overrides.${at}.hours`)),
      ];
    }),
  ];
}
