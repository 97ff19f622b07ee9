import type { RequestAction } from '../../../contracts/vocabulary';
import { invalid } from '../kernel/errors';
import { readCode } from '../kernel/vault';
import { onAction, staffId } from './action';
import type { ActionHandler } from './action';
import { pause, resume } from './clock.rules';
import { supersedeDecision } from './decisions';
import { duplicateIssue } from './duplicate.rules';
import { keepNote } from './notes';
import { findRequest, lockRequest, readClock } from './request.repository';
import { remindersDue } from './reminder.rules';

/** Nothing is owed any more. */
const nothingOwed = { owed: null, owed_since: null, owed_deadline: null, resume_to: null };

/**
 * How a request ends without an answer, and comes back. While it has ended its clock stands still: who takes it up
 * again finds the promise as far away as it was.
 */
export const endingActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  withdraw: onAction('withdraw', async ({ unit, request, acting, body }) => {
    await supersedeDecision(unit, request.id);
    return {
      clock: pause(readClock(request.clock), unit.now),
      patch: nothingOwed,
      data: { note: await keepNote(unit, request.id, body.reason, staffId(acting)) },
    };
  }),

  async remind({ unit, request }) {
    const { owed_deadline: deadline, workflow } = request;
    const due = deadline ? remindersDue(workflow.reminderDaysBefore, deadline, unit.now) : 0;
    return { patch: { reminders_sent: due, reminded_at: unit.now }, data: { reminder: due } };
  },

  async expire({ unit, request }) {
    return { clock: pause(readClock(request.clock), unit.now), patch: nothingOwed };
  },

  mark_duplicate: onAction('mark_duplicate', async ({ unit, request, body }) => {
    const named = await findRequest(unit.trx, { reference: readCode(body.of) });
    // Always the later one first and then the earlier: two who mark at one moment do not wait for each other.
    const earlier = named !== null && named.submitted_at < request.submitted_at;
    const other = earlier ? await lockRequest(unit.trx, named.id) : named;
    const issue = other === null ? 'not_found' : duplicateIssue(request, other);
    if (other === null || issue !== null)
      throw invalid([{ path: 'of', code: issue ?? 'not_found' }]);
    return {
      clock: pause(readClock(request.clock), unit.now),
      patch: { duplicate_of: other.id },
      data: { of: other.id },
    };
  }),

  unmark_duplicate: onAction('unmark_duplicate', async ({ unit, request, acting, body }) => ({
    clock: resume(readClock(request.clock), unit.now),
    patch: { duplicate_of: null },
    data: {
      of: request.duplicate_of,
      note: await keepNote(unit, request.id, body.reason, staffId(acting)),
    },
  })),

  reopen: onAction('reopen', async ({ unit, request, acting, body }) => {
    await supersedeDecision(unit, request.id);
    // What the researcher was asked before it ended was never answered; it is asked anew, or not at all.
    await unit
      .trx('crm_referrals')
      .where({ request_id: request.id })
      .whereNull('answered_at')
      .update({ answered_at: unit.now });
    return {
      clock: resume(readClock(request.clock), unit.now),
      patch: { replied: false },
      data: { note: await keepNote(unit, request.id, body.reason, staffId(acting)) },
    };
  }),
};
