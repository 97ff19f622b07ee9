/** Appointments and home visits over HTTP: working time, free times, nobody in two places, branches, what is told. */
import type {
  Agenda,
  AppointmentChoices,
  AppointmentDetail,
  AppointmentParty,
  CalendarView,
  Slots,
} from '../../src/plugins/beneficiary-crm/contracts/appointments';
import type { PersonFile } from '../../src/plugins/beneficiary-crm/contracts/registry';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry/registry.service';
import { assignBranch } from '../../src/plugins/beneficiary-crm/server/src/kernel/staff';
import { currentCalendar } from '../../src/plugins/beneficiary-crm/server/src/kernel/calendar.service';
import {
  bodyPlace,
  toPlace,
} from '../../src/plugins/beneficiary-crm/server/src/messages/message.types';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import type { Reply } from '../support/http';
import { expectStatus, scenario, services } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;
let researcher: SignedIn;
let file: string;

/** A Sunday noon in Riyadh. */
const noon = new Date('2026-11-01T09:00:00.000Z');
const riyadh = (date: string, time: string) => new Date(`${date}T${time}:00+03:00`).toISOString();
const clockOf = (iso: string) =>
  new Date(Date.parse(iso) + 3 * 3_600_000).toISOString().slice(11, 16);

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
  researcher = await t.loginAs('researcher');
  file = await newFile('نورة بنت سعد العتيبي', null);
}, 180_000);
afterAll(() => t?.stop());
beforeEach(() => t.setNow(noon));
afterEach(() => t.crm.db('crm_appointments').delete());

async function newFile(name: string, branch: string | null): Promise<string> {
  const { id } = await t.crm.transaction((unit) =>
    openFile(
      unit,
      {
        name,
        city: 'ميسان',
        district: 'حي النخيل',
        address: 'بجوار الجامع',
        branch,
        contacts: [{ kind: 'mobile', value: '+966551230001', preferred: true }],
      },
      { path: 'desk', staffId: officer.id },
    ),
  );
  return id;
}

const booking = (more: object = {}) => ({
  kind: 'office',
  person: file,
  staff: researcher.id,
  startsAt: riyadh('2026-11-02', '09:00'),
  minutes: 30,
  ...more,
});
const book = (more: object = {}, by: SignedIn = officer): Promise<Reply<{ id: string }>> =>
  by.post('/appointments', booking(more), idempotent());
const booked = async (more: object = {}): Promise<AppointmentDetail> =>
  readDetail(expectStatus(await book(more), 201).id);
const readDetail = async (id: string, by: SignedIn = officer): Promise<AppointmentDetail> =>
  expectStatus(await by.get<AppointmentDetail>(`/appointments/${id}`), 200);
const agenda = async (query: string, by: SignedIn = officer): Promise<Agenda> =>
  expectStatus(await by.get<Agenda>(`/appointments?${query}`), 200);
const issuesOf = (reply: Reply) =>
  reply.error.details.errors?.map(({ path, code }) => `${path}:${code}`);

describe('booking', () => {
  it('keeps what was agreed, from the file, once for each click', async () => {
    const headers = idempotent();
    const body = booking({ kind: 'home_visit', minutes: 60, purpose: 'دراسة الحالة' });
    const first = await officer.post<{ id: string }>('/appointments', body, headers);
    const again = await officer.post<{ id: string }>('/appointments', body, headers);
    expect(expectStatus(again, 201)).toEqual(expectStatus(first, 201));
    const held = await readDetail(first.data.id);
    expect(held).toMatchObject({
      kind: 'home_visit',
      state: 'booked',
      name: 'نورة بنت سعد العتيبي',
      phone: '+966551230001',
      place: 'بجوار الجامع، حي النخيل، ميسان',
      staff: { id: researcher.id, name: 'منصور الشهري' },
      purpose: 'دراسة الحالة',
      outsideHours: false,
      report: null,
    });
    const shown = await agenda('from=2026-11-01&to=2026-11-07');
    expect(shown.appointments.map(({ id }) => id)).toEqual([held.id]);
    expect(shown.days.map(({ windows }) => windows.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    const events: { type: string; data: object }[] = await t.crm
      .db('crm_events')
      .where({ subject_kind: 'appointment', subject_id: held.id })
      .select('type', 'data');
    expect(events).toEqual([
      { type: 'appointment.booked', data: { kind: 'home_visit', beneficiary: file } },
    ]);
  });

  it('knows whose request it is, and shows it on the file of the person', async () => {
    const request = await s.submitted('assistance', services.everything);
    const party = expectStatus(
      await officer.get<AppointmentParty>(`/appointments/party?request=${request.id}`),
      200,
    );
    expect(party).toMatchObject({
      request: { reference: request.receipt.reference },
      person: null,
    });
    const held = await booked({ person: undefined, request: request.id });
    expect(held.request?.reference).toBe(request.receipt.reference);
    expect(held.name).toBe(party.name);
    await t.crm.db('crm_requests').where({ id: request.id }).update({ beneficiary_id: file });
    const { appointments } = expectStatus(
      await officer.get<PersonFile>(`/beneficiaries/${file}`),
      200,
    );
    expect(appointments).toMatchObject([{ id: held.id, with: held.staff.name }]);
    await t.crm.db('crm_requests').where({ id: request.id }).update({ beneficiary_id: null });
  });

  it('takes a stranger by name, and says what is missing', async () => {
    const held = await booked({ person: undefined, name: 'زائر بلا ملف', phone: '٠٥٥١٢٣٤٥٦٧' });
    expect(held).toMatchObject({ person: null, name: 'زائر بلا ملف', phone: '+966551234567' });
    const later = { startsAt: riyadh('2026-11-02', '10:00'), person: undefined };
    expect(issuesOf(await book(later))).toEqual(['name:required']);
    const stranger = { ...later, name: 'زائر بلا ملف' };
    expect(issuesOf(await book({ ...stranger, kind: 'home_visit' }))).toEqual(['place:required']);
    expect(issuesOf(await book({ ...stranger, kind: 'call' }))).toEqual(['phone:required']);
    expect(issuesOf(await book({ ...stranger, phone: '0112345678' }))).toEqual(['phone:phone']);
    expect(issuesOf(await book({ startsAt: riyadh('2026-11-01', '11:00') }))).toEqual([
      'startsAt:past',
    ]);
    const editor = await t.loginAs('content_editor');
    expect(issuesOf(await book({ staff: editor.id }))).toEqual(['staff:option']);
    expect((await book({ person: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
  });

  it('is within working time, unless somebody says why not (O4)', async () => {
    const evening = { startsAt: riyadh('2026-11-02', '20:00') };
    const refused = await book(evening);
    expect([refused.status, refused.error.details.code]).toEqual([
      422,
      'error.appointment_outside_hours',
    ]);
    expect(refused.error.message).toContain('خارج أوقات الدوام');
    // A Friday, over the closing time, and Founding Day.
    for (const startsAt of [
      riyadh('2026-11-06', '10:00'),
      riyadh('2026-11-02', '15:45'),
      riyadh('2027-02-22', '10:00'),
    ])
      expect((await book({ startsAt })).status).toBe(422);
    expect(issuesOf(await book({ ...evening, outsideHours: true }))).toEqual([
      'outsideReason:required',
    ]);
    const held = await booked({
      ...evening,
      outsideHours: true,
      outsideReason: 'لا تكون الأسرة في البيت إلا مساءً',
    });
    expect(held).toMatchObject({
      outsideHours: true,
      outsideReason: 'لا تكون الأسرة في البيت إلا مساءً',
    });
  });
});

describe('nobody is in two places at once', () => {
  const race = (ways: number) =>
    Promise.all(
      Array.from({ length: ways }, (_, at) =>
        book({ startsAt: riyadh('2026-11-03', `10:${String(at * 2).padStart(2, '0')}`) }),
      ),
    );

  it('though eight book at the same moment', async () => {
    const replies = await race(8);
    expect(replies.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array<number>(7).fill(409),
    ]);
    expect(replies.find(({ status }) => status === 409)?.error.details.code).toBe(
      'error.appointment_taken',
    );
    expect(await t.crm.db('crm_appointments').count('* as n')).toEqual([{ n: '1' }]);
  });

  it('and it is the table that says so', async () => {
    const { rows } = (await t.crm.db.raw(
      `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
        where conrelid = 'crm_appointments'::regclass and contype = 'x'`,
    )) as { rows: { name: string; definition: string }[] };
    const [constraint] = rows;
    await t.crm.db.raw('alter table crm_appointments drop constraint ??', [constraint?.name]);
    const replies = await race(4);
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    await t.crm.db('crm_appointments').delete();
    await t.crm.db.raw(
      `alter table crm_appointments add constraint ?? ${constraint?.definition ?? ''}`,
      [constraint?.name],
    );
  });

  it('but one after the other, and in place of one that was cancelled', async () => {
    const first = await booked();
    expect((await book({ startsAt: riyadh('2026-11-02', '09:30') })).status).toBe(201);
    expect((await book({ startsAt: riyadh('2026-11-02', '08:45') })).status).toBe(409);
    expect((await book({ staff: officer.id })).status).toBe(201);
    expectStatus(
      await officer.post(`/appointments/${first.id}/end`, {
        expectedVersion: 1,
        state: 'cancelled',
        reason: 'اعتذرت الأسرة',
      }),
      200,
    );
    expect((await book()).status).toBe(201);
  });
});

describe('free times', () => {
  const slots = async (more: string) =>
    expectStatus(
      await officer.get<Slots>(
        `/appointments/slots?staff=${researcher.id}&date=2026-11-02&${more}`,
      ),
      200,
    );
  const startsOf = ({ starts }: Slots) => starts.map(clockOf);

  it('lie in working time, and leave the way to a home and back', async () => {
    expect(startsOf(await slots('kind=office&minutes=30'))).toHaveLength(16);
    const visits = startsOf(await slots('kind=home_visit&minutes=60'));
    expect([visits[0], visits.at(-1)]).toEqual(['08:30', '14:30']);
    const visit = await booked({
      kind: 'home_visit',
      startsAt: riyadh('2026-11-02', '10:00'),
      minutes: 60,
    });
    const left = startsOf(await slots('kind=office&minutes=30'));
    expect(left.filter((at) => at >= '09:00' && at <= '12:00')).toEqual([
      '09:00',
      '11:30',
      '12:00',
    ]);
    expect(startsOf(await slots(`kind=office&minutes=30&moving=${visit.id}`))).toHaveLength(16);
  });

  it('are none on a holiday, nor in what has passed of today', async () => {
    const on = async (date: string) =>
      startsOf(
        expectStatus(
          await officer.get<Slots>(
            `/appointments/slots?staff=${researcher.id}&date=${date}&kind=office&minutes=30`,
          ),
          200,
        ),
      );
    expect(await on('2026-11-06')).toEqual([]);
    expect((await on('2026-11-01'))[0]).toBe('12:30');
    expect((await on('2027-02-09'))[0]).toBe('10:00');
  });
});

describe('moving and ending', () => {
  it('moves once for each version, and says what moved', async () => {
    const held = await booked();
    const move = (more: object = {}) =>
      officer.post<AppointmentDetail>(`/appointments/${held.id}/move`, {
        expectedVersion: 1,
        staff: officer.id,
        startsAt: riyadh('2026-11-03', '09:00'),
        minutes: 30,
        ...more,
      });
    const replies = await Promise.all([move(), move({ startsAt: riyadh('2026-11-03', '10:00') })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const moved = await readDetail(held.id);
    expect(moved).toMatchObject({ version: 2, staff: { id: officer.id } });
    const event = await t.crm
      .db('crm_events')
      .where({ type: 'appointment.moved', subject_id: held.id })
      .first<{ data: object }>('data');
    expect(event.data).toEqual({
      kind: 'office',
      beneficiary: file,
      changed: ['starts_at', 'ends_at', 'staff'],
    });
  });

  it('closes a meeting with its report, sealed; and none before it began', async () => {
    const held = await booked();
    const end = (body: object) =>
      officer.post<AppointmentDetail>(`/appointments/${held.id}/end`, {
        expectedVersion: 1,
        ...body,
      });
    const report = 'زرنا الأسرة واطلعنا على السكن، وهو بحاجة إلى ترميم';
    expect(issuesOf(await end({ state: 'held', report }))).toEqual(['state:not_yet']);
    expect(issuesOf(await end({ state: 'cancelled' }))).toEqual(['reason:required']);
    t.setNow(new Date(riyadh('2026-11-02', '09:20')));
    expect(issuesOf(await end({ state: 'held' }))).toEqual(['report:required']);
    expect(issuesOf(await end({ state: 'missed', report }))).toEqual(['report:unknown']);
    expect(expectStatus(await end({ state: 'held', report }), 200)).toMatchObject({
      state: 'held',
      report,
    });
    expect((await end({ state: 'missed' })).status).toBe(409);
    const row = await t.crm.db('crm_appointments').where({ id: held.id }).first();
    expect(JSON.stringify(row)).not.toContain('ترميم');
    const events = await t.crm.db('crm_events').where({ subject_id: held.id });
    expect(JSON.stringify(events)).not.toMatch(/ترميم|نورة/);
  });
});

describe('branches', () => {
  it('a delegate keeps the own branch’s appointments, and knows of no others', async () => {
    const delegate = await t.loginAs('delegate');
    const other = await t.loginAs('delegate2');
    const own = await newFile('سالم بن عيد القرشي', 'upper-villages');
    const mine = await book({ person: own, staff: delegate.id }, delegate);
    const id = expectStatus(mine, 201).id;
    const theirs = await booked();
    const week = 'from=2026-11-01&to=2026-11-07';
    expect((await agenda(week, delegate)).appointments.map((one) => one.id)).toEqual([id]);
    expect((await agenda(week, other)).appointments).toEqual([]);
    expect((await agenda(week)).appointments).toHaveLength(2);
    expect((await other.get(`/appointments/${id}`)).status).toBe(404);
    expect((await delegate.get(`/appointments/${theirs.id}`)).status).toBe(404);
    expect((await delegate.get(`/appointments/party?person=${file}`)).status).toBe(404);
    expect((await book({ staff: delegate.id }, delegate)).status).toBe(404);
    expect(issuesOf(await book({ person: own, staff: officer.id }, delegate))).toEqual([
      'staff:option',
    ]);
    expect(issuesOf(await book({ person: own, staff: other.id }))).toEqual(['staff:other_branch']);
    const end = { expectedVersion: 1, state: 'cancelled', reason: 'سبب' };
    expect((await other.post(`/appointments/${id}/end`, end)).status).toBe(404);
    const choices = expectStatus(
      await delegate.get<AppointmentChoices>('/appointments/choices'),
      200,
    );
    expect(choices.staff.map((member) => member.id)).toEqual([delegate.id]);
    const all = expectStatus(await officer.get<AppointmentChoices>('/appointments/choices'), 200);
    expect(all.staff.map((member) => member.id)).toEqual(
      expect.arrayContaining([officer.id, researcher.id, delegate.id, other.id]),
    );
    expect(all.staff).toHaveLength(5);
  });

  it('a delegate without a branch sees nothing', async () => {
    const delegate = await t.loginAs('delegate2');
    await booked();
    await assignBranch(t.crm, delegate.id, null);
    expect((await agenda('from=2026-11-01&to=2026-11-07', delegate)).appointments).toEqual([]);
    await assignBranch(t.crm, delegate.id, 'wadi');
  });
});

describe('what people are told', () => {
  /** The words of the messages about appointments since the last look, oldest first. */
  const told = async () => {
    await t.drain();
    const rows = await t.crm
      .db('crm_messages')
      .where('template', 'like', 'appointment%')
      .orderBy(['created_at', 'event_seq'])
      .select<{ id: string; template: string; to_sealed: string; body_sealed: string }[]>('*');
    return rows.map((row) => ({
      template: row.template,
      to: t.crm.vault.open(toPlace(row.id), row.to_sealed),
      body: t.crm.vault.open(bodyPlace(row.id), row.body_sealed),
    }));
  };
  beforeEach(async () => {
    await t.drain();
    await t.crm.db('crm_messages').where('template', 'like', 'appointment%').delete();
  });

  it('when it is booked, moved and called off; each once', async () => {
    const held = await booked({ kind: 'home_visit' });
    const [first] = await told();
    expect(first).toMatchObject({ template: 'appointment_booked', to: '+966551230001' });
    expect(first?.body).toContain('زيارتنا لك في بيتك');
    expect(first?.body).toContain('2 نوفمبر 2026');
    expect(first?.body).toContain('9:00 صباحًا');
    expect(first?.body).not.toContain('{');
    expectStatus(
      await officer.post(`/appointments/${held.id}/move`, {
        expectedVersion: 1,
        staff: researcher.id,
        startsAt: riyadh('2026-11-03', '13:30'),
        minutes: 60,
      }),
      200,
    );
    expectStatus(
      await officer.post(`/appointments/${held.id}/end`, {
        expectedVersion: 2,
        state: 'cancelled',
        reason: 'سبب لا يخصّ أحدًا',
      }),
      200,
    );
    const all = await told();
    // Both were still waiting to be told when it was called off.
    expect(all.map(({ template }) => template)).toEqual([
      'appointment_booked',
      'appointment_cancelled',
    ]);
    expect(all[1]?.body).toContain('1:30 مساءً');
    expect(all[1]?.body).not.toContain('سبب لا يخصّ');
  });

  it('once by the e-mail of the request, in its language', async () => {
    const request = await s.submitted('assistance', services.everything, {
      applicant: { email: 'sara@example.com' },
    });
    await booked({ person: undefined, request: request.id, kind: 'office' });
    const [message] = await told();
    expect(message).toMatchObject({ to: 'sara@example.com' });
    const row = await t.crm
      .db('crm_messages')
      .where({ template: 'appointment_booked' })
      .first<{ request_id: string }>('request_id');
    expect(row.request_id).toBe(request.id);
  });

  it('of the working day before, once for each time', async () => {
    // A Sunday: the working day before it is Thursday.
    await booked({ startsAt: riyadh('2026-11-08', '09:00') });
    await told();
    const remind = async (date: string, time: string) => {
      t.setNow(new Date(riyadh(date, time)));
      await t.advance(0);
      return (await told()).filter(({ template }) => template === 'appointment_reminder');
    };
    expect(await remind('2026-11-04', '10:00')).toEqual([]);
    expect(await remind('2026-11-05', '03:00')).toEqual([]);
    expect(await remind('2026-11-05', '10:00')).toHaveLength(1);
    expect(await remind('2026-11-05', '11:00')).toHaveLength(1);
    expect(await remind('2026-11-06', '11:00')).toHaveLength(1);
  });

  it('never at night', async () => {
    t.setNow(new Date(riyadh('2026-11-01', '23:30')));
    await booked({ startsAt: riyadh('2026-11-03', '09:00') });
    await t.drain();
    expect(await told()).toHaveLength(1);
    // Early the next morning, before anybody may be told.
    t.setNow(new Date(riyadh('2026-11-01', '23:40')));
    await booked({
      startsAt: riyadh('2026-11-02', '07:00'),
      outsideHours: true,
      outsideReason: 'سفر الأسرة صباحًا',
    });
    expect(await told()).toHaveLength(1);
  });
});

describe('the working calendar', () => {
  const read = async (by: SignedIn = officer) =>
    expectStatus(await by.get<CalendarView>('/calendar'), 200);
  const bodyOf = ({ version, week, ramadan, overrides }: CalendarView) => ({
    expectedVersion: version,
    week,
    ramadan,
    overrides,
    reason: 'اعتماد أوقات الدوام الجديدة',
  });
  const split = [
    { from: '08:00', to: '12:00' },
    { from: '16:00', to: '20:00' },
  ];

  it('is the association’s own: a split shift, a closed day, a holiday that is none', async () => {
    const before = await read();
    expect(before).toMatchObject({ version: 'default-1', changed: null });
    expect(before.holidays).toContain('2027-02-22');
    const early = await booked();
    const body = {
      ...bodyOf(before),
      week: before.week.map((hours) => (hours.length > 0 ? split : hours)),
      overrides: [
        { date: '2026-11-03', hours: [], note: 'صيانة المقر' },
        { date: '2027-02-22', hours: 'usual', note: 'يعمل المقر' },
      ],
    };
    const kept = expectStatus(await officer.post<CalendarView>('/calendar', body), 200);
    expect(kept).toMatchObject({
      version: 'association-1',
      changed: { by: 'ريم الحارثي', reason: 'اعتماد أوقات الدوام الجديدة' },
    });
    expect((await currentCalendar(t.crm)).version).toBe('association-1');
    // The same change again comes too late: it was made from a version that is no longer in force.
    expect((await officer.post('/calendar', body)).status).toBe(409);
    const director = await t.loginAs('executive_director');
    expect(await read(director)).toEqual(kept);

    expect((await book({ startsAt: riyadh('2026-11-02', '13:00') })).status).toBe(422);
    expect((await book({ startsAt: riyadh('2026-11-02', '19:30') })).status).toBe(201);
    expect((await book({ startsAt: riyadh('2026-11-03', '09:00') })).status).toBe(422);
    expect((await book({ startsAt: riyadh('2027-02-22', '10:30') })).status).toBe(201);
    const shown = await agenda('from=2026-11-02&to=2026-11-03');
    expect(shown.days).toMatchObject([
      { windows: [{}, {}], note: null },
      { windows: [], note: 'صيانة المقر' },
    ]);
    const versions = await t.crm
      .db('crm_appointments')
      .orderBy('booked_at')
      .pluck('calendar_version');
    expect(new Set(versions)).toEqual(new Set(['default-1', 'association-1']));
    expect((await readDetail(early.id)).state).toBe('booked');
  });

  it('is changed by one of two who change it at once, and names every mistake', async () => {
    const body = bodyOf(await read());
    const replies = await Promise.all([
      officer.post('/calendar', body),
      officer.post('/calendar', { ...body, reason: 'تغيير آخر في الوقت نفسه' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const wrong = await officer.post('/calendar', {
      ...bodyOf(await read()),
      week: Array.from({ length: 7 }, () => [{ from: '16:00', to: '08:00' }]),
    });
    expect(issuesOf(wrong)?.[0]).toBe('week.0.0.to:hours_end');
    const before = await t.crm.db('crm_calendars').count('* as n');
    expect((await officer.post('/calendar', { ...body, week: 'x' })).status).toBe(422);
    expect(await t.crm.db('crm_calendars').count('* as n')).toEqual(before);
  });

  it('is not for everybody who keeps appointments', async () => {
    expect((await researcher.get('/calendar')).status).toBe(403);
  });
});
