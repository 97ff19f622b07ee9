import type { Knex } from 'knex';
import { computedHolidays, defaultCalendar } from './calendar.rules';
import type { WorkingCalendar } from './calendar.rules';
import { forgetKept, keptBy, newestVersion } from './kept';
import type { Migration } from './migrate';
import type { UnitOfWork } from './unit-of-work';

/** What the association says of its working time; holidays are computed, and corrected by overrides. */
export type CalendarSettings = Required<Pick<WorkingCalendar, 'week' | 'ramadan' | 'overrides'>>;

interface CalendarRow {
  version: number;
  calendar: Omit<WorkingCalendar, 'version'>;
  changed_by: number;
  changed_at: Date;
  reason: string;
}

export const calendarMigration: Migration = {
  name: '0097-calendars',
  async up(trx) {
    // A due time keeps the version that it was computed from, so no version is ever changed.
    await trx.raw(`
      create table crm_calendars (
        version integer primary key,
        calendar json not null,
        changed_by integer not null,
        changed_at timestamptz not null,
        reason text not null
      )`);
  },
};

const versionName = (version: number): string => `association-${version}`;

/** The calendar in force, and who changed it last; the computed default until somebody does. */
export async function calendarInForce(
  db: Knex,
): Promise<{ calendar: WorkingCalendar; changed: CalendarRow | null }> {
  const row = await db('crm_calendars').orderBy('version', 'desc').first<CalendarRow | undefined>();
  if (!row) return { calendar: defaultCalendar, changed: null };
  return { calendar: { ...row.calendar, version: versionName(row.version) }, changed: row };
}

const kept = keptBy('crm_calendars', newestVersion('crm_calendars'));

/** When the association works, as it stands now: for appointments, clocks, and whatever counts working time. */
export const currentCalendar = ({ db }: { db: Knex }): Promise<WorkingCalendar> =>
  kept(db, 'in force', async () => (await calendarInForce(db)).calendar);

/**
 * Keeps a new version of the calendar, unless another one came in between.
 * @returns the name of the new version, or null when `expected` is no longer in force
 */
export async function keepCalendar(
  { trx, now }: UnitOfWork,
  settings: CalendarSettings,
  change: { expected: string; by: number; reason: string },
): Promise<string | null> {
  // Whoever reads may go on; of two who change, the second sees what the first has kept.
  await trx.raw('lock table crm_calendars in share row exclusive mode');
  const { calendar, changed } = await calendarInForce(trx);
  if (calendar.version !== change.expected) return null;
  const version = (changed?.version ?? 0) + 1;
  await trx('crm_calendars').insert({
    version,
    calendar: JSON.stringify({
      ...settings,
      holidays: computedHolidays(2024, Math.max(2040, now.getUTCFullYear() + 10)),
    }),
    changed_by: change.by,
    changed_at: now,
    reason: change.reason,
  });
  forgetKept(trx);
  return versionName(version);
}
