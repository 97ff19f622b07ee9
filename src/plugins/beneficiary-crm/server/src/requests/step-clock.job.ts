import { currentCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import type { Subscriber } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { clockOf, columnsOf } from './step-clock.service';
import type { StepClockRow } from './step-clock.service';
import { pauseClock } from './step-clock.rules';
import type { StepClock } from './step-clock.rules';
import type { WorkingCalendar } from '../kernel/calendar.rules';

/** Few enough that nobody who moves one of these requests waits long. */
const batch = 200;

/** A clock from before the product kept clocks may stand still without a count of what is left. */
const counted = (calendar: WorkingCalendar, clock: StepClock): StepClock =>
  clock.pausedAt !== null && clock.leftMinutes === null
    ? pauseClock(calendar, { ...clock, pausedAt: null }, clock.pausedAt)
    : clock;

/** Reckons a batch of running clocks whose times come from another calendar. @returns how many there were */
async function reckonSome({ trx, now, record }: UnitOfWork): Promise<number> {
  const calendar = await currentCalendar({ db: trx });
  const { version } = calendar;
  const stale: { request_id: string }[] = await trx('crm_step_clocks')
    .whereNull('ended_at')
    // Two ranges of the index; "another one" would read all of it.
    .where((other) =>
      other.where('calendar_version', '<', version).orWhere('calendar_version', '>', version),
    )
    .orderBy('request_id')
    .limit(batch)
    .select('request_id');
  if (stale.length === 0) return 0;
  // First the requests, as whoever moves one does; then what their clocks are by now.
  const ids = stale.map((one) => one.request_id);
  await trx('crm_requests').whereIn('id', ids).orderBy('id').forUpdate().select('id');
  const rows: StepClockRow[] = await trx('crm_step_clocks')
    .whereIn('request_id', ids)
    .whereNull('ended_at')
    .whereNot('calendar_version', version)
    .orderBy('request_id')
    .forUpdate();
  for (const row of rows) {
    const columns = columnsOf(calendar, counted(calendar, clockOf(row)));
    const anew = row.calendar_version === '' ? {} : { reckoned_anew_at: now };
    await trx('crm_step_clocks')
      .where({ id: row.id })
      .update({ ...columns, ...anew });
    await trx('crm_requests').where({ id: row.request_id }).update({ step_due_at: columns.due_at });
  }
  if (rows.length > 0) {
    record({
      type: 'calendar.applied',
      actor: { kind: 'system' },
      subject: { kind: 'calendar', id: version },
      data: { clocks: rows.length },
    });
  }
  return stale.length;
}

/**
 * Job `reckon_step_clocks`: every running clock gets its times from the calendar in force. Often, since a request
 * may move in the moment in which the calendar changes.
 */
export async function reckonStepClocks(crm: Crm): Promise<void> {
  while ((await crm.transaction(reckonSome)) === batch);
}

/** When the association has changed its working time, the clocks follow at once. */
export const followCalendar: Subscriber = {
  name: 'follow_calendar',
  when: 'after',
  on: ['calendar.changed'],
  run: reckonStepClocks,
};
