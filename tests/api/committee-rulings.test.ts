/**
 * What the association's rules say in the cases that are argued about, one test for each ruling. Others have theirs
 * beside their subject: a member removed mid-vote in `ballots`, the deadline in `circulation`, ballots against closes
 * in `committee-races`, a withdrawn request in `committee`, appeals in `appeal`.
 */
import type { AgendaItemDetail } from '../../src/plugins/beneficiary-crm/contracts/items';
import type { BallotChoice } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { refusalsOf } from '../support/http';
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

type Votes = Partial<
  Record<'chair' | 'deputy' | 'secretary' | 'member1' | 'member2', BallotChoice>
>;
async function voted(item: Item, votes: Votes): Promise<void> {
  for (const [who, choice] of Object.entries(votes))
    expectStatus(await item.vote(who as Who, choice), 201);
}
const closed = async (item: Item, who: Who = 'chair'): Promise<AgendaItemDetail> =>
  expectStatus(await item.step(who, 'close'), 200);
const marked = async (item: Item, by: Who, who: Who, state: string) =>
  expectStatus(
    await item.step(by, 'attendance', { memberId: (await t.loginAs(who)).id, state }),
    200,
  );
const recused = async (item: Item, who: Who) =>
  expectStatus(await item.step(who, 'recusals', { ground: 'relative' }), 201);

/** Rules for the items that are opened meanwhile. */
async function underRules<T>(own: object, work: () => Promise<T>): Promise<T> {
  const committee = () => t.crm.db('crm_committees').where({ purpose: 'requests' });
  await committee().update({ preset: 'custom', custom_rules: JSON.stringify(own) });
  try {
    return await work();
  } finally {
    await committee().update({ preset: 'saudi_associations', custom_rules: null });
  }
}
const halfAndChair = {
  quorum: { kind: 'more_than_half' },
  majority: { kind: 'simple', base: 'cast' },
  tie: 'chair_side',
};

describe('quorum', () => {
  it('under the all-present rule: who is recused and stays is present, and leaves the majority’s base', async () => {
    const item = await s.opened();
    await marked(item, 'secretary', 'member2', 'present');
    await recused(item, 'member2');
    await voted(item, {
      chair: 'accept',
      deputy: 'accept',
      secretary: 'reject',
      member1: 'accept',
    });
    const { tally, members } = await closed(item);
    expect(tally).toMatchObject({
      present: 5,
      appointed: 5,
      recused: 1,
      base: 4,
      outcome: 'accepted',
    });
    expect(members.filter((one) => one.recused)).toHaveLength(1);
  });

  it('lost after a recusal, when who is recused goes home: no quorum, nothing approved, first on the next agenda', async () => {
    const item = await s.opened();
    await marked(item, 'secretary', 'member2', 'present');
    await recused(item, 'member2');
    await voted(item, {
      chair: 'accept',
      deputy: 'accept',
      secretary: 'accept',
      member1: 'accept',
    });
    await marked(item, 'secretary', 'member2', 'left');
    expect(await closed(item)).toMatchObject({ status: 'no_quorum', tally: { present: 4 } });
    expect(await item.request.row()).toMatchObject({ status: 'committee' });
    expect(await t.crm.db('crm_decisions').where({ request_id: item.request.id })).toEqual([]);
    const next = await s.onAgenda(item.request);
    expect(next.session).not.toBe(item.session);
    await next.step('chair', 'open');
    await closed(next);
  });

  it('is checked again when a conflict is declared after voting: the ballot is void and kept', async () => {
    const item = await s.opened();
    await voted(item, {
      chair: 'accept',
      deputy: 'accept',
      secretary: 'accept',
      member1: 'accept',
      member2: 'reject',
    });
    await recused(item, 'member2');
    const rows = await t.crm
      .db('crm_ballots')
      .where({ item_id: item.id, member_id: (await t.loginAs('member2')).id });
    expect(rows).toMatchObject([{ choice: 'reject', superseded_at: expect.any(Date) }]);
    expect((await closed(item)).tally).toMatchObject({ yes: 4, no: 0, present: 5, base: 4 });
  });
});

it('a member added mid-vote votes from the next item', async () => {
  const [now, next] = [await s.opened(), await s.onAgenda()];
  const newcomer = await s.newStaff('committee_member', 'latecomer');
  const seats = await Promise.all(
    everyone.map(async (who, at) => ({
      seat: (['chair', 'deputy', 'secretary'] as const)[at] ?? ('member' as const),
      member: (await t.loginAs(who)).id,
    })),
  );
  await s.seat([...seats, { seat: 'member', member: newcomer.id }]);
  try {
    expect(refusalsOf(await now.vote(newcomer, 'accept'))).toEqual(['member.not_on_roster']);
    expectStatus(await next.step('chair', 'open'), 200);
    expectStatus(await next.vote(newcomer, 'accept'), 201);
    for (const item of [now, next]) await closed(item);
  } finally {
    await s.seat(seats);
  }
});

describe('a tie', () => {
  const cases: [string, Votes, (item: Item) => Promise<void>, Who, string, string][] = [
    [
      'goes to the side of the chair who voted',
      { chair: 'reject', deputy: 'accept', secretary: 'accept', member1: 'reject' },
      () => Promise.resolve(),
      'chair',
      'rejected',
      'جانب الرئيس',
    ],
    [
      'goes to the deputy’s side where the chair abstained',
      { chair: 'abstain', deputy: 'accept', secretary: 'reject' },
      () => Promise.resolve(),
      'chair',
      'accepted',
      'جانب نائب',
    ],
    [
      'goes to the deputy’s side where the chair is absent',
      { deputy: 'reject', secretary: 'accept', member1: 'accept', member2: 'reject' },
      async (item) => {
        await marked(item, 'secretary', 'deputy', 'present');
        await marked(item, 'secretary', 'chair', 'absent');
      },
      'deputy',
      'rejected',
      'جانب نائب',
    ],
    [
      'goes to the deputy’s side where the chair is recused',
      { deputy: 'accept', secretary: 'reject', member1: 'accept', member2: 'reject' },
      async (item) => recused(item, 'chair').then(() => undefined),
      'deputy',
      'accepted',
      'جانب نائب',
    ],
    [
      'goes to nobody where chair and deputy abstained: the request is deferred, not rejected',
      { chair: 'abstain', deputy: 'abstain', secretary: 'accept', member1: 'reject' },
      () => Promise.resolve(),
      'chair',
      'deferred',
      'لا يبلغ',
    ],
  ];

  it.each(cases)('%s', async (_name, votes, before, presiding, outcome, said) => {
    await underRules(halfAndChair, async () => {
      const item = await s.opened();
      await before(item);
      await voted(item, votes);
      const { tally } = await closed(item, presiding);
      expect(tally).toMatchObject({ outcome });
      expect(tally?.steps.at(-1)?.text).toContain(said);
    });
  });

  it('is the chair’s to break only by the rules: without that rule the request is deferred', async () => {
    await underRules({ ...halfAndChair, tie: 'not_adopted' }, async () => {
      const item = await s.opened();
      await voted(item, {
        chair: 'accept',
        deputy: 'reject',
        secretary: 'accept',
        member1: 'reject',
      });
      expect((await closed(item)).tally).toMatchObject({ outcome: 'deferred' });
    });
  });
});

it('where the chair is recused the deputy holds every right of the chair, and the chair none', async () => {
  const item = await s.onAgenda();
  await recused(item, 'chair');
  const motion = { amount: 120_000 };
  const [chair, deputy] = [await t.loginAs('chair'), await t.loginAs('deputy')];
  expect((await chair.put(`${item.path}/motion`, motion)).status).toBe(404);
  expectStatus(await deputy.put(`${item.path}/motion`, motion), 200);
  expect((await item.step('chair', 'open')).status).toBe(404);
  expectStatus(await item.step('deputy', 'open'), 200);
  await marked(item, 'deputy', 'chair', 'present');
  await voted(item, {
    deputy: 'accept',
    secretary: 'accept',
    member1: 'accept',
    member2: 'accept',
  });
  await closed(item, 'deputy');
  expectStatus(await item.step('deputy', 'decision', { reason: reasonOfDecision }), 200);
  expect((await item.step('chair', 'release', { reason: reasonOfDecision })).status).toBe(404);
  expectStatus(await item.step('deputy', 'release', { reason: reasonOfDecision }), 200);
});
