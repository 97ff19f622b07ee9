import type { RequestAction } from '../../../contracts/vocabulary';
import { CrmError } from '../kernel/errors';
import { isWorkingTime } from '../kernel/calendar.rules';
import { currentCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import { act, actingSystem } from './action';

const batch = 200;

/** Takes a step of the product's own; one that the table refuses by now (someone was faster) is no fault. */
async function tryStep(crm: Crm, requestId: string, action: RequestAction): Promise<boolean> {
  try {
    await crm.transaction((unit) => act(unit, requestId, action, actingSystem));
    return true;
  } catch (error) {
    if (error instanceof CrmError && (error.kind === 'conflict' || error.kind === 'not_found'))
      return false;
    throw error;
  }
}

/** Sends every reply whose clock allows it by now (S5). @returns how many went out */
export async function releaseDueReplies(crm: Crm): Promise<number> {
  const due = await crm
    .db('crm_decisions as d')
    .join('crm_requests as r', 'r.id', 'd.request_id')
    .where({ 'd.in_force': true, 'r.paused': false })
    .whereNull('d.replied_at')
    .whereRaw(
      `(r.due_earliest <= ? or r.clock ->> 'releasedEarlyAt' is not null or not (r.clock_settings ->> 'holdUntilEarliest')::boolean)`,
      [crm.now()],
    )
    .orderBy('d.decided_at')
    .limit(batch)
    .pluck<string[]>('r.id');
  let sent = 0;
  for (const id of due) if (await tryStep(crm, id, 'send_reply')) sent += 1;
  return sent;
}

/** Reminds applicants who owe an answer, while people are awake and at work. */
export async function remindUnanswered(crm: Crm): Promise<number> {
  const now = crm.now();
  if (!isWorkingTime(await currentCalendar(crm), now, now)) return 0;
  const due = await crm
    .db('crm_requests')
    .where('status', 'awaiting_applicant')
    .whereRaw(
      `reminders_sent < (select count(*) from json_array_elements_text(workflow -> 'reminderDaysBefore') as days
        where owed_deadline - days::int * interval '24 hours' <= ?)`,
      [now],
    )
    .orderBy('owed_deadline')
    .limit(batch)
    .pluck<string[]>('id');
  let reminded = 0;
  for (const id of due) if (await tryStep(crm, id, 'remind')) reminded += 1;
  return reminded;
}

/** Ends requests whose applicant never answered in time. */
export async function expireUnanswered(crm: Crm): Promise<number> {
  const due = await crm
    .db('crm_requests')
    .where('status', 'awaiting_applicant')
    .where('owed_deadline', '<=', crm.now())
    .limit(batch)
    .pluck<string[]>('id');
  let expired = 0;
  for (const id of due) if (await tryStep(crm, id, 'expire')) expired += 1;
  return expired;
}

/** Closes what was answered and not reopened for as long as the policy's clock says. */
export async function closeAnswered(crm: Crm): Promise<number> {
  const due = await crm
    .db('crm_requests as r')
    .join('crm_decisions as d', 'd.request_id', 'r.id')
    .where({ 'r.status': 'answered', 'd.in_force': true })
    .whereRaw(
      `d.replied_at <= ?::timestamptz - (r.workflow ->> 'closeAnsweredDays')::int * interval '24 hours'`,
      [crm.now()],
    )
    .limit(batch)
    .pluck<string[]>('r.id');
  let closed = 0;
  for (const id of due) if (await tryStep(crm, id, 'close')) closed += 1;
  return closed;
}

export const requestJobs = {
  send_reply: async (crm: Crm, payload: Readonly<Record<string, string | number>>) => {
    await tryStep(crm, String(payload.request), 'send_reply');
  },
  release_due_replies: async (crm: Crm) => void (await releaseDueReplies(crm)),
  close_answered: async (crm: Crm) => void (await closeAnswered(crm)),
  remind_unanswered: async (crm: Crm) => void (await remindUnanswered(crm)),
  expire_unanswered: async (crm: Crm) => void (await expireUnanswered(crm)),
};
