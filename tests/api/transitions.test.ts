/**
 * The table of the workflow, row by row, through the API: who may, who may not, from where not, and each guard
 * by its own name. Generated from the table, so that a new row or guard without a way to reach it fails here.
 */
import { randomUUID } from 'node:crypto';
import type {
  RequestAction,
  RequestKind,
  RequestStatus,
} from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { requestActions } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import { CrmError } from '../../src/plugins/beneficiary-crm/server/src/kernel/errors';
import { guardNames } from '../../src/plugins/beneficiary-crm/server/src/policy/guards.policy';
import type { GuardName } from '../../src/plugins/beneficiary-crm/server/src/policy/guards.policy';
import type { Permission } from '../../src/plugins/beneficiary-crm/server/src/policy/roles.policy';
import { rolePolicies } from '../../src/plugins/beneficiary-crm/server/src/policy/roles.policy';
import { transitions } from '../../src/plugins/beneficiary-crm/server/src/policy/transitions.policy';
import type {
  Actor,
  Transition,
} from '../../src/plugins/beneficiary-crm/server/src/policy/transitions.policy';
import {
  act,
  actingCommittee,
  actingSystem,
} from '../../src/plugins/beneficiary-crm/server/src/requests/action';
import type { Acting } from '../../src/plugins/beneficiary-crm/server/src/requests/action';
import { answersPlace } from '../../src/plugins/beneficiary-crm/server/src/requests/request.repository';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { idempotent, issuesOf, refusalsOf } from '../support/http';
import { bodies, expectStatus, reasonOfDecision, scenario, services } from '../support/scenario';
import type { Case, Item } from '../support/scenario';

type Status = RequestStatus | 'new';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
/** A committee of one, so that an item is decided in few steps; and the panel for appeals. */
let chair: SignedIn;
let panel: SignedIn;
/** Where an item's decision is waited for, by request. */
const items = new Map<string, Item>();

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  chair = await s.newStaff('committee_member', 'first.chair');
  panel = await s.newStaff('committee_member', 'panel.chair');
  await seatPanel();
}, 180_000);
afterAll(() => t?.stop());

// ── what the table can lead to ─────────────────────────────────────────────

const outcomes = ['accepted', 'rejected', 'deferred'] as const;

function leadsTo(row: Transition, from: Status, kind: RequestKind): Status[] {
  if (row.to === 'same') return [from];
  if (row.to === 'outcome') return [...outcomes];
  if (row.to !== 'resume') return [row.to];
  return transitions
    .filter((asking) => asking.action === 'ask_applicant' && asking.kinds.includes(kind))
    .flatMap((asking) => [...asking.from]);
}

function reachable(kind: RequestKind): Set<Status> {
  const seen = new Set<Status>(['new']);
  for (const status of seen) {
    for (const row of transitions) {
      if (row.kinds.includes(kind) && row.from.includes(status))
        for (const next of leadsTo(row, status, kind)) seen.add(next);
    }
  }
  return seen;
}

const places = transitions.flatMap((row) =>
  row.kinds.flatMap((kind) => {
    const statuses = reachable(kind);
    return row.from.filter((from) => statuses.has(from)).map((from) => ({ row, kind, from }));
  }),
);
type Place = (typeof places)[number];
/** Of the kinds and statuses that a row is shared by, one is enough where they make no difference. */
const isFirstOf = (place: Place) => places.find(({ row }) => row === place.row) === place;
/** Every status that a row begins in, and every kind that it is for: not each status of each kind anew. */
const isNewIn = (place: Place) =>
  (['from', 'kind'] as const).some(
    (what) =>
      places.find(({ row, [what]: same }) => row === place.row && same === place[what]) === place,
  );
const nameOf = ({ row, kind, from }: Place) => `${kind}: ${row.action} from ${from}`;

// ── the way to each status ─────────────────────────────────────────────────

const start = {
  inquiry: 'start',
  complaint: 'start',
  suggestion: 'start',
  volunteering: 'start_screening',
} as const;
const officer: Who = 'relations_officer';

const serviceFor = (row: Transition) =>
  row.guards.includes('no_committee_needed') ? services.direct : services.committee;

const seatPanel = (...members: number[]) =>
  s.seat(
    (members.length > 0 ? members : [panel.id]).map((member, at) => ({
      seat: at === 0 ? 'chair' : 'member',
      member,
    })),
    'appeals',
  );

async function decide(one: Case, outcome: (typeof outcomes)[number], by: SignedIn): Promise<Case> {
  if (by === chair) await s.seat([{ seat: 'chair', member: by.id }]);
  items.set(one.id, await s.decided(outcome, one, [by]));
  return one;
}

/** An appeal against a rejection. */
async function appeal(): Promise<Case> {
  return s.appealed(await rejectedDirectly());
}

async function rejectedDirectly(): Promise<Case> {
  const first = await s.submitted('assistance', services.direct);
  await first.do(officer, 'start_check');
  await first.do(officer, 'reject_directly', bodies.reject_directly);
  await letOut(first);
  return first;
}

/** The reply goes out, early where a committee decided; unless it has. */
async function letOut(one: Case): Promise<void> {
  if ((await requests(one).first<{ replied: boolean }>('replied')).replied) return;
  await release(one);
  expect(await directly(one, 'send_reply', actingSystem)).toEqual({ status: 200, refusals: [] });
}

/** A request of this kind in this status, as the row needs it. */
async function reach({ row, kind, from }: Place): Promise<Case> {
  const isAssistance = kind === 'assistance';
  if (kind === 'appeal') {
    await s.activate('appeals', true);
    await seatPanel();
  }
  const submitted = kind === 'appeal' ? await appeal() : await s.submitted(kind, serviceFor(row));
  const ask = (one: Case) => one.do(officer, 'ask_applicant', bodies.ask_applicant);
  switch (from) {
    case 'submitted':
      break;
    case 'checking':
      await submitted.do(officer, 'start_check');
      break;
    case 'in_progress':
    case 'screening':
    case 'awaiting_applicant':
      if (kind !== 'appeal')
        await submitted.do(
          officer,
          isAssistance ? 'start_check' : start[kind as keyof typeof start],
        );
      if (from === 'awaiting_applicant') await ask(submitted);
      break;
    case 'social_research':
      if (isAssistance) await submitted.do(officer, 'start_check');
      await submitted.do(officer, 'refer_to_research', bodies.refer_to_research);
      break;
    case 'committee':
      if (isAssistance) {
        await submitted.do(officer, 'start_check');
        await submitted.checkEverything();
        await submitted.do(officer, 'refer_to_committee');
      } else await submitted.do(officer, 'refer_to_panel');
      break;
    case 'accepted':
    case 'rejected':
    case 'deferred':
      if (kind === 'volunteering') {
        await submitted.do(officer, 'start_screening');
        await submitted.do(officer, 'screen', bodies.screen);
        await submitted.do(officer, 'accept_directly', bodies.accept_directly);
        break;
      }
      await decide(
        await onward(submitted, kind === 'appeal' ? 'refer_to_panel' : 'refer_to_committee'),
        from,
        kind === 'appeal' ? panel : chair,
      );
      break;
    case 'enrolled':
    case 'in_delivery':
    case 'completed':
      await decide(await onward(submitted, 'refer_to_committee'), 'accepted', chair);
      await letOut(submitted);
      if (from === 'enrolled') await submitted.do(officer, 'enrol', bodies.enrol);
      else await submitted.startDelivery();
      if (from === 'completed') {
        await submitted.do('delivery_officer', 'record_delivery', bodies.record_delivery);
        await submitted.do('delivery_officer', 'complete');
      }
      break;
    case 'answered':
      await submitted.do(officer, 'start');
      await submitted.do(officer, 'answer', bodies.answer);
      break;
    case 'closed':
      await submitted.do(officer, 'start');
      await submitted.do(officer, 'answer', bodies.answer);
      await letOut(submitted);
      await submitted.do(officer, 'close');
      break;
    case 'withdrawn':
      await submitted.do(officer, 'withdraw');
      break;
    case 'expired':
      await requests(submitted).update({ status: from, ended_at: t.crm.now() });
      break;
    case 'duplicate':
      await submitted.do(officer, 'mark_duplicate', await bodyOf(submitted, 'mark_duplicate'));
      break;
    case 'declined':
      await submitted.do(officer, 'start_screening');
      await submitted.do(officer, 'decline_volunteer', bodies.decline_volunteer);
      break;
    default:
      throw new Error(`no way to ${from} is written down`);
  }
  return submitted;
}

async function onward(one: Case, action: 'refer_to_committee' | 'refer_to_panel'): Promise<Case> {
  if (action === 'refer_to_committee') {
    await one.do(officer, 'start_check');
    await one.checkEverything();
  }
  await one.do(officer, action);
  return one;
}

const onDelivery: readonly RequestAction[] = ['return_delivery', 'correct_delivery'];
const onAllocation: readonly RequestAction[] = [
  'approve_allocation',
  'refuse_allocation',
  'end_allocation',
];

/** Brings about what the guards of the row ask for, and what the action is about. */
async function satisfy(one: Case, { row, from }: Place): Promise<void> {
  const asks = (guard: GuardName) => row.guards.includes(guard);
  if (asks('checklist_done')) await one.checkEverything();
  if (asks('study_present') && row.action === 'answer_research')
    await one.do('researcher', 'write_study', bodies.write_study);
  if (asks('earlier_study')) {
    await one.do('researcher', 'write_study', bodies.write_study);
    await one.do('researcher', 'answer_research', bodies.answer_research);
    await one.do(officer, 'refer_to_research', bodies.refer_to_research);
  }
  if (asks('replied') || asks('appeal_open')) await letOut(one);
  if (asks('appeal_granted')) await answerAppeal(one, 'accepted');
  if (asks('appeal_dismissed')) await answerAppeal(one, 'rejected');
  if (asks('reply_clock_allows')) await release(one);
  const given = from !== 'completed' && onDelivery.includes(row.action);
  if (asks('something_delivered') || given)
    await one.do('delivery_officer', 'record_delivery', bodies.record_delivery);
  if (asks('allocation_approved')) await one.allocate();
  if (onAllocation.includes(row.action))
    await one.do('delivery_officer', 'allocate', bodies.allocate);
  if (asks('answer_deadline_passed')) await requests(one).update({ owed_deadline: t.crm.now() });
  if (asks('reminded'))
    await requests(one).update({ reminders_sent: 2, reminded_at: daysFromNow(-2) });
  if (asks('reminder_due')) await requests(one).update({ owed_deadline: daysFromNow(2) });
  if (asks('screened_suitable')) await one.do(officer, 'screen', bodies.screen);
}

/** An appeal against the request, and its answer put on record as its session and its reply would. */
async function answerAppeal(first: Case, outcome: 'accepted' | 'rejected'): Promise<void> {
  await letOut(first);
  const against = await s.appealed(first);
  await t.crm.db('crm_decisions').insert({
    id: randomUUID(),
    request_id: against.id,
    outcome,
    reason: reasonOfDecision,
    decided_at: t.crm.now(),
    replied_at: t.crm.now(),
  });
}

/** As the chair does it; the job that sends the reply waits. */
async function release(one: Case): Promise<void> {
  const item = items.get(one.id);
  const by = (await one.row()).kind === 'appeal' ? panel : chair;
  if (item) expectStatus(await item.step(by, 'release', { reason: 'حاجة لا تحتمل التأخير' }), 200);
}

const requests = (one: Case) => t.crm.db('crm_requests').where({ id: one.id });
const ofRequest = (table: string, one: Case) => t.crm.db(table).where({ request_id: one.id });

// ── doing it ───────────────────────────────────────────────────────────────

interface Done {
  status: number;
  refusals: string[];
}

/** A step that no endpoint offers: the product's own, and those that only a session brings about. */
async function directly(one: Case, action: RequestAction, acting: Acting): Promise<Done> {
  try {
    await t.crm.transaction((unit) =>
      act(unit, one.id, action, acting, { body: { reason: reasonOfDecision } }),
    );
    return { status: 200, refusals: [] };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const refusals = (error.details.refusals ?? []) as { code: string }[];
    return { status: error.status, refusals: refusals.map(({ code }) => code) };
  }
}

const staffWith: Readonly<Partial<Record<Actor, Who>>> = {
  'requests.check': officer,
  'requests.receive': 'delegate',
  'research.study': 'researcher',
  'delivery.record': 'delivery_officer',
  'delivery.approve': 'executive_director',
};

async function bodyOf(one: Case, action: RequestAction): Promise<object> {
  if (action === 'check_item') return { key: (await one.read()).checklist[0]?.key, state: 'ok' };
  if (action === 'judge_document') {
    const [paper] = (await one.read()).documents;
    return { key: paper?.key, state: 'sighted', how: 'in_person' };
  }
  if (action === 'mark_duplicate') return { of: await earlierOne(one) };
  if (action === 'name_staff') return { staffId: (await t.loginAs('researcher')).id };
  return bodies[action] ?? {};
}

const daysFromNow = (days: number) => new Date(t.crm.now().getTime() + days * 86_400_000);

/** The reference of an earlier request of the same person, of the same kind. */
async function earlierOne(one: Case): Promise<string> {
  const other = await s.submitted('inquiry');
  const same = await requests(one).first<object>(
    'kind',
    'applicant_phone',
    'id_index',
    'beneficiary_id',
  );
  await requests(other).update({ ...same, submitted_at: daysFromNow(-1) });
  return other.receipt.reference;
}

async function asStaff(one: Case, who: Who, action: RequestAction, body?: object): Promise<Done> {
  // A delegate sees the own branch alone.
  if (who === 'delegate') await one.inBranch('upper-villages');
  if (action === 'appeal') return appealAtDesk(one, who);
  const reply = await one.try(who, action, body ?? (await bodyOf(one, action)));
  return { status: reply.status, refusals: refusalsOf(reply) };
}

async function appealAtDesk(one: Case, who: Who): Promise<Done> {
  const staff = await t.loginAs(who);
  const { version } = await one.row();
  const body = { expectedVersion: version, channel: 'phone', message: 'أرجو النظر مرة أخرى' };
  const reply = await staff.post(`/requests/${one.id}/appeals`, body, idempotent());
  return { status: reply.status === 201 ? 200 : reply.status, refusals: refusalsOf(reply) };
}

async function asCommittee(one: Case, action: RequestAction): Promise<Done> {
  const by = (await one.row()).kind === 'appeal' ? panel : chair;
  if (by === chair) await s.seat([{ seat: 'chair', member: by.id }]);
  const item = items.get(one.id) ?? (await s.closed('accepted', one, [by]));
  const step = action === 'decide' ? 'decision' : 'release';
  const reply = await item.step(by, step, { reason: reasonOfDecision });
  return { status: reply.status, refusals: refusalsOf(reply) };
}

const applicantSays: Readonly<Partial<Record<RequestAction, object>>> = {
  respond: { message: 'هذا ما طلبتم' },
  appeal: { message: 'أرجو النظر مرة أخرى' },
  escalate: { reason: 'لم يصلني ما وُعدت به' },
};

async function asApplicant(one: Case, action: RequestAction): Promise<Done> {
  const more = applicantSays[action] ?? {};
  const reply = await t.visitor.post(`/requests/${action}`, { ...one.credentials, ...more });
  return { status: reply.status === 201 ? 200 : reply.status, refusals: refusalsOf(reply) };
}

function perform(one: Case, action: RequestAction, actor: Actor): Promise<Done> {
  if (actor === 'system') return directly(one, action, actingSystem);
  if (actor === 'committee') return asCommittee(one, action);
  if (actor === 'applicant') return asApplicant(one, action);
  const who = staffWith[actor];
  if (!who) throw new Error(`nobody is known who has ${actor}`);
  return asStaff(one, who, action);
}

const acting = async (who: Who, actor: Actor): Promise<Acting> => ({
  as: { kind: 'staff', permissions: new Set([actor as Permission]) },
  actor: { kind: 'staff', id: (await t.loginAs(who)).id },
});

const actorKind = (actor: Actor) =>
  actor === 'applicant' || actor === 'system' ? actor : ('staff' as const);

const lastSeq = async (): Promise<number> => {
  const head = await t.crm.db('crm_event_head').first<{ seq: string }>('seq');
  return Number(head.seq);
};

const eventsSince = (seq: number, one: Case) =>
  t.crm
    .db('crm_events')
    .where('seq', '>', seq)
    .where('request_id', one.id)
    .where('type', 'like', 'request.%')
    .select<{ type: string; actor_kind: string; data: { from?: string; to?: string } }[]>(
      'type',
      'actor_kind',
      'data',
    );

/** Steps that the endpoint for actions does not take from anybody. */
const notFromHere: readonly RequestAction[] = [
  'submit',
  'send_reply',
  'expire',
  'remind',
  'decide',
  'release_early',
  'appeal',
  'replace_decision',
  'uphold_decision',
];
const rolesWhoRead = (
  ['relations_officer', 'researcher', 'delegate', 'delivery_officer', 'executive_director'] as const
).filter((role) => rolePolicies[role].permissions.includes('requests.read'));

// ── the tests ──────────────────────────────────────────────────────────────

describe('submit', () => {
  const kinds = transitions.find((row) => row.action === 'submit')?.kinds ?? [];

  it.each(kinds)('%s: by the applicant', async (kind) => {
    const one = kind === 'appeal' ? await appeal() : await s.submitted(kind);
    expect(await one.row()).toMatchObject({ kind, status: 'submitted' });
    expect(await eventsSince(0, one)).toMatchObject([
      { type: 'request.submitted', actor_kind: 'applicant', data: { to: 'submitted' } },
    ]);
  });

  it.each(['relations_officer', 'delegate'] as const)(
    'is done for an applicant by %s, who receives requests',
    async (who) => {
      const staff = await t.loginAs(who);
      const request = await s.body('inquiry');
      const receipt = expectStatus(
        await staff.post<Case['receipt']>('/requests', { channel: 'phone', request }, idempotent()),
        201,
      );
      const row = await t.crm.db('crm_requests').where({ reference: receipt.reference }).first();
      const branch = who === 'delegate' ? 'upper-villages' : null;
      expect(row).toMatchObject({ status: 'submitted', channel: 'phone', branch });
      const [event] = await t.crm.db('crm_events').where({ request_id: row.id });
      expect(event).toMatchObject({ type: 'request.submitted', actor_id: String(staff.id) });
      expect(receipt.accessCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    },
  );

  it('is refused to who does not receive requests', async () => {
    const request = await s.body('inquiry');
    const staff = await t.loginAs('researcher');
    expect((await staff.post('/requests', { channel: 'phone', request })).status).toBe(403);
  });

  it('is refused with every field that is missing (complete) and without a signature (declaration_stands)', async () => {
    const whole = await s.body('assistance', services.everything);
    const before = await t.countRows();
    const reply = await t.visitor.post(
      '/requests',
      { ...whole, declaration: undefined, answers: {}, documents: [] },
      idempotent(),
    );
    expect(reply.status).toBe(422);
    expect(issuesOf(reply)).toEqual(
      expect.arrayContaining([
        'answers.need: required',
        'documents.income_statement: document_missing',
        'declaration: declaration_missing',
      ]),
    );
    expect(await t.countRows()).toEqual(before);
  });
});

describe('each row', () => {
  it.each(
    places
      .filter(({ from }) => from !== 'new')
      .filter(isNewIn)
      .map((place) => [nameOf(place), place] as const),
  )('%s', async (_name, place) => {
    const { row, from } = place;
    for (const actor of isFirstOf(place) ? row.who : row.who.slice(0, 1)) {
      const one = await reach(place);
      await satisfy(one, place);
      if (actor === row.who[0] && isFirstOf(place)) await refusesOthers(one, row);

      const before = await one.row();
      expect(before.status).toBe(from);
      const seq = await lastSeq();
      const resumesTo = (await requests(one).first<{ resume_to: Status | null }>('resume_to'))
        .resume_to;
      const done = await perform(one, row.action, actor);
      expect(done).toEqual({ status: 200, refusals: [] });

      const after = await one.row();
      expect(leadsTo(row, from, place.kind)).toContain(after.status);
      if (row.to === 'resume') expect(after.status).toBe(resumesTo);
      expect(after.version).toBeGreaterThan(before.version);
      expect(await eventsSince(seq, one)).toMatchObject([
        { type: row.event, actor_kind: actorKind(actor), data: { from, to: after.status } },
      ]);
    }
  });
});

/** Everyone of the staff whom the row does not name, and who may see the request. */
async function refusesOthers(one: Case, row: Transition): Promise<void> {
  await one.inBranch('upper-villages');
  const before = await one.row();
  for (const role of rolesWhoRead) {
    const named = rolePolicies[role].permissions.some((held) => row.who.includes(held));
    if (named && !notFromHere.includes(row.action)) continue;
    const reply = await one.try(role, row.action, await bodyOf(one, row.action));
    expect([role, reply.status]).toEqual([role, 403]);
  }
  expect(await one.row()).toEqual(before);
}

describe('from any other status', () => {
  /** Kinds with the same rows stand alike. */
  const rowsAt = ({ kind, from }: Place) =>
    transitions.flatMap((row, at) =>
      row.kinds.includes(kind) && row.from.includes(from) ? [at] : [],
    );
  const standing = new Map(
    places
      .filter(({ from }) => from !== 'new')
      .map((place) => [`${place.from} ${rowsAt(place).join()}`, place]),
  );
  it.each([...standing.values()].map((place) => [`${place.kind} ${place.from}`, place] as const))(
    '%s: what the table does not know is refused as such',
    async (_name, place) => {
      const one = await reach(place);
      const before = await one.row();
      const unknown = requestActions.filter(
        (action) =>
          !notFromHere.includes(action) &&
          !transitions.some(
            (row) =>
              row.action === action &&
              row.kinds.includes(place.kind) &&
              row.from.includes(place.from),
          ),
      );
      const acts = await acting(officer, 'requests.check');
      for (const action of unknown) {
        // What is asked over the network is refused by the same rule: of one kind is enough.
        const done =
          place.kind === 'assistance'
            ? await asStaff(one, officer, action, {})
            : await directly(one, action, acts);
        expect([action, done]).toEqual([action, { status: 409, refusals: ['not_in_this_status'] }]);
      }
      for (const action of notFromHere) {
        const row = transitions.find(
          (held) =>
            held.action === action &&
            held.kinds.includes(place.kind) &&
            held.from.includes(place.from),
        );
        if (row) continue;
        const done = await directly(one, action, actingSystem);
        expect([action, done]).toEqual([action, { status: 409, refusals: ['not_in_this_status'] }]);
      }
      expect(await one.row()).toEqual(before);
    },
  );
});

describe('a request that has ended', () => {
  it.each(['completed', 'withdrawn', 'expired', 'duplicate', 'closed'] as const)(
    '%s: nothing more happens to it, but that it may be taken up again, or that something comes back of it',
    async (status) => {
      const one = await s.submitted(status === 'closed' ? 'inquiry' : 'assistance');
      await requests(one).update({ status });
      const takenUp: readonly RequestAction[] = [
        'reopen',
        'unmark_duplicate',
        'offer_faq',
        ...(status === 'completed' ? onDelivery : []),
      ];
      for (const action of requestActions.filter(
        (held) => !notFromHere.includes(held) && !takenUp.includes(held),
      )) {
        const reply = await one.try(officer, action, {});
        expect([action, reply.status, refusalsOf(reply)]).toEqual([
          action,
          409,
          ['not_in_this_status'],
        ]);
      }
      for (const action of ['respond', 'withdraw'] as const)
        expect(await asApplicant(one, action)).toEqual({
          status: 409,
          refusals: ['not_in_this_status'],
        });
      expect(await one.row()).toMatchObject({ status, version: 1 });
    },
  );
});

/** What makes one guard say no and, but for what follows from it, no other. */
const breaks: Readonly<Record<GuardName, (one: Case, actingStaff: number) => Promise<unknown>>> = {
  complete: (one) =>
    requests(one).update({ answers_sealed: t.crm.vault.seal(answersPlace(one.id), '{}') }),
  checklist_done: (one) => ofRequest('crm_checks', one).delete(),
  declaration_needed: (one) => changeForm(one, '{declares}', 'false'),
  declaration_stands: (one) => ofRequest('crm_declarations', one).update({ answers_hash: 'other' }),
  study_present: async (one) => {
    await changeForm(one, '{service,needsStudy}', 'true');
    await ofRequest('crm_studies', one).delete();
  },
  earlier_study: (one) => ofRequest('crm_studies', one).delete(),
  committee_needed: (one) => changeForm(one, '{service,needsCommittee}', 'false'),
  no_committee_needed: (one) => changeForm(one, '{service,needsCommittee}', 'true'),
  promise_told: (one) => requests(one).update({ promise_told: false }),
  decision_in_force: (one) => ofRequest('crm_decisions', one).update({ in_force: false }),
  replied: (one) => ofRequest('crm_decisions', one).update({ replied_at: null }),
  not_replied: (one) => ofRequest('crm_decisions', one).update({ replied_at: t.crm.now() }),
  reply_clock_allows: (one) => changeClock(one, 'pausedSince'),
  reply_held: (one) => changeClock(one, 'releasedEarlyAt'),
  appeal_open: (one) =>
    ofRequest('crm_decisions', one).update({
      replied_at: new Date(t.crm.now().getTime() - 30 * 86_400_000),
    }),
  not_appealed: (one) => s.appealed(one),
  appeal_granted: (one) => noAnswer(one),
  appeal_dismissed: (one) => noAnswer(one),
  panel_exists: () => s.activate('appeals', false),
  // The officer rejected the first request.
  panel_has_chair: (_one, staff) => seatPanel(staff),
  panel_has_quorum: (_one, staff) => seatPanel(panel.id, staff),
  enrolment_complete: (one) => changeForm(one, '{service,needsEnrolment}', 'true'),
  something_delivered: (one) => requests(one).update({ deliveries: 0 }),
  allocation_approved: (one) => ofRequest('crm_allocations', one).update(notApproved),
  allocations_settled: (one) => ofRequest('crm_allocations', one).update({ total: 1e9 }),
  answer_deadline_passed: (one) =>
    requests(one).update({ owed_deadline: new Date(t.crm.now().getTime() + 1) }),
  reminder_due: (one) => requests(one).update({ reminders_sent: 2 }),
  reminded: (one) => requests(one).update({ reminded_at: t.crm.now() }),
  not_complained_about: (one, staff) => requests(one).update({ about_staff_id: staff }),
  not_offered_yet: (one) => requests(one).update({ faq_id: 'offered' }),
  no_improvement_yet: (one) =>
    t.crm
      .db('crm_improvements')
      .insert({ id: randomUUID(), title_ar: 'تحسين', request_id: one.id, published: false }),
  screened_suitable: (one) => ofRequest('crm_screenings', one).update({ suitable: false }),
  first_stage: (one) => requests(one).update({ stage: 2 }),
  another_person_at_stage_two: (one, staff) =>
    requests(one).update({ stage: 2, first_handler_id: staff }),
};
const notApproved = { in_force: null, year: null };
/** Without a decision there is no reply either. */
const follows: Readonly<Partial<Record<GuardName, readonly GuardName[]>>> = {
  decision_in_force: ['replied', 'not_replied'],
};

/** The answer to the appeal against a request has not gone out. */
const noAnswer = (one: Case) =>
  t.crm
    .db('crm_decisions')
    .whereIn('request_id', t.crm.db('crm_requests').where({ parent_id: one.id }).select('id'))
    .update({ replied_at: null });

const changeForm = (one: Case, path: string, value: string) =>
  requests(one).update({ form: t.crm.db.raw(`jsonb_set(form::jsonb, ?, ?)::json`, [path, value]) });
const changeClock = (one: Case, field: string) =>
  requests(one).update({
    clock: t.crm.db.raw(`jsonb_set(clock::jsonb, ?, ?)::json`, [
      `{${field}}`,
      JSON.stringify(t.crm.now().toISOString()),
    ]),
  });

describe('each guard', () => {
  const guarded = places
    .filter(({ from }) => from !== 'new')
    .filter(isFirstOf)
    .flatMap((place) => place.row.guards.map((guard) => ({ place, guard })));

  it.each(guarded.map((one) => [`${nameOf(one.place)} without ${one.guard}`, one] as const))(
    '%s',
    async (_name, { place, guard }) => {
      const { row } = place;
      const actor = row.who[0];
      if (!actor) throw new Error('nobody may');
      const one = await reach(place);
      await satisfy(one, place);
      const who = staffWith[actor];
      await breaks[guard](one, who ? (await t.loginAs(who)).id : 0);
      const before = await one.row();
      // The session states a decision before it takes this step, so only the step itself can be refused for it.
      const done =
        actor === 'committee'
          ? await directly(one, row.action, actingCommittee(chair.id))
          : guard === 'not_complained_about'
            ? // Who is complained about does not even see the complaint.
              await directly(one, row.action, await acting(officer, actor))
            : await perform(one, row.action, actor);
      expect(done.status).toBe(409);
      expect(done.refusals).toContain(guard);
      const implied = [guard, ...(follows[guard] ?? [])];
      expect(done.refusals.filter((code) => !implied.includes(code as GuardName))).toEqual([]);
      expect(await one.row()).toEqual(before);
    },
  );

  it('of the policy stands in a row of the table', () => {
    const used = new Set(transitions.flatMap((row) => row.guards));
    expect([...used].sort()).toEqual([...guardNames].sort());
  });
});

describe('the table', () => {
  it('leaves no row that cannot be reached', () => {
    const covered = new Set(places.map(({ row }) => row));
    expect(transitions.filter((row) => !covered.has(row)).map(({ action }) => action)).toEqual([]);
  });

  it('names no status that cannot be reached, but for the draft that reception will write', () => {
    const never = transitions.flatMap((row) =>
      row.from.filter((from) => !row.kinds.some((kind) => reachable(kind).has(from))),
    );
    expect([...new Set(never)]).toEqual(['draft']);
  });

  it('leaves a chain that holds after all of this', async () => {
    const query = async (sql: string, values: unknown[]) =>
      (await t.crm.db.raw(sql.replace(/\$1/g, '?'), values as number[])) as {
        rows: Record<string, unknown>[];
      };
    expect(await verifyChain(query)).toMatchObject({ ok: true });
  });
});
