/** The committee over HTTP, on real connections: sealed, quorate, without the conflicted, and exact when all come at once. */
import { randomUUID } from 'node:crypto';
import type {
  AgendaItemDetail,
  BallotReceipt,
} from '../../src/plugins/beneficiary-crm/contracts/items';
import type {
  SessionDetail,
  SessionList,
} from '../../src/plugins/beneficiary-crm/contracts/sessions';
import { eventsOfRequest } from '../../src/plugins/beneficiary-crm/server/src/kernel/unit-of-work';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { idempotent, refusalsOf } from '../support/http';
import { expectStatus, reasonOfDecision, scenario } from '../support/scenario';
import type { Item } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
const everyone: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];

beforeAll(async () => {
  // Few connections, so that whoever holds one and waits for a second is found out.
  t = await bootCrm({ DATABASE_POOL_MAX: '4' });
  s = scenario(t);
  await Promise.all(everyone.map((who) => t.loginAs(who)));
}, 180_000);
afterAll(() => t?.stop());

const ballotsOf = (item: Item) => t.crm.db('crm_ballots').where({ item_id: item.id });
const itemRow = (item: Item) =>
  t.crm
    .db('crm_agenda_items')
    .where({ id: item.id })
    .first<{ status: string; result: Record<string, unknown> | null }>('status', 'result');

describe('sealed while open', () => {
  let item: Item;
  const reservation = 'تحفّظ لا يراه أحد قبل الإقفال';
  beforeAll(async () => {
    item = await s.opened();
    expectStatus(await item.vote('deputy', 'reject', { reservation }), 201);
    expectStatus(await item.vote('member1', 'accept'), 201);
  });

  /** Whatever may be asked about the item while it is open. */
  async function everything(who: Who): Promise<string> {
    const staff = await t.loginAs(who);
    const paths = [
      item.path,
      `/sessions/${item.session}`,
      '/sessions',
      `/requests/${item.request.id}`,
      '/requests',
      '/home',
      '/messages',
      '/operations/figures',
    ];
    const replies = await Promise.all(paths.map((path) => staff.get(path)));
    return replies.map(({ text }) => text).join('\n');
  }

  it.each([...everyone, 'relations_officer', 'executive_director', 'administrator'] as Who[])(
    'no answer to %s says how anyone else voted',
    async (who) => {
      const text = await everything(who);
      if (who !== 'deputy') {
        expect(text).not.toContain(reservation);
        expect(text).not.toMatch(/"choice":"reject"/);
      }
      if (who !== 'member1') expect(text).not.toMatch(/"choice":"accept"/);
      expect(text).not.toMatch(/"tally":\{/);
    },
  );

  it('shows who has voted, and to each only the own ballot', async () => {
    const { members, turnout, myBallot, tally } = expectStatus(await item.read('chair'), 200);
    expect(
      members
        .filter(({ hasVoted }) => hasVoted)
        .map(({ seat }) => seat)
        .sort(),
    ).toEqual(['deputy', 'member']);
    expect(members.map(({ choice }) => choice)).toEqual([null, null, null, null, null]);
    expect({ turnout, myBallot, tally }).toEqual({
      turnout: { voted: 2, mayVote: 5 },
      myBallot: null,
      tally: null,
    });
    expect(expectStatus(await item.read('deputy'), 200).myBallot).toMatchObject({
      choice: 'reject',
      reservation,
    });
  });

  it('is sealed in the chain too, for ever', async () => {
    const text = JSON.stringify(await t.crm.db('crm_events').where({ type: 'item.ballot_cast' }));
    expect(text).not.toMatch(/accept|reject|defer|abstain/);
  });

  it('the applicant learns that the committee studies the request, and nothing else', async () => {
    const view = await item.request.track();
    expect(view).toMatchObject({ status: 'committee', reply: null });
    expect(view.timeline.map(({ event }) => event)).not.toContain('item.ballot_cast');
  });

  it('a ballot can be changed until close: the last one counts, the first is kept', async () => {
    expectStatus(await item.vote('member1', 'abstain'), 201);
    const rows = await ballotsOf(item).where({ member_id: (await t.loginAs('member1')).id });
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ superseded_at: over }) => over === null)).toMatchObject([
      { choice: 'abstain' },
    ]);
  });

  it('the same key gets the same receipt and casts once', async () => {
    const key = 'one-click-two-clicks';
    const first = await item.vote('secretary', 'accept', { key });
    const again = await item.vote('secretary', 'reject', { key });
    expect(again.data).toMatchObject({
      ballotId: (first.data as BallotReceipt).ballotId,
      choice: 'accept',
    });
    expect(
      await ballotsOf(item).where({ member_id: (await t.loginAs('secretary')).id }),
    ).toHaveLength(1);
  });

  it('needs a key, a choice that is one, and a reason where a reservation is recorded', async () => {
    const member = await t.loginAs('member2');
    const path = `${item.path}/ballots`;
    expect((await member.post(path, { choice: 'accept' })).status).toBe(422);
    expect((await member.post(path, { choice: 'yes' }, idempotent())).status).toBe(422);
    expect(
      (await member.post(path, { choice: 'accept', reservation: '' }, idempotent())).status,
    ).toBe(422);
    expect((await member.post(path, { choice: 'accept', memberId: 1 }, idempotent())).status).toBe(
      422,
    );
  });

  it('only the chair closes; then choices have names', async () => {
    for (const who of ['deputy', 'secretary', 'member1'] as const) {
      const reply = await item.step(who, 'close');
      expect([reply.status, refusalsOf(reply)]).toEqual([403, ['member.not_presiding']]);
    }
    for (const who of ['chair', 'member2'] as const)
      expectStatus(await item.vote(who, 'accept'), 201);
    const closed = expectStatus(await item.step('chair', 'close'), 200);
    expect(closed.tally).toMatchObject({
      appointed: 5,
      present: 5,
      yes: 3,
      no: 1,
      abstain: 1,
      outcome: 'accepted',
    });
    const deputy = closed.members.find(({ seat }) => seat === 'deputy');
    expect(deputy).toMatchObject({ choice: 'reject', reservation });
  });

  it('a second close gives the first one’s result, and nothing happens twice', async () => {
    const held = await itemRow(item);
    const { tally } = expectStatus(await item.step('chair', 'close'), 200);
    expect(tally).toMatchObject({ yes: 3, no: 1, abstain: 1 });
    expect(await itemRow(item)).toEqual(held);
    const closes = (await eventsOfRequest(t.crm.db, item.request.id)).filter(
      ({ type }) => type === 'item.closed',
    );
    expect(closes).toHaveLength(1);
  });

  it('a late ballot, attendance or conflict is told that the item is closed', async () => {
    const vote = await item.vote('member2', 'reject');
    expect([vote.status, refusalsOf(vote)]).toEqual([409, ['item.closed']]);
    for (const [step, body] of [
      ['attendance', { memberId: (await t.loginAs('member2')).id, state: 'left' }],
      ['recusals', { ground: 'interest' }],
    ] as const) {
      const reply = await item.step('chair', step, body);
      expect([step, reply.status, refusalsOf(reply)]).toEqual([step, 409, ['item.closed']]);
    }
  });
});

describe('who has a conflict', () => {
  let item: Item;
  let recused: SignedIn;
  beforeAll(async () => {
    item = await s.opened();
    recused = await t.loginAs('member2');
    expectStatus(await item.vote(recused, 'accept'), 201);
    expectStatus(
      await item.step(recused, 'recusals', { ground: 'relative', reason: 'ابن عمي' }),
      201,
    );
  });

  it.each(['', 'open', 'close', 'attendance', 'recusals', 'ballots', 'decision', 'release'])(
    'does not find the item (%s)',
    async (step) => {
      const bodies: Record<string, object> = {
        attendance: { memberId: recused.id, state: 'present' },
        recusals: { ground: 'other' },
        ballots: { choice: 'accept' },
        decision: { reason: reasonOfDecision },
        release: { reason: reasonOfDecision },
      };
      const reply =
        step === ''
          ? await recused.get(item.path)
          : await recused.post(`${item.path}/${step}`, bodies[step] ?? {}, idempotent());
      expect(reply.status).toBe(404);
      const nothing = await recused.get(item.path.replace(item.id, item.session));
      expect((await recused.get(item.path)).text).toBe(nothing.text);
    },
  );

  it('finds it in no list and no count', async () => {
    const { sessions } = expectStatus(await recused.get<SessionList>('/sessions'), 200);
    expect(sessions.find(({ id }) => id === item.session)).toMatchObject({
      items: 0,
      needsMyVote: 0,
    });
    const { agenda } = expectStatus(
      await recused.get<SessionDetail>(`/sessions/${item.session}`),
      200,
    );
    expect(agenda).toEqual([]);
    const all = await Promise.all(
      ['/sessions', `/sessions/${item.session}`, '/home'].map((path) => recused.get(path)),
    );
    for (const { text } of all) {
      expect(text).not.toContain(item.request.receipt.reference);
      expect(text).not.toContain(item.id);
    }
  });

  it('reads none of its papers, while the others do', async () => {
    const body = await s.upload();
    expect(body.status).toBe(201);
    const [file] = await t.crm
      .db('crm_files')
      .whereNull('request_id')
      .orderBy('created_at', 'desc')
      .limit(1);
    await t.crm.db('crm_files').where({ id: file.id }).update({ request_id: item.request.id });
    expect((await recused.get(`/files/${file.id}`)).status).toBe(404);
    expect((await (await t.loginAs('member1')).get(`/files/${file.id}`)).status).toBe(200);
  });

  it('leaves the vote: the ballot is void and kept, and the base is smaller', async () => {
    expect(await ballotsOf(item)).toMatchObject([
      { choice: 'accept', superseded_at: expect.any(Date) },
    ]);
    for (const who of ['chair', 'deputy', 'secretary', 'member1'] as const)
      expectStatus(await item.vote(who, who === 'deputy' ? 'reject' : 'accept'), 201);
    const { tally } = expectStatus(await item.step('chair', 'close'), 200);
    expect(tally).toMatchObject({
      appointed: 5,
      present: 5,
      recused: 1,
      yes: 3,
      no: 1,
      base: 4,
      outcome: 'accepted',
    });
  });

  it('and is the chair: the deputy presides, and the chair learns nothing', async () => {
    const other = await s.opened();
    expectStatus(await other.step('chair', 'recusals', { ground: 'interest' }), 201);
    expectStatus(
      await other.step('deputy', 'attendance', {
        memberId: (await t.loginAs('deputy')).id,
        state: 'present',
      }),
      200,
    );
    for (const who of ['deputy', 'secretary', 'member1', 'member2'] as const)
      expectStatus(await other.vote(who, 'accept'), 201);
    expect((await other.step('chair', 'close')).status).toBe(404);
    const { tally } = expectStatus(await other.step('deputy', 'close'), 200);
    expect(tally).toMatchObject({ outcome: 'accepted', base: 4 });
    expect((await other.step('chair', 'decision', { reason: reasonOfDecision })).status).toBe(404);
    expectStatus(await other.step('deputy', 'decision', { reason: reasonOfDecision }), 200);
    const { text } = await (await t.loginAs('chair')).get('/sessions');
    expect(text).not.toContain(other.request.receipt.reference);
  });
});

describe('quorum and attendance', () => {
  it('who left does not vote, and without all of them nothing is decided', async () => {
    const item = await s.opened();
    const { id } = await t.loginAs('member2');
    expectStatus(await item.step('secretary', 'attendance', { memberId: id, state: 'left' }), 200);
    const vote = await item.vote('member2', 'accept');
    expect([vote.status, refusalsOf(vote)]).toEqual([403, ['member.left']]);
    for (const who of ['chair', 'deputy', 'secretary', 'member1'] as const)
      expectStatus(await item.vote(who, 'accept'), 201);
    const closed = expectStatus(await item.step('chair', 'close'), 200);
    expect(closed).toMatchObject({ status: 'no_quorum', outcome: 'no_quorum' });
    const decision = await item.step('chair', 'decision', { reason: reasonOfDecision });
    expect(decision.status).toBe(409);
    expect(await item.request.row()).toMatchObject({ status: 'committee' });
    const next = await s.onAgenda(item.request);
    expect(next.session).not.toBe(item.session);
  });

  it('a member speaks for nobody’s attendance but the own', async () => {
    const item = await s.opened();
    const other = { memberId: (await t.loginAs('deputy')).id, state: 'left' };
    expect((await item.step('member1', 'attendance', other)).status).toBe(403);
    const own = (await t.loginAs('member1')).id;
    expect(
      (await item.step('member1', 'attendance', { memberId: own, state: 'left' })).status,
    ).toBe(403);
    expectStatus(
      await item.step('member1', 'attendance', { memberId: own, state: 'present' }),
      200,
    );
    const stranger = await item.step('chair', 'attendance', {
      memberId: 999_999,
      state: 'present',
    });
    expect(refusalsOf(stranger)).toEqual(['member.not_on_roster']);
  });

  it('nobody votes before the item is open, and only who presides opens it', async () => {
    const item = await s.onAgenda();
    const early = await item.vote('chair', 'accept');
    expect(early.status).toBe(409);
    expect(refusalsOf(early)).toEqual(['item.not_open']);
    expect(refusalsOf(await item.step('member1', 'open'))).toEqual(['session.no_presiding_member']);
    expectStatus(await item.step('chair', 'open'), 200);
    expect(refusalsOf(await item.step('chair', 'open'))).toEqual(['item.not_pending']);
  });

  it('an administrator without a seat has no vote, whatever the permission says', async () => {
    const item = await s.opened();
    const vote = await item.vote('administrator', 'accept');
    expect([vote.status, refusalsOf(vote)]).toEqual([403, ['member.not_on_roster']]);
    expect(await ballotsOf(item)).toEqual([]);
  });

  it('the roster is frozen when the item opens', async () => {
    const item = await s.opened();
    const newcomer = await s.newStaff('committee_member', 'newcomer');
    const seats = await Promise.all(
      everyone.map(async (who) => ({
        seat: who === 'member1' || who === 'member2' ? ('member' as const) : (who as 'chair'),
        member: (await t.loginAs(who)).id,
      })),
    );
    await s.seat([...seats.slice(0, 4), { seat: 'member', member: newcomer.id }]);
    try {
      expect(refusalsOf(await item.vote(newcomer, 'accept'))).toEqual(['member.not_on_roster']);
      expectStatus(await item.vote('member2', 'accept'), 201);
    } finally {
      await s.seat(seats);
    }
  });
});

describe('the reply', () => {
  it('of a decided item is held until the earliest date, and nobody outside sees the outcome before', async () => {
    const item = await s.decided('rejected');
    await t.drain();
    const held = await item.request.track();
    expect(held).toMatchObject({ status: 'committee', reply: null, appeal: null });
    expect(JSON.stringify(held)).not.toContain('rejected');
    expect((await t.visitor.post('/requests/letter', item.request.credentials)).status).toBe(404);
    expect((await item.request.read()).decision).toMatchObject({
      outcome: 'rejected',
      repliedAt: null,
    });
  });

  it('is let out early by who presides, for a reason that is kept', async () => {
    const item = await s.decided('rejected');
    const reason = 'الأسرة مهددة بالإخلاء هذا الأسبوع.';
    expect((await item.step('deputy', 'release', { reason })).status).toBe(403);
    expect((await item.step('chair', 'release', { reason: '' })).status).toBe(422);
    expectStatus(await item.step('chair', 'release', { reason }), 200);
    await t.drain();
    const view = await item.request.track();
    expect(view).toMatchObject({
      status: 'rejected',
      reply: { outcome: 'rejected', reason: reasonOfDecision, hasLetter: true },
    });
    expect(view.appeal).not.toBeNull();
    const letter = await t.visitor.post('/requests/letter', item.request.credentials);
    expect([letter.status, letter.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const detail = await item.request.read();
    expect(detail.decision).toMatchObject({ releasedEarly: true });
    expect(detail.timeline.find(({ event }) => event === 'request.released_early')?.detail).toBe(
      reason,
    );
    expect(refusalsOf(await item.step('chair', 'release', { reason }))).toEqual(
      expect.arrayContaining(['not_replied']),
    );
  });

  it('is decided once', async () => {
    const item = await s.closed('accepted');
    const step = () => item.step('chair', 'decision', { reason: reasonOfDecision });
    const statuses = (await Promise.all([step(), step(), step()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409]);
    expect(await t.crm.db('crm_decisions').where({ request_id: item.request.id })).toHaveLength(1);
  });
});

describe('a request that is withdrawn', () => {
  it('voids its open item, whose ballots are kept', async () => {
    const item = await s.opened();
    expectStatus(await item.vote('chair', 'accept'), 201);
    expectStatus(await t.visitor.post('/requests/withdraw', item.request.credentials), 200);
    expect(await itemRow(item)).toMatchObject({ status: 'void', result: null });
    expect(await ballotsOf(item)).toHaveLength(1);
    expect(refusalsOf(await item.vote('deputy', 'accept'))).toEqual(['item.void']);
    expect(refusalsOf(await item.step('chair', 'close'))).toEqual(['item.void']);
    expect(
      (await eventsOfRequest(t.crm.db, item.request.id)).map(({ type }) => type).slice(-2),
    ).toEqual(['request.withdrawn', 'item.voided']);
  });

  it('at the moment of the decision is withdrawn, before it or from the decision that is held', async () => {
    for (let round = 0; round < 5; round += 1) {
      const item = await s.closed('accepted');
      const [decision, withdrawal] = await Promise.all([
        item.step('chair', 'decision', { reason: reasonOfDecision }),
        t.visitor.post('/requests/withdraw', item.request.credentials),
      ]);
      const { status } = await itemRow(item);
      const decisions = await t.crm
        .db('crm_decisions')
        .where({ request_id: item.request.id, in_force: true });
      expect([withdrawal.status, decisions.length]).toEqual([200, 0]);
      expect(await item.request.row()).toMatchObject({ status: 'withdrawn' });
      expect([decision.status, status]).toEqual(
        decision.status === 200 ? [200, 'decided'] : [409, 'void'],
      );
    }
  });
});

describe('an appeal', () => {
  it('is heard by a panel that shares no member with the first decision', async () => {
    const first = await s.replied('rejected');
    const appeal = await s.appealed(first.request);
    await appeal.do('relations_officer', 'refer_to_panel');
    const item = await s.onAgenda(appeal);
    // To who decided first the item is not there at all.
    for (const who of everyone) {
      const vote = await item.vote(who, 'accept');
      expect([who, vote.status, (await item.read(who)).status]).toEqual([who, 404, 404]);
    }
    expectStatus(await item.step('appeals-chair', 'open'), 200);
    for (const who of s.panel) expectStatus(await item.vote(who, 'accept'), 201);
    expectStatus(await item.step('appeals-chair', 'close'), 200);
    const reason = { reason: reasonOfDecision };
    expectStatus(await item.step('appeals-chair', 'decision', reason), 200);
    expect(await appeal.row()).toMatchObject({ status: 'accepted' });
  });

  it('is answered for the last time: a second rejection promises no second appeal', async () => {
    const first = await s.replied('rejected');
    const appeal = await s.appealed(first.request);
    await appeal.do('relations_officer', 'refer_to_panel');
    // A panel's decision, put on record as its session would.
    await t.crm.db('crm_decisions').insert({
      id: randomUUID(),
      request_id: appeal.id,
      outcome: 'rejected',
      reason: reasonOfDecision,
      decided_at: t.crm.now(),
    });
    await t.crm.db('crm_requests').where({ id: appeal.id }).update({ status: 'rejected' });
    await t.advance(31);
    expect(await appeal.track()).toMatchObject({
      reply: { outcome: 'rejected', reason: reasonOfDecision, hasLetter: true },
      appeal: null,
    });
    expect((await appeal.read()).decision).toMatchObject({ appealUntil: null });
    const told = await t.crm
      .db('crm_messages')
      .where({ request_id: appeal.id })
      .pluck<string[]>('template');
    expect(told).toContain('appeal_rejected');
    expect(told).not.toContain('reply_rejected');
    const again = { ...appeal.credentials, message: 'أرجو النظر مرة أخرى' };
    expect((await t.visitor.post('/requests/appeal', again)).status).toBe(409);
  });

  it('is made once, in its time', async () => {
    const { request } = await s.replied('rejected');
    const ask = () =>
      t.visitor.post('/requests/appeal', {
        ...request.credentials,
        message: 'أرجو النظر مرة أخرى',
      });
    const statuses = (await Promise.all([ask(), ask(), ask()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
  });
});

describe('all at once', () => {
  it('a hundred ballots of five members leave one current ballot each', async () => {
    const item = await s.opened();
    const members = await Promise.all(everyone.map((who) => t.loginAs(who)));
    const choices = ['accept', 'reject', 'defer', 'abstain'] as const;
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, nth) =>
        item.vote(members[nth % 5] as SignedIn, choices[nth % 4] ?? 'accept'),
      ),
    );
    expect(replies.filter(({ status }) => status !== 201).map(({ text }) => text)).toEqual([]);
    const rows = await ballotsOf(item);
    expect(rows).toHaveLength(100);
    const current = rows.filter(({ superseded_at: over }) => over === null);
    expect(current.map(({ member_id: member }) => member).sort()).toEqual(
      members.map(({ id }) => id).sort(),
    );
    const { tally } = expectStatus(await item.step('chair', 'close'), 200);
    const count = (choice: string) => current.filter((row) => row.choice === choice).length;
    expect(tally).toMatchObject({
      yes: count('accept'),
      no: count('reject'),
      defer: count('defer'),
      abstain: count('abstain'),
    });
  });

  it('of ballots and closes that meet, every close gives one tally, and it is that of the accepted ballots', async () => {
    for (let round = 0; round < 3; round += 1) {
      const item = await s.opened();
      const members = await Promise.all(everyone.map((who) => t.loginAs(who)));
      for (const member of members) expectStatus(await item.vote(member, 'reject'), 201);
      const chair = members[0] as SignedIn;
      const ballots: { member: number; answer: string }[] = [];
      const closes: AgendaItemDetail[] = [];
      await Promise.all(
        Array.from({ length: 100 }, async (_, nth) => {
          if (nth % 2 === 0) {
            const member = members[nth % 5] as SignedIn;
            const reply = await item.vote(member, 'accept');
            ballots.push({
              member: member.id,
              answer: [reply.status, ...refusalsOf(reply)].join(' '),
            });
          } else if (nth > 20) {
            closes.push(expectStatus(await item.step(chair, 'close'), 200));
          }
        }),
      );
      expect(
        ballots.filter(({ answer }) => answer !== '201' && answer !== '409 item.closed'),
      ).toEqual([]);
      expect(new Set(closes.map(({ tally }) => JSON.stringify(tally))).size).toBe(1);
      const accepted = new Set(
        ballots.filter(({ answer }) => answer === '201').map(({ member }) => member),
      ).size;
      const { result } = await itemRow(item);
      expect(result).toMatchObject({ yes: accepted, no: 5 - accepted, notVoted: 0 });
      const current = await ballotsOf(item).whereNull('superseded_at');
      expect(current.filter(({ choice }) => choice === 'accept')).toHaveLength(accepted);
    }
  });
});
