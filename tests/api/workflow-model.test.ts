/**
 * The whole workflow beside a model of it: random people try random steps on requests of every kind. Each outcome is
 * the model's, each refusal is the one that it names, and the events alone tell the state again.
 * `MODEL_PLAYS`: how many plays of each kind.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { actionBodies } from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  RequestAction,
  RequestKind,
  RequestStatus,
  Role,
} from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import {
  decisionOutcomes,
  requestActions,
  requestKinds,
} from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import type { Crm } from '../../src/plugins/beneficiary-crm/server/src/kernel/crm';
import { CrmError } from '../../src/plugins/beneficiary-crm/server/src/kernel/errors';
import { insertTogether } from '../../src/plugins/beneficiary-crm/server/src/kernel/sql';
import { runTransaction } from '../../src/plugins/beneficiary-crm/server/src/kernel/unit-of-work';
import type { UnitOfWork } from '../../src/plugins/beneficiary-crm/server/src/kernel/unit-of-work';
import { newReference } from '../../src/plugins/beneficiary-crm/server/src/kernel/vault';
import { rolePolicies } from '../../src/plugins/beneficiary-crm/server/src/policy/roles.policy';
import { consentOfRequest } from '../../src/plugins/beneficiary-crm/server/src/registry';
import {
  act,
  actingApplicant,
  actingCommittee,
  actingSystem,
} from '../../src/plugins/beneficiary-crm/server/src/requests/action';
import type { Acting } from '../../src/plugins/beneficiary-crm/server/src/requests/action';
import { putDecision } from '../../src/plugins/beneficiary-crm/server/src/requests/decisions';
import {
  answersPlace,
  signedContentHash,
} from '../../src/plugins/beneficiary-crm/server/src/requests/request.repository';
import type { FrozenForm } from '../../src/plugins/beneficiary-crm/server/src/requests/request.types';
import { openRequest } from '../../src/plugins/beneficiary-crm/server/src/requests/submit.service';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { bodies, scenario, services } from '../support/scenario';
import { fresh, hearable, open, play } from '../support/workflow.model';
import type { Actor, Modelled, Needs, Step } from '../support/workflow.model';

const plays = Number(process.env.MODEL_PLAYS ?? 30);
/** The same plays each time, unless others are asked for: `MODEL_SEED=random`. */
const seed = process.env.MODEL_SEED === 'random' ? {} : { seed: 20_261_122 };
const start = Date.UTC(2026, 10, 1, 9);
const hour = 3_600_000;

let t: TestCrm;
/** Two people of each role, by number. */
const people = new Map<Role, [number, number]>();
const played: readonly Role[] = [
  'relations_officer',
  'researcher',
  'delegate',
  'delivery_officer',
  'executive_director',
  'committee_member',
  'quality_officer',
];

beforeAll(async () => {
  t = await bootCrm();
  const s = scenario(t);
  for (const role of played) {
    const one = await s.newStaff(role, `first.${role.replace('_', '.')}`);
    const other = await s.newStaff(role, `second.${role.replace('_', '.')}`);
    people.set(role, [one.id, other.id]);
  }
}, 180_000);
afterAll(() => t?.stop());

// ── a request to play with ─────────────────────────────────────────────────

const answers = { need: 'إيجار متأخر منذ ثلاثة أشهر' };
const name = 'أحمد بن عبدالله الحارثي';
let made = 0;

const formOf = (kind: RequestKind, needs: Needs): FrozenForm => ({
  service:
    kind === 'assistance' || kind === 'appeal'
      ? {
          slug: services.committee,
          name: { ar: 'خدمة', en: 'Service' },
          needsStudy: needs.study,
          needsCommittee: needs.committee,
          needsEnrolment: needs.enrolment,
        }
      : null,
  fields: [
    {
      key: 'need',
      type: 'textarea',
      label: { ar: 'الحاجة', en: 'Need' },
      hint: null,
      required: true,
      min: null,
      max: null,
      maxLength: null,
      options: [],
      showIf: null,
    },
  ],
  documents: [],
  declares: needs.declares,
  checklist: [],
  study: [],
});

interface Opened {
  id: string;
  phone: string;
  reference: string;
}

async function openOne(
  crm: Crm,
  kind: RequestKind,
  needs: Needs,
  more: Record<string, unknown> = {},
): Promise<Opened> {
  made += 1;
  const id = randomUUID();
  const phone = String(more.applicant_phone ?? `+9665${String(made).padStart(8, '0')}`);
  const reference = newReference();
  const form = formOf(kind, needs);
  const hash = signedContentHash(name, answers);
  await runTransaction(crm, async (unit) => {
    const credentials = { reference, accessCode: 'code', accessCodeHash: 'hash' };
    const { rows } = await openRequest(unit, credentials, form, {
      id,
      kind,
      channel: 'website',
      locale: 'ar',
      applicant_name: name,
      applicant_phone: phone,
      answers_sealed: unit.crm.vault.seal(answersPlace(id), JSON.stringify(answers)),
      answers_hash: hash,
      consent_version: '1',
      consented_at: unit.now,
      ...more,
    });
    await insertTogether(unit.trx, [...rows, consentOfRequest(unit.now, id, '1', 'website', null)]);
    if (needs.declares)
      await unit.trx('crm_declarations').insert({
        id: randomUUID(),
        request_id: id,
        version: '1',
        text_hash: 'text',
        answers_hash: hash,
        signer: name,
        way: 'typed',
        signed_at: unit.now,
      });
    unit.record({
      type: 'request.submitted',
      actor: actingApplicant.actor,
      requestId: id,
      data: { to: 'submitted', kind },
    });
  });
  return { id, phone, reference };
}

/** An appeal is made against a rejection that was told. */
async function openAppeal(crm: Crm, needs: Needs): Promise<Opened> {
  const first = await openOne(crm, 'assistance', needs);
  await runTransaction(crm, async (unit) => {
    await putDecision(unit, first.id, {
      outcome: 'rejected',
      reason: 'الدخل فوق حد الكفاية',
      decided_by: people.get('relations_officer')?.[0] ?? 0,
    });
    await unit
      .trx('crm_decisions')
      .where({ request_id: first.id })
      .update({ replied_at: unit.now });
    await unit
      .trx('crm_requests')
      .where({ id: first.id })
      .update({ status: 'rejected', replied: true, ended_at: unit.now });
  });
  return openOne(crm, 'appeal', { ...needs, declares: false }, { parent_id: first.id });
}

// ── the product's side of a step ───────────────────────────────────────────

const actingOf = ({ actor, person }: Step): Acting => {
  if (actor === 'applicant') return actingApplicant;
  if (actor === 'system') return actingSystem;
  if (actor === 'committee') return actingCommittee(person ?? 0);
  return {
    as: { kind: 'staff', permissions: new Set(rolePolicies[actor].permissions) },
    actor: { kind: 'staff', id: person ?? 0 },
  };
};

/** A national ID number that nobody has, with its check digit. */
function newIdNumber(): string {
  made += 1;
  const nine = `1${String(made).padStart(8, '0')}`;
  const sum = [...nine].reduce((total, character, place) => {
    const digit = Number(character) * (place % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

const today = (crm: Crm) => crm.now().toISOString().slice(0, 10);
const lastOf = async (crm: Crm, table: string, request: string): Promise<string> => {
  const row = await crm
    .db(table)
    .where({ request_id: request })
    .orderBy('created_at', 'desc')
    .first<{ id: string }>('id');
  return row.id;
};

async function bodyOf(crm: Crm, one: Opened, m: Modelled, step: Step): Promise<object> {
  const { action, choice } = step;
  switch (action) {
    case 'check_item':
      return { key: 'answer.need', state: choice.yes ? 'ok' : 'problem' };
    case 'mark_duplicate': {
      const earlier = await openOne(at(crm, start - 48 * hour), m.kind, m.needs, {
        applicant_phone: one.phone,
      });
      return { of: earlier.reference };
    }
    case 'name_staff':
      return { staffId: choice.person };
    case 'screen':
      return { ...bodies.screen, suitable: choice.yes };
    case 'release_early':
      return { reason: 'حاجة لا تحتمل التأخير' };
    case 'enrol':
      return { ...bodies.enrol, identityNumber: newIdNumber() };
    case 'allocate':
      return {
        kind: 'money',
        what: 'دعم الإيجار',
        pay: 'by_hand',
        amount: 80_000,
        rhythm: 'once',
        times: 1,
        startsOn: today(crm),
      };
    case 'approve_allocation':
    case 'end_allocation':
    case 'refuse_allocation':
      return {
        allocation: await lastOf(crm, 'crm_allocations', one.id),
        ...(action === 'approve_allocation' ? {} : { reason: 'تبيّن غير ذلك' }),
      };
    case 'record_delivery':
      return {
        allocation: await lastOf(crm, 'crm_allocations', one.id),
        amount: 80_000,
        deliveredOn: today(crm),
        receiver: { kind: 'beneficiary' },
        acknowledgement: { way: 'witnessed', witness: 'سالم العتيبي' },
      };
    default:
      return bodies[action] ?? {};
  }
}

/** Steps whose words name something that must be there: tried when it is. */
function canBeSaid(m: Modelled, action: RequestAction): boolean {
  switch (action) {
    case 'allocate':
      return m.allocation === 'none';
    case 'approve_allocation':
    case 'refuse_allocation':
      return m.allocation === 'proposed';
    case 'end_allocation':
      return m.allocation === 'proposed' || m.allocation === 'approved' || m.allocation === 'given';
    case 'record_delivery':
      return m.allocation === 'approved';
    default:
      return true;
  }
}

/** The refusals, or null when the step was heard. */
async function take(crm: Crm, one: Opened, step: Step, body: object): Promise<string[] | null> {
  const contract = (
    actionBodies as Partial<Record<RequestAction, { parse(body: unknown): object }>>
  )[step.action];
  const given = contract ? contract.parse({ expectedVersion: 1, ...body }) : {};
  const run = async (unit: UnitOfWork) => {
    if (step.action === 'decide')
      await putDecision(unit, one.id, {
        outcome: step.choice.outcome,
        reason: 'كما بيّنت دراسة الحالة',
        decided_by: step.person,
      });
    await act(unit, one.id, step.action, actingOf(step), { body: given });
  };
  try {
    await runTransaction(crm, run);
    return null;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (error.kind === 'forbidden') return ['not_permitted'];
    const refusals = error.details.refusals as { code: string }[] | undefined;
    if (!refusals) throw error;
    return refusals.map(({ code }) => code).sort();
  }
}

/** The same product at another time: every play has a clock of its own. */
const at = (crm: Crm, now: number): Crm =>
  Object.create(crm, { now: { value: () => new Date(now) } }) as Crm;

// ── a play ─────────────────────────────────────────────────────────────────

/** Steps that are no play's: the first word, an appeal (a request of its own), and what needs a paper. */
const unplayed: readonly RequestAction[] = [
  'submit',
  'appeal',
  'judge_document',
  'return_delivery',
  'correct_delivery',
];
const actions = requestActions.filter((action) => !unplayed.includes(action));
const actors: readonly Actor[] = [...played, 'applicant', 'system', 'committee'];

const turn = fc.record({
  /** most turns try what will be heard, the others anything at all */
  wild: fc.integer({ min: 0, max: 9 }).map((n) => n < 3),
  pick: fc.nat(10_000),
  actor: fc.constantFrom(...actors),
  second: fc.boolean(),
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.nat(30) },
    { weight: 2, arbitrary: fc.integer({ min: 24 * 3, max: 24 * 17 }) },
    { weight: 1, arbitrary: fc.integer({ min: 24 * 28, max: 24 * 40 }) },
  ),
  yes: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  outcome: fc.constantFrom(...decisionOutcomes),
  about: fc.option(fc.boolean()),
});
const needed: fc.Arbitrary<Needs> = fc.record({
  study: fc.boolean(),
  committee: fc.boolean(),
  enrolment: fc.boolean(),
  declares: fc.boolean(),
});

/** Steps that lead away from the work; tried now and then, or every play would end with its second step. */
const away: ReadonlySet<RequestAction> = new Set([
  'withdraw',
  'mark_duplicate',
  'ask_applicant',
  'respond',
  'escalate',
]);

/** Steps that only a long play comes to. */
const far: ReadonlySet<RequestAction> = new Set([
  'remind',
  'expire',
  'send_reply',
  'refer_to_committee',
  'accept_directly',
  'return_to_research',
  'allocate',
  'approve_allocation',
  'refuse_allocation',
  'start_delivery',
  'record_delivery',
  'complete',
]);
function weightOf(action: RequestAction): number {
  if (away.has(action)) return 1;
  return far.has(action) ? 24 : 6;
}

function stepOf(m: Modelled, now: number, one: Turn): Step {
  const of = (role: Role, second: boolean) => people.get(role)?.[second ? 1 : 0] ?? null;
  const stepBy = ([action, actor]: [RequestAction, Actor]): Step => {
    const person =
      actor === 'applicant' || actor === 'system'
        ? null
        : of(actor === 'committee' ? 'committee_member' : actor, one.second);
    const named = one.about === null ? null : of('relations_officer', one.about);
    return {
      action,
      actor,
      person,
      now,
      choice: { outcome: one.outcome, yes: one.yes, person: named === person ? null : named },
    };
  };
  const onwards = open(m)
    .map(stepBy)
    .filter((step) => canBeSaid(m, step.action) && play(m, step).ok)
    .flatMap((step) => Array<Step>(weightOf(step.action)).fill(step));
  const anything = stepBy([actions[one.pick % actions.length] ?? 'withdraw', one.actor]);
  return one.wild ? anything : (onwards[one.pick % Math.max(1, onwards.length)] ?? anything);
}
type Turn = {
  wild: boolean;
  pick: number;
  actor: Actor;
  second: boolean;
  hours: number;
  yes: boolean;
  outcome: (typeof decisionOutcomes)[number];
  about: boolean | null;
};

/** How often each step of each kind was heard, over all plays: a play that gets nowhere shows nothing. */
const heardSteps = new Map<string, number>();

async function playOut(kind: RequestKind, needs: Needs, turns: readonly Turn[]): Promise<void> {
  let now = start;
  const begun = at(t.crm, now);
  const one =
    kind === 'appeal' ? await openAppeal(begun, needs) : await openOne(begun, kind, needs);
  let m = fresh(kind, { ...needs, declares: kind === 'assistance' && needs.declares });
  let heard = 0;
  let before = await stateOf(one.id);
  for (const next of turns) {
    // Who owes an answer often takes his time.
    const late = m.status === 'awaiting_applicant' && next.second ? 15 * 24 : 0;
    now += (next.hours + late) * hour;
    const step = stepOf(m, now, next);
    if (!canBeSaid(m, step.action)) continue;
    const crm = at(t.crm, now);
    const expected = play(m, step);
    const body = await bodyOf(crm, one, m, step);
    const refusals = await take(crm, one, step, body);
    const said = `${kind} ${m.status}: ${step.action} by ${step.actor}`;
    expect([said, refusals]).toEqual([said, expected.ok ? null : expected.refusals]);
    const after = await stateOf(one.id);
    if (expected.ok) {
      m = expected.after;
      heard += 1;
      heardSteps.set(`${kind} ${step.action}`, (heardSteps.get(`${kind} ${step.action}`) ?? 0) + 1);
      expect([said, after]).toEqual([said, { ...seen(m), version: before.version + 1 }]);
    } else expect([said, after]).toEqual([said, before]);
    before = after;
  }
  expect(await replay(one.id)).toEqual({ status: m.status, steps: heard });
}

interface State {
  status: RequestStatus;
  version: number;
  replied: boolean;
  stage: number;
  about: number | null;
  decision: string | null;
}

async function stateOf(id: string): Promise<State> {
  const row = await t.crm
    .db('crm_requests as r')
    .leftJoin('crm_decisions as d', (on) =>
      on.on('d.request_id', 'r.id').andOn('d.in_force', t.crm.db.raw('true')),
    )
    .where('r.id', id)
    .first<State>(
      'r.status',
      'r.version',
      'r.replied',
      'r.stage',
      'r.about_staff_id as about',
      'd.outcome as decision',
    );
  return row;
}

const seen = (m: Modelled): Omit<State, 'version'> => ({
  status: m.status,
  replied: m.replied,
  stage: m.stage,
  about: m.about,
  decision: m.decision,
});

/** The state as the events alone tell it: each begins where the one before has ended. */
async function replay(id: string): Promise<{ status: string | undefined; steps: number }> {
  const events = await t.crm
    .db('crm_events')
    .where({ request_id: id })
    .orderBy('seq')
    .select<{ type: string; data: { from?: string; to?: string } }[]>('type', 'data');
  let status: string | undefined;
  let steps = -1;
  for (const { type, data } of events) {
    if (data.to === undefined || typeof data.to !== 'string') continue;
    if (data.from !== undefined) expect([type, data.from]).toEqual([type, status]);
    status = data.to;
    steps += 1;
  }
  return { status, steps };
}

it(`goes as the model says, whoever tries whatever, ${plays} times for each kind`, async () => {
  await Promise.all(
    requestKinds.map((kind) =>
      fc.assert(
        fc.asyncProperty(
          kind === 'assistance' || kind === 'appeal'
            ? needed
            : fc.constant({ study: false, committee: false, enrolment: false, declares: false }),
          fc.array(turn, { minLength: 8, maxLength: 40 }),
          (needs, turns) => playOut(kind, needs, turns),
        ),
        // The longest way has the most turnings.
        { numRuns: kind === 'assistance' ? 4 * plays : plays, ...seed },
      ),
    ),
  );
}, 600_000);

it('and the plays have heard every step that the model knows', () => {
  const known = new Set(requestKinds.flatMap((kind) => [...hearable(kind)]));
  const heard = new Set([...heardSteps.keys()].map((step) => step.split(' ')[1]));
  expect([...known].filter((action) => !heard.has(action))).toEqual([]);
});

it('and the chain of all those events holds', async () => {
  const query = async (sql: string, values: unknown[]) =>
    (await t.crm.db.raw(sql.replace(/\$1/g, '?'), values as number[])) as {
      rows: Record<string, unknown>[];
    };
  expect(await verifyChain(query)).toMatchObject({ ok: true });
});
