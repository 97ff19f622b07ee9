import type { AssignTo, AssignedRequest } from '../../../contracts/queue';
import type { Locale } from '../../../contracts/vocabulary';
import { conflict } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { EventActor, UnitOfWork } from '../kernel/unit-of-work';
import { findForStaff, lockRequest } from '../requests';
import type { RequestRow } from '../requests';
import { lightest, presentOf, refusalsOfGiver, refusalsOfHolder } from './assign.rules';
import type { AssignRefusal, Assignable, Worker } from './assign.rules';
import { loadsOf, readWorkers } from './people.service';

/** Everybody who works, and how much each has in hand; read once for many requests. */
export interface Workforce {
  people: readonly Worker[];
  loads: Map<number, number>;
}

export async function readWorkforce({ trx, now }: UnitOfWork): Promise<Workforce> {
  const people = await readWorkers(trx, now);
  return {
    people,
    loads: await loadsOf(
      trx,
      people.map(({ id }) => id),
    ),
  };
}

export const assignable = (row: RequestRow): Assignable => ({
  kind: row.kind,
  status: row.status,
  branch: row.branch,
  serviceSlug: row.service_slug,
  assignee: row.assignee_id,
  ended: row.ended_at !== null,
  stage: row.stage,
  firstHandler: row.first_handler_id,
  about: row.about_staff_id,
});

/** How a request came into someone's hands; stands in the event. */
export type Way = { how: 'hand' | 'load' | 'rule' | 'handover' } & Record<string, string | number>;

/** Puts a locked request into someone's hands, and says so. What is there already stays, and nothing is said. */
export async function put(
  unit: UnitOfWork,
  request: RequestRow,
  to: number | null,
  actor: EventActor,
  way: Way,
): Promise<number> {
  if (request.assignee_id === to) return request.version;
  await unit
    .trx('crm_requests')
    .where({ id: request.id })
    .update({ assignee_id: to, version: request.version + 1, updated_at: unit.now });
  unit.record({
    type: 'request.assigned',
    actor,
    requestId: request.id,
    data: { from: request.assignee_id, to, ...way },
  });
  return request.version + 1;
}

/** @throws CrmError 409 naming every refusal */
export function refuseAssignment(
  unit: UnitOfWork,
  refusals: readonly AssignRefusal[],
  locale: Locale,
): void {
  if (refusals.length === 0) return;
  throw conflict('error.assignment', {
    refusals: refusals.map((code) => ({ code, message: unit.crm.say(locale, `refusal.${code}`) })),
  });
}

/**
 * Gives one request to a person, to a team's present member with the fewest in hand, or to nobody again.
 * @throws CrmError 404 of another branch, 409 when it changed since `expectedVersion` or a rule forbids it
 */
export async function assign(
  unit: UnitOfWork,
  staff: Staff,
  asked: { id: string; expectedVersion: number; to: AssignTo },
  locale: Locale,
  force?: Workforce,
): Promise<AssignedRequest & { row: RequestRow }> {
  await findForStaff({ db: unit.trx }, asked.id, staff);
  const row = await lockRequest(unit.trx, asked.id);
  if (row.version !== asked.expectedVersion)
    throw conflict('error.version_conflict', { version: row.version });
  const { people, loads } = force ?? (await readWorkforce(unit));
  const request = assignable(row);
  const { to } = asked;
  const chosen =
    'team' in to
      ? lightest(presentOf(people, to.team, request), loads)
      : 'person' in to
        ? (people.find(({ id }) => id === to.person) ?? null)
        : null;
  refuseAssignment(
    unit,
    [
      ...refusalsOfGiver(staff, request, chosen?.id ?? null),
      ...('person' in to ? refusalsOfHolder(chosen ?? undefined, request) : []),
      ...('team' in to && chosen === null ? ['nobody_present' as const] : []),
    ],
    locale,
  );
  const target = chosen?.id ?? null;
  const actor = { kind: 'staff', id: staff.id } as const;
  const version = await put(unit, row, target, actor, { how: 'team' in to ? 'load' : 'hand' });
  if (target !== null) loads.set(target, (loads.get(target) ?? 0) + 1);
  return { id: row.id, version, assigneeId: target, assigneeName: chosen?.name ?? null, row };
}
