/** The minutes over HTTP: drafted, frozen, signed by those present each for what they read, and revised in versions. */
import { createHash } from 'node:crypto';
import type { MinutesView } from '../../src/plugins/beneficiary-crm/contracts/minutes';
import type {
  MyCommittee,
  SessionDetail,
} from '../../src/plugins/beneficiary-crm/contracts/sessions';
import { committeeUid } from '../../src/plugins/beneficiary-crm/server/src/committee/content-types';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { expectStatus, Item, reasonOfDecision, scenario } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
const everyone: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];

beforeAll(async () => {
  t = await bootCrm({ DATABASE_POOL_MAX: '6' });
  s = scenario(t);
  await Promise.all(everyone.map((who) => t.loginAs(who)));
}, 180_000);
afterAll(() => t?.stop());

const as = (who: Who | SignedIn) =>
  typeof who === 'string' ? t.loginAs(who) : Promise.resolve(who);

/** A session that is planned and attended; its items in the order of the agenda. */
async function attended(
  items = 1,
  states: Partial<Record<Who, 'absent'>> = {},
): Promise<{ id: string; items: Item[] }> {
  const cases = [];
  for (let nth = 0; nth < items; nth += 1) cases.push(await s.referred());
  const secretary = await t.loginAs('secretary');
  const session = expectStatus(
    await secretary.post<SessionDetail>('/sessions', {
      heldOn: '2026-11-25',
      time: '19:30',
      requests: cases.map(({ id }) => id),
    }),
    201,
  );
  const members = await Promise.all(
    everyone.map(async (who) => ({
      memberId: (await t.loginAs(who)).id,
      state: states[who] ?? 'present',
    })),
  );
  expectStatus(await secretary.post(`/sessions/${session.id}/attendance`, { members }), 200);
  return {
    id: session.id,
    items: cases.map((one) => {
      const found = session.agenda.find(({ requestId }) => requestId === one.id);
      return new Item(t, session.id, found?.id ?? '', one);
    }),
  };
}

/** Opens, votes, closes and decides. */
async function decide(
  item: Item,
  more: { voters?: Who[]; reservation?: string; chair?: Who } = {},
): Promise<void> {
  const { voters = everyone, chair = 'chair' } = more;
  expectStatus(await item.step(chair, 'open'), 200);
  for (const who of voters) {
    const reservation = who === 'member1' && more.reservation ? more.reservation : undefined;
    const choice = reservation ? 'reject' : 'accept';
    expectStatus(await item.vote(who, choice, reservation ? { reservation } : {}), 201);
  }
  expectStatus(await item.step(chair, 'close'), 200);
  expectStatus(await item.step(chair, 'decision', { reason: reasonOfDecision }), 200);
}

async function held(items = 1): Promise<{ id: string; items: Item[] }> {
  const session = await attended(items);
  for (const item of session.items) await decide(item);
  expectStatus(await (await t.loginAs('secretary')).post(`/sessions/${session.id}/minutes`), 200);
  return session;
}

const path = (id: string, name = '') => `/sessions/${id}/minutes${name}`;
const read = async (id: string, who: Who | SignedIn = 'secretary', query = '') =>
  expectStatus(await (await as(who)).get<MinutesView>(path(id, query)), 200);
const write = async (id: string, edit: number, body: object = {}, who: Who = 'secretary') =>
  (await t.loginAs(who)).put<MinutesView>(path(id), {
    expectedEdit: edit,
    opening: 'قُرئ محضر الجلسة السابقة.',
    closing: 'اختُتمت الجلسة.',
    summaries: [],
    ...body,
  });
async function submit(id: string): Promise<MinutesView> {
  const { edit } = await read(id);
  const secretary = await t.loginAs('secretary');
  return expectStatus(
    await secretary.post<MinutesView>(path(id, '/submit'), { expectedEdit: edit }),
    200,
  );
}
/** Reads, and signs what was read. */
async function sign(id: string, who: Who | SignedIn, more: { hash?: string } = {}) {
  const member = await as(who);
  const { version, hash } = await read(id, member);
  return member.post<MinutesView>(path(id, '/sign'), { version, hash: more.hash ?? hash });
}
const signaturesOf = (id: string) =>
  t.crm
    .db('crm_minutes_signatures as g')
    .join('crm_minutes as m', 'm.id', 'g.minutes_id')
    .where('m.session_id', id)
    .select<{ version: number; member_id: number; hash: string; state: string; whole: string }[]>(
      'm.version',
      'g.member_id',
      'g.hash',
      'm.state',
      'm.hash as whole',
    );

describe('a draft', () => {
  it('is written by itself when the session ends, and not before', async () => {
    const session = await attended(2);
    const [one, two] = session.items;
    if (!one || !two) throw new Error('there are two items');
    await decide(one);
    await t.drain();
    const secretary = await t.loginAs('secretary');
    expect((await secretary.get(path(session.id))).status).toBe(404);
    expect((await secretary.post(path(session.id))).status).toBe(409);
    await decide(two, { reservation: 'أرى أن الحاجة موسمية.' });
    await t.drain();
    const minutes = await read(session.id);
    expect(minutes).toMatchObject({
      version: 1,
      state: 'draft',
      hash: null,
      session: { hijriYear: 1448, time: '19:30' },
      absent: [],
      apologies: [],
      may: { edit: true, submit: true, sign: false, revise: false },
    });
    expect(minutes.present).toHaveLength(5);
    expect(minutes.items.map(({ reference }) => reference)).toEqual([
      one.request.receipt.reference,
      two.request.receipt.reference,
    ]);
    expect(minutes.items[1]).toMatchObject({
      outcome: 'accepted',
      decision: reasonOfDecision,
      reservations: [{ text: 'أرى أن الحاجة موسمية.' }],
    });
    expect(minutes.items[1]?.votes.map(({ choice }) => choice).sort()).toEqual([
      'accept',
      'accept',
      'accept',
      'accept',
      'reject',
    ]);
    expect(minutes.items[1]?.result.join(' ')).toMatch(/5/);
    expect((await read(session.id, 'secretary', '?locale=en')).items[1]?.result.join(' ')).toMatch(
      /5 of 5/,
    );
  });

  it('names who excused themselves with the reason, who was absent, and that there was no quorum', async () => {
    const session = await attended(1, { member1: 'absent', member2: 'absent' });
    const member = await t.loginAs('member2');
    expectStatus(await member.post(`/sessions/${session.id}/apologies`, { reason: 'سفر' }), 200);
    const [item] = session.items;
    expectStatus((await item?.step('chair', 'open')) ?? never(), 200);
    expectStatus((await item?.step('chair', 'close')) ?? never(), 200);
    await t.drain();
    const minutes = await read(session.id);
    expect(minutes.apologies).toMatchObject([{ seat: 'member', reason: 'سفر' }]);
    expect(minutes.absent).toHaveLength(1);
    expect(minutes.present).toHaveLength(3);
    expect(minutes.items).toMatchObject([{ outcome: 'no_quorum', decision: null }]);
    // Who was there for the session signs; who was not does not.
    await submit(session.id);
    const { hash, version } = await read(session.id, member);
    expect((await member.post(path(session.id, '/sign'), { version, hash })).status).toBe(403);
    for (const who of ['chair', 'deputy', 'secretary'] as const)
      expectStatus(await sign(session.id, who), 200);
    expect(await read(session.id)).toMatchObject({ state: 'signed' });
  });

  it('is edited by who keeps the minutes, on what they have read, and by nobody else', async () => {
    const { id, items } = await held();
    expect((await write(id, 0, {}, 'member1')).status).toBe(403);
    const item = items[0]?.id;
    const text = 'بحثت اللجنة حال الأسرة.';
    const saved = expectStatus(await write(id, 0, { summaries: [{ item, text }] }), 200);
    expect(saved).toMatchObject({ edit: 1, opening: 'قُرئ محضر الجلسة السابقة.' });
    expect(saved.items[0]?.summary).toBe(text);
    expect((await write(id, 0)).status).toBe(409);
    expectStatus(await write(id, 1, {}, 'chair'), 200);
    expect((await read(id)).items[0]?.summary).toBe(text);
    const foreign = '6d9c9d7e-3c6c-4a1b-9d5e-1f1e1c1b1a19';
    expect((await write(id, 2, { summaries: [{ item: foreign, text }] })).status).toBe(404);
    const { rows } = (await t.crm.db.raw(
      `select written_sealed from crm_minutes where session_id = ?`,
      [id],
    )) as { rows: { written_sealed: string }[] };
    expect(rows[0]?.written_sealed).not.toContain('بحثت');
  });
});

const never = (): never => {
  throw new Error('there is an item');
};

/** JSON with sorted keys, written here again: what others count the hash with. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
const sha = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex');
async function recounted(id: string, who: Who): Promise<{ hash: string; text: string }> {
  const reply = await (await t.loginAs(who)).get<{ body: { items: unknown[] } }>(path(id, '/body'));
  const { items, ...frame } = expectStatus(reply, 200).body;
  return { hash: sha({ ...frame, items: items.map(sha) }), text: reply.text };
}

describe('signing', () => {
  it('is done by each of those present from the own account, to a hash that anybody can recount', async () => {
    const { id } = await held();
    const submitted = await submit(id);
    expect(submitted).toMatchObject({
      state: 'signing',
      hash: (await recounted(id, 'chair')).hash,
    });
    const director = await t.loginAs('executive_director');
    const { hash, version } = await read(id, director);
    expect((await director.post(path(id, '/sign'), { version, hash })).status).toBe(403);
    expect((await sign(id, 'chair', { hash: '0'.repeat(64) })).status).toBe(409);
    for (const who of everyone) {
      const mine = (await (await t.loginAs(who)).get<MyCommittee>('/committee/mine')).data;
      expect(mine.toSign.some(({ session }) => session.id === id)).toBe(true);
      expectStatus(await sign(id, who), 200);
      expect((await sign(id, who)).status).toBe(409);
    }
    const signed = await read(id);
    expect(signed.state).toBe('signed');
    expect(signed.signatures.map(({ signedAt }) => signedAt !== null)).toEqual(Array(5).fill(true));
    const ids = await Promise.all(everyone.map(async (who) => (await t.loginAs(who)).id));
    const rows = await signaturesOf(id);
    expect(rows.map(({ member_id: member }) => member).sort()).toEqual([...ids].sort());
    expect(new Set(rows.map((row) => row.hash))).toEqual(new Set([submitted.hash]));
    const events = await t.crm.db('crm_events').where({ type: 'minutes.signed' });
    expect(events.map(({ actor_id: actor }) => Number(actor))).toEqual(expect.arrayContaining(ids));
  });

  it('is not for an observer, who is present and has no vote', async () => {
    const observer = await s.newStaff('committee_member', 'observer');
    const seats = await Promise.all(
      everyone.map(async (who) => ({
        seat: who === 'member1' || who === 'member2' ? ('member' as const) : (who as 'chair'),
        member: (await t.loginAs(who)).id,
      })),
    );
    await s.seat([...seats, { seat: 'observer', member: observer.id }]);
    try {
      const session = await attended();
      const secretary = await t.loginAs('secretary');
      const members = [{ memberId: observer.id, state: 'present' }];
      expectStatus(await secretary.post(`/sessions/${session.id}/attendance`, { members }), 200);
      for (const item of session.items) await decide(item);
      await t.drain();
      const { present, signatures } = await submit(session.id);
      expect(present.map(({ seat }) => seat)).toContain('observer');
      expect(signatures.map(({ seat }) => seat)).not.toContain('observer');
      expect((await sign(session.id, observer)).status).toBe(403);
    } finally {
      await s.seat(seats);
    }
  });

  it('of a member with a conflict covers what that member reads, and tells of nothing else', async () => {
    const session = await attended(3);
    const [, hidden] = session.items;
    if (!hidden) throw new Error('there are three items');
    const reason = 'صاحب الطلب ابن عمي';
    expectStatus(await hidden.step('deputy', 'recusals', { ground: 'relative', reason }), 201);
    for (const item of session.items)
      await decide(item, {
        voters: item === hidden ? everyone.filter((who) => who !== 'deputy') : everyone,
      });
    await t.drain();
    const whole = await submit(session.id);
    expect(whole.items[1]?.recusals).toMatchObject([{ seat: 'deputy', ground: 'relative' }]);
    expect(whole.signatures.find(({ seat }) => seat === 'deputy')?.without).toEqual([2]);
    expect(JSON.stringify(whole)).not.toContain(reason);

    const deputy = await t.loginAs('deputy');
    const own = await read(session.id, deputy);
    expect(own.items.map(({ position }) => position)).toEqual([1, 2]);
    const { hash, text } = await recounted(session.id, 'deputy');
    expect(own.hash).toBe(hash);
    expect(own.hash).not.toBe(whole.hash);
    for (const seen of [JSON.stringify(own), text])
      for (const word of [hidden.id, hidden.request.receipt.reference, hidden.request.id])
        expect(seen).not.toContain(word);
    expect(own.signatures.flatMap(({ without }) => without)).toEqual([]);
    // The whole is nothing that this member could sign, and the rendition nothing for the others.
    expect((await sign(session.id, deputy, { hash: whole.hash ?? '' })).status).toBe(409);
    expect((await sign(session.id, 'chair', { hash })).status).toBe(409);
    for (const who of everyone) expectStatus(await sign(session.id, who), 200);
    const rows = await signaturesOf(session.id);
    expect(rows.filter((row) => row.hash === hash).map((row) => row.member_id)).toEqual([
      deputy.id,
    ]);
    expect((await read(session.id)).state).toBe('signed');

    // Neither does the hidden item's discussion go away when that member writes.
    const revised = { expectedVersion: 1, reason: 'تصحيح' };
    expectStatus(await deputy.post(path(session.id, '/revise'), revised), 200);
    const item = hidden.id;
    expect(
      (await write(session.id, 0, { summaries: [{ item, text: 'x' }] }, 'deputy')).status,
    ).toBe(404);
    expectStatus(await write(session.id, 0, { summaries: [{ item, text: 'نوقش' }] }), 200);
    expectStatus(await write(session.id, 1, {}, 'deputy'), 200);
    expect((await read(session.id)).items[1]?.summary).toBe('نوقش');
  });

  it('names nobody’s choice where ballots are secret, and the author of a reservation', async () => {
    const documents = t.strapi.documents(committeeUid) as unknown as {
      findFirst(query: object): Promise<{ documentId: string }>;
      update(entry: object): Promise<unknown>;
    };
    const { documentId } = await documents.findFirst({
      filters: { active: true, purpose: 'requests' },
    });
    await documents.update({ documentId, data: { secrecy: 'secret' } });
    try {
      const session = await attended();
      for (const item of session.items) await decide(item, { reservation: 'أرى التأني.' });
      await t.drain();
      const minutes = await submit(session.id);
      expect(minutes.items[0]).toMatchObject({
        votes: [],
        reservations: [{ text: 'أرى التأني.' }],
      });
      const chair = await t.loginAs('chair');
      for (const name of ['', '/body']) {
        const { text } = await chair.get(path(session.id, name));
        expect(text).not.toMatch(/"choice"|"accept"|"reject"/);
      }
    } finally {
      await documents.update({ documentId, data: { secrecy: 'named_after' } });
    }
  });
});

describe('a version', () => {
  it('that nobody has signed is a draft again when it is edited, and its hash holds no more', async () => {
    const { id } = await held();
    const { hash, version } = await submit(id);
    const edited = expectStatus(await write(id, 0), 200);
    expect(edited).toMatchObject({ state: 'draft', hash: null, version: 1 });
    const chair = await t.loginAs('chair');
    expect((await chair.post(path(id, '/sign'), { version, hash })).status).toBe(409);
    const again = await submit(id);
    expect(again.hash).not.toBe(hash);
    expect((await chair.post(path(id, '/sign'), { version, hash })).status).toBe(409);
    expectStatus(await sign(id, chair), 200);
  });

  it('that somebody signed stays as it is: a change is a new version, signed anew', async () => {
    const { id } = await held();
    const first = await submit(id);
    expectStatus(await sign(id, 'chair'), 200);
    const refused = await write(id, 0);
    expect([refused.status, refused.error.details.code]).toEqual([409, 'error.minutes_signed']);
    const member = await t.loginAs('member1');
    const reason = 'سقط اسم أحد الحاضرين';
    const revise = { expectedVersion: 1, reason };
    expect((await member.post(path(id, '/revise'), revise)).status).toBe(403);
    const secretary = await t.loginAs('secretary');
    expectStatus(await secretary.post(path(id, '/revise'), revise), 200);
    expect((await secretary.post(path(id, '/revise'), revise)).status).toBe(409);
    expectStatus(await write(id, 0), 200);
    const second = await submit(id);
    expect(second).toMatchObject({ version: 2, state: 'signing', superseded: false });
    expect(second.hash).not.toBe(first.hash);
    expect(second.signatures.every(({ signedAt }) => signedAt === null)).toBe(true);
    expect(second.versions).toMatchObject([
      { version: 2, reason, signatures: 0 },
      { version: 1, superseded: true, signatures: 1 },
    ]);
    const old = await read(id, 'member1', '?version=1');
    expect(old).toMatchObject({ hash: first.hash, superseded: true, opening: first.opening });
    expect(old.may).toEqual({ edit: false, submit: false, sign: false, revise: false });
    expect((await member.get(path(id, '?version=3'))).status).toBe(404);
    expectStatus(await sign(id, 'chair'), 200);
  });

  it('is never signed and edited at the same moment', async () => {
    const { id } = await held();
    for (let round = 0; round < 12; round += 1) {
      const { version, edit, hash } = await submit(id);
      const members = await Promise.all(everyone.map((who) => t.loginAs(who)));
      const [edited, ...signed] = await Promise.all([
        write(id, edit, { opening: `نص الجولة ${round}` }),
        ...members.map((member) => member.post(path(id, '/sign'), { version, hash })),
      ]);
      const rows = (await signaturesOf(id)).filter((row) => row.version === version);
      const accepted = signed.filter(({ status }) => status === 200).length;
      const state = (await read(id)).state;
      expect([...signed.map(({ status }) => status), edited.status]).not.toContain(500);
      if (edited.status === 200) {
        expect({ accepted, rows: rows.length, state }).toEqual({
          accepted: 0,
          rows: 0,
          state: 'draft',
        });
      } else {
        expect(accepted).toBe(5);
        expect({ rows: rows.length, state }).toEqual({ rows: 5, state: 'signed' });
        expect(new Set(rows.map((row) => row.hash))).toEqual(new Set([hash]));
        const secretary = await t.loginAs('secretary');
        const revise = { expectedVersion: version, reason: 'جولة أخرى' };
        expectStatus(await secretary.post(path(id, '/revise'), revise), 200);
      }
    }
  });

  it('is put on paper for each reader, on record', async () => {
    const { id } = await held();
    for (const [who, query] of [
      ['chair', ''],
      ['member1', '?locale=en'],
    ] as const) {
      const paper = await (await t.loginAs(who)).get(path(id, `/pdf${query}`));
      expect([paper.status, paper.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
      expect(paper.headers.get('content-type')).toContain('application/pdf');
    }
    const printed = await t.crm
      .db('crm_events')
      .where({ type: 'minutes.printed', subject_id: id })
      .pluck('actor_kind');
    expect(printed).toEqual(['staff', 'staff']);
    const officer = await t.loginAs('relations_officer');
    expect((await officer.get(path(id))).status).toBe(403);
  });
});
