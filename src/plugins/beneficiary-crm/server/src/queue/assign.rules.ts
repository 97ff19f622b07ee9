import type { AssignmentRule } from '../../../contracts/queue';
import type { RequestKind, RequestStatus, Role } from '../../../contracts/vocabulary';
import type { Permission } from '../policy/roles.policy';
import { transitions } from '../policy/transitions.policy';

/** Somebody in whose hands a request is, or can be. */
export interface Worker {
  id: number;
  name: string;
  /** can sign in */
  active: boolean;
  permissions: ReadonlySet<Permission>;
  roles: readonly Role[];
  /** the branch of a delegate; null: all branches */
  branch: string | null;
  /** today */
  away: boolean;
  awayUntil: string | null;
  deputy: number | null;
}

/** What decides in whose hands a request can be. */
export interface Assignable {
  kind: RequestKind;
  status: RequestStatus;
  branch: string | null;
  serviceSlug: string | null;
  assignee: number | null;
  ended: boolean;
  stage: number;
  firstHandler: number | null;
  /** who is complained about */
  about: number | null;
}

export type AssignRefusal =
  | 'request_ended'
  | 'not_yours_to_give'
  | 'assignee_gone'
  | 'assignee_other_branch'
  | 'assignee_cannot_work'
  | 'assignee_first_stage'
  | 'assignee_complained_about'
  | 'nobody_present';

/** At the desk everybody takes an answer or a withdrawal; it is no work on the request. */
const atTheDesk: readonly string[] = ['requests.receive'];

/**
 * The permissions that take a request onwards from its status, by the table of transitions; where nobody of the
 * staff does (the applicant is asked, the committee sits), those of any step of its kind.
 */
export function workOn({
  kind,
  status,
}: Pick<Assignable, 'kind' | 'status'>): readonly Permission[] {
  const ofKind = transitions.filter((row) => row.kinds.includes(kind));
  const needed = (rows: typeof transitions) => [
    ...new Set(
      rows
        .flatMap(({ who }) => who)
        .filter((who): who is Permission => who.includes('.') && !atTheDesk.includes(who)),
    ),
  ];
  const now = needed(ofKind.filter((row) => row.from.includes(status)));
  return now.length > 0 ? now : needed(ofKind);
}

/** Everything that speaks against a request being in someone's hands. */
export function refusalsOfHolder(worker: Worker | undefined, request: Assignable): AssignRefusal[] {
  if (!worker?.active) return ['assignee_gone'];
  const work = workOn(request);
  const refusals: AssignRefusal[] = [];
  if (worker.branch !== null && worker.branch !== request.branch)
    refusals.push('assignee_other_branch');
  if (!worker.permissions.has('requests.read') || !work.some((one) => worker.permissions.has(one)))
    refusals.push('assignee_cannot_work');
  // A complaint's second stage is another person's (O6e).
  if (request.stage > 1 && request.firstHandler === worker.id)
    refusals.push('assignee_first_stage');
  if (request.about === worker.id) refusals.push('assignee_complained_about');
  return refusals;
}

export const mayHold = (worker: Worker, request: Assignable): boolean =>
  refusalsOfHolder(worker, request).length === 0;

/**
 * Whether one of the staff may give this request to `to` (null: to nobody). Who holds `requests.assign` gives
 * anything to anyone; others take what nobody has, and give away what is theirs.
 */
export function refusalsOfGiver(
  giver: { id: number; permissions: ReadonlySet<Permission> },
  request: Assignable,
  to: number | null,
): AssignRefusal[] {
  const refusals: AssignRefusal[] = request.ended ? ['request_ended'] : [];
  const own = request.assignee === giver.id;
  const takes = request.assignee === null && to === giver.id;
  if (!giver.permissions.has('requests.assign') && !own && !takes)
    refusals.push('not_yours_to_give');
  return refusals;
}

/** The one with the fewest requests in hand; of several the one who has been there longest. Null: there is none. */
export function lightest(
  workers: readonly Worker[],
  loads: ReadonlyMap<number, number>,
): Worker | null {
  const load = ({ id }: Worker) => loads.get(id) ?? 0;
  return workers.reduce<Worker | null>(
    (best, one) =>
      best === null || load(one) < load(best) || (load(one) === load(best) && one.id < best.id)
        ? one
        : best,
    null,
  );
}

/** Who of a team is there today and may have this request in hand. */
export const presentOf = (people: readonly Worker[], team: Role, request: Assignable): Worker[] =>
  people.filter((one) => one.roles.includes(team) && !one.away && mayHold(one, request));

export const fits = (rule: AssignmentRule, request: Assignable): boolean =>
  (rule.kind === null || rule.kind === request.kind) &&
  (rule.service === null || rule.service === request.serviceSlug) &&
  (rule.branch === null || rule.branch === request.branch);

/**
 * Whom the first fitting rule gives a new request: the person it names, or the deputy of one who is away; of a team
 * the one with the fewest in hand. A rule whose people cannot have it leaves it to the next. Null: nobody's.
 */
export function byRule(
  rules: readonly AssignmentRule[],
  people: readonly Worker[],
  loads: ReadonlyMap<number, number>,
  request: Assignable,
): { rule: number; to: Worker } | null {
  const find = (id: number | null) => people.find((one) => one.id === id);
  const able = (one: Worker | undefined) =>
    one && !one.away && mayHold(one, request) ? one : undefined;
  for (const [at, rule] of rules.entries()) {
    if (!fits(rule, request)) continue;
    if ('team' in rule.to) {
      const to = lightest(presentOf(people, rule.to.team, request), loads);
      if (to) return { rule: at, to };
    } else {
      const named = find(rule.to.person);
      const to = able(named) ?? (named?.away ? able(find(named.deputy)) : undefined);
      if (to) return { rule: at, to };
    }
  }
  return null;
}
