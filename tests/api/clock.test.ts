/** The two-sided promise of S5 over HTTP, at a clock that the test moves. */
import type { Queue } from '../../src/plugins/beneficiary-crm/contracts/admin';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';
import { idempotent } from '../support/http';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());

const day = 86_400_000;
const later = (from: string | Date, days: number) =>
  new Date(new Date(from).getTime() + days * day).toISOString();
const counts = async () =>
  expectStatus(await (await t.loginAs('relations_officer')).get<Queue>('/requests'), 200).counts;

describe('the receipt', () => {
  it('says both dates where a committee decides: two weeks at least, a month and the check at most', async () => {
    const { receipt } = await s.submitted('assistance', services.committee);
    const now = t.crm.now();
    expect(receipt.promise).toEqual({ earliest: later(now, 14), latest: later(now, 7 + 30) });
  });

  it.each([
    ['a service without a committee', 'assistance'],
    ['an inquiry', 'inquiry'],
  ] as const)('promises %s within two weeks, and holds nothing back', async (_what, kind) => {
    const { receipt } = await s.submitted(kind, services.direct);
    const now = t.crm.now();
    expect(receipt.promise).toEqual({ earliest: now.toISOString(), latest: later(now, 14) });
  });

  it('is repeated to who follows the request', async () => {
    const one = await s.submitted();
    expect((await one.track()).promise).toEqual({ ...one.receipt.promise, paused: false });
  });
});

describe('the referral', () => {
  it('starts the two weeks, and never loosens the latest date', async () => {
    const one = await s.checked();
    await t.advance(3);
    await one.do('relations_officer', 'refer_to_committee');
    const referred = t.crm.now();
    const { promise } = await one.track();
    expect(promise).toMatchObject({ earliest: later(referred, 14), latest: later(referred, 30) });
    expect(new Date(promise?.latest ?? 0).getTime()).toBeLessThan(
      new Date(one.receipt.promise.latest).getTime(),
    );
  });
});

describe('while the applicant owes an answer', () => {
  it('the clock stands still, and both dates move by what it stood', async () => {
    const one = await s.checking();
    await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    const asked = t.crm.now();
    const owed = (await one.track()).owed;
    expect(owed).toMatchObject({ since: asked.toISOString(), deadline: later(asked, 30) });
    await t.advance(10);
    expect((await one.track()).promise).toEqual({
      earliest: later(one.receipt.promise.earliest, 10),
      latest: later(one.receipt.promise.latest, 10),
      paused: true,
    });
    expectStatus(
      await t.visitor.post('/requests/respond', { ...one.credentials, message: 'هذا هو' }),
      200,
    );
    await t.advance(5);
    expect((await one.track()).promise).toEqual({
      earliest: later(one.receipt.promise.earliest, 10),
      latest: later(one.receipt.promise.latest, 10),
      paused: false,
    });
  });

  it('nothing is overdue, and afterwards it is again', async () => {
    const one = await s.checking(services.direct);
    await t.advance(13);
    await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    const before = await counts();
    await t.advance(20);
    expect((await one.read()).promise).toMatchObject({ paused: true, overdue: false, daysLeft: 1 });
    await one.do('relations_officer', 'respond', { message: 'قالها بالهاتف' });
    await t.advance(2);
    expect((await one.read()).promise).toMatchObject({
      paused: false,
      overdue: true,
      daysLeft: -1,
    });
    expect((await counts()).overdue).toBeGreaterThan(before.overdue);
  });

  it('the request ends after the deadline and not a moment before', async () => {
    const one = await s.checking();
    await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    await one.reminded();
    const asked = t.crm.now();
    t.setNow(new Date(asked.getTime() + 30 * day - 1));
    await t.advance(0);
    expect(await one.row()).toMatchObject({ status: 'awaiting_applicant' });
    t.setNow(new Date(asked.getTime() + 30 * day));
    await t.advance(0);
    const view = await one.track();
    expect(view).toMatchObject({
      status: 'expired',
      promise: null,
      owed: null,
      canWithdraw: false,
    });
    expect(view.timeline.at(-1)?.event).toBe('request.expired');
    const late = await t.visitor.post('/requests/respond', {
      ...one.credentials,
      message: 'هذا هو',
    });
    expect(late.status).toBe(409);
  });

  it('an answer in time keeps it alive', async () => {
    const one = await s.checking();
    await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    t.setNow(new Date(t.crm.now().getTime() + 30 * day - 1));
    expectStatus(
      await t.visitor.post('/requests/respond', { ...one.credentials, message: 'هذا هو' }),
      200,
    );
    await t.advance(40);
    expect(await one.row()).toMatchObject({ status: 'checking' });
  });
});

describe('a decided reply', () => {
  const waiting = async (one: Case) => {
    const view = await one.track();
    return { status: view.status, reply: view.reply };
  };

  it('waits for its earliest date, to the moment', async () => {
    const { request } = await s.decided('accepted');
    await t.drain();
    const earliest = new Date((await request.track()).promise?.earliest ?? 0);
    t.setNow(new Date(earliest.getTime() - 1));
    await t.advance(0);
    expect(await waiting(request)).toEqual({ status: 'committee', reply: null });
    t.setNow(earliest);
    await t.advance(0);
    expect(await request.track()).toMatchObject({
      status: 'accepted',
      promise: null,
      reply: { outcome: 'accepted', repliedAt: earliest.toISOString() },
    });
  });

  it('goes out once, however often the job runs', async () => {
    const { request } = await s.decided('rejected');
    await t.advance(15);
    await t.advance(1);
    await Promise.all([t.advance(0), t.advance(0)]);
    const events = await t.crm
      .db('crm_events')
      .where({ request_id: request.id, type: 'request.replied' });
    expect(events).toHaveLength(1);
  });

  it('without a committee goes out at once', async () => {
    const one = await s.checked(services.direct);
    await one.do('relations_officer', 'accept_directly', bodies.accept_directly);
    await t.drain();
    expect(await one.track()).toMatchObject({ status: 'accepted', reply: { outcome: 'accepted' } });
  });

  it('of rejection can be appealed for thirty days, and not a moment longer', async () => {
    const { request } = await s.replied('rejected');
    const until = new Date(t.crm.now().getTime() + 30 * day);
    expect((await request.track()).appeal).toEqual({ until: until.toISOString() });
    t.setNow(until);
    expect((await request.track()).appeal).toBeNull();
    const appeal = { ...request.credentials, message: 'أرجو النظر مرة أخرى' };
    expect((await t.visitor.post('/requests/appeal', appeal)).status).toBe(409);
    t.setNow(new Date(until.getTime() - 1));
    const first = await t.visitor.post('/requests/appeal', appeal, idempotent('one-appeal'));
    expect(first.status).toBe(201);
    const again = await t.visitor.post('/requests/appeal', appeal, idempotent('one-appeal'));
    expect(again.text).toBe(first.text);
    expect((await t.visitor.post('/requests/appeal', appeal)).status).toBe(409);
  });

  it('after a deferral and a second referral is held anew', async () => {
    const { request } = await s.replied('deferred');
    await request.do('relations_officer', 'return_to_research', bodies.return_to_research);
    await request.do('researcher', 'write_study', bodies.write_study);
    await request.do('researcher', 'answer_research', bodies.answer_research);
    await t.advance(1);
    await request.do('relations_officer', 'refer_to_committee');
    const referred = t.crm.now();
    await s.decided('accepted', request);
    await t.drain();
    expect(await waiting(request)).toEqual({ status: 'committee', reply: null });
    expect((await request.track()).promise?.earliest).toBe(later(referred, 14));
  });
});

describe('an answered inquiry', () => {
  it('is closed by itself two weeks after the answer, unless it is reopened', async () => {
    const [left, reopened] = [await s.submitted('inquiry'), await s.submitted('inquiry')];
    for (const one of [left, reopened]) {
      await one.do('relations_officer', 'start');
      await one.do('relations_officer', 'answer', bodies.answer);
    }
    await t.drain();
    await reopened.do('relations_officer', 'reopen', bodies.reopen);
    await t.advance(13);
    expect(await left.row()).toMatchObject({ status: 'answered' });
    await t.advance(1);
    expect(await left.row()).toMatchObject({ status: 'closed' });
    expect(await reopened.row()).toMatchObject({ status: 'in_progress' });
  });
});
