/** The committees' own page: seats with terms, rules in words, and both held still while an item is open. */
import type {
  CommitteeCard,
  CommitteeList,
  RulesExplained,
} from '../../src/plugins/beneficiary-crm/contracts/committee';
import { ensureRoles } from '../../src/plugins/beneficiary-crm/server/src/kernel/roles';
import { permissionUid } from '../../src/plugins/beneficiary-crm/server/src/policy/roles.policy';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { issuesOf } from '../support/http';
import type { Reply } from '../support/http';
import { expectStatus, scenario } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let director: SignedIn;

beforeAll(async () => {
  t = await bootCrm({ DATABASE_POOL_MAX: '4' });
  s = scenario(t);
  director = await t.loginAs('executive_director');
}, 180_000);
afterAll(() => t?.stop());

const list = async (who: SignedIn = director, locale = 'ar') =>
  expectStatus(await who.get<CommitteeList>(`/committees?locale=${locale}`), 200);
const research = async (): Promise<CommitteeCard> => {
  const found = (await list()).committees.find(({ purpose }) => purpose === 'requests');
  if (!found) throw new Error('the demo has no research committee');
  return found;
};

/** A card as it is sent back. */
const bodyOf = (card: CommitteeCard) => ({
  name: card.name,
  ...(card.nameInEnglish ? { nameInEnglish: card.nameInEnglish } : {}),
  purpose: card.purpose,
  active: card.active,
  preset: card.rules.preset,
  secrecy: card.secrecy,
  discussion: card.discussion,
  itemMinutes: card.itemMinutes,
  seats: card.seats.map(({ memberId, seat, from, until }) => ({
    memberId,
    seat,
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  })),
});
const put = (card: CommitteeCard, changes: object = {}): Promise<Reply<CommitteeCard>> =>
  director.put(`/committees/${card.id}`, {
    expectedVersion: card.version,
    ...bodyOf(card),
    ...changes,
  });

describe('the committees', () => {
  it('of the demo can sit, and say their rules with an example in both languages', async () => {
    const [ar, en] = [await list(), await list(director, 'en')];
    expect(ar.committees.map(({ purpose, faults, locked }) => [purpose, faults, locked])).toEqual([
      ['requests', [], false],
      ['appeals', [], false],
    ]);
    expect(ar.committees[0]?.explained.sentence).toContain(
      'لا يصح الاجتماع إلا بحضور جميع الأعضاء',
    );
    expect(en.committees[0]?.explained.example).toContain('5 of 5');
    expect(ar.committees[0]?.seats).toHaveLength(5);
    expect(ar.committees[0]).toMatchObject({ secrecy: 'named_after', itemMinutes: 10, version: 1 });
    expect(ar.candidates.map(({ memberId }) => memberId)).toContain(
      (await t.loginAs('member1')).id,
    );
    expect(ar.mayKeep).toBe(true);
  });

  it('are read by their members, and kept by the director alone', async () => {
    const chair = await t.loginAs('chair');
    expect((await list(chair)).mayKeep).toBe(false);
    const card = await research();
    const reply = await chair.put(`/committees/${card.id}`, {
      expectedVersion: card.version,
      ...bodyOf(card),
    });
    expect(reply.status).toBe(403);
    expect((await (await t.loginAs('researcher')).get('/committees')).status).toBe(403);
  });

  it('can be kept by the director of a database from before, and by nobody again from whom it was taken', async () => {
    const uid = permissionUid('committee.keep');
    const store = t.strapi.store({
      type: 'plugin',
      name: 'beneficiary-crm',
      key: 'role-permissions',
    });
    const given = (await store.get({})) as Record<string, string[]>;
    const taken = () => t.crm.db('admin_permissions').where({ action: uid }).delete();
    const mayKeep = async () =>
      (await director.post('/committees/explain', { preset: 'roberts', members: 5 })).status;

    await taken();
    const before = (given.executive_director ?? []).filter((one) => one !== 'committee.keep');
    await store.set({ value: { ...given, executive_director: before } });
    expect(await mayKeep()).toBe(403);
    await ensureRoles(t.strapi);
    expect(await mayKeep()).toBe(200);

    await taken();
    await ensureRoles(t.strapi);
    expect(await mayKeep()).toBe(403);
    await store.set({ value: { ...given, executive_director: before } });
    await ensureRoles(t.strapi);
  });

  it('explain rules that are being written', async () => {
    const body = {
      preset: 'custom',
      members: 9,
      customRules: {
        quorum: { kind: 'fraction', p: 2, q: 3 },
        majority: { kind: 'two_thirds', base: 'present' },
        tie: 'not_adopted',
      },
    };
    const said = await director.post<RulesExplained>('/committees/explain', body);
    expect(expectStatus(said, 200)).toEqual({
      sentence: expect.stringContaining('إذا حضر 2 من كل 3 من الأعضاء: 6 على الأقل من 9'),
      example: expect.stringContaining('حضر 6 من 9؛ الموافقون 4، والرافضون 1، والممتنعون 1'),
    });
    const without = await director.post('/committees/explain', { preset: 'custom', members: 9 });
    expect([without.status, issuesOf(without)]).toEqual([422, ['customRules: required']]);
  });

  it('change as a whole: what changed is in the chain by its name', async () => {
    const before = await research();
    const after = expectStatus(
      await put(before, { secrecy: 'secret', discussion: 'before_vote', itemMinutes: 15 }),
      200,
    );
    expect(after).toMatchObject({
      secrecy: 'secret',
      discussion: 'before_vote',
      itemMinutes: 15,
      version: before.version + 1,
    });
    expect(after.seats).toEqual(before.seats);
    const event = await t.crm
      .db('crm_events')
      .where({ type: 'committee.changed' })
      .orderBy('seq', 'desc')
      .first<{ data: unknown; subject_id: string }>('data', 'subject_id');
    expect(event).toEqual({
      subject_id: before.id,
      data: { fields: ['secrecy', 'discussion', 'itemMinutes'] },
    });
    const stale = await put(before, { itemMinutes: 20 });
    expect([stale.status, stale.error.details.code]).toEqual([409, 'error.committee_changed']);
    expectStatus(await put(after, bodyOf(before)), 200);
  });

  it('take no two chairs at once, no stranger, no rules that are none', async () => {
    const card = await research();
    const { seats } = bodyOf(card);
    const officer = await t.loginAs('relations_officer');
    const refused = async (changes: object) => {
      const reply = await put(card, changes);
      return [reply.status, ...issuesOf(reply)];
    };
    const [chair, deputy, ...rest] = seats;
    expect(await refused({ seats: [chair, { ...deputy, seat: 'chair' }, ...rest] })).toEqual([
      422,
      'seats.1.seat: seat_taken',
    ]);
    expect(await refused({ seats: [...seats, { memberId: officer.id, seat: 'member' }] })).toEqual([
      422,
      'seats.5.memberId: no_seat_for',
    ]);
    expect(await refused({ seats: [...seats, { ...chair, seat: 'member' }] })).toEqual([
      422,
      'seats.5.memberId: seated_twice',
    ]);
    expect(
      await refused({ seats: [{ ...chair, from: '2026-12-01', until: '2026-11-01' }] }),
    ).toEqual([422, 'seats.0.until: ends_before_it_begins']);
    expect(await refused({ preset: 'custom' })).toEqual([422, 'customRules: required']);
    expect((await refused({ customRules: { tie: 'coin' } }))[0]).toBe(422);
    expect(
      (await director.put('/committees/none', { expectedVersion: 1, ...bodyOf(card) })).status,
    ).toBe(404);
    expect(await research()).toEqual(card);
  });

  it('are made, and say what they lack', async () => {
    const body = { ...bodyOf(await research()), name: 'لجنة الأيتام', active: false, seats: [] };
    const made = expectStatus(await director.post<CommitteeCard>('/committees', body), 201);
    expect(made).toMatchObject({
      name: 'لجنة الأيتام',
      version: 1,
      seats: [],
      faults: ['ليس للجنة رئيس اليوم. عيّن لها رئيسًا.'],
    });
  });
});

describe('a term', () => {
  it('seats a member from its first day to its last one, and no longer', async () => {
    const card = await research();
    const member = (await t.loginAs('member2')).id;
    const seats = bodyOf(card).seats.map((held) =>
      held.memberId === member ? { ...held, from: '2026-10-01', until: '2026-11-01' } : held,
    );
    const changed = expectStatus(await put(card, { seats }), 200);
    expect(changed.seats.find(({ memberId }) => memberId === member)).toMatchObject({
      current: true,
      until: '2026-11-01',
    });
    const today = await s.opened();
    const rosterOf = async (item: { id: string }) =>
      (
        await t.crm
          .db('crm_agenda_items')
          .where({ id: item.id })
          .first<{ roster: { memberId: number }[] }>('roster')
      ).roster.map(({ memberId }) => memberId);
    expect(await rosterOf(today)).toContain(member);
    t.setNow(new Date('2026-11-01T21:00:00.000Z')); // midnight in Riyadh
    const tomorrow = await s.opened();
    expect(await rosterOf(tomorrow)).not.toContain(member);
    t.setNow(new Date('2026-11-01T09:00:00.000Z'));
    for (const item of [today, tomorrow]) expectStatus(await item.step('chair', 'close'), 200);
    expectStatus(await put(await research(), { seats: bodyOf(card).seats }), 200);
  });
});

describe('while an item is open', () => {
  it('rules and seats wait until it is closed; another committee does not', async () => {
    const item = await s.opened();
    const card = await research();
    expect(card.locked).toBe(true);
    const refused = await put(card, { preset: 'roberts' });
    expect([refused.status, refused.error.details.code]).toEqual([
      409,
      'error.committee_item_open',
    ]);
    const panel = (await list()).committees.find(({ purpose }) => purpose === 'appeals');
    expect(panel?.locked).toBe(false);
    if (panel) expectStatus(await put(panel, { itemMinutes: 20 }), 200);
    expectStatus(await item.step('chair', 'close'), 200);
    expectStatus(await put(card, { preset: 'roberts' }), 200);
    expectStatus(await put(await research(), { preset: 'saudi_associations' }), 200);
  });

  it('no change slips in: what an item froze is what its committee has until it is closed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const item = await s.onAgenda();
      const card = await research();
      const preset = card.rules.preset === 'roberts' ? 'two_thirds' : 'roberts';
      const [opening, change] = await Promise.all([
        item.step('chair', 'open'),
        put(card, { preset }),
      ]);
      expect(opening.status).toBe(200);
      expect([200, 409]).toContain(change.status);
      const { rules } = await t.crm
        .db('crm_agenda_items')
        .where({ id: item.id })
        .first<{ rules: { preset: string } }>('rules');
      expect(rules.preset).toBe((await research()).rules.preset);
      expectStatus(await item.step('chair', 'close'), 200);
    }
  });
});
