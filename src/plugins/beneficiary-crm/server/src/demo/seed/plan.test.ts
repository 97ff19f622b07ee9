import { requestKinds, requestStatuses } from '../../../../contracts/vocabulary';
import type { RequestAction, RequestStatus } from '../../../../contracts/vocabulary';
import { rolePolicies } from '../../policy/roles.policy';
import { findTransition, mayAct } from '../../requests/transitions.rules';
import { services } from '../content/services';
import { staff } from '../content/staff';
import { planRequests } from './plan';
import type { Plan, Step, Who } from './plan.types';

const now = new Date('2026-11-22T09:17:00+03:00');
const plan = planRequests(now);

const outcomeOf = { accept: 'accepted', reject: 'rejected', defer: 'deferred' } as const;

/** Which action of the table a step is, with what it decides; null: none. */
function actionOf(step: Step): RequestAction | null {
  switch (step.do) {
    case 'act':
      return step.action;
    case 'submit':
    case 'appeal':
      return 'submit';
    case 'check':
      return 'check_item';
    case 'respond':
    case 'mark_duplicate':
      return step.do;
    case 'decision':
      return 'decide';
    case 'release':
      return 'release_early';
    default:
      return null;
  }
}

const permissionsOf = (who: Who) => {
  const account = staff.find(({ email }) => email.startsWith(`${who}@`));
  if (!account || account.role === 'administrator') throw new Error(`nobody is ${who}`);
  return new Set(rolePolicies[account.role].permissions);
};
const actingOf = (step: Step) => {
  if (step.do === 'decision' || step.do === 'release') return { kind: 'committee' } as const;
  const by = 'by' in step ? step.by : 'applicant';
  return by === 'applicant' || by === 'system'
    ? ({ kind: by } as const)
    : ({ kind: 'staff', permissions: permissionsOf(by) } as const);
};

/** Walks every request through the table. Says where each ends, and each step that the table has not. */
function walk({ requests, steps }: Plan) {
  const status = new Map<number, RequestStatus | 'new'>(
    requests.map(({ index }) => [index, 'new']),
  );
  const resumeTo = new Map<number, RequestStatus>();
  const ballots = new Map<number, ('accept' | 'reject' | 'defer')[]>();
  const faults: string[] = [];
  for (const step of steps) {
    if (step.do === 'plan_session') continue;
    const { request: index } = step;
    const { kind } = requests[index] ?? {};
    const from = status.get(index);
    if (!kind || !from) throw new Error(`there is no request ${index}`);
    if (step.do === 'open') ballots.set(index, []);
    if (step.do === 'ballot' && step.choice !== 'abstain') ballots.get(index)?.push(step.choice);
    const action = actionOf(step);
    if (!action) continue;
    const row = findTransition({ kind, status: from as RequestStatus }, action);
    if (!row || !mayAct(row, actingOf(step))) {
      faults.push(`${index} ${kind} ${requests[index]?.story ?? ''}: ${from} → ${action}`);
      continue;
    }
    if (action === 'ask_applicant') resumeTo.set(index, from as RequestStatus);
    const most = (['accept', 'reject', 'defer'] as const).find(
      (choice) => (ballots.get(index) ?? []).filter((given) => given === choice).length >= 3,
    );
    if (row.to === 'outcome') status.set(index, outcomeOf[most ?? 'defer']);
    else if (row.to === 'resume') status.set(index, resumeTo.get(index) ?? 'submitted');
    else if (row.to !== 'same') status.set(index, row.to);
    // The answer to an appeal that is granted moves the first request on.
    const { parent = null } = requests[index] ?? {};
    if (action === 'send_reply' && kind === 'appeal' && from === 'accepted' && parent !== null)
      status.set(parent, 'accepted');
  }
  return { status, faults };
}

const { status, faults } = walk(plan);
const reached = (kind: string) =>
  new Set(plan.requests.filter((one) => one.kind === kind).map(({ index }) => status.get(index)));

describe('the demo’s two years of requests', () => {
  it('is the same each time', () => {
    expect(JSON.stringify(planRequests(now))).toBe(JSON.stringify(plan));
  });

  it('takes only steps that the table has, by people whom it names', () => {
    expect(faults).toEqual([]);
  });

  it('goes forward in time and stops now', () => {
    const instants = plan.steps.map(({ at }) => at.getTime());
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(Math.max(...instants)).toBeLessThanOrEqual(now.getTime());
    expect(now.getTime() - Math.min(...instants)).toBeGreaterThan(600 * 86_400_000);
  });

  it('holds some 350 to 450 requests, of every kind, service, channel and branch', () => {
    expect(plan.requests.length).toBeGreaterThanOrEqual(350);
    expect(plan.requests.length).toBeLessThanOrEqual(460);
    const values = (of: (request: Plan['requests'][number]) => string | null) =>
      new Set(plan.requests.map(of).filter(Boolean));
    expect(values(({ kind }) => kind)).toEqual(new Set(requestKinds));
    expect(values(({ service }) => service)).toEqual(new Set(services.map(({ slug }) => slug)));
    expect(values(({ channel }) => channel).size).toBe(8);
    expect(values(({ branch }) => branch).size).toBe(4);
  });

  // The first of a week and of a month, a Friday, a Saturday, midnight: the plan must not depend on the day.
  it.each([
    '2026-11-22T09:17:00+03:00',
    '2026-11-27T13:00:00+03:00',
    '2026-11-28T00:01:00+03:00',
    '2026-12-01T00:00:00+03:00',
    '2027-01-04T23:30:00+03:00',
    '2027-02-17T06:45:00+03:00',
    '2027-03-11T12:00:00+03:00',
  ])('shows every state of the work, started at %s', (start) => {
    const then = new Date(start);
    const planned = planRequests(then);
    const walked = walk(planned);
    expect(walked.faults).toEqual([]);
    const seen = (kind: string) =>
      new Set(
        planned.requests
          .filter((one) => one.kind === kind)
          .map(({ index }) => walked.status.get(index)),
      );
    const all = new Set([...walked.status.values()]);
    // A draft is kept by the website on the applicant's own device.
    expect(requestStatuses.filter((name) => name !== 'draft' && !all.has(name))).toEqual([]);
    for (const name of [
      'submitted',
      'checking',
      'awaiting_applicant',
      'social_research',
      'committee',
      'accepted',
      'rejected',
      'deferred',
      'enrolled',
      'in_delivery',
      'completed',
      'withdrawn',
      'expired',
      'duplicate',
    ]) {
      expect(seen('assistance')).toContain(name);
    }
    for (const name of ['submitted', 'committee', 'accepted', 'rejected', 'deferred', 'withdrawn'])
      expect(seen('appeal')).toContain(name);
    for (const name of ['submitted', 'screening', 'awaiting_applicant', 'accepted', 'declined'])
      expect(seen('volunteering')).toContain(name);

    const open = planned.sessions.at(-1);
    const here = planned.steps.filter((step) => 'session' in step && step.session === open?.index);
    const count = (deed: Step['do']) => here.filter((step) => step.do === deed).length;
    expect(count('plan_session')).toBe(1);
    expect(count('open') - count('close')).toBe(4);
    expect(count('close') - count('decision')).toBe(1);
    const ready = planned.requests.filter(
      ({ index }) =>
        walked.status.get(index) === 'committee' &&
        planned.steps.some(
          (step) =>
            step.do === 'act' &&
            step.request === index &&
            step.action === 'refer_to_committee' &&
            open !== undefined &&
            step.at > open.plannedAt,
        ),
    );
    expect(ready.length).toBeGreaterThanOrEqual(2);
  });

  it('has many evaluations, good and bad', () => {
    const grades = plan.steps.flatMap((step) =>
      step.do === 'evaluate' ? [Number(step.answers.overall)] : [],
    );
    expect(grades.length).toBeGreaterThan(180);
    expect(grades.filter((grade) => grade <= 2).length).toBeGreaterThan(10);
    expect(grades.filter((grade) => grade >= 4).length).toBeGreaterThan(40);
  });

  it('ends some complaints at the second stage', () => {
    expect(plan.steps.some((step) => step.do === 'act' && step.action === 'escalate')).toBe(true);
    expect(reached('complaint')).toContain('closed');
  });
});
