/** How long a request may stay in a step: the clock beside the status, at a time that the test moves. */
import type {
  CalendarView,
  RequestDetail,
  StalledList,
  StepView,
} from '../../src/plugins/beneficiary-crm/contracts';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());

const riyadh = (date: string, time = '12:00') => new Date(`${date}T${time}:00+03:00`);
const at = (date: string, time?: string) => t.setNow(riyadh(date, time));
const due = (date: string, time = '16:00') => riyadh(date, time).toISOString();

async function stepOf(one: Case): Promise<StepView> {
  const { step } = await one.read();
  if (!step) throw new Error('no clock runs');
  return step;
}
const dueColumn = async (one: Case): Promise<string | null> => {
  const row = await t.crm
    .db('crm_requests')
    .where({ id: one.id })
    .first<{ step_due_at: Date | null }>('step_due_at');
  return row.step_due_at?.toISOString() ?? null;
};

// The 8th of November 2026 is a Sunday.
beforeEach(() => at('2026-11-08', '09:00'));

describe('a step', () => {
  it('has the working days that its request froze, and begins anew with the next status', async () => {
    const one = await s.submitted();
    expect(await stepOf(one)).toMatchObject({
      since: due('2026-11-08', '09:00'),
      dueAt: due('2026-11-10'),
      overdue: false,
      paused: false,
      left: { days: 2, hours: 7 },
      over: null,
    });
    expect(await dueColumn(one)).toBe(due('2026-11-10'));
    at('2026-11-09', '10:00');
    await one.do('relations_officer', 'start_check');
    expect(await stepOf(one)).toMatchObject({
      since: due('2026-11-09', '10:00'),
      dueAt: due('2026-11-16'),
    });
  });

  it('goes on unchanged through what does not move the request', async () => {
    const one = await s.checking();
    const before = await stepOf(one);
    at('2026-11-10');
    await one.do('relations_officer', 'check_item', {
      key: (await one.read()).checklist[0]?.key,
      state: 'ok',
    });
    expect(await stepOf(one)).toMatchObject({ since: before.since, dueAt: before.dueAt });
  });

  it('stands still while the applicant owes an answer, and goes on with what was left', async () => {
    const one = await s.checking();
    at('2026-11-12', '12:00');
    await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    const asked = await stepOf(one);
    // The rest of Thursday, and one day more.
    expect(asked).toMatchObject({ paused: true, dueAt: null, left: { days: 1, hours: 4 } });
    expect(await dueColumn(one)).toBeNull();
    at('2026-11-24', '10:00');
    await one.do('relations_officer', 'respond', bodies.respond);
    expect(await stepOf(one)).toMatchObject({
      paused: false,
      since: asked.since,
      dueAt: due('2026-11-25', '14:00'),
    });
    expect(await dueColumn(one)).toBe(due('2026-11-25', '14:00'));
  });

  it('is none once the request has ended', async () => {
    const one = await s.checking();
    await one.do('relations_officer', 'withdraw');
    expect((await one.read()).step).toBeNull();
    expect(await dueColumn(one)).toBeNull();
  });

  it('runs after the acceptance, until the service is given', async () => {
    const one = await s.checked(services.direct);
    await one.do('relations_officer', 'accept_directly', bodies.accept_directly);
    await t.drain();
    expect(await stepOf(one)).toMatchObject({ dueAt: due('2026-11-29') });
    await one.allocate();
    await one.do('delivery_officer', 'start_delivery', bodies.start_delivery);
    await one.do('delivery_officer', 'record_delivery', bodies.record_delivery);
    await one.do('delivery_officer', 'complete');
    expect((await one.read()).step).toBeNull();
  });

  it('is undone with a move that is refused', async () => {
    const one = await s.checking();
    const before = await stepOf(one);
    expect((await one.try('relations_officer', 'refer_to_committee')).status).toBe(409);
    expect(await stepOf(one)).toEqual(before);
  });
});

describe('a complaint', () => {
  it('is acknowledged in 5 working days, answered in 10 of its arrival, in 20 at the second stage', async () => {
    const one = await s.submitted('complaint');
    expect(await stepOf(one)).toMatchObject({ promise: 'acknowledge', dueAt: due('2026-11-15') });
    at('2026-11-11');
    await one.do('relations_officer', 'start');
    expect(await stepOf(one)).toMatchObject({ promise: 'answer', dueAt: due('2026-11-22') });
    at('2026-11-12');
    await one.do('relations_officer', 'escalate', bodies.escalate);
    expect(await stepOf(one)).toMatchObject({ promise: 'second_stage', dueAt: due('2026-12-10') });
  });

  it('that is re-opened does not get its first response anew', async () => {
    const one = await s.submitted('complaint');
    await one.do('relations_officer', 'start');
    await one.do('relations_officer', 'answer', bodies.answer);
    await t.drain();
    expect((await one.read()).step).toBeNull();
    at('2026-11-15');
    await one.do('relations_officer', 'reopen', bodies.reopen);
    expect(await stepOf(one)).toMatchObject({ promise: null, dueAt: due('2026-11-22') });
    const kept: { promise: string; ended_at: Date }[] = await t.crm
      .db('crm_step_clocks')
      .where({ request_id: one.id })
      .whereNotNull('promise')
      .orderBy('promise');
    expect(kept.map(({ promise, ended_at }) => [promise, ended_at.toISOString()])).toEqual([
      ['acknowledge', due('2026-11-08', '09:00')],
      ['answer', due('2026-11-08', '09:00')],
    ]);
  });
});

describe('what does not move', () => {
  const stalled = async (query = '') =>
    expectStatus(
      await (await t.loginAs('executive_director')).get<StalledList>(`/stalled?${query}`),
      200,
    );

  it('is listed from the minute after its time, with how long over, who has it and since when', async () => {
    const one = await s.checking();
    const find = async () =>
      (await stalled('pageSize=100')).rows.find(({ id }) => id === one.id) ?? null;
    at('2026-11-15', '16:00');
    expect(await find()).toBeNull();
    at('2026-11-17', '10:00');
    expect(await find()).toMatchObject({
      reference: one.receipt.reference,
      status: 'checking',
      since: due('2026-11-08', '09:00'),
      dueAt: due('2026-11-15'),
      over: { days: 1, hours: 2 },
      assigneeName: (await one.read()).assigneeName,
    });
    expect((await stepOf(one)).overdue).toBe(true);
  });

  it('counts by step, and shows one step alone', async () => {
    at('2026-12-20');
    const all = await stalled('pageSize=100');
    expect(all.total).toBe(all.byStatus.reduce((sum, { count }) => sum + count, 0));
    const checking = await stalled('status=checking&pageSize=100');
    expect(checking.rows.every(({ status }) => status === 'checking')).toBe(true);
    expect(checking.total).toBe(checking.rows.length);
    expect(checking.byStatus).toEqual(all.byStatus);
    const times = all.rows.map(({ dueAt }) => dueAt);
    expect(times).toEqual([...times].sort());
  });

  it('is not for everybody', async () => {
    expect((await (await t.loginAs('researcher')).get('/stalled')).status).toBe(403);
  });
});

describe('when the association changes its working time', () => {
  it('running clocks are reckoned anew, and say so', async () => {
    const one = await s.checking();
    const still = await s.checking();
    at('2026-11-10');
    await still.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
    const keeper = await t.loginAs('executive_director');
    const { data } = await keeper.get<CalendarView>('/calendar');
    expectStatus(
      await keeper.post('/calendar', {
        expectedVersion: data.version,
        reason: 'تعليق العمل بسبب الأمطار',
        week: data.week,
        ramadan: data.ramadan,
        overrides: [...data.overrides, { date: '2026-11-12', hours: [], note: 'أمطار' }],
      }),
      200,
    );
    await t.drain();
    expect(await stepOf(one)).toMatchObject({ dueAt: due('2026-11-16'), reckonedAnew: true });
    expect(await stepOf(still)).toMatchObject({ dueAt: null, left: { days: 3, hours: 4 } });
    const versions: string[] = await t.crm
      .db('crm_step_clocks')
      .whereNull('ended_at')
      .distinct('calendar_version')
      .pluck('calendar_version');
    expect(versions).toEqual(['association-1']);
    const told: { data: { clocks: number } }[] = await t.crm
      .db('crm_events')
      .where({ type: 'calendar.applied', subject_id: 'association-1' });
    expect(told).toHaveLength(1);
    const before = told[0]?.data.clocks ?? 0;
    expect(before).toBeGreaterThan(1);
  });
});

it('no clock disagrees with its request', async () => {
  const { rows } = (await t.crm.db.raw(`
    select r.reference from crm_requests r
      left join crm_step_clocks c on c.request_id = r.id and c.ended_at is null
    where r.step_due_at is distinct from c.due_at
      or (c.id is not null and c.status <> coalesce(r.resume_to, r.status))
      or (c.id is not null and r.ended_at is not null)
  `)) as { rows: RequestDetail[] };
  expect(rows).toEqual([]);
});
