/** A committee's sessions: numbered, limited by time, put in order, invited to once, called off. */
import type {
  MyCommittee,
  ProjectorView,
  ReadyList,
  SessionDetail,
} from '../../src/plugins/beneficiary-crm/contracts/sessions';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { issuesOf } from '../support/http';
import { expectStatus, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;
const everyone: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];

beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({
    SMTP_URL: smtp.url,
    MAIL_FROM: 'association@example.org',
    DATABASE_POOL_MAX: '6',
  });
  s = scenario(t);
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});
/** What one test leaves ready is nothing to the next. */
afterEach(() =>
  t.crm.db.raw(`update crm_requests set status = 'withdrawn' where status = 'committee'`),
);

const secretary = () => t.loginAs('secretary');
async function plan(body: object = {}): Promise<SessionDetail> {
  const reply = await (
    await secretary()
  ).post<SessionDetail>('/sessions', {
    heldOn: '2026-11-25',
    ...body,
  });
  return expectStatus(reply, 201);
}
const ready = async (who: Who = 'secretary') =>
  expectStatus(await (await t.loginAs(who)).get<ReadyList>('/sessions/ready'), 200).requests;
const several = async (count: number): Promise<Case[]> => {
  const cases: Case[] = [];
  for (let nth = 0; nth < count; nth += 1) cases.push(await s.referred());
  return cases;
};
const order = ({ agenda }: SessionDetail) => agenda.map(({ requestId }) => requestId);
const read = async (id: string, who: Who = 'secretary') =>
  expectStatus(await (await t.loginAs(who)).get<SessionDetail>(`/sessions/${id}`), 200);

describe('a session', () => {
  it('has a number of its committee in the Hijri year, both dates, a time and a place', async () => {
    await several(2);
    const [first] = await ready();
    const one = await plan({
      requests: [first?.requestId],
      time: '19:30',
      place: 'قاعة الاجتماعات',
      minutes: 90,
    });
    expect(one).toMatchObject({
      hijriYear: 1448,
      dates: { gregorian: '25 نوفمبر 2026', hijri: '15 جمادى الآخرة 1448هـ' },
      time: '19:30',
      place: 'قاعة الاجتماعات',
      minutes: 90,
      form: 'room',
      status: 'planned',
      version: 1,
    });
    const two = await plan({ heldOn: '2026-11-30' });
    expect([two.hijriYear, two.ordinal]).toEqual([1448, one.ordinal + 1]);
  });

  it('of another Hijri year begins at one again', async () => {
    await several(1);
    const one = await plan({ heldOn: '2027-06-20' });
    expect([one.hijriYear, one.ordinal]).toEqual([1449, 1]);
  });

  it('is numbered without a gap or a double when many plan at once', async () => {
    const cases = await several(6);
    const officer = await t.loginAs('relations_officer');
    const made = await Promise.all(
      cases.map(({ id }) =>
        officer.post<SessionDetail>('/sessions', { heldOn: '2029-01-05', requests: [id] }),
      ),
    );
    const numbers = made.map((reply) => expectStatus(reply, 201).ordinal);
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is refused where a word is missing or makes no sense', async () => {
    await several(1);
    const staff = await secretary();
    const tried = async (body: object) => {
      const reply = await staff.post('/sessions', { heldOn: '2026-11-25', ...body });
      return [reply.status, ...issuesOf(reply)];
    };
    expect(await tried({ form: 'circulation' })).toEqual([422, 'closesAt: required']);
    expect(await tried({ closesAt: '2026-12-01T09:00:00Z' })).toEqual([422, 'closesAt: not_asked']);
    expect(await tried({ form: 'circulation', closesAt: '2026-10-01T09:00:00Z' })).toEqual([
      422,
      'closesAt: deadline_past',
    ]);
    expect(await tried({ time: '25:00' })).toEqual([422, 'time: format']);
    expect(await tried({ committee: 'nobody' })).toEqual([422, 'committee: option']);
    expect((await tried({ requests: ['6d9c9d7e-3c6c-4a1b-9d5e-1f1e1c1b1a19'] }))[0]).toBe(409);
    expect(await ready()).toHaveLength(1);
  });

  it('is planned by who leads or prepares, and by no other member', async () => {
    await several(1);
    const member = await t.loginAs('member1');
    expect((await member.post('/sessions', { heldOn: '2026-11-25' })).status).toBe(403);
    const one = await plan();
    const paths: [string, object][] = [
      ['cancel', { reason: 'لا موعد' }],
      ['invitations', { expectedVersion: 1 }],
      ['attendance', { members: [{ memberId: member.id, state: 'present' }] }],
    ];
    for (const [name, body] of paths)
      expect([name, (await member.post(`/sessions/${one.id}/${name}`, body)).status]).toEqual([
        name,
        403,
      ]);
    const agenda = { expectedVersion: 1, items: [] };
    expect((await member.put(`/sessions/${one.id}/agenda`, agenda)).status).toBe(403);
  });
});

describe('the agenda', () => {
  it('is filled by promise until the time is used up', async () => {
    const cases = await several(5);
    for (const [nth, one] of cases.entries())
      await t.crm
        .db('crm_requests')
        .where({ id: one.id })
        .update({ due_latest: new Date(Date.UTC(2026, 11, 20 - nth)) });
    const soonest = [...cases].reverse().map(({ id }) => id);
    expect((await ready()).map(({ requestId }) => requestId)).toEqual(soonest);
    const one = await plan({ minutes: 35 });
    expect(order(one)).toEqual(soonest.slice(0, 3));
    expect(one.planned).toBe(30);
    expect((await ready()).map(({ requestId }) => requestId)).toEqual(soonest.slice(3));
  });

  it('puts first what an earlier session had no quorum for', async () => {
    const [item] = [await s.opened()];
    expectStatus(await item.step('chair', 'close'), 200);
    const later = await s.referred();
    await t.crm
      .db('crm_requests')
      .where({ id: later.id })
      .update({ due_latest: new Date('2026-11-02') });
    expect((await ready()).map(({ requestId, carriedOver }) => [requestId, carriedOver])).toEqual([
      [item.request.id, true],
      [later.id, false],
    ]);
    const next = await plan();
    expect(next.agenda.map(({ carriedOver }) => carriedOver)).toEqual([true, false]);
  });

  it('is put in order, added to and taken from in one step, on the version that was seen', async () => {
    const cases = await several(4);
    const [a, b, c, d] = cases.map(({ id }) => id);
    const one = await plan({ requests: [a, b, c] });
    const staff = await secretary();
    const put = (expectedVersion: number, items: object[]) =>
      staff.put<SessionDetail>(`/sessions/${one.id}/agenda`, { expectedVersion, items });
    const changed = expectStatus(
      await put(1, [{ request: d, minutes: 25 }, { request: c }, { request: a }]),
      200,
    );
    expect(order(changed)).toEqual([d, c, a]);
    expect([changed.version, changed.planned]).toEqual([2, 45]);
    expect((await ready()).map(({ requestId }) => requestId)).toEqual([b]);
    expect((await put(1, [{ request: a }])).status).toBe(409);
    expect((await put(2, [{ request: a }, { request: a }])).status).toBe(409);
    // Taken off, it may stand on another agenda, and then on none else.
    await plan({ requests: [b] });
    expect((await put(2, [{ request: a }, { request: b }])).status).toBe(409);
    expect(order(await read(one.id))).toEqual([d, c, a]);
  });

  it('leaves where they are what was opened and what the one who orders it may not know', async () => {
    const cases = await several(4);
    const [a, b, c, d] = cases.map(({ id }) => id);
    const one = await plan({ requests: [a, b, c, d] });
    const itemOf = (request?: string) =>
      one.agenda.find(({ requestId }) => requestId === request)?.id;
    const path = `/sessions/${one.id}`;
    const staff = await secretary();
    expectStatus(
      await staff.post(`${path}/items/${itemOf(c)}/recusals`, { ground: 'relative' }),
      201,
    );
    expectStatus(await (await t.loginAs('chair')).post(`${path}/items/${itemOf(a)}/open`), 200);
    expect((await read(one.id)).agenda.map(({ position }) => position)).toEqual([1, 2, 3]);
    const items = [{ request: d }, { request: b }];
    const seen = expectStatus(
      await staff.put<SessionDetail>(`${path}/agenda`, { expectedVersion: 1, items }),
      200,
    );
    expect(order(seen)).toEqual([a, d, b]);
    expect(order(await read(one.id, 'chair'))).toEqual([a, d, c, b]);
    // What is hidden cannot be named, whoever guesses its id.
    const guess = { expectedVersion: 2, items: [{ request: c }, ...items] };
    expect((await staff.put(`${path}/agenda`, guess)).status).toBe(409);
    const opened = { expectedVersion: 2, items: [...items, { request: a }] };
    expect((await staff.put(`${path}/agenda`, opened)).status).toBe(409);
  });

  it('is planned alike by somebody with a conflict, whether or not there is something hidden', async () => {
    const item = await s.opened();
    const staff = await secretary();
    expectStatus(await item.step(staff, 'recusals', { ground: 'interest' }), 201);
    expectStatus(await item.step('chair', 'close'), 200);
    expect(await ready()).toEqual([]);
    expect((await staff.post('/sessions', { heldOn: '2026-11-25' })).status).toBe(409);
    const [other] = await several(1);
    const one = await plan({ minutes: 10 });
    expect(order(one)).toEqual([other?.id]);
    // It is on the agenda of the others all the same, first.
    expect(order(await read(one.id, 'chair'))).toEqual([item.request.id, other?.id]);
  });

  it('of two who change it at the same moment one is told to look again', async () => {
    const cases = await several(3);
    const [a, b, c] = cases.map(({ id }) => id);
    const one = await plan({ requests: [a, b] });
    const officer = await t.loginAs('relations_officer');
    const statuses = await Promise.all(
      [await secretary(), officer, await t.loginAs('chair')].map(async (staff, nth) => {
        const items = [{ request: nth === 0 ? b : a }, { request: c }];
        return (await staff.put(`/sessions/${one.id}/agenda`, { expectedVersion: 1, items }))
          .status;
      }),
    );
    expect(statuses.sort()).toEqual([200, 409, 409]);
    expect((await read(one.id)).version).toBe(2);
  });
});

describe('attendance and apologies', () => {
  it('is taken once, for every item that is not open yet and those added later', async () => {
    const cases = await several(3);
    const [a, b, c] = cases.map(({ id }) => id);
    const one = await plan({ requests: [a, b] });
    const ids = await Promise.all(everyone.map(async (who) => (await t.loginAs(who)).id));
    const [, , , , away] = ids;
    const staff = await secretary();
    const taken = expectStatus(
      await staff.post<SessionDetail>(`/sessions/${one.id}/attendance`, {
        members: ids.map((memberId) => ({
          memberId,
          state: memberId === away ? 'absent' : 'present',
        })),
      }),
      200,
    );
    expect(taken.members.map(({ attendance }) => attendance)).toEqual([
      'present',
      'present',
      'present',
      'present',
      'absent',
    ]);
    const items = [{ request: a }, { request: b }, { request: c }];
    expectStatus(await staff.put(`/sessions/${one.id}/agenda`, { expectedVersion: 1, items }), 200);
    const rows = await t.crm
      .db('crm_attendance as a')
      .join('crm_agenda_items as i', 'i.id', 'a.item_id')
      .where({ 'i.session_id': one.id, 'a.member_id': away })
      .pluck('a.state');
    expect(rows).toEqual(['absent', 'absent', 'absent']);
    const stranger = { members: [{ memberId: 999_999, state: 'present' }] };
    expect(issuesOf(await staff.post(`/sessions/${one.id}/attendance`, stranger))).toEqual([
      'members.0.memberId: option',
    ]);
  });

  it('an apology is one’s own, has a reason, and can be taken back', async () => {
    await several(1);
    const one = await plan({ heldOn: '2026-11-02' });
    const member = await t.loginAs('member1');
    const path = `/sessions/${one.id}/apologies`;
    const given = expectStatus(await member.post<SessionDetail>(path, { reason: 'سفر' }), 200);
    expect(given.members.find(({ me }) => me)?.apology).toMatchObject({ reason: 'سفر' });
    const mine = await member.get<MyCommittee>('/committee/mine');
    expect(mine.data.next.find(({ id }) => id === one.id)).toMatchObject({ apologised: true });
    const back = expectStatus(await member.post<SessionDetail>(`${path}/withdraw`), 200);
    expect(back.members.find(({ me }) => me)?.apology).toBeNull();
    expect((await member.post(`${path}/withdraw`)).status).toBe(409);
    const stranger = await t.loginAs('appeals-chair');
    expect((await stranger.post(path)).status).toBe(403);
  });
});

describe('invitations', () => {
  const at = (date: string, time: string) => t.setNow(new Date(`${date}T${time}:00+03:00`));
  beforeEach(() => at('2026-11-01', '12:00'));
  afterEach(() => at('2026-11-01', '12:00'));
  const mailsTo = async (who: Who) => smtp.to((await t.loginAs(who)).email);

  it('go to every member with the own agenda, once for each version, without a name', async () => {
    const cases = await several(2);
    const [a, b] = cases;
    const one = await plan({ requests: [a?.id, b?.id], time: '19:30', place: 'قاعة الاجتماعات' });
    const hidden = one.agenda.find(({ requestId }) => requestId === b?.id);
    const deputy = await t.loginAs('deputy');
    expectStatus(
      await deputy.post(`/sessions/${one.id}/items/${hidden?.id}/recusals`, { ground: 'relative' }),
      201,
    );
    expect(one.invitations).toMatchObject({ sentVersion: null, due: true });
    const staff = await secretary();
    const invite = (expectedVersion: number) =>
      staff.post<SessionDetail>(`/sessions/${one.id}/invitations`, { expectedVersion });
    expectStatus(await invite(1), 200);
    await t.drain();
    const [mail] = await mailsTo('chair');
    expect(mail?.subject).toContain('1448');
    for (const word of [a?.receipt.reference, b?.receipt.reference, 'قاعة الاجتماعات', '19:30'])
      expect(mail?.text).toContain(word);
    for (const word of [a?.sent?.applicant.name, a?.sent?.applicant.phone])
      expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain(word);
    const [own] = await mailsTo('deputy');
    expect(own?.text).toContain(a?.receipt.reference);
    expect(own?.text).not.toContain(b?.receipt.reference);
    for (const who of everyone) expect([who, (await mailsTo(who)).length]).toEqual([who, 1]);
    expect((await invite(1)).status).toBe(409);
    expect((await read(one.id)).invitations).toMatchObject({ due: false, sent: 5, failed: 0 });

    const items = [{ request: b?.id }, { request: a?.id }];
    const staffs = await t.loginAs('chair');
    const changed = expectStatus(
      await staffs.put<SessionDetail>(`/sessions/${one.id}/agenda`, { expectedVersion: 1, items }),
      200,
    );
    expect(changed.invitations).toMatchObject({ sentVersion: 1, due: true });
    expect((await invite(1)).status).toBe(409);
    expectStatus(await invite(2), 200);
    await t.drain();
    expect(await mailsTo('chair')).toHaveLength(2);
  });

  it('never go out at night, and not at all once the agenda has changed meanwhile', async () => {
    const [a, b] = await several(2);
    const one = await plan({ requests: [a?.id, b?.id] });
    const before = (await mailsTo('member1')).length;
    const staff = await secretary();
    at('2026-11-01', '22:00');
    expectStatus(await staff.post(`/sessions/${one.id}/invitations`, { expectedVersion: 1 }), 200);
    await sendWaiting();
    expect(await mailsTo('member1')).toHaveLength(before);
    const items = [{ request: b?.id }];
    expectStatus(await staff.put(`/sessions/${one.id}/agenda`, { expectedVersion: 1, items }), 200);
    expectStatus(await staff.post(`/sessions/${one.id}/invitations`, { expectedVersion: 2 }), 200);
    at('2026-11-02', '08:30');
    await sendWaiting();
    const mails = (await mailsTo('member1')).slice(before);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(b?.receipt.reference);
    expect(mails[0]?.text).not.toContain(a?.receipt.reference);
  });

  /** What the worker does at the opening: its own clock is not the one that the tests move. */
  async function sendWaiting(workers = 1): Promise<void> {
    const job = t.crm.rooms.find(({ name }) => name === 'committee')?.jobs?.mail_session;
    const rows = await t.crm
      .db('crm_session_mails')
      .where({ mail: 'waiting' })
      .pluck<string[]>('id');
    await Promise.all(
      rows.flatMap((mail) => Array.from({ length: workers }, () => job?.(t.crm, { mail }))),
    );
  }

  it('go out once, however many workers take them', async () => {
    await several(1);
    const one = await plan();
    const before = (await mailsTo('member2')).length;
    at('2026-11-01', '22:00');
    const staff = await secretary();
    expectStatus(await staff.post(`/sessions/${one.id}/invitations`, { expectedVersion: 1 }), 200);
    at('2026-11-02', '09:00');
    await sendWaiting(6);
    expect(await mailsTo('member2')).toHaveLength(before + 1);
  });

  it('that an address refuses are asked for again, of that member alone', async () => {
    await several(1);
    const one = await plan();
    const { email } = await t.loginAs('member1');
    const [before, others] = [smtp.to(email).length, (await mailsTo('chair')).length];
    smtp.fates.set(email, 'refused');
    const staff = await secretary();
    const invite = () =>
      staff.post<SessionDetail>(`/sessions/${one.id}/invitations`, { expectedVersion: 1 });
    expectStatus(await invite(), 200);
    await t.drain();
    expect((await read(one.id)).invitations).toMatchObject({ sent: 4, failed: 1 });
    smtp.fates.delete(email);
    expectStatus(await invite(), 200);
    await t.drain();
    expect(smtp.to(email)).toHaveLength(before + 1);
    expect(await mailsTo('chair')).toHaveLength(others + 1);
  });
});

describe('a session that is called off', () => {
  it('gives its requests back, tells the invited, and takes nothing more', async () => {
    const [a] = await several(1);
    const one = await plan();
    const staff = await secretary();
    expectStatus(await staff.post(`/sessions/${one.id}/invitations`, { expectedVersion: 1 }), 200);
    await t.drain();
    const reason = 'تعذّر اجتماع الأعضاء في هذا اليوم';
    const gone = expectStatus(
      await staff.post<SessionDetail>(`/sessions/${one.id}/cancel`, { reason }),
      200,
    );
    expect(gone).toMatchObject({
      status: 'cancelled',
      cancelled: { reason },
      may: { keep: false },
    });
    await t.drain();
    const mail = smtp.to((await t.loginAs('chair')).email).at(-1);
    expect(mail?.subject).toContain('إلغاء');
    expect(mail?.text).toContain(reason);
    expect((await ready()).map(({ requestId }) => requestId)).toEqual([a?.id]);
    const agenda = { expectedVersion: 1, items: [] };
    expect((await staff.put(`/sessions/${one.id}/agenda`, agenda)).status).toBe(409);
    expect((await staff.post(`/sessions/${one.id}/cancel`, { reason })).status).toBe(409);
    const item = one.agenda[0]?.id;
    expect(
      (await (await t.loginAs('chair')).post(`/sessions/${one.id}/items/${item}/open`)).status,
    ).toBe(409);
  });

  it('is not called off once an item was opened', async () => {
    const item = await s.opened();
    const staff = await secretary();
    const reply = await staff.post(`/sessions/${item.session}/cancel`, { reason: 'لا موعد' });
    expect([reply.status, reply.error.details.code]).toEqual([409, 'error.session_begun']);
  });
});

describe('on the wall and on the phone', () => {
  it('the projector shows how far the session is, without a name and without a choice', async () => {
    const item = await s.opened();
    expectStatus(await item.vote('chair', 'reject'), 201);
    const path = `/sessions/${item.session}/projector`;
    const chair = await t.loginAs('chair');
    const reply = await chair.get<ProjectorView>(path);
    const wall = expectStatus(reply, 200);
    expect(wall.current).toBe(item.id);
    expect(wall.items).toMatchObject([
      { reference: item.request.receipt.reference, turnout: { voted: 1, mayVote: 5 } },
    ]);
    expect(reply.text).not.toContain(item.request.sent?.applicant.name);
    expect(reply.text).not.toMatch(/"reject"|"accept"/);
    expectStatus(await item.step('deputy', 'recusals', { ground: 'other' }), 201);
    const other = await (await t.loginAs('deputy')).get<ProjectorView>(path);
    expect(other.text).not.toContain(item.request.receipt.reference);
  });

  it('a member finds what waits for the own vote, and what was voted on', async () => {
    const item = await s.opened();
    const member = await t.loginAs('member1');
    const mine = async () => expectStatus(await member.get<MyCommittee>('/committee/mine'), 200);
    const has = (list: { itemId: string }[]) => list.some(({ itemId }) => itemId === item.id);
    let page = await mine();
    expect([has(page.needsMyVote), has(page.voted)]).toEqual([true, false]);
    expectStatus(await item.vote(member, 'accept'), 201);
    page = await mine();
    expect([has(page.needsMyVote), has(page.voted)]).toEqual([false, true]);
    expect(page.voted.find(({ itemId }) => itemId === item.id)?.choice).toBe('accept');
    const stranger = await t.loginAs('appeals-chair');
    expect((await stranger.get<MyCommittee>('/committee/mine')).text).not.toContain(item.id);
  });
});
