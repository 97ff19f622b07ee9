import type { NoticeKind } from '../../../contracts/notices';
import type { RequestKind, RequestStatus } from '../../../contracts/vocabulary';
import { isWorkingTime } from '../kernel/calendar.rules';
import { currentCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import { hiddenAmong } from '../kernel/hidden';
import { staffHolding } from '../kernel/staff';
import type { StaffMember } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Permission } from '../policy/roles.policy';
import { movers } from './movers.rules';
import { tellStaff } from './notices.service';

/** Many in one transaction, so that the chain's head is locked seldom; few enough to hold nobody up. */
const batch = 200;

interface DueStep {
  id: string;
  request_id: string;
  status: RequestStatus;
}
interface About {
  id: string;
  kind: RequestKind;
  branch: string | null;
  assignee_id: number | null;
}

interface Occasion {
  notice: NoticeKind;
  event: 'request.step_reminded' | 'request.step_overdue';
  /** column that says it was done */
  mark: 'reminded_at' | 'escalated_at';
  due: string;
  order: string;
}

/** What is over already is escalated and not reminded of. */
const reminder: Occasion = {
  notice: 'step_reminded',
  event: 'request.step_reminded',
  mark: 'reminded_at',
  due: 'reminded_at is null and escalated_at is null and remind_at <= :now and due_at >= :now',
  order: 'remind_at',
};
const escalation: Occasion = {
  notice: 'step_overdue',
  event: 'request.step_overdue',
  mark: 'escalated_at',
  due: 'escalated_at is null and due_at < :now',
  order: 'due_at',
};

/** Marks a batch in one statement, and tells which: of two that run at once each step goes to one. */
async function claim({ trx, now }: UnitOfWork, { mark, due, order }: Occasion): Promise<DueStep[]> {
  const { rows } = (await trx.raw(
    `with due as (
      select id from crm_step_clocks
      where ended_at is null and ${due}
      order by ${order}
      limit ${batch}
      for update skip locked
    )
    update crm_step_clocks c set ${mark} = :now from due where c.id = due.id
    returning c.id, c.request_id, c.status`,
    { now },
  )) as { rows: DueStep[] };
  return rows;
}

/** Who holds a permission, asked once for a batch. */
function holders({ trx }: UnitOfWork) {
  const known = new Map<Permission, StaffMember[]>();
  return async (permission: Permission): Promise<StaffMember[]> => {
    const held = known.get(permission) ?? (await staffHolding({ db: trx }, permission));
    known.set(permission, held);
    return held;
  };
}

/** A delegate's is the own branch (C8). */
const inReach = ({ branch }: StaffMember, request: About): boolean =>
  branch === null || branch === request.branch;

/** Whether one of the staff may know of one of these requests; asked once for each person. */
function knowing({ trx }: UnitOfWork, requests: readonly About[]) {
  const ids = requests.map(({ id }) => id);
  const asked = new Map<number, Promise<ReadonlySet<string>>>();
  return async (person: number, { id }: About): Promise<boolean> => {
    const hidden = asked.get(person) ?? hiddenAmong(trx, person, ids);
    asked.set(person, hidden);
    return !(await hidden).has(id);
  };
}

/** Of several accounts those that can still sign in. */
const active = async ({ trx }: UnitOfWork, ids: readonly number[]): Promise<Set<number>> =>
  new Set(
    await trx('admin_users')
      .whereIn('id', [...ids])
      .where({ is_active: true })
      .whereNot('blocked', true)
      .pluck<number[]>('id'),
  );

/** Tells of a batch. @returns how many steps it were */
async function tellSome(unit: UnitOfWork, occasion: Occasion): Promise<number> {
  const steps = await claim(unit, occasion);
  if (steps.length === 0) return 0;
  const requests: About[] = await unit
    .trx('crm_requests')
    .whereIn(
      'id',
      steps.map((step) => step.request_id),
    )
    .select('id', 'kind', 'branch', 'assignee_id');
  const about = new Map(requests.map((request) => [request.id, request]));
  const present = await active(
    unit,
    requests.flatMap(({ assignee_id }) => assignee_id ?? []),
  );
  const holding = holders(unit);
  const mayKnow = knowing(unit, requests);

  /** The person who has it; where nobody has, whoever may take the next step. Of what is over, the overseers. */
  const whom = async (step: DueStep): Promise<number[]> => {
    const request = about.get(step.request_id);
    if (!request) return [];
    const assignee = request.assignee_id;
    const held = assignee !== null && present.has(assignee) && (await mayKnow(assignee, request));
    if (occasion === reminder && held) return [assignee];
    const permissions =
      occasion === reminder ? movers(request.kind, step.status) : (['requests.oversee'] as const);
    const people = new Set<number>();
    for (const permission of permissions)
      for (const member of await holding(permission))
        if (inReach(member, request) && (await mayKnow(member.id, request))) people.add(member.id);
    return [...people];
  };

  const notices: { staff: number; clock: string; request: string }[] = [];
  for (const step of steps) {
    for (const staff of await whom(step))
      notices.push({ staff, clock: step.id, request: step.request_id });
    unit.record({
      type: occasion.event,
      actor: { kind: 'system' },
      requestId: step.request_id,
      data: { step: step.status, clock: step.id },
    });
  }
  await tellStaff(unit, occasion.notice, notices);
  return steps.length;
}

/**
 * Job `mind_steps`, every few minutes: reminds before a step's time is over and escalates after, each once for each
 * stay. Never outside working time: what falls into the night goes out at the next opening.
 */
export async function mindSteps(crm: Crm): Promise<void> {
  const now = crm.now();
  if (!isWorkingTime(await currentCalendar(crm), now, now)) return;
  for (const occasion of [reminder, escalation])
    while ((await crm.transaction((unit) => tellSome(unit, occasion))) === batch);
}
