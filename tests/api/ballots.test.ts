/** What is voted on and how: the motion, what is missing, receipts, secrecy, and ballots that are declared void. */
import type { AgendaItemDetail } from '../../src/plugins/beneficiary-crm/contracts/items';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { idempotent, issuesOf, refusalsOf } from '../support/http';
import { expectStatus, reasonOfDecision, scenario } from '../support/scenario';
import type { Item } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
const everyone: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];

beforeAll(async () => {
  t = await bootCrm({ DATABASE_POOL_MAX: '4' });
  s = scenario(t);
  await Promise.all(everyone.map((who) => t.loginAs(who)));
}, 180_000);
afterAll(() => t?.stop());

const putMotion = async (item: Item, who: Who, body: object) =>
  (await t.loginAs(who)).put<AgendaItemDetail>(`${item.path}/motion`, body);
const closed = async (item: Item) => expectStatus(await item.step('chair', 'close'), 200);

/** Seats the committee of the demo differently while `work` is done. */
async function seated(
  change: (
    seats: { seat: 'chair' | 'deputy' | 'secretary' | 'member'; member: number }[],
  ) => object[],
  work: () => Promise<void>,
): Promise<void> {
  const seats = await Promise.all(
    everyone.map(async (who) => ({
      seat: who === 'member1' || who === 'member2' ? ('member' as const) : (who as 'chair'),
      member: (await t.loginAs(who)).id,
    })),
  );
  await s.seat(change(seats) as Parameters<typeof s.seat>[0]);
  try {
    await work();
  } finally {
    await s.seat(seats);
  }
}

describe('the motion', () => {
  const motion = { amount: 350_000, conditions: 'أن تقدّم الأسرة عقد الإيجار قبل الصرف.' };

  it('is written by who presides, and frozen when the item opens', async () => {
    const item = await s.onAgenda();
    expect(refusalsOf(await putMotion(item, 'deputy', motion))).toEqual(['member.not_presiding']);
    expect(expectStatus(await putMotion(item, 'chair', motion), 200).motion).toEqual(motion);
    expect(expectStatus(await putMotion(item, 'chair', { amount: 100 }), 200).motion).toEqual({
      amount: 100,
      conditions: null,
    });
    for (const wrong of [
      { amount: 0 },
      { amount: 1.5 },
      { conditions: '' },
      { amount: '5' },
      { more: 1 },
    ])
      expect((await putMotion(item, 'chair', wrong)).status).toBe(422);
    expectStatus(await putMotion(item, 'chair', motion), 200);
    expectStatus(await item.step('chair', 'open'), 200);
    expect(refusalsOf(await putMotion(item, 'chair', { amount: 5 }))).toEqual(['item.not_pending']);
    const event = await t.crm
      .db('crm_events')
      .where({ type: 'item.motion_changed', subject_id: item.id })
      .orderBy('seq', 'desc')
      .first<{ data: unknown }>('data');
    expect(event.data).toEqual({ fields: ['amount', 'conditions'] });
    for (const who of everyone) expectStatus(await item.vote(who, 'accept'), 201);
    await closed(item);
    const decided = expectStatus(
      await item.step('chair', 'decision', { reason: reasonOfDecision }),
      200,
    );
    expect(decided.decision).toMatchObject({ outcome: 'accepted', ...motion });
    expect(
      await t.crm
        .db('crm_decisions')
        .where({ request_id: item.request.id })
        .first('amount', 'conditions'),
    ).toEqual(motion);
    const read = await item.request.read();
    expect(read.decision).toMatchObject(motion);
  });

  it('is no part of a decision that rejects', async () => {
    const item = await s.onAgenda();
    expectStatus(await putMotion(item, 'chair', motion), 200);
    expectStatus(await item.step('chair', 'open'), 200);
    for (const who of everyone) expectStatus(await item.vote(who, 'reject'), 201);
    await closed(item);
    const { decision } = expectStatus(
      await item.step('chair', 'decision', { reason: reasonOfDecision }),
      200,
    );
    expect(decision).toMatchObject({ outcome: 'rejected', amount: null, conditions: null });
  });
});

describe('who defers', () => {
  it('says what is missing, and nobody else does', async () => {
    const item = await s.opened();
    const member = await t.loginAs('member1');
    const cast = (body: object) => member.post(`${item.path}/ballots`, body, idempotent());
    const silent = await cast({ choice: 'defer' });
    expect([silent.status, issuesOf(silent)]).toEqual([422, ['missing: required']]);
    const talkative = await cast({ choice: 'accept', missing: 'صك الوصاية' });
    expect([talkative.status, issuesOf(talkative)]).toEqual([422, ['missing: unknown']]);
    expect((await cast({})).status).toBe(422);

    expectStatus(await item.vote('member1', 'defer', { missing: 'صك الوصاية' }), 201);
    for (const who of ['chair', 'deputy', 'secretary'] as const)
      expectStatus(await item.vote(who, 'defer', { missing: 'تعريف بالراتب' }), 201);
    expectStatus(await item.vote('member2', 'accept'), 201);
    const open = await item.read('member2');
    expect(open.text).not.toContain('صك الوصاية');
    const { missing, outcome } = await closed(item);
    expect(outcome).toBe('deferred');
    expect(missing.sort()).toEqual([
      'تعريف بالراتب',
      'تعريف بالراتب',
      'تعريف بالراتب',
      'صك الوصاية',
    ]);
  });
});

describe('a receipt', () => {
  it('has a code that stands among those counted after the close: of the last ballot, and of who stayed', async () => {
    const item = await s.opened();
    const codes = new Map<Who, string>();
    for (const who of everyone)
      codes.set(who, expectStatus(await item.vote(who, 'accept'), 201).code);
    const first = codes.get('member1') ?? '';
    codes.set('member1', expectStatus(await item.vote('member1', 'reject'), 201).code);
    expect(codes.get('member1')).not.toBe(first);
    expect(first).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(expectStatus(await item.read('member1'), 200)).toMatchObject({
      counted: [],
      myBallot: { code: codes.get('member1') },
    });
    const left = (await t.loginAs('member2')).id;
    expectStatus(
      await item.step('secretary', 'attendance', { memberId: left, state: 'left' }),
      200,
    );
    expectStatus(
      await item.step('secretary', 'attendance', { memberId: left, state: 'present' }),
      200,
    );
    const { counted } = await closed(item);
    expect(counted).toEqual([...codes.values()].sort());
  });
});

describe('ballots that are secret', () => {
  const reservation = 'أتحفظ على مقدار المبلغ';

  it('have no names, in no answer, before and after the close; a reservation has its author', async () => {
    const director = await t.loginAs('executive_director');
    type Listed = {
      committees: { id: string; purpose: string; version: number; rules: { preset: string } }[];
    };
    const setSecrecy = async (secrecy: string) => {
      const { committees } = expectStatus(await director.get<Listed>('/committees'), 200);
      const card = committees.find(({ purpose }) => purpose === 'requests') as never as Record<
        string,
        unknown
      > & {
        id: string;
        version: number;
        seats: { memberId: number; seat: string }[];
      };
      const body = {
        expectedVersion: card.version,
        name: card.name,
        purpose: 'requests',
        active: true,
        preset: 'saudi_associations',
        secrecy,
        discussion: 'after_vote',
        itemMinutes: 10,
        seats: card.seats.map(({ memberId, seat }) => ({ memberId, seat })),
      };
      expectStatus(await director.put(`/committees/${card.id}`, body), 200);
    };
    await setSecrecy('secret');
    const item = await s.opened();
    for (const who of ['chair', 'secretary', 'member1', 'member2'] as const)
      expectStatus(await item.vote(who, 'accept'), 201);
    expectStatus(await item.vote('deputy', 'reject', { reservation }), 201);
    const detail = await closed(item);
    expect(detail).toMatchObject({ secrecy: 'secret', tally: { yes: 4, no: 1 } });
    expect(detail.counted).toHaveLength(5);
    for (const who of everyone) {
      const read = expectStatus(await item.read(who), 200);
      expect(read.members.map(({ choice }) => choice)).toEqual([null, null, null, null, null]);
      expect(read.members.filter((one) => one.reservation !== null)).toMatchObject([
        { seat: 'deputy', reservation },
      ]);
      expect(read.myBallot?.choice).toBe(who === 'deputy' ? 'reject' : 'accept');
    }
    await setSecrecy('named_after');
    // What was cast in secret stays so, whatever the committee chooses afterwards.
    const later = expectStatus(await item.read('chair'), 200);
    expect(later.members.every(({ choice }) => choice === null)).toBe(true);
  });
});

describe('a member removed mid-vote', () => {
  it('has a ballot that stands', async () => {
    const item = await s.opened();
    for (const who of everyone) expectStatus(await item.vote(who, 'accept'), 201);
    await seated(
      (seats) => seats.slice(0, 4),
      async () => {
        const { members, rights } = expectStatus(await item.read('chair'), 200);
        expect(members.filter(({ removed }) => removed).map(({ memberId }) => memberId)).toEqual([
          (await t.loginAs('member2')).id,
        ]);
        expect(rights.voidBallot.allowed).toBe(true);
        expect((await closed(item)).tally).toMatchObject({ yes: 5, notVoted: 0 });
      },
    );
  });

  it('loses the ballot only to who presides, for a reason, and casts no other; it is kept', async () => {
    const item = await s.opened();
    for (const who of everyone) expectStatus(await item.vote(who, 'accept'), 201);
    const member = (await t.loginAs('member2')).id;
    const path = `ballots/${member}/void`;
    const reason = { reason: 'انتهت عضويته قبل إقفال التصويت.' };
    expect(refusalsOf(await item.step('chair', path, reason))).toEqual(['ballot.still_seated']);
    await seated(
      (seats) => seats.slice(0, 4),
      async () => {
        expect(refusalsOf(await item.step('deputy', path, reason))).toEqual([
          'member.not_presiding',
        ]);
        expect((await item.step('chair', path, { reason: 'لا' })).status).toBe(422);
        const after = expectStatus(await item.step('chair', path, reason), 200);
        expect(after.members.find(({ memberId }) => memberId === member)).toMatchObject({
          hasVoted: false,
          removed: true,
          voided: reason,
        });
        expect(refusalsOf(await item.step('chair', path, reason))).toEqual(['ballot.none']);
        expect(refusalsOf(await item.vote('member2', 'accept'))).toEqual(['member.ballot_voided']);
        expect((await closed(item)).tally).toMatchObject({ yes: 4, notVoted: 1, present: 5 });
      },
    );
    const rows = await t.crm.db('crm_ballots').where({ item_id: item.id, member_id: member });
    expect(rows).toMatchObject([{ choice: 'accept', void_reason: reason.reason }]);
    const event = await t.crm
      .db('crm_events')
      .where({ type: 'item.ballot_voided' })
      .first<{ data: object }>('data');
    expect(event.data).toEqual({ member, ballot: (rows[0] as { id: string }).id });
  });
});

describe('the count', () => {
  it('is told step by step with its numbers, in the language that is asked', async () => {
    const item = await s.opened();
    for (const who of ['chair', 'secretary'] as const)
      expectStatus(await item.vote(who, 'accept'), 201);
    for (const who of ['deputy', 'member1'] as const)
      expectStatus(await item.vote(who, 'reject'), 201);
    expectStatus(await item.vote('member2', 'abstain'), 201);
    const { tally } = await closed(item);
    expect(tally?.steps.map(({ step, passed }) => [step, passed])).toEqual([
      ['quorum', true],
      ['rule', false],
      ['rule', false],
      ['rule', false],
      ['tie', true],
      ['outcome', true],
    ]);
    expect(tally?.steps[0]?.text).toBe('النصاب حضور الجميع، وقد حضر 5 من 5: اكتمل.');
    const chair = await t.loginAs('chair');
    const english = expectStatus(await chair.get<AgendaItemDetail>(`${item.path}?locale=en`), 200);
    expect(english.tally?.steps.at(-1)?.text).toBe('Result: a tie, accepted by the chair’s side.');
  });
});
