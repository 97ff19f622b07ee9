/** A session by circulation: everybody votes on their own until a deadline, which ends it by itself. */
import type { SessionDetail } from '../../src/plugins/beneficiary-crm/contracts/sessions';
import type { CommitteeRules } from '../../src/plugins/beneficiary-crm/server/src/committee/tally.rules';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { refusalsOf } from '../support/http';
import { expectStatus, Item, reasonOfDecision, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
const everyone: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];
const begins = new Date('2026-11-01T09:00:00.000Z');
const deadline = '2026-11-03T12:00:00.000Z';
const minutesBefore = (minutes: number) =>
  t.setNow(new Date(new Date(deadline).getTime() - minutes * 60_000));

beforeAll(async () => {
  t = await bootCrm({ DATABASE_POOL_MAX: '4' });
  s = scenario(t);
  await Promise.all(everyone.map((who) => t.loginAs(who)));
}, 180_000);
afterAll(() => t?.stop());
beforeEach(() => t.setNow(begins));

/** Planned for these requests, in their order. */
async function planned(...requests: Case[]): Promise<{ session: string; items: Item[] }> {
  const secretary = await t.loginAs('secretary');
  const { id, agenda } = expectStatus(
    await secretary.post<SessionDetail>('/sessions', {
      heldOn: '2026-11-01',
      form: 'circulation',
      closesAt: deadline,
      requests: requests.map((one) => one.id),
    }),
    201,
  );
  const items = requests.map((one) => {
    const line = agenda.find(({ requestId }) => requestId === one.id);
    if (!line) throw new Error('the request is not on the agenda');
    return new Item(t, id, line.id, one);
  });
  return { session: id, items };
}
const start = async (session: string, who: Who = 'chair') =>
  (await t.loginAs(who)).post<SessionDetail>(`/sessions/${session}/start`);
async function started(...requests: Case[]) {
  const { session, items } = await planned(...requests);
  expectStatus(await start(session), 200);
  return { session, items };
}
const only = ([item]: Item[]): Item => {
  if (!item) throw new Error('there is no item');
  return item;
};
const rowOf = (item: Item) =>
  t.crm
    .db('crm_agenda_items')
    .where({ id: item.id })
    .first<{ status: string; result: Record<string, unknown> | null; closes_at: Date }>(
      'status',
      'result',
      'closes_at',
    );
/** The deadline is over, and what time brings is done. */
async function over(): Promise<void> {
  t.setNow(new Date(deadline));
  await t.advance(0);
}

describe('the start', () => {
  it('opens every item at once, and is the chair’s', async () => {
    const { session, items } = await planned(await s.referred(), await s.referred());
    for (const who of ['deputy', 'member1'] as const)
      expect(refusalsOf(await start(session, who))).toEqual(['member.not_presiding']);
    const { status, agenda } = expectStatus(await start(session), 200);
    expect([status, ...agenda.map((item) => item.status)]).toEqual(['open', 'open', 'open']);
    for (const item of items) expect((await rowOf(item)).closes_at.toISOString()).toBe(deadline);
    expect((await start(session)).status).toBe(409);
    for (const item of items) expectStatus(await item.step('chair', 'close'), 200);
  });

  it('is the deputy’s where the chair sent apologies', async () => {
    const { session, items } = await planned(await s.referred());
    const chair = await t.loginAs('chair');
    expectStatus(await chair.post(`/sessions/${session}/apologies`, { reason: 'سفر' }), 200);
    expectStatus(await start(session, 'deputy'), 200);
    expectStatus(await only(items).step('chair', 'close'), 200);
  });

  it('is refused in a room, and after the deadline', async () => {
    const room = await s.onAgenda();
    expect((await start(room.session)).error.details.code).toBe('error.session_not_circulated');
    expectStatus(await room.step('chair', 'open'), 200);
    expectStatus(await room.step('chair', 'close'), 200);
    const late = await planned(await s.referred());
    t.setNow(new Date(deadline));
    expect((await start(late.session)).error.details.code).toBe('error.session_late');
  });

  it('opens an item that is hidden from the chair too, and tells the chair nothing of it', async () => {
    const { session, items } = await planned(await s.referred(), await s.referred());
    const [hidden, other] = items as [Item, Item];
    expectStatus(await hidden.step('chair', 'recusals', { ground: 'relative' }), 201);
    const reply = await start(session);
    expect(expectStatus(reply, 200).agenda).toHaveLength(1);
    expect(reply.text).not.toContain(hidden.request.receipt.reference);
    expect((await rowOf(hidden)).status).toBe('open');
    const event = await t.crm
      .db('crm_events')
      .where({ type: 'item.opened', subject_id: hidden.id })
      .first<{ actor_kind: string }>('actor_kind');
    expect(event.actor_kind).toBe('system');
    // The chair is counted as having answered: the all-present rule is met by the others' votes.
    for (const who of ['deputy', 'secretary', 'member1', 'member2'] as const)
      expectStatus(await hidden.vote(who, 'accept'), 201);
    expectStatus(await hidden.step('deputy', 'close'), 200);
    expect((await rowOf(hidden)).result).toMatchObject({
      outcome: 'accepted',
      present: 5,
      base: 4,
    });
    expectStatus(await other.step('chair', 'close'), 200);
  });
});

describe('who votes is present', () => {
  it('and nobody else: without all of them the deadline brings no quorum, and a new round begins with no ballots', async () => {
    const { items } = await started(await s.referred());
    const item = only(items);
    for (const who of ['chair', 'deputy', 'member1'] as const)
      expectStatus(await item.vote(who, 'accept'), 201);
    await over();
    expect(await rowOf(item)).toMatchObject({
      status: 'no_quorum',
      result: { present: 3, appointed: 5, outcome: 'no_quorum' },
    });
    expect(await item.request.row()).toMatchObject({ status: 'committee' });
    t.setNow(begins);
    const again = only((await started(item.request)).items);
    expect(again.id).not.toBe(item.id);
    expect(await t.crm.db('crm_ballots').where({ item_id: again.id })).toEqual([]);
    expect(expectStatus(await again.read('chair'), 200)).toMatchObject({
      myBallot: null,
      turnout: { voted: 0, mayVote: 5 },
      closesAt: deadline,
    });
    for (const who of everyone) expectStatus(await again.vote(who, 'reject'), 201);
    await over();
    expect((await rowOf(again)).result).toMatchObject({ outcome: 'rejected', no: 5 });
  });

  it('the decision is stated by the chair, who need not have voted', async () => {
    const roberts: CommitteeRules['preset'] = 'roberts';
    await preset(roberts);
    const item = only((await started(await s.referred())).items);
    for (const who of ['deputy', 'member1', 'member2'] as const)
      expectStatus(await item.vote(who, 'accept'), 201);
    await over();
    expectStatus(await item.step('chair', 'decision', { reason: reasonOfDecision }), 200);
    expect(await item.request.row()).toMatchObject({ status: 'accepted' });
    await preset('saudi_associations');
  });
});

/** The committee's rules for the items that follow. */
async function preset(name: CommitteeRules['preset']): Promise<void> {
  await t.crm.db('crm_committees').where({ purpose: 'requests' }).update({ preset: name });
}

describe('the deadline', () => {
  it('is asked under the lock: a ballot a minute before it counts, one at it is told that it is late', async () => {
    const item = only((await started(await s.referred())).items);
    minutesBefore(1);
    expectStatus(await item.vote('chair', 'accept'), 201);
    t.setNow(new Date(deadline));
    const late = await item.vote('deputy', 'accept');
    expect([late.status, refusalsOf(late)]).toEqual([409, ['item.deadline_passed']]);
    expect(await t.crm.db('crm_ballots').where({ item_id: item.id })).toHaveLength(1);
    await t.advance(0);
    expect((await rowOf(item)).status).toBe('no_quorum');
    expect(refusalsOf(await item.vote('deputy', 'accept'))).toEqual(['item.closed']);
  });

  it('a ballot that came in time and waited for the lock beyond it is late', async () => {
    const item = only((await started(await s.referred())).items);
    minutesBefore(1);
    const held = t.crm.db.transaction(async (trx) => {
      await trx('crm_agenda_items').where({ id: item.id }).forUpdate().first('id');
      const vote = item.vote('chair', 'accept');
      await waiting();
      t.setNow(new Date(deadline));
      return { vote };
    });
    const reply = await (await held).vote;
    expect([reply.status, refusalsOf(reply)]).toEqual([409, ['item.deadline_passed']]);
    await t.advance(0);
  });

  it('ends nothing before its time, and once', async () => {
    const { session, items } = await started(await s.referred());
    const item = only(items);
    minutesBefore(1);
    await t.advance(0);
    expect((await rowOf(item)).status).toBe('open');
    await over();
    await over();
    const closes = await t.crm
      .db('crm_events')
      .where({ type: 'item.closed', subject_id: item.id })
      .select<{ actor_kind: string }[]>('actor_kind');
    expect(closes).toEqual([{ actor_kind: 'system' }]);
    expect(await t.crm.db('crm_sessions').where({ id: session }).first('status')).toEqual({
      status: 'closed',
    });
  });

  it('comes too late for an item that who presides has closed before', async () => {
    const item = only((await started(await s.referred())).items);
    for (const who of everyone) expectStatus(await item.vote(who, 'accept'), 201);
    expectStatus(await item.step('chair', 'close'), 200);
    const held = await rowOf(item);
    await over();
    expect(await rowOf(item)).toEqual(held);
  });
});

/** Until somebody waits for a lock in the database. */
async function waiting(): Promise<void> {
  for (;;) {
    const { rows } = (await t.crm.db.raw(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )) as { rows: unknown[] };
    if (rows.length > 0) return;
  }
}
