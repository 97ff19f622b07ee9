/** What a member reads and writes before the vote: the dossier, private notes, the discussion; and a conflict's reach. */
import { randomUUID } from 'node:crypto';
import type {
  DeclaredConflict,
  Discussion,
  Dossier,
  PrivateNotes,
} from '../../src/plugins/beneficiary-crm/contracts/deliberation';
import type { AgendaItemDetail } from '../../src/plugins/beneficiary-crm/contracts/items';
import type { SessionList } from '../../src/plugins/beneficiary-crm/contracts/sessions';
import { committeeUid } from '../../src/plugins/beneficiary-crm/server/src/committee/content-types';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { idempotent } from '../support/http';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case, Item } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());

const signedIn = (who: Who | SignedIn) => (typeof who === 'string' ? t.loginAs(who) : who);
const eventsOf = (item: Item) =>
  t.crm
    .db('crm_events')
    .where({ subject_kind: 'item', subject_id: item.id })
    .orderBy('seq')
    .select<{ type: string; data: object | null }[]>('type', 'data');

describe('the dossier', () => {
  const applicant = { idType: 'national_id', idNumber: '1000000008', name: 'سعد بن حمد' };
  let earlier: Case;
  let cousin: Case;
  let item: Item;
  const dossier = async (who: Who = 'chair'): Promise<Dossier> =>
    expectStatus(await (await t.loginAs(who)).get<Dossier>(`${item.path}/dossier`), 200);

  beforeAll(async () => {
    earlier = await s.submitted('assistance', services.committee, { applicant });
    await earlier.do('relations_officer', 'start_check');
    await earlier.checkEverything();
    await earlier.do('relations_officer', 'refer_to_committee');
    await s.replied('accepted', earlier);
    await earlier.do('relations_officer', 'enrol', bodies.enrol);
    await earlier.startDelivery();
    await earlier.do('delivery_officer', 'record_delivery', {
      ...bodies.record_delivery,
      amount: 30_000,
    });
    const person = await fileOf(earlier);
    cousin = await inHousehold(person);
    const now = await s.submitted('assistance', services.everything, { applicant });
    await now.do('relations_officer', 'start_check');
    await now.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
    await now.do('researcher', 'write_study', bodies.write_study);
    await now.do('researcher', 'answer_research', bodies.answer_research);
    await now.checkEverything();
    await now.do('relations_officer', 'refer_to_committee');
    item = await s.onAgenda(now);
    const director = await t.loginAs('executive_director');
    const limit = { service: services.everything, version: 0, reason: 'ميزانية العام' };
    for (const period of ['2026', '2027'])
      expectStatus(
        await director.post('/service-limits', { ...limit, period, budget: 5_000_000 }),
        200,
      );
  });

  const fileOf = async (one: Case): Promise<string> => {
    const row = await t.crm
      .db('crm_requests')
      .where({ id: one.id })
      .first<{ beneficiary_id: string }>('beneficiary_id');
    return row.beneficiary_id;
  };

  /** A brother in the same household, who has a request of his own. */
  async function inHousehold(head: string): Promise<Case> {
    const one = await s.submitted('assistance', services.committee, {
      applicant: { name: 'فهد بن حمد' },
    });
    const officer = await t.loginAs('relations_officer');
    const versioned = async () => {
      const row = await t.crm
        .db('crm_beneficiaries')
        .where({ id: head })
        .first<{ version: number }>('version');
      return { expectedVersion: row.version };
    };
    const home = { ...(await versioned()), relationship: 'head', dependant: false };
    expectStatus(await officer.post(`/beneficiaries/${head}/household`, home), 200);
    const brother = { ...(await versioned()), name: 'فهد بن حمد', relationship: 'brother' };
    expectStatus(await officer.post(`/beneficiaries/${head}/household/members`, brother), 200);
    const file = await t.crm
      .db('crm_beneficiaries')
      .where({ name: brother.name })
      .first<{ id: string }>('id');
    await t.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: file.id });
    return one;
  }

  it('holds what the family asked for before, what came of it, and nothing of the matter itself', async () => {
    const { earlier: found, more } = await dossier();
    expect(more).toBe(false);
    expect(found.map(({ reference }) => reference).sort()).toEqual(
      [earlier.receipt.reference, cousin.receipt.reference].sort(),
    );
    expect(found.find(({ reference }) => reference === earlier.receipt.reference)).toMatchObject({
      of: null,
      outcome: 'accepted',
      status: 'in_delivery',
      help: [{ kind: 'money', what: 'دفعة نوفمبر', allocated: 80_000, delivered: 30_000 }],
    });
    expect(found.find(({ reference }) => reference === cousin.receipt.reference)).toMatchObject({
      of: { name: 'فهد بن حمد', relation: 'brother' },
      outcome: null,
      help: [],
    });
  });

  it('counts what the family was given in the last twelve months, and what the limits still allow this year', async () => {
    const { lastYear, limits, recommendation } = await dossier();
    expect(lastYear).toEqual({
      since: '2025-11-01',
      given: [
        { kind: 'money', what: 'دفعة نوفمبر', unit: null, allocated: 80_000, delivered: 30_000 },
      ],
    });
    expect(limits).toMatchObject([
      { period: '2026', budget: { limit: 5_000_000, left: 5_000_000 } },
    ]);
    expect(recommendation).toMatchObject({ outcome: 'accepted' });
    t.setNow(new Date('2027-12-01T09:00:00.000Z'));
    expect((await dossier()).lastYear.given).toEqual([]);
    t.setNow(new Date('2026-11-01T09:00:00.000Z'));
  });

  it('and its case file are read by any member, and by nobody to whom the item is hidden', async () => {
    const deputy = await t.loginAs('deputy');
    expect((await deputy.get(`${item.path}/case-file`)).status).toBe(200);
    const recused = await t.loginAs('member2');
    expectStatus(await item.step(recused, 'recusals', { ground: 'relative' }), 201);
    const nothing = await recused.get(item.path.replace(item.id, item.session));
    for (const name of ['dossier', 'case-file', 'notes', 'discussion']) {
      const reply = await recused.get(`${item.path}/${name}`);
      expect([name, reply.status, reply.text]).toEqual([name, 404, nothing.text]);
    }
  });
});

describe('private notes', () => {
  let item: Item;
  beforeAll(async () => {
    item = await s.onAgenda();
  });
  const read = async (who: Who) => (await t.loginAs(who)).get<PrivateNotes>(`${item.path}/notes`);
  const write = async (who: Who, expectedVersion: number, text: string) =>
    (await t.loginAs(who)).put<PrivateNotes>(`${item.path}/notes`, { expectedVersion, text });

  it('are kept for their author, sealed, and shown to nobody else', async () => {
    expect(expectStatus(await read('chair'), 200)).toEqual({ version: 0, text: '', savedAt: null });
    expect(expectStatus(await write('chair', 0, 'ملاحظتي وحدي'), 200)).toMatchObject({
      version: 1,
    });
    expect(expectStatus(await read('chair'), 200)).toMatchObject({
      version: 1,
      text: 'ملاحظتي وحدي',
    });
    expect(expectStatus(await read('deputy'), 200)).toMatchObject({ version: 0, text: '' });
    const rows = await t.crm.db('crm_private_notes').select<{ text_sealed: string }[]>('*');
    expect(JSON.stringify(rows)).not.toContain('ملاحظتي');
  });

  it('of two windows the second is told, whichever was first', async () => {
    const replies = await Promise.all(
      ['أولى', 'ثانية', 'ثالثة'].map((text) => write('deputy', 0, text)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const later = await Promise.all(['رابعة', 'خامسة'].map((text) => write('deputy', 1, text)));
    expect(later.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(expectStatus(await read('deputy'), 200)).toMatchObject({ version: 2 });
    expect((await write('deputy', -1, 'x')).status).toBe(422);
  });

  it('leave no event, and stand in no other answer', async () => {
    const types = (await eventsOf(item)).map(({ type }) => type);
    expect(types).toEqual([]);
    const chair = await t.loginAs('chair');
    const everywhere = [
      item.path,
      `${item.path}/discussion`,
      `${item.path}/dossier`,
      `/sessions/${item.session}`,
    ];
    for (const path of everywhere)
      expect([path, (await chair.get(path)).text.includes('ملاحظتي')]).toEqual([path, false]);
  });
});

describe('the discussion', () => {
  let item: Item;
  let observer: SignedIn;
  const seats = ['chair', 'deputy', 'secretary', 'member1', 'member2'] as const;
  const read = async (who: Who | SignedIn, of = item): Promise<Discussion> =>
    expectStatus(await (await signedIn(who)).get<Discussion>(`${of.path}/discussion`), 200);
  const say = async (who: Who | SignedIn, text: string, key?: string) =>
    (await signedIn(who)).post<Discussion>(`${item.path}/discussion`, { text }, idempotent(key));
  const words = ({ remarks }: Discussion) => remarks.map(({ text }) => text);
  const sit = async (...observers: SignedIn[]) => {
    const members = await Promise.all(seats.map((who) => t.loginAs(who)));
    await s.seat([
      ...members.map(({ id }, at) => {
        const seat = seats[at] ?? 'member1';
        return {
          seat: seat === 'member1' || seat === 'member2' ? ('member' as const) : seat,
          member: id,
        };
      }),
      ...observers.map(({ id }) => ({ seat: 'observer' as const, member: id })),
    ]);
  };

  beforeAll(async () => {
    observer = await s.newStaff('committee_member', 'observer');
    await sit(observer);
    item = await s.opened();
  });
  afterAll(() => sit());

  it('is one’s own until one has voted, so that nobody is led', async () => {
    expectStatus(await say('chair', 'أرى القبول'), 201);
    expectStatus(await say('deputy', 'أستفسر عن الإيجار'), 201);
    expect(await read('deputy')).toMatchObject({
      setting: 'after_vote',
      readsOthers: false,
      mayWrite: true,
    });
    expect(words(await read('deputy'))).toEqual(['أستفسر عن الإيجار']);
    expect(words(await read('member1'))).toEqual([]);
    expectStatus(await item.vote('member1', 'accept'), 201);
    expect(words(await read('member1'))).toEqual(['أرى القبول', 'أستفسر عن الإيجار']);
  });

  it('is heard by observers, who say nothing', async () => {
    expect(words(await read(observer))).toHaveLength(2);
    expect((await read(observer)).mayWrite).toBe(false);
    expect((await say(observer, 'كلمة')).status).toBe(403);
    const director = await t.loginAs('executive_director');
    expect(words(await read(director))).toEqual([]);
  });

  it('keeps what was said once for each click, sealed, and in the chain by its id alone', async () => {
    const key = randomUUID();
    expectStatus(await say('secretary', 'قولي مرة', key), 201);
    expectStatus(await say('secretary', 'قولي مرة', key), 201);
    expect(words(await read('secretary'))).toEqual(['قولي مرة']);
    const rows = await t.crm.db('crm_remarks').select();
    expect(JSON.stringify(rows)).not.toContain('قولي');
    const said = (await eventsOf(item)).filter(({ type }) => type === 'item.remark_made');
    expect(said).toHaveLength(3);
    expect(said.map(({ data }) => Object.keys(data ?? {}))).toEqual(said.map(() => ['remark']));
    const officer = await item.request.read();
    expect(JSON.stringify(officer.timeline)).not.toContain('المداولة');
  });

  it('is nothing to who declares a conflict, and over with the item', async () => {
    expectStatus(await item.step('member2', 'recusals', { ground: 'other' }), 201);
    const gone = await t.loginAs('member2');
    expect((await gone.get(`${item.path}/discussion`)).status).toBe(404);
    expect((await say('member2', 'كلمة')).status).toBe(404);
    expectStatus(await item.step('chair', 'close'), 200);
    expect(words(await read('deputy'))).toHaveLength(3);
    expect((await say('deputy', 'بعد الإقفال')).status).toBe(409);
  });

  it('is open from the start where the committee wants it so', async () => {
    const documents = t.strapi.documents(committeeUid) as unknown as {
      findFirst(query: object): Promise<{ documentId: string }>;
      update(entry: object): Promise<unknown>;
    };
    const { documentId } = await documents.findFirst({
      filters: { active: true, purpose: 'requests' },
    });
    await documents.update({ documentId, data: { discussion: 'before_vote' } });
    item = await s.opened();
    expectStatus(await say('chair', 'لنبدأ'), 201);
    expect(await read('member1')).toMatchObject({ setting: 'before_vote', readsOthers: true });
    expect(words(await read('member1'))).toEqual(['لنبدأ']);
    await documents.update({ documentId, data: { discussion: 'after_vote' } });
  });
});

describe('a declared conflict', () => {
  const conflicts = async (who: Who) =>
    expectStatus(await (await t.loginAs(who)).get<DeclaredConflict[]>('/committee/conflicts'), 200);
  const takeBack = async (who: Who, id: string) =>
    (await t.loginAs(who)).post(`/committee/conflicts/${id}/withdraw`, {
      reason: 'تبيّن أنه ليس قريبي',
    });
  const forget = () =>
    t.crm.db('crm_recusals').whereNull('withdrawn_at').update({ withdrawn_at: t.crm.now() });
  beforeEach(forget);

  it('stands in the next round, in its counts and for the vote', async () => {
    const one = await s.referred();
    const first = await s.opened(one);
    expectStatus(await first.step('member2', 'recusals', { ground: 'relative' }), 201);
    const { id: absent } = await t.loginAs('member1');
    expectStatus(
      await first.step('chair', 'attendance', { memberId: absent, state: 'absent' }),
      200,
    );
    expectStatus(await first.step('chair', 'close'), 200);
    const member = await t.loginAs('member2');
    const ready = async () =>
      expectStatus(await member.get<SessionList>('/sessions'), 200).plans.map((plan) => plan.ready);
    expect(await ready()).toEqual([0, 0]);
    const next = await s.onAgenda(one);
    expect((await next.read('member2')).status).toBe(404);
    expectStatus(await next.step('chair', 'open'), 200);
    expect((await next.vote('member2', 'accept')).status).toBe(404);
    const { members } = expectStatus(await next.read('chair'), 200) as AgendaItemDetail;
    expect(members.filter(({ recused }) => recused).map(({ memberId }) => memberId)).toEqual([
      member.id,
    ]);
  });

  it('is taken back before the item opens, with a reason that is kept; by nobody else', async () => {
    const item = await s.onAgenda();
    expectStatus(await item.step('member2', 'recusals', { ground: 'relative' }), 201);
    const [declared] = await conflicts('member2');
    expect(declared).toMatchObject({
      reference: item.request.receipt.reference,
      ground: 'relative',
    });
    expect(await conflicts('member1')).toEqual([]);
    expect((await takeBack('member1', declared?.id ?? '')).status).toBe(404);
    expectStatus(await takeBack('member2', declared?.id ?? ''), 200);
    expect((await takeBack('member2', declared?.id ?? '')).status).toBe(404);
    expect(await conflicts('member2')).toEqual([]);
    expectStatus(await item.read('member2'), 200);
    expect((await eventsOf(item)).map(({ type }) => type)).toEqual([
      'item.recused',
      'item.recusal_withdrawn',
    ]);
    expectStatus(await item.step('member2', 'recusals', { ground: 'interest' }), 201);
    expect((await item.read('member2')).status).toBe(404);
  });

  it('is not taken back once the item was opened, however the two meet', async () => {
    const item = await s.onAgenda();
    expectStatus(await item.step('member2', 'recusals', { ground: 'relative' }), 201);
    const [declared] = await conflicts('member2');
    const [opened, taken] = await Promise.all([
      item.step('chair', 'open'),
      takeBack('member2', declared?.id ?? ''),
    ]);
    expect(opened.status).toBe(200);
    expect([200, 409]).toContain(taken.status);
    const { members } = expectStatus(await item.read('chair'), 200) as AgendaItemDetail;
    const recused = members.some((member) => member.recused);
    expect(recused).toBe(taken.status === 409);
    if (taken.status === 409)
      expect((await takeBack('member2', declared?.id ?? '')).status).toBe(409);
  });

  it('goes on in the appeal, from the first request to it', async () => {
    const one = await s.referred();
    const item = await s.onAgenda(one);
    expectStatus(await item.step('member2', 'recusals', { ground: 'relative' }), 201);
    const seen = await t.crm.db.raw(`select crm_hidden_requests(?) as id`, [
      (await t.loginAs('member2')).id,
    ]);
    expect((seen as { rows: { id: string }[] }).rows.map(({ id }) => id)).toContain(one.id);
    for (const voter of ['chair', 'deputy', 'secretary', 'member1'] as const) {
      if (voter === 'chair') expectStatus(await item.step('chair', 'open'), 200);
      expectStatus(await item.vote(voter, 'reject'), 201);
    }
    const { id } = await t.loginAs('member2');
    expectStatus(await item.step('chair', 'attendance', { memberId: id, state: 'present' }), 200);
    expectStatus(await item.step('chair', 'close'), 200);
    expectStatus(await item.step('chair', 'decision', { reason: 'الدخل فوق حد الكفاية.' }), 200);
    expectStatus(await item.step('chair', 'release', { reason: 'طلبت الأسرة الجواب عاجلًا.' }), 200);
    await t.drain();
    const appeal = await s.appealed(one);
    const after = (await t.crm.db.raw(`select crm_hidden_requests(?) as id`, [id])) as {
      rows: { id: string }[];
    };
    expect(after.rows.map((row) => row.id)).toEqual(expect.arrayContaining([one.id, appeal.id]));
  });
});
