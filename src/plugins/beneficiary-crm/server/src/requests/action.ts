import type { z } from 'zod';
import type { actionBodies } from '../../../contracts/admin';
import type { RequestAction, RequestStatus } from '../../../contracts/vocabulary';
import type { RequestFacts } from '../policy/guards.policy';
import { CrmError, conflict } from '../kernel/errors';
import type { EventActor, UnitOfWork } from '../kernel/unit-of-work';
import type { ReplyClock } from './clock.rules';
import { factsOf } from './facts.repository';
import { clockColumns, lockRequest } from './request.repository';
import type { RequestRow } from './request.types';
import { judge, statusAfter } from './transitions.rules';
import type { ActingAs, Refusal } from './transitions.rules';

/** Who acts on a request: in the eyes of the table, and in the event. */
export interface Acting {
  as: ActingAs;
  actor: EventActor;
}

export const actingSystem: Acting = { as: { kind: 'system' }, actor: { kind: 'system' } };
export const actingApplicant: Acting = { as: { kind: 'applicant' }, actor: { kind: 'applicant' } };
export const actingCommittee = (presiding: number): Acting => ({
  as: { kind: 'committee' },
  actor: { kind: 'staff', id: presiding },
});
export const staffId = (acting: Acting): number | null =>
  acting.actor.kind === 'staff' ? acting.actor.id : null;

/** @throws Error when no person of the staff acts: a fault of ours, since the table names staff */
export function actingStaffId(acting: Acting): number {
  const id = staffId(acting);
  if (id === null) throw new Error('this action is done by a person of the staff');
  return id;
}

/** What an action changes beside the status. */
export interface Effect {
  /** columns of `crm_requests` */
  patch?: Partial<Record<keyof RequestRow, unknown>>;
  clock?: ReplyClock;
  /** for the event: ids, codes and field names only */
  data?: Record<string, unknown>;
}

export interface ActionInput<Body = unknown> {
  unit: UnitOfWork;
  request: RequestRow;
  facts: RequestFacts;
  acting: Acting;
  body: Body;
  /** in which the acting person is answered */
  locale: 'ar' | 'en';
}

export type ActionHandler = (input: ActionInput) => Promise<Effect>;

type BodyOf<Action extends RequestAction> = Action extends keyof typeof actionBodies
  ? z.output<(typeof actionBodies)[Action]>
  : Record<string, never>;

/** Declares the effect of an action with the body that its contract gives. */
export const onAction = <Action extends RequestAction>(
  _action: Action,
  handler: (input: ActionInput<BodyOf<Action>>) => Promise<Effect>,
): ActionHandler => handler as ActionHandler;

/** Statuses in which nothing more happens. */
const ended: readonly RequestStatus[] = [
  'completed',
  'withdrawn',
  'expired',
  'duplicate',
  'closed',
];

/** @throws CrmError 403 when the table names others for this action, else 409 naming every refusal */
export function refuse(unit: UnitOfWork, refusals: readonly Refusal[], locale: 'ar' | 'en'): never {
  if (refusals.includes('not_permitted')) throw new CrmError('forbidden', 'error.not_permitted');
  throw conflict('error.transition', {
    refusals: refusals.map((code) => ({ code, message: unit.crm.say(locale, `refusal.${code}`) })),
  });
}

/**
 * Does one action: lock, judge by the table, take effect, record; all in the caller's transaction.
 * @throws CrmError 409 `error.version_conflict` when the request changed since `expectedVersion`
 */
export async function act(
  unit: UnitOfWork,
  requestId: string,
  action: RequestAction,
  acting: Acting,
  given: { body?: unknown; expectedVersion?: number; locale?: 'ar' | 'en' } = {},
): Promise<RequestRow> {
  const { crm, trx, now } = unit;
  const request = await lockRequest(trx, requestId);
  if (given.expectedVersion !== undefined && given.expectedVersion !== request.version) {
    throw conflict('error.version_conflict', { version: request.version });
  }
  const facts = await factsOf(crm, trx, request, now, staffId(acting));
  const verdict = judge(facts, action, acting.as, now);
  if (!verdict.ok) refuse(unit, verdict.refusals, given.locale ?? 'ar');

  const handler = crm.rooms.find((room) => room.actions?.[action])?.actions?.[action];
  const effect = handler
    ? await handler({
        unit,
        request,
        facts,
        acting,
        body: given.body ?? {},
        locale: given.locale ?? 'ar',
      })
    : {};
  const status = statusAfter(verdict.transition, facts, request.resume_to);
  const rows: RequestRow[] = await trx('crm_requests')
    .where({ id: request.id })
    .update({
      status,
      version: request.version + 1,
      updated_at: now,
      ended_at: ended.includes(status) ? (request.ended_at ?? now) : null,
      ...(effect.clock ? clockColumns(effect.clock, request.clock_settings, now) : {}),
      ...effect.patch,
    })
    .returning('*');
  const after = rows[0];
  if (!after) throw new Error('a locked request vanished');
  unit.record({
    type: verdict.transition.event,
    actor: acting.actor,
    requestId: request.id,
    data: { from: request.status, to: status, ...effect.data },
  });
  return after;
}
