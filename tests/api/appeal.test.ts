/**
 * An appeal from the rejection to its effect: heard by people who had no part in the first decision, its outcome in
 * place of that decision, and nothing of it to be seen before its reply.
 */
import type { AgendaItemDetail } from '../../src/plugins/beneficiary-crm/contracts/items';
import type {
  SessionDetail,
  SessionList,
} from '../../src/plugins/beneficiary-crm/contracts/sessions';
import type { Received } from '../../src/plugins/beneficiary-crm/contracts/receiving';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { idempotent, refusalsOf } from '../support/http';
import { atOnce } from '../support/race';
import { bodies, expectStatus, reasonOfDecision, scenario, services } from '../support/scenario';
import type { Case, Item } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;

beforeAll(async () => {
  t = await bootCrm({ DATABASE_POOL_MAX: '4' });
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());

const committee: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];
const officer: Who = 'relations_officer';
const eventsOf = (one: Case) =>
  t.crm.db('crm_events').where({ request_id: one.id }).orderBy('seq').pluck<string[]>('type');
const decisionsOf = (one: Case) =>
  t.crm
    .db('crm_decisions')
    .where({ request_id: one.id })
    .orderBy('decided_at')
    .select<{ outcome: string; in_force: boolean; appeal_id: string | null }[]>(
      'outcome',
      'in_force',
      'appeal_id',
    );

async function rejectedDirectly(): Promise<Case> {
  const one = await s.checking(services.direct);
  await one.do(officer, 'reject_directly', bodies.reject_directly);
  await t.drain();
  return one;
}
const rejectedByCommittee = async (): Promise<Case> => (await s.replied('rejected')).request;

async function referred(first: Case): Promise<Case> {
  const appeal = await s.appealed(first);
  await appeal.do(officer, 'refer_to_panel');
  return appeal;
}
const heard = async (first: Case, outcome: 'accepted' | 'rejected' | 'deferred'): Promise<Item> =>
  s.decided(outcome, await referred(first), s.panel);
async function answered(first: Case, outcome: 'accepted' | 'rejected' | 'deferred'): Promise<Item> {
  const item = await heard(first, outcome);
  expectStatus(await item.step('appeals-chair', 'release', { reason: reasonOfDecision }), 200);
  await t.drain();
  return item;
}
const seatPanel = async (...members: (Who | SignedIn)[]) => {
  const people = await Promise.all(
    members.map((who) => (typeof who === 'string' ? t.loginAs(who) : who)),
  );
  const seats = ['chair', 'deputy', 'secretary'] as const;
  await s.seat(
    people.map(({ id }, at) => ({ seat: seats[at] ?? 'member', member: id })),
    'appeals',
  );
};
const ownPanel = () => seatPanel(...s.panel);

describe('an appeal that is granted', () => {
  let first: Case;
  let item: Item;
  beforeAll(async () => {
    first = await rejectedByCommittee();
    item = await heard(first, 'accepted');
  });

  it('changes nothing that can be seen before its reply', async () => {
    expect(await first.row()).toMatchObject({ status: 'rejected' });
    expect(await first.track()).toMatchObject({
      status: 'rejected',
      reply: { outcome: 'rejected' },
      appeal: null,
    });
    expect(await item.request.track()).toMatchObject({ status: 'committee', reply: null });
  });

  it('replaces the decision with its reply, keeps it on record, and each names the other', async () => {
    expectStatus(await item.step('appeals-chair', 'release', { reason: reasonOfDecision }), 200);
    await t.drain();
    expect(await first.row()).toMatchObject({ status: 'accepted' });
    expect(await decisionsOf(first)).toEqual([
      { outcome: 'rejected', in_force: false, appeal_id: null },
      { outcome: 'accepted', in_force: true, appeal_id: item.request.id },
    ]);
    expect((await eventsOf(first)).slice(-2)).toEqual([
      'request.appealed',
      'request.decision_replaced',
    ]);
    const naming = await t.crm
      .db('crm_events')
      .whereIn('type', ['request.decision_replaced', 'request.replied'])
      .whereRaw(`coalesce(data ->> 'appeal', data ->> 'of') in (?, ?)`, [item.request.id, first.id])
      .pluck<string[]>('request_id');
    expect(naming.sort()).toEqual([first.id, item.request.id].sort());
    const detail = await first.read();
    expect(detail).toMatchObject({
      decision: { outcome: 'accepted' },
      earlierDecisions: [{ outcome: 'rejected' }],
      appeal: { id: item.request.id, status: 'accepted' },
    });
    expect((await item.request.read()).appealed).toMatchObject({ id: first.id });
  });

  it('is told to the applicant under both numbers, in letters that say so', async () => {
    expect(await first.track()).toMatchObject({ status: 'accepted', canWithdraw: false });
    expect((await first.track()).timeline.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['request.appealed', 'request.decision_replaced']),
    );
    expect(await item.request.track()).toMatchObject({ reply: { outcome: 'accepted' } });
    for (const one of [first, item.request]) {
      const letter = await t.visitor.post('/requests/letter', one.credentials);
      expect([letter.status, letter.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
    const told = (one: Case) =>
      t.crm.db('crm_messages').where({ request_id: one.id }).pluck<string[]>('template');
    expect(await told(item.request)).toContain('appeal_accepted');
    expect((await told(first)).filter((key) => key.startsWith('reply_'))).toEqual([
      'reply_rejected',
    ]);
  });

  it('lets the first request go on as any accepted one', async () => {
    await first.do(officer, 'enrol', bodies.enrol);
    expect(await first.row()).toMatchObject({ status: 'enrolled' });
  });
});

describe('an appeal that is dismissed', () => {
  it('leaves the first decision in force for good', async () => {
    const first = await rejectedDirectly();
    const item = await answered(first, 'rejected');
    expect(await first.row()).toMatchObject({ status: 'rejected' });
    expect(await decisionsOf(first)).toEqual([
      { outcome: 'rejected', in_force: true, appeal_id: null },
    ]);
    expect((await eventsOf(first)).at(-1)).toBe('request.decision_upheld');
    expect(await first.track()).toMatchObject({ appeal: null, reply: { outcome: 'rejected' } });
    expect(await item.request.track()).toMatchObject({ appeal: null });
    const again = { message: 'أرجو النظر في طلبي مرة أخرى' };
    for (const one of [first, item.request])
      expect(
        (await t.visitor.post('/requests/appeal', { ...one.credentials, ...again })).status,
      ).toBe(409);
  });
});

describe('an appeal that is deferred', () => {
  it('goes to the applicant, to research and back to the panel, and is decided then', async () => {
    const first = await rejectedByCommittee();
    const { request: appeal } = await answered(first, 'deferred');
    await appeal.do(officer, 'ask_applicant', bodies.ask_applicant);
    await appeal.do(officer, 'respond', bodies.respond);
    expect(await appeal.row()).toMatchObject({ status: 'submitted' });
    await appeal.do(officer, 'refer_to_research', bodies.refer_to_research);
    await appeal.do('researcher', 'answer_research', bodies.answer_research);
    await appeal.do(officer, 'refer_to_panel');
    const again = await s.replied('deferred', appeal, s.panel);
    await again.request.do(officer, 'refer_to_panel');
    await s.replied('accepted', appeal, s.panel);
    expect(await first.row()).toMatchObject({ status: 'accepted' });
    expect((await decisionsOf(appeal)).map(({ outcome }) => outcome)).toEqual([
      'deferred',
      'deferred',
      'accepted',
    ]);
  });
});

describe('the panel', () => {
  afterEach(async () => {
    await s.activate('appeals', true);
    await ownPanel();
  });

  it('has its own agenda: no request on it, and no appeal on that of the committee', async () => {
    // Decided by the committee: an officer who rejects directly does not see the appeal counted.
    const appeal = await referred(await rejectedByCommittee());
    const request = await s.referred();
    const staff = await t.loginAs(officer);
    const { plans } = expectStatus(await staff.get<SessionList>('/sessions'), 200);
    expect(plans).toMatchObject([
      { purpose: 'requests', ready: 1, mayCreate: true },
      { purpose: 'appeals', ready: 1, mayCreate: true },
    ]);
    const plan = async (purpose: string) =>
      expectStatus(
        await staff.post<SessionDetail>('/sessions', { heldOn: '2026-11-25', purpose }),
        201,
      ).agenda.map(({ reference }) => reference);
    expect(await plan('requests')).toEqual([request.receipt.reference]);
    expect(await plan('appeals')).toEqual([appeal.receipt.reference]);
  });

  it('shows to a member who decided first neither the item nor its counts', async () => {
    const first = await rejectedByCommittee();
    await seatPanel('appeals-chair', 'member1', 'appeals-secretary');
    const member = await t.loginAs('member1');
    const seen = async () => {
      const { sessions, plans } = expectStatus(await member.get<SessionList>('/sessions'), 200);
      return { plans, counts: sessions.map(({ items, decided }) => [items, decided]) };
    };
    const before = await seen();
    const appeal = await referred(first);
    expect((await seen()).plans).toEqual(before.plans);
    const item = await s.onAgenda(appeal);
    const session = await member.get<SessionDetail>(`/sessions/${item.session}`);
    expect(expectStatus(session, 200)).toMatchObject({ items: 0, agenda: [] });
    expect(session.text).not.toContain(appeal.receipt.reference);
    for (const path of [item.path, `${item.path}/case-file`])
      expect([path, (await member.get(path)).status]).toEqual([path, 404]);
    for (const name of ['open', 'close']) {
      expect((await item.step(member, name)).status).toBe(404);
    }
    expect((await item.vote(member, 'reject')).status).toBe(404);
    const opened = expectStatus(await item.step('appeals-chair', 'open'), 200);
    expect(opened.members.map(({ memberId }) => memberId)).not.toContain(member.id);
    expect(opened.excluded.map(({ memberId }) => memberId)).toEqual([member.id]);
    const event = await t.crm
      .db('crm_events')
      .where({ type: 'item.opened', request_id: appeal.id })
      .first<{ data: { excluded: number[] } }>('data');
    expect(event.data.excluded).toEqual([member.id]);
    expect((await member.get<{ needsMyVote: number }>('/home')).data.needsMyVote).toBe(0);
  });

  it('shares nobody with an officer who rejected directly', async () => {
    const first = await rejectedDirectly();
    const rejecting = await t.loginAs(officer);
    await seatPanel('appeals-chair', 'appeals-deputy', rejecting);
    const item = await s.onAgenda(await referred(first));
    const { members, excluded } = expectStatus(
      await item.read('appeals-chair'),
      200,
    ) as AgendaItemDetail;
    expect(members).toHaveLength(2);
    expect(excluded.map(({ memberId }) => memberId)).toEqual([rejecting.id]);
  });

  it('that cannot sit is named, before the appeal is referred and on its item', async () => {
    const first = await rejectedByCommittee();
    const appeal = await s.appealed(first);
    const tried = async () => refusalsOf(await appeal.try(officer, 'refer_to_panel'));
    await seatPanel('chair', 'deputy', 'appeals-secretary', 'appeals-deputy', 'appeals-chair');
    expect(await tried()).toEqual(['panel_has_chair']);
    await seatPanel('appeals-chair', 'chair');
    expect(await tried()).toEqual(['panel_has_quorum']);
    await s.activate('appeals', false);
    expect(await tried()).toEqual(['panel_exists']);
    await s.activate('appeals', true);
    await ownPanel();
    await appeal.do(officer, 'refer_to_panel');
    const item = await s.onAgenda(appeal);
    await seatPanel('appeals-chair', 'chair');
    const opening = await item.step('appeals-chair', 'open');
    expect([opening.status, refusalsOf(opening)]).toEqual([409, ['panel.too_few']]);
    const { rights } = expectStatus(await item.read('appeals-chair'), 200);
    expect(rights.open).toMatchObject({ allowed: false, code: 'panel.too_few' });
    expect(rights.open.message).toMatch(/مدير النظام/);
  });
});

describe('at the desk', () => {
  it('an appeal is taken down once, with a receipt that opens it', async () => {
    const first = await rejectedDirectly();
    const staff = await t.loginAs(officer);
    const body = {
      expectedVersion: (await first.row()).version,
      channel: 'phone',
      message: 'تغيّر دخلنا بعد القرار، وأرجو النظر مرة أخرى',
    };
    const send = () =>
      staff.post<Received>(`/requests/${first.id}/appeals`, body, idempotent('one-appeal'));
    const receipt = expectStatus(await send(), 201);
    expect(expectStatus(await send(), 201)).toEqual(receipt);
    const { reference, accessCode } = receipt;
    const tracked = await t.visitor.post<{ kind: string }>('/requests/track', {
      reference,
      accessCode,
    });
    expect(expectStatus(tracked, 200).kind).toBe('appeal');
    expect((await first.read()).appeal).toMatchObject({ id: receipt.id });
    const other = await t.loginAs('delegate');
    expect((await other.post(`/requests/${first.id}/appeals`, body, idempotent())).status).toBe(
      404,
    );
    expect(
      (
        await (
          await t.loginAs('researcher')
        ).post(`/requests/${first.id}/appeals`, body, idempotent())
      ).status,
    ).toBe(403);
  });
});

describe('a decision that is held', () => {
  it.each(['accepted', 'rejected', 'deferred'] as const)(
    '%s: is not recognised by what is offered, and may still be withdrawn',
    async (outcome) => {
      const waiting = await (await s.referred()).track();
      const { request } = await s.decided(outcome);
      const held = await request.track();
      const shown = ({ status, canWithdraw, appeal, reply, owed }: typeof held) => ({
        status,
        canWithdraw,
        appeal,
        reply,
        owed,
      });
      expect(shown(held)).toEqual(shown(waiting));
      expect(held.timeline.map(({ event }) => event)).toEqual(
        waiting.timeline.map(({ event }) => event),
      );
      expectStatus(await t.visitor.post('/requests/withdraw', request.credentials), 200);
      expect(await request.row()).toMatchObject({ status: 'withdrawn' });
      expect((await decisionsOf(request)).map(({ in_force }) => in_force)).toEqual([false]);
      await t.advance(40);
      expect(await request.track()).toMatchObject({ status: 'withdrawn', reply: null });
    },
  );

  it('and sent can be withdrawn from where something is still to come, and no more', async () => {
    const deferred = (await s.replied('deferred')).request;
    const accepted = (await s.replied('accepted')).request;
    expect([(await deferred.track()).canWithdraw, (await accepted.track()).canWithdraw]).toEqual([
      true,
      false,
    ]);
    expect((await t.visitor.post('/requests/withdraw', accepted.credentials)).status).toBe(409);
    expectStatus(await t.visitor.post('/requests/withdraw', deferred.credentials), 200);
  });
});

describe('at the same moment', () => {
  it('several appeals are one', async () => {
    const first = await rejectedDirectly();
    const ask = () =>
      t.visitor.post('/requests/appeal', {
        ...first.credentials,
        message: 'أرجو النظر في طلبي مرة أخرى',
      });
    const statuses = (await atOnce(t, [ask, ask, ask])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
  });

  it('the decision and the withdrawal of an appeal leave one of them, and nobody waits in a circle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await rejectedDirectly();
      const item = await s.closed('accepted', await referred(first), s.panel);
      const [decision, withdrawal] = await atOnce(t, [
        () => item.step('appeals-chair', 'decision', { reason: reasonOfDecision }),
        () => t.visitor.post('/requests/withdraw', item.request.credentials),
      ]);
      // Both are possible one after the other: a decision whose reply is held is withdrawn from.
      expect(withdrawal.status).toBe(200);
      expect([200, 409]).toContain(decision.status);
      expect(await item.request.row()).toMatchObject({ status: 'withdrawn' });
      const inForce = (await decisionsOf(item.request)).filter((one) => one.in_force);
      expect(inForce).toEqual([]);
      await t.drain();
      expect(await first.row()).toMatchObject({ status: 'rejected' });
    }
  });

  it('the reply and the withdrawal of an appeal: who is late is told, and the first request follows the winner', async () => {
    for (let round = 0; round < 4; round += 1) {
      const first = await rejectedDirectly();
      const item = await heard(first, 'accepted');
      const [, withdrawal] = await atOnce(t, [
        () => item.step('appeals-chair', 'release', { reason: reasonOfDecision }),
        () => t.visitor.post('/requests/withdraw', item.request.credentials),
      ]);
      await t.drain();
      const [appeal, request] = [await item.request.row(), await first.row()];
      expect([withdrawal.status, appeal.status, request.status]).toEqual(
        withdrawal.status === 200 ? [200, 'withdrawn', 'rejected'] : [409, 'accepted', 'accepted'],
      );
    }
  });

  it('leaves a chain that holds', async () => {
    const query = async (sql: string, values: unknown[]) =>
      (await t.crm.db.raw(sql.replace(/\$1/g, '?'), values as number[])) as {
        rows: Record<string, unknown>[];
      };
    expect(await verifyChain(query)).toMatchObject({ ok: true });
  });
});

test('the first decision’s committee never finds the appeal', async () => {
  const item = await s.onAgenda(await referred(await rejectedByCommittee()));
  for (const who of committee) expect([who, (await item.read(who)).status]).toEqual([who, 404]);
});
