/** Reminders before a step's time is over and escalations after: each once, and never at night. */
import type { NoticeList } from '../../src/plugins/beneficiary-crm/contracts';
import type { EventType } from '../../src/plugins/beneficiary-crm/server/src/policy/events.policy';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm, Who } from '../support/crm';
import { atOnce } from '../support/race';
import { bodies, expectStatus, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { TestSmtp } from '../support/smtp';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;
beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({ SMTP_URL: smtp.url, MAIL_FROM: 'association@example.org' });
  s = scenario(t);
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});

const at = (date: string, time = '12:00') => t.setNow(new Date(`${date}T${time}:00+03:00`));
// The 8th of November 2026 is a Sunday: what is checked from then on has until the 15th at 16:00.
beforeEach(() => at('2026-11-08', '09:00'));

/** The job of the minute, on as many workers at once. */
const mind = (workers = 1) => {
  const job = t.crm.rooms.find(({ name }) => name === 'notices')?.jobs?.mind_steps;
  if (!job) throw new Error('nobody minds the steps');
  return atOnce(
    t,
    Array.from({ length: workers }, () => async () => job(t.crm, {})),
  );
};
const eventsOf = async (one: Case, type: EventType): Promise<number> =>
  (await t.crm.db('crm_events').where({ request_id: one.id, type })).length;
const noticesOf = async (who: Who | SignedIn, one: Case) => {
  const staff = typeof who === 'string' ? await t.loginAs(who) : who;
  const list = expectStatus(await staff.get<NoticeList>('/notices?view=all&pageSize=100'), 200);
  return list.rows.filter(({ requestId }) => requestId === one.id);
};
/** Checked by the officer whose request it is from then on. */
const held = () => s.checking();

describe('a reminder', () => {
  it('goes once to whoever has the request, when a quarter of the time is left', async () => {
    const one = await held();
    at('2026-11-12', '09:00');
    await mind();
    expect(await eventsOf(one, 'request.step_reminded')).toBe(0);
    // 47 hours in all; 11.75 of them are left on Thursday at 12:15.
    at('2026-11-12', '12:15');
    await mind();
    await mind();
    expect(await eventsOf(one, 'request.step_reminded')).toBe(1);
    const told = await noticesOf('relations_officer', one);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      kind: 'step_reminded',
      reference: one.receipt.reference,
      step: 'checking',
      settled: false,
      readAt: null,
    });
    expect(await noticesOf('officer2', one)).toHaveLength(0);
  });

  it('goes to all who may take the next step, when nobody has the request', async () => {
    const one = await s.submitted();
    at('2026-11-10', '12:30');
    await mind();
    expect(await noticesOf('relations_officer', one)).toHaveLength(1);
    expect(await noticesOf('officer2', one)).toHaveLength(1);
    expect(await noticesOf('researcher', one)).toHaveLength(0);
  });

  it('is not sent of what is over already: that is escalated', async () => {
    const one = await held();
    at('2026-11-16', '09:00');
    await mind();
    expect(await eventsOf(one, 'request.step_reminded')).toBe(0);
    expect(await eventsOf(one, 'request.step_overdue')).toBe(1);
  });

  it('of a new stay is a new one; of what stands still there is none', async () => {
    const one = await held();
    await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    at('2026-11-15', '12:00');
    await mind();
    expect(await eventsOf(one, 'request.step_reminded')).toBe(0);
    await one.do('relations_officer', 'respond', bodies.respond);
    await one.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
    at('2026-11-24', '12:00');
    await mind();
    expect(await eventsOf(one, 'request.step_reminded')).toBe(1);
  });
});

describe('an escalation', () => {
  it('goes once to those who oversee, at the next opening after the time is over', async () => {
    const one = await held();
    at('2026-11-12', '13:00');
    await mind();
    at('2026-11-15', '16:00');
    await mind();
    // The night after, a minute after closing and before opening: nobody is woken.
    for (const time of ['16:01', '23:00']) {
      at('2026-11-15', time);
      await mind();
    }
    at('2026-11-16', '07:59');
    await mind();
    expect(await eventsOf(one, 'request.step_overdue')).toBe(0);
    at('2026-11-16', '08:00');
    await mind();
    await mind();
    expect(await eventsOf(one, 'request.step_overdue')).toBe(1);
    const told = await noticesOf('executive_director', one);
    expect(told.map(({ kind }) => kind)).toEqual(['step_overdue']);
  });

  it('of another branch is not before who sees one branch alone', async () => {
    const one = await held();
    at('2026-11-16', '09:00');
    await mind();
    const delegate = await t.loginAs('delegate');
    await t.crm.db('crm_notices').insert({
      staff_id: delegate.id,
      kind: 'step_overdue',
      clock_id: (await t.crm.db('crm_step_clocks').where({ request_id: one.id }).first()).id,
      request_id: one.id,
      mail: 'none',
      created_at: t.crm.now(),
    });
    expect(await noticesOf(delegate, one)).toHaveLength(0);
  });
});

it('whom a complaint is about is told nothing of it', async () => {
  const one = await s.submitted('complaint');
  const officer = await t.loginAs('relations_officer');
  await t.crm
    .db('crm_requests')
    .where({ id: one.id })
    .update({ about_staff_id: officer.id, assignee_id: officer.id });
  at('2026-11-15', '12:00');
  await mind();
  at('2026-11-17', '12:00');
  await mind();
  expect(await noticesOf('officer2', one)).toHaveLength(2);
  const { length } = await t.crm
    .db('crm_notices')
    .where({ request_id: one.id, staff_id: officer.id });
  expect(length).toBe(0);
});

it('of several workers at the same moment one tells, of many steps at once', async () => {
  const many = [await held(), await held(), await held(), await held()];
  at('2026-11-12', '14:00');
  await mind(6);
  for (const one of many) expect(await eventsOf(one, 'request.step_reminded')).toBe(1);
  at('2026-11-16', '09:00');
  await mind(6);
  for (const one of many) {
    expect(await eventsOf(one, 'request.step_overdue')).toBe(1);
    expect(await noticesOf('executive_director', one)).toHaveLength(1);
  }
});

describe('a notice', () => {
  it('is read once, by its reader alone', async () => {
    const one = await held();
    at('2026-11-16', '09:00');
    await mind();
    const director = await t.loginAs('executive_director');
    const [notice] = await noticesOf(director, one);
    const other = await t.loginAs('officer2');
    expectStatus(await other.post('/notices/read', { ids: [notice?.id] }), 200);
    expect((await noticesOf(director, one))[0]?.readAt).toBeNull();
    const before = expectStatus(await director.get<NoticeList>('/notices'), 200).unread;
    expectStatus(await director.post('/notices/read', { ids: [notice?.id] }), 200);
    expect((await noticesOf(director, one))[0]?.readAt).toBe(t.crm.now().toISOString());
    expect(expectStatus(await director.get<NoticeList>('/notices'), 200).unread).toBe(before - 1);
    expectStatus(await director.post('/notices/read', {}), 200);
    expect(expectStatus(await director.get<NoticeList>('/notices'), 200)).toMatchObject({
      unread: 0,
      rows: [],
    });
  });

  it('is sent by one e-mail with the reference and the step, and nothing of the person', async () => {
    const [one, two] = [await held(), await held()];
    const director = await t.loginAs('executive_director');
    const before = smtp.to(director.email).length;
    at('2026-11-16', '09:00');
    await mind();
    await t.drain();
    const mails = smtp.to(director.email).slice(before);
    expect(mails).toHaveLength(1);
    const text = `${mails[0]?.subject} ${mails[0]?.text}`;
    for (const { receipt } of [one, two]) expect(text).toContain(receipt.reference);
    expect(text).toContain('قيد التحقق');
    for (const sent of [one.sent, two.sent]) {
      expect(text).not.toContain(sent?.applicant.name);
      expect(text).not.toContain(sent?.applicant.phone);
      expect(text).not.toContain(sent?.applicant.email);
    }
    await mind();
    await t.drain();
    expect(smtp.to(director.email)).toHaveLength(before + 1);
  });

  it('that a mail server takes later is sent once', async () => {
    const one = await held();
    const director = await t.loginAs('executive_director');
    const before = smtp.to(director.email).length;
    smtp.fates.set(director.email, 'full');
    at('2026-11-16', '09:00');
    await mind();
    await t.drain();
    expect(smtp.to(director.email)).toHaveLength(before);
    smtp.fates.delete(director.email);
    const mail = t.crm.rooms.find(({ name }) => name === 'notices')?.jobs?.mail_notices;
    // At night it waits for the opening.
    at('2026-11-16', '22:00');
    await mail?.(t.crm, { staff: director.id });
    expect(smtp.to(director.email)).toHaveLength(before);
    at('2026-11-17', '09:00');
    const send = async () => mail?.(t.crm, { staff: director.id });
    await atOnce(t, [send, send], 'crm_notices');
    const arrived = smtp.to(director.email).slice(before);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.text).toContain(one.receipt.reference);
  });
});
