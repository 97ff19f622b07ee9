import { calendarBody } from '../../../contracts/appointments';
import type { CalendarBody, CalendarView } from '../../../contracts/appointments';
import { addDays, riyadhDate } from '../kernel/calendar.rules';
import { calendarInForce, keepCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import { conflict, invalid } from '../kernel/errors';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { calendarIssues } from './calendar.rules';

/** How far ahead computed holidays are shown: those that are announced next. */
const daysShown = 400;

/** GET /calendar */
async function readCalendar(crm: Crm): Promise<CalendarView> {
  const { calendar, changed } = await calendarInForce(crm.db);
  const today = riyadhDate(crm.now());
  const names = changed ? await staffNames(crm, [changed.changed_by]) : null;
  return {
    version: calendar.version,
    week: calendar.week,
    ramadan: {
      hours: calendar.ramadan?.hours ?? [],
      periods: calendar.ramadan?.periods ?? [],
    },
    overrides: calendar.overrides ?? [],
    holidays: calendar.holidays.filter(
      (date) => today <= date && date <= addDays(today, daysShown),
    ),
    changed: changed && {
      by: names?.get(changed.changed_by) ?? '',
      at: changed.changed_at.toISOString(),
      reason: changed.reason,
    },
    today,
  };
}

/** POST /calendar. @throws CrmError 422 for hours that cannot be, 409 when somebody changed it meanwhile */
async function changeCalendar(crm: Crm, body: CalendarBody, staff: Staff): Promise<CalendarView> {
  const { expectedVersion, reason, ...settings } = body;
  const issues = calendarIssues(settings);
  if (issues.length > 0) throw invalid(issues);
  await crm.transaction(async (unit) => {
    const version = await keepCalendar(unit, settings, {
      expected: expectedVersion,
      by: staff.id,
      reason,
    });
    if (version === null) throw conflict('error.calendar_changed');
    unit.record({
      type: 'calendar.changed',
      actor: { kind: 'staff', id: staff.id },
      subject: { kind: 'calendar', id: version },
    });
  });
  return readCalendar(crm);
}

export const calendarRoutes = [
  adminRoute({
    method: 'GET',
    path: '/calendar',
    permissions: ['calendar.keep'],
    handler: async ({ crm }) => ({ data: await readCalendar(crm) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/calendar',
    permissions: ['calendar.keep'],
    body: calendarBody,
    handler: async ({ crm, body, staff }) => ({ data: await changeCalendar(crm, body, staff) }),
  }),
] as const;
