/** After the acceptance (S6, S7): what is missing, what is allocated by two people, limits, deliveries and returns. */
import type {
  AllocationView,
  DueList,
  LimitList,
  ServiceView,
} from '../../src/plugins/beneficiary-crm/contracts/delivery';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent, issuesOf } from '../support/http';
import type { Reply } from '../support/http';
import { atOnce } from '../support/race';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let director: SignedIn;
let delivery: SignedIn;

beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
  director = await t.loginAs('executive_director');
  delivery = await t.loginAs('delivery_officer');
}, 180_000);
afterAll(() => t?.stop());

/** Accepted and replied to; of a service that nobody enrols for. */
async function accepted(): Promise<Case> {
  const one = await s.checked(services.direct);
  await one.do('relations_officer', 'accept_directly', bodies.accept_directly);
  await t.drain();
  return one;
}
async function started(terms: object = {}): Promise<Case> {
  const one = await accepted();
  await one.startDelivery(terms);
  return one;
}
const serviceOf = async (one: Case): Promise<ServiceView> =>
  expectStatus(await delivery.get<ServiceView>(`/requests/${one.id}/service`), 200);
async function allocationOf(one: Case): Promise<AllocationView> {
  const [allocation] = (await serviceOf(one)).allocations;
  if (!allocation) throw new Error('nothing is allocated');
  return allocation;
}
const code = (reply: Reply) => reply.error?.details.code;
const monthly = { rhythm: 'monthly', times: 3, startsOn: '2026-10-31' };
const deliver = (one: Case, amount: number) =>
  one.try(delivery, 'record_delivery', { ...bodies.record_delivery, amount });
const eventsOf = async (one: Case): Promise<string[]> =>
  t.crm.db('crm_events').where({ request_id: one.id }).orderBy('seq').pluck('type');

/** A limit of the direct service for the year of the tests: of this much more than is taken. */
async function limit(more: { budget?: number; places?: number }, period = '2026'): Promise<Reply> {
  const { limits } = expectStatus(await director.get<LimitList>('/service-limits'), 200);
  const before = limits.find((held) => held.service === services.direct && held.period === period);
  const { rows } = (await t.crm.db.raw(
    `select coalesce(sum(case when ended_at is null then greatest(total, net) else net end)
        filter (where kind = 'money'), 0)::int as budget,
      coalesce(sum(case when ended_at is null then greatest(total, net) else net end)
        filter (where kind <> 'money'), 0)::int as places
      from crm_allocations where service_slug = ? and in_force is not null and (year = ? or ? = 'open')`,
    [services.direct, period, period],
  )) as { rows: [{ budget: number; places: number }] };
  return director.post<LimitList>('/service-limits', {
    service: services.direct,
    period,
    version: before?.version ?? 0,
    ...(more.budget === undefined ? {} : { budget: rows[0].budget + more.budget }),
    ...(more.places === undefined ? {} : { places: rows[0].places + more.places }),
    reason: 'قرار مجلس الإدارة',
  });
}
const unlimited = () => limit({ budget: 1_000_000_000, places: 10_000 });

describe('an allocation', () => {
  it('waits for another person, and nothing begins without it', async () => {
    const one = await accepted();
    const early = await one.try(delivery, 'start_delivery', bodies.start_delivery);
    expect(early.error.details.refusals).toMatchObject([{ code: 'allocation_approved' }]);
    await one.do(delivery, 'allocate', { ...bodies.allocate, ...monthly });
    const waiting = await allocationOf(one);
    expect(waiting).toMatchObject({ state: 'proposed', terms: null, net: 0 });
    expect(waiting.proposal).toMatchObject({ mine: true, total: 240_000, version: 1 });
    expect((await one.try(delivery, 'start_delivery', bodies.start_delivery)).status).toBe(409);
    expect((await one.try(delivery, 'approve_allocation')).status).toBe(403);
    await one.do(director, 'approve_allocation');
    expect(await allocationOf(one)).toMatchObject({
      state: 'approved',
      proposal: null,
      terms: { version: 1, total: 240_000 },
      instalments: [
        { dueOn: '2026-10-31', amount: 80_000, state: 'overdue' },
        { dueOn: '2026-11-30', state: 'coming' },
        { dueOn: '2026-12-31', state: 'coming' },
      ],
    });
    await one.do(delivery, 'start_delivery', bodies.start_delivery);
    expect((await eventsOf(one)).slice(-3)).toEqual([
      'request.allocation_proposed',
      'request.allocation_approved',
      'request.delivery_started',
    ]);
  });

  it('is not approved by who proposed it, whatever else they may do', async () => {
    const one = await accepted();
    await one.do(delivery, 'allocate', bodies.allocate);
    await t.crm.db('crm_allocation_versions').insert({
      allocation_id: (await allocationOf(one)).id,
      version: 2,
      what: 'دفعة',
      pay: 'by_hand',
      amount: 1_000,
      rhythm: 'once',
      times: 1,
      starts_on: '2026-11-01',
      proposed_by: director.id,
      proposed_at: t.crm.now(),
    });
    await t.crm.db('crm_allocations').where({ request_id: one.id }).update({ proposed: 2 });
    const reply = await one.try(director, 'approve_allocation');
    expect([reply.status, code(reply)]).toEqual([409, 'error.another_person_approves']);
  });

  it('is refused with a reason, and may be proposed anew', async () => {
    const one = await accepted();
    await one.do(delivery, 'allocate', bodies.allocate);
    await one.do(director, 'refuse_allocation', { reason: 'المبلغ أكثر من المقرر' });
    expect(await allocationOf(one)).toMatchObject({
      state: 'refused',
      refused: { reason: 'المبلغ أكثر من المقرر' },
    });
    const { id } = await allocationOf(one);
    const again = await one.try(director, 'approve_allocation', { allocation: id });
    expect(code(again)).toBe('error.nothing_proposed');
    await one.do(delivery, 'allocate', { ...bodies.allocate, allocation: id, amount: 50_000 });
    await one.do(director, 'approve_allocation');
    expect(await allocationOf(one)).toMatchObject({ state: 'approved', refused: null });
  });

  it('keeps its terms until a change of them is approved, and never goes below what was given', async () => {
    const one = await started({ amount: 50_000, rhythm: 'monthly', times: 2 });
    expectStatus(await deliver(one, 60_000), 200);
    const { id } = await allocationOf(one);
    const change = { ...bodies.allocate, allocation: id };
    await one.do(delivery, 'allocate', { ...change, amount: 50_000 });
    expect(await allocationOf(one)).toMatchObject({
      terms: { total: 100_000 },
      proposal: { version: 2, total: 50_000 },
    });
    const below = await one.try(director, 'approve_allocation');
    expect(code(below)).toBe('error.allocation_below_delivered');
    await one.do(delivery, 'allocate', { ...change, amount: 70_000 });
    await one.do(director, 'approve_allocation');
    expect(await allocationOf(one)).toMatchObject({ terms: { version: 3, total: 70_000 } });
    expect(code(await deliver(one, 10_001))).toBe('error.more_than_allocated');
    expectStatus(await deliver(one, 10_000), 200);
  });

  it('names what does not belong together', async () => {
    const one = await accepted();
    const wrong = [
      [{ pay: undefined }, ['pay: required']],
      [{ pay: 'transfer', iban: 'SA0380000000608010167518' }, ['iban: iban']],
      [{ times: 2 }, ['times: once']],
      [{ amount: 0.5 }, ['amount: type']],
      [{ startsOn: '2026-02-31' }, ['startsOn: format']],
    ] as const;
    for (const [part, issues] of wrong) {
      const reply = await one.try(delivery, 'allocate', { ...bodies.allocate, ...part });
      expect([reply.status, issuesOf(reply)]).toEqual([422, issues]);
    }
    expect((await serviceOf(one)).allocations).toEqual([]);
  });

  it('to be transferred needs an account, which is shown by its last digits alone', async () => {
    const one = await accepted();
    await one.do(delivery, 'allocate', { ...bodies.allocate, pay: 'transfer' });
    const reply = await one.try(director, 'approve_allocation');
    expect(code(reply)).toBe('error.no_bank_account');
    const { id } = await allocationOf(one);
    const iban = 'SA0380000000608010167519';
    const change = { ...bodies.allocate, pay: 'transfer', allocation: id, iban };
    await one.do(delivery, 'allocate', change);
    await one.do(director, 'approve_allocation');
    const shown = await delivery.get(`/requests/${one.id}/service`);
    expect(shown.text).not.toContain(iban);
    expect((await allocationOf(one)).terms?.ibanMasked).toBe('SA••••7519');
    const row = await t.crm.db('crm_allocation_versions').where({ allocation_id: id, version: 2 });
    expect(JSON.stringify(row)).not.toContain(iban);
  });
});

describe('an enrolment', () => {
  it('shows what is still missing, and what must be there blocks by name', async () => {
    const { request: one } = await s.replied('accepted', await s.referred(services.everything));
    const before = (await serviceOf(one)).enrolment;
    expect(before?.mayEnrol).toBe(true);
    expect(before?.items).toEqual([
      { name: 'identity', state: 'missing', blocks: false },
      { name: 'contact', state: 'there', blocks: false },
      { name: 'consent', state: 'there', blocks: false },
      { name: 'papers', state: 'there', blocks: false },
      { name: 'bank_account', state: 'not_needed', blocks: false },
      { name: 'household', state: 'missing', blocks: false },
    ]);
    await one.do(delivery, 'allocate', { ...bodies.allocate, pay: 'transfer' });
    await t.crm.db('crm_request_documents').where({ request_id: one.id }).delete();
    const { enrolment } = await serviceOf(one);
    expect(enrolment?.mayEnrol).toBe(false);
    const reply = await one.try('relations_officer', 'enrol', bodies.enrol);
    expect([reply.status, code(reply)]).toEqual([409, 'error.enrolment_missing']);
    expect(reply.error.details.refusals?.map(({ code: name }) => name)).toEqual([
      'papers',
      'bank_account',
    ]);
    expect((await one.row()).status).toBe('accepted');
  });
});

describe('deliveries', () => {
  it('are partial, add up, and are never more than is allocated', async () => {
    const one = await started(monthly);
    for (const amount of [30_000, 50_000, 100_000]) expectStatus(await deliver(one, amount), 200);
    const view = await allocationOf(one);
    expect(view.net).toBe(180_000);
    expect(view.instalments.map(({ delivered }) => delivered)).toEqual([80_000, 80_000, 20_000]);
    const more = await deliver(one, 60_001);
    expect([more.status, code(more), more.error.details.left]).toEqual([
      409,
      'error.more_than_allocated',
      60_000,
    ]);
    const open = await one.try(delivery, 'complete');
    expect(open.error.details.refusals).toMatchObject([{ code: 'allocations_settled' }]);
    await one.do(delivery, 'end_allocation', { reason: 'انتقل المستفيد إلى مدينة أخرى' });
    await one.do(delivery, 'complete');
    expect(await allocationOf(one)).toMatchObject({
      state: 'ended',
      ended: { reason: 'انتقل المستفيد إلى مدينة أخرى' },
    });
  });

  it('are acknowledged by a signature, sealed, and read on record', async () => {
    const one = await started();
    const strokes = [Array.from({ length: 8 }, (_none, at) => [at * 60, 100 + at * 10])];
    const slip = [[[1, 1]]];
    const signed = (drawn: unknown) => ({
      ...bodies.record_delivery,
      acknowledgement: { way: 'signature', strokes: drawn },
    });
    const unsigned = await one.try(delivery, 'record_delivery', signed(slip));
    expect(issuesOf(unsigned)).toEqual(['acknowledgement.strokes: signature']);
    await one.do(delivery, 'record_delivery', signed(strokes));
    const [entry] = (await allocationOf(one)).entries;
    expect(entry).toMatchObject({ acknowledgement: 'signature', amount: 80_000, left: 80_000 });
    const row = await t.crm.db('crm_deliveries').where({ id: entry?.id }).first();
    expect(row.strokes_sealed).not.toContain('[[');
    const drawn = await delivery.get<{ strokes: unknown }>(`/deliveries/${entry?.id}/signature`);
    expect(drawn.data.strokes).toEqual(strokes);
    expect((await eventsOf(one)).at(-1)).toBe('request.file_read');
  });

  it('are acknowledged by the bank’s receipt, which is then a file of the request', async () => {
    const one = await started({ pay: 'transfer', iban: 'SA0380000000608010167519' });
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from('no pdf'))]), 'receipt.pdf');
    const refused = await delivery.send('/deliveries/uploads', { method: 'POST', body: form });
    expect(refused.status).toBe(415);
    const { upload } = expectStatus(await s.upload(), 201);
    const acknowledgement = { way: 'bank_receipt', upload };
    await one.do(delivery, 'record_delivery', { ...bodies.record_delivery, acknowledgement });
    const [entry] = (await allocationOf(one)).entries;
    expect((await delivery.get(`/files/${entry?.fileId}`)).status).toBe(200);
  });

  it('are received by the beneficiary, or by who holds an authority on that day', async () => {
    const one = await started(monthly);
    const file = await t.crm.transaction((unit) =>
      openFile(unit, { name: 'حصة بنت سعد', contacts: [] }, { path: 'desk', staffId: null }),
    );
    await t.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: file.id });
    const officer = await t.loginAs('relations_officer');
    expectStatus(
      await officer.post(`/beneficiaries/${file.id}/authorities`, {
        expectedVersion: 1,
        holderName: 'فهد بن سعد الثبيتي',
        kind: 'attorney',
        proof: 'power_of_attorney',
        validFrom: '2026-10-15',
        how: 'in_person',
      }),
      200,
    );
    const [authority] = (await serviceOf(one)).authorities;
    expect(authority).toMatchObject({ name: 'فهد بن سعد الثبيتي', kind: 'attorney' });
    const body = {
      ...bodies.record_delivery,
      receiver: { kind: 'authority', id: authority?.id },
    };
    const early = await one.try(delivery, 'record_delivery', {
      ...body,
      deliveredOn: '2026-10-14',
    });
    expect(issuesOf(early)).toEqual(['receiver.id: not_in_force']);
    const future = await one.try(delivery, 'record_delivery', {
      ...body,
      deliveredOn: '2026-11-02',
    });
    expect(issuesOf(future)).toEqual(['deliveredOn: future']);
    await one.do(delivery, 'record_delivery', body);
    await one.do(delivery, 'record_delivery', bodies.record_delivery);
    expect((await allocationOf(one)).entries).toMatchObject([
      { receivedBy: 'فهد بن سعد الثبيتي', capacity: 'attorney' },
      { receivedBy: 'حصة بنت سعد', capacity: null },
    ]);
    const ofPerson = await officer.get<AllocationView[]>(`/beneficiaries/${file.id}/allocations`);
    expect(ofPerson.data).toMatchObject([{ reference: one.receipt.reference, net: 160_000 }]);
  });

  it('arrive exactly once from the field, however often they are sent', async () => {
    const one = await started(monthly);
    const { id } = await allocationOf(one);
    const body = { ...bodies.record_delivery, allocation: id };
    const key = idempotent();
    const path = `/requests/${one.id}/deliveries`;
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => delivery.post(path, body, key)),
    );
    replies.push(await delivery.post(path, body, key));
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect((await allocationOf(one)).entries).toHaveLength(1);
    expect((await delivery.post(path, { ...body, amount: 1 }, key)).status).toBe(422);
    expect((await delivery.post(path, body)).status).toBe(422);
  });
});

describe('returns and corrections', () => {
  it('are entries of their own that point to what they return or correct', async () => {
    const one = await started();
    await one.do(delivery, 'record_delivery', bodies.record_delivery);
    await one.do(delivery, 'return_delivery', bodies.return_delivery);
    const [given] = (await allocationOf(one)).entries;
    const about = { delivery: given?.id };
    const much = { ...bodies.return_delivery, ...about, amount: 60_001 };
    expect(code(await one.try(delivery, 'return_delivery', much))).toBe(
      'error.more_than_delivered',
    );
    const early = { ...bodies.return_delivery, ...about, returnedOn: '2026-10-31' };
    expect(issuesOf(await one.try(delivery, 'return_delivery', early))).toEqual([
      'returnedOn: before_delivery',
    ]);
    await one.do(delivery, 'correct_delivery', { ...bodies.correct_delivery, ...about });
    const view = await allocationOf(one);
    expect(view.net).toBe(50_000);
    expect(view.entries).toMatchObject([
      { entry: 'delivery', amount: 80_000, left: 50_000 },
      { entry: 'return', amount: -20_000, of: given?.id, reason: 'أعاد المستفيد ما زاد' },
      { entry: 'correction', amount: -10_000, of: given?.id },
    ]);
    expect((await eventsOf(one)).slice(-2)).toEqual([
      'request.delivery_returned',
      'request.delivery_corrected',
    ]);
    // What came back can be handed over again.
    expectStatus(await deliver(one, 30_000), 200);
  });

  it('over the allocation are written down by a second person who approves', async () => {
    const one = await started();
    await one.do(delivery, 'record_delivery', bodies.record_delivery);
    const more = { amount: 5_000, reason: 'حُوِّل المبلغ زائدًا' };
    const own = await one.try(delivery, 'correct_delivery', more);
    expect([own.status, code(own)]).toEqual([409, 'error.another_person_corrects']);
    await one.do(director, 'correct_delivery', more);
    expect((await allocationOf(one)).net).toBe(85_000);
  });

  it('are possible when the matter is complete: what comes back is free for others, and due to nobody', async () => {
    const one = await started();
    await one.do(delivery, 'record_delivery', bodies.record_delivery);
    await one.do(delivery, 'complete');
    const { ended_at: completedAt } = await t.crm
      .db('crm_requests')
      .where({ id: one.id })
      .first<{ ended_at: Date }>('ended_at');
    expectStatus(await limit({ budget: 0 }), 200);
    const other = await accepted();
    await other.do(delivery, 'allocate', { ...bodies.allocate, amount: 20_000 });
    expect(code(await other.try(director, 'approve_allocation'))).toBe('error.budget_exceeded');

    t.setNow(new Date(t.crm.now().getTime() + 60_000));
    await one.do(delivery, 'return_delivery', bodies.return_delivery);
    expect(await allocationOf(one)).toMatchObject({
      state: 'ended',
      net: 60_000,
      ended: { by: null, reason: 'اكتمل الطلب قبل ذلك.' },
      entries: [
        { entry: 'delivery', amount: 80_000, left: 60_000 },
        { entry: 'return', amount: -20_000 },
      ],
    });
    const due = expectStatus(await delivery.get<DueList>('/deliveries?view=overdue'), 200);
    expect(due.rows.filter(({ requestId }) => requestId === one.id)).toEqual([]);
    await other.do(director, 'approve_allocation');

    // Nothing more is given by way of a correction, but by who approves.
    const more = { amount: 5_000, reason: 'كُتب المبلغ ناقصًا' };
    expect(code(await one.try(delivery, 'correct_delivery', more))).toBe(
      'error.another_person_corrects',
    );
    expect(code(await one.try(director, 'correct_delivery', more))).toBe('error.budget_exceeded');
    await one.do(delivery, 'correct_delivery', bodies.correct_delivery);
    expect((await allocationOf(one)).net).toBe(50_000);
    expect((await deliver(one, 1)).status).toBe(409);
    const row = await t.crm.db('crm_requests').where({ id: one.id }).first();
    expect([row.status, row.ended_at]).toEqual(['completed', completedAt]);
    await unlimited();
  });

  it.each([
    ['update crm_deliveries set measure = 1', 'never changed'],
    [`update crm_deliveries set entry = 'correction', reason = 'x'`, 'never changed'],
    ['delete from crm_deliveries', 'never deleted'],
    ['update crm_allocation_versions set amount = 1', 'new version'],
    ['delete from crm_allocation_versions', 'new version'],
  ])('the database refuses: %s', async (sql, words) => {
    await started().then((one) => one.do(delivery, 'record_delivery', bodies.record_delivery));
    await expect(t.crm.db.raw(sql)).rejects.toThrow(words);
  });
});

describe('the limits of a service', () => {
  afterEach(unlimited);

  it('are kept by who approves, in versions, with a reason', async () => {
    const list = expectStatus(await limit({ budget: 100_000, places: 3 }), 200) as LimitList;
    const held = list.limits.find(({ service }) => service === services.direct);
    expect(held?.budget?.left).toBe(100_000);
    const stale = {
      service: services.direct,
      period: '2026',
      version: 0,
      budget: 1,
      reason: 'ـــ',
    };
    expect(code(await director.post('/service-limits', { ...stale, reason: 'قرار المجلس' }))).toBe(
      'error.version_conflict',
    );
    expect((await delivery.post('/service-limits', stale)).status).toBe(403);
    const low = { ...stale, version: held?.version, reason: 'قرار المجلس' };
    expect(code(await director.post('/service-limits', low))).toBe('error.limit_below_taken');
    const nowhere = { ...low, service: 'nowhere', period: 'open', version: 0 };
    expect(issuesOf(await director.post('/service-limits', nowhere))).toEqual([
      'service: not_found',
    ]);
    await expect(t.crm.db('crm_service_limits').update({ budget: 1 })).rejects.toThrow(/version/);
  });

  it('are reserved by an approval, follow what is given and comes back, and are freed by an end', async () => {
    await limit({ budget: 200_000 });
    const sums = async () => {
      const { limits } = expectStatus(await director.get<LimitList>('/service-limits'), 200);
      return limits.find(({ service, period }) => service === services.direct && period === '2026')
        ?.budget;
    };
    const start = await sums();
    if (!start) throw new Error('no limit');
    const changed = async () => {
      const now = await sums();
      if (!now) throw new Error('no limit');
      expect(now.limit).toBe(now.left + now.reserved + now.delivered - now.returned);
      return [now.reserved, now.delivered, now.returned, now.left].map(
        (value, at) =>
          value - ([start.reserved, start.delivered, start.returned, start.left][at] ?? 0),
      );
    };
    const one = await started({ amount: 60_000, rhythm: 'monthly', times: 3 });
    expect(await changed()).toEqual([180_000, 0, 0, -180_000]);
    expectStatus(await deliver(one, 50_000), 200);
    expect(await changed()).toEqual([130_000, 50_000, 0, -180_000]);
    await one.do(delivery, 'return_delivery', bodies.return_delivery);
    expect(await changed()).toEqual([150_000, 50_000, 20_000, -180_000]);
    const other = await accepted();
    await other.do(delivery, 'allocate', { ...bodies.allocate, amount: 20_001 });
    const refused = await other.try(director, 'approve_allocation');
    expect([refused.status, code(refused), refused.error.details.left]).toEqual([
      409,
      'error.budget_exceeded',
      20_000,
    ]);
    await one.do(delivery, 'end_allocation', bodies.end_allocation);
    expect(await changed()).toEqual([0, 50_000, 20_000, -30_000]);
    await other.do(director, 'approve_allocation');
  });

  it('of another year are another’s', async () => {
    await limit({ budget: 0 });
    const one = await accepted();
    await one.do(delivery, 'allocate', { ...bodies.allocate, startsOn: '2027-01-01' });
    await one.do(director, 'approve_allocation');
    const open = await limit({ budget: 0 }, 'open');
    expect(open.status).toBe(200);
    const two = await accepted();
    await two.do(delivery, 'allocate', { ...bodies.allocate, startsOn: '2027-01-01' });
    expect(code(await two.try(director, 'approve_allocation'))).toBe('error.budget_exceeded');
    await limit({ budget: 1_000_000_000, places: 10_000 }, 'open');
  });

  it.each([
    ['riyal', { budget: 80_000 }, {}, 'error.budget_exceeded'],
    ['place', { places: 1 }, { kind: 'place', pay: undefined, amount: 1 }, 'error.places_exceeded'],
  ] as const)(
    'the last %s goes to one, though officers approve at the same moment',
    async (_what, last, terms, refusal) => {
      const cases = await Promise.all(Array.from({ length: 4 }, () => accepted()));
      for (const one of cases) await one.do(delivery, 'allocate', { ...bodies.allocate, ...terms });
      for (const round of [0, 1]) {
        expectStatus(await limit(last), 200);
        const rivals = cases.slice(round * 2, round * 2 + 2);
        const replies = await atOnce(
          t,
          rivals.map((one) => () => one.try(director, 'approve_allocation')),
        );
        expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
        expect(replies.map(code).filter(Boolean)).toEqual([refusal]);
      }
    },
  );

  it('lowered while something is approved are kept all the same, whoever was first', async () => {
    const one = await accepted();
    await one.do(delivery, 'allocate', bodies.allocate);
    expectStatus(await limit({ budget: 80_000 }), 200);
    const replies = await atOnce(t, [
      () => one.try(director, 'approve_allocation'),
      () => limit({ budget: 79_999 }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.map(code).filter(Boolean)).toEqual([
      replies[0]?.status === 409 ? 'error.budget_exceeded' : 'error.limit_below_taken',
    ]);
    await unlimited();
  });

  it('hold against an increase of what was given, corrected at the same moment', async () => {
    const cases = [await started(), await started()];
    for (const one of cases) {
      expectStatus(await deliver(one, 80_000), 200);
      await one.do(delivery, 'end_allocation', bodies.end_allocation);
    }
    expectStatus(await limit({ budget: 1_000 }), 200);
    const replies = await atOnce(
      t,
      cases.map(
        (one) => () =>
          one.try(director, 'correct_delivery', { ...bodies.correct_delivery, amount: 1_000 }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    await unlimited();
  });
});

describe('what is due', () => {
  const due = async (view: string): Promise<DueList> =>
    expectStatus(await delivery.get<DueList>(`/deliveries?view=${view}`), 200);
  const has = ({ rows }: DueList, one: Case) => rows.find(({ requestId }) => requestId === one.id);

  it('is listed by its day, and moves on with what is handed over', async () => {
    const one = await started({ ...monthly, startsOn: '2026-10-01' });
    expect(has(await due('overdue'), one)).toMatchObject({ dueOn: '2026-10-01', amount: 80_000 });
    await deliver(one, 90_000);
    expect(has(await due('overdue'), one)).toBeUndefined();
    expect(has(await due('today'), one)).toMatchObject({ dueOn: '2026-11-01', amount: 70_000 });
    await deliver(one, 70_000);
    const listed = await Promise.all(['overdue', 'today', 'week'].map(due));
    expect(listed.map((list) => has(list, one))).toEqual([undefined, undefined, undefined]);
  });

  it('to be approved is listed for who approves', async () => {
    const one = await accepted();
    await one.do(delivery, 'allocate', bodies.allocate);
    const list = expectStatus(await director.get<DueList>('/deliveries?view=proposed'), 200);
    expect(has(list, one)).toMatchObject({ amount: 80_000, proposedBy: 'تركي القثامي' });
    expect(list.counts.proposed).toBeGreaterThan(0);
  });
});

describe('a request that ends another way', () => {
  it('ends what was allocated, says why, and frees what was not handed over', async () => {
    const one = await started(monthly);
    await deliver(one, 30_000);
    // No row of the table withdraws what is in delivery: what would, brings this about.
    await t.crm.transaction(async (unit) => {
      await unit.trx('crm_requests').where({ id: one.id }).update({ status: 'withdrawn' });
      const actor = { kind: 'applicant' } as const;
      unit.record({ type: 'request.withdrawn', actor, requestId: one.id, data: {} });
    });
    expect(await allocationOf(one)).toMatchObject({
      state: 'ended',
      net: 30_000,
      ended: { by: null, reason: 'سُحب الطلب.' },
    });
    expect((await eventsOf(one)).slice(-2)).toEqual([
      'request.withdrawn',
      'request.allocation_ended',
    ]);
  });
});

describe('another branch', () => {
  it('is not there for a delegate', async () => {
    const one = await started();
    const delegate = await t.loginAs('delegate');
    expect((await delegate.get(`/requests/${one.id}/service`)).status).toBe(404);
    await one.do(delivery, 'record_delivery', {
      ...bodies.record_delivery,
      acknowledgement: {
        way: 'signature',
        strokes: [Array.from({ length: 8 }, (_none, at) => [at * 60, 100])],
      },
    });
    const [entry] = (await allocationOf(one)).entries;
    expect((await delegate.get(`/deliveries/${entry?.id}/signature`)).status).toBe(404);
  });
});
