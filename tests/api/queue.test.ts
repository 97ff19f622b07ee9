/** The queue: what each view holds, what it is narrowed to, where its pages go on; and how work is given. */
import type {
  AbsenceView,
  Absences,
  AssignedRequest,
  AssignmentRules,
  Board,
  BulkResult,
  Colleagues,
  HandoverResult,
  Queue,
  SavedViews,
} from '../../src/plugins/beneficiary-crm/contracts/queue';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent, issuesOf, refusalsOf } from '../support/http';
import { expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
let officer: SignedIn;
let officer2: SignedIn;
let delegate: SignedIn;

beforeAll(async () => {
  t = await bootCrm({ LIMIT_WRITE: '10000', LIMIT_UPLOAD: '10000' });
  s = scenario(t);
  officer = await t.loginAs('relations_officer');
  officer2 = await t.loginAs('officer2');
  delegate = await t.loginAs('delegate');
}, 180_000);
afterAll(() => t?.stop());

const list = async (who: SignedIn, query = ''): Promise<Queue> =>
  expectStatus(await who.get<Queue>(`/requests?${query}`), 200);
const ids = (queue: Queue) => queue.rows.map(({ id }) => id);
const version = async (one: Case) => (await one.row()).version;
const assign = async (who: SignedIn, one: Case, to: object, expectedVersion?: number) =>
  who.post<AssignedRequest>(`/requests/${one.id}/assign`, {
    expectedVersion: expectedVersion ?? (await version(one)),
    to,
  });
const eventsOf = (one: Case, type: string) =>
  t.crm.db('crm_events').where({ request_id: one.id, type }).orderBy('seq');

describe('views and filters', () => {
  let mine: Case;
  let theirs: Case;
  let free: Case;
  let talk: Case;

  beforeAll(async () => {
    free = await s.submitted('assistance', services.direct);
    mine = await s.checking(services.direct);
    theirs = await s.submitted('assistance', services.committee);
    await theirs.do('officer2', 'start_check');
    talk = await s.submitted('complaint');
  }, 120_000);

  it('holds in each view what its name says, and counts as many', async () => {
    const found = {
      mine: [mine.id],
      team: [mine.id, theirs.id],
      unassigned: [free.id, talk.id],
      overdue: [],
      waiting: [],
      ready: [],
      all: [mine.id, theirs.id, free.id, talk.id],
    };
    for (const [view, expected] of Object.entries(found)) {
      const queue = await list(officer, `view=${view}`);
      expect([view, ids(queue).sort()]).toEqual([view, [...expected].sort()]);
      expect([view, queue.total, queue.counts[view as 'all']]).toEqual([
        view,
        expected.length,
        expected.length,
      ]);
    }
    // a researcher has a team of the own, and nobody in it has anything in hand
    expect((await list(await t.loginAs('researcher'), 'view=team')).total).toBe(0);
  });

  it('is narrowed by several statuses, kind, service, channel, person and day', async () => {
    const found = async (query: string) => ids(await list(officer, query)).sort();
    expect(await found('status=checking')).toEqual([mine.id, theirs.id].sort());
    expect(await found('status=checking,submitted')).toHaveLength(4);
    expect(await found('kind=complaint,inquiry')).toEqual([talk.id]);
    expect(await found(`service=${services.committee}`)).toEqual([theirs.id]);
    expect(await found('channel=phone')).toEqual([]);
    expect(await found(`assignee=${officer2.id}`)).toEqual([theirs.id]);
    expect(await found('assignee=none')).toEqual([free.id, talk.id].sort());
    expect(await found('from=2026-11-01&to=2026-11-01')).toHaveLength(4);
    expect(await found('from=2026-11-02')).toEqual([]);
    expect(await found('to=2026-10-31')).toEqual([]);
    const counts = (await list(officer, 'kind=complaint')).counts;
    expect(counts).toMatchObject({ unassigned: 1, all: 1, mine: 0 });
  });

  it('is searched in the body only: what names a person stands in no address', async () => {
    expect((await officer.get('/requests?q=0551234567')).status).toBe(422);
    const phone = String(mine.sent?.applicant.phone);
    const found = expectStatus(await officer.post<Queue>('/requests/search', { q: phone }), 200);
    expect(ids(found)).toEqual([mine.id]);
    expect(found.counts).toMatchObject({ mine: 1, unassigned: 0, all: 1 });
    const nobody = await officer.post<Queue>('/requests/search', { q: 'زقزوق طنطاوي' });
    expect(nobody.data.total).toBe(0);
  });

  it.each(['promise', 'newest', 'longest'])('goes on where the page ended, by %s', async (sort) => {
    const whole = ids(await list(officer, `sort=${sort}`));
    const walked: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Queue = await list(
        officer,
        `sort=${sort}&pageSize=1${next ? `&after=${next}` : ''}`,
      );
      walked.push(...ids(page));
      next = page.next;
    }
    expect(walked).toEqual(whole);
    expect(ids(await list(officer, `sort=${sort}&pageSize=2&page=2`))).toEqual(whole.slice(2, 4));
  });

  it.each(['nonsense', Buffer.from('["x",1]').toString('base64url'), 'W10', 'bnVsbA'])(
    'takes %s for no place in the queue',
    async (after) => {
      const reply = await officer.get(`/requests?after=${after}`);
      expect([reply.status, issuesOf(reply)]).toEqual([422, ['after: format']]);
    },
  );

  it('shows the board: a column for each status, with its count and its first cards', async () => {
    const board = expectStatus(await officer.get<Board>('/queue/board?cards=1'), 200);
    expect(board.columns.map(({ status, count, cards }) => [status, count, cards.length])).toEqual([
      ['submitted', 2, 1],
      ['checking', 2, 1],
    ]);
    const own = expectStatus(await officer.get<Board>('/queue/board?view=mine'), 200);
    expect(own.columns.map(({ cards }) => cards.map(({ id }) => id))).toEqual([[mine.id]]);
  });

  it('shows a delegate the own branch only, in every view, count and column', async () => {
    await theirs.inBranch('upper-villages');
    expect(ids(await list(delegate, 'view=all'))).toEqual([theirs.id]);
    expect((await list(delegate)).counts).toMatchObject({
      all: 1,
      unassigned: 0,
      mine: 0,
      team: 0,
    });
    const board = expectStatus(await delegate.get<Board>('/queue/board'), 200);
    expect(board.columns.map(({ status, count }) => [status, count])).toEqual([['checking', 1]]);
    expect((await list(delegate, 'branch=wadi')).total).toBe(0);
    const people = expectStatus(await delegate.get<Colleagues>('/queue/colleagues'), 200).people;
    // a delegate takes requests in; checking them is the officers' work
    expect(people).toEqual([]);
    await t.crm.db('crm_requests').where({ id: theirs.id }).update({ branch: null });
  });
});

describe('giving by hand', () => {
  it('puts a request into someone’s hands, with one event that names both', async () => {
    const one = await s.submitted();
    const given = expectStatus(await assign(officer, one, { person: officer2.id }), 200);
    expect(given).toMatchObject({ assigneeId: officer2.id, version: 2 });
    const events = await eventsOf(one, 'request.assigned');
    expect(events.map(({ data }) => data)).toEqual([{ from: null, to: officer2.id, how: 'hand' }]);
    // there already: nothing happens, and nothing is said
    const again = expectStatus(await assign(officer, one, { person: officer2.id }), 200);
    expect(again.version).toBe(2);
    expectStatus(await assign(officer2, one, { nobody: true }), 200);
    expect(ids(await list(officer, 'view=unassigned&pageSize=100'))).toContain(one.id);
    expect(await eventsOf(one, 'request.assigned')).toHaveLength(2);
  });

  it('gives only to who may do the work and sees the branch', async () => {
    const one = await s.submitted();
    const refused = async (who: SignedIn, to: object) => {
      const reply = await assign(who, one, to);
      expect(reply.status).toBe(409);
      return refusalsOf(reply);
    };
    const deliverer = await t.loginAs('delivery_officer');
    expect(await refused(officer, { person: deliverer.id })).toEqual(['assignee_cannot_work']);
    expect(await refused(officer, { person: delegate.id })).toContain('assignee_other_branch');
    expect(await refused(officer, { person: 999_999 })).toEqual(['assignee_gone']);
    expect(await refused(officer, { team: 'quality_officer' })).toEqual(['nobody_present']);
    // another may take what nobody has if it is the own work, and give nothing of others
    expect(await refused(deliverer, { person: officer.id })).toEqual(['not_yours_to_give']);
    expect(await refused(deliverer, { person: deliverer.id })).toEqual(['assignee_cannot_work']);
    expect((await assign(delegate, one, { person: delegate.id })).status).toBe(404);
    expect((await one.row()).version).toBe(1);
  });

  it('lets one of two who take the same at the same moment have it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await s.submitted('inquiry');
      const replies = await Promise.all([
        assign(officer, one, { person: officer.id }, 1),
        assign(officer2, one, { person: officer2.id }, 1),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await eventsOf(one, 'request.assigned')).toHaveLength(1);
    }
  });
});

describe('many at once', () => {
  it('answers for each row, and what one is refused does not hold up the others', async () => {
    const [first, second] = [await s.submitted(), await s.submitted()];
    const ended = await s.submitted('inquiry');
    await ended.do('relations_officer', 'withdraw');
    const rows = [
      { id: first.id, expectedVersion: 1 },
      { id: ended.id, expectedVersion: await version(ended) },
      { id: second.id, expectedVersion: 7 },
      { id: '00000000-0000-4000-8000-000000000000', expectedVersion: 1 },
    ];
    const reply = await officer.post<BulkResult>(
      '/requests/assign',
      { rows, to: { person: officer2.id } },
      idempotent(),
    );
    const result = expectStatus(reply, 200);
    expect([result.done, result.refused]).toEqual([1, 3]);
    expect(result.rows.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      [],
      ['request_ended'],
      ['error.version_conflict'],
      ['error.not_found'],
    ]);
    expect(result.rows[0]).toMatchObject({
      done: true,
      version: 2,
      reference: first.receipt.reference,
    });
    expect(
      result.rows.every(({ refusals }) => refusals.every(({ message }) => message !== '')),
    ).toBe(true);
  });

  it('does a step for each, as the table allows', async () => {
    const [one, two] = [await s.submitted(), await s.checking()];
    const talk = await s.submitted('inquiry');
    const rows = await Promise.all(
      [one, two, talk].map(async (each) => ({ id: each.id, expectedVersion: await version(each) })),
    );
    const body = { action: 'start_check', rows };
    const result = expectStatus(
      await officer.post<BulkResult>('/requests/bulk', body, idempotent()),
      200,
    );
    expect(result.rows.map(({ done, status }) => [done, status])).toEqual([
      [true, 'checking'],
      [false, null],
      [false, null],
    ]);
    // the same person asked the same a day before
    const first = await s.submitted('inquiry', undefined, {
      applicant: { phone: String(talk.sent?.applicant.phone) },
    });
    await t.crm
      .db('crm_requests')
      .where({ id: first.id })
      .update({ submitted_at: new Date('2026-10-31T09:00:00Z') });
    const duplicates = {
      action: 'mark_duplicate',
      of: first.receipt.reference,
      rows: [{ id: talk.id, expectedVersion: 1 }],
    };
    const marked = await officer.post<BulkResult>('/requests/bulk', duplicates, idempotent());
    expect(marked.data.rows[0]).toMatchObject({ done: true, status: 'duplicate' });
    const deliverer = await t.loginAs('delivery_officer');
    const refused = await deliverer.post<BulkResult>(
      '/requests/bulk',
      { action: 'start', rows: [{ id: (await s.submitted('inquiry')).id, expectedVersion: 1 }] },
      idempotent(),
    );
    expect(refused.data.rows[0]?.refusals[0]?.code).toBe('error.not_permitted');
    // what asks for a person's words is no step for many
    const personal = { action: 'reject_directly', rows: [{ id: one.id, expectedVersion: 2 }] };
    expect((await officer.post('/requests/bulk', personal, idempotent())).status).toBe(422);
  });

  it('runs once for its key, also when the answer was lost and two come together', async () => {
    const cases = [await s.submitted('inquiry'), await s.submitted('inquiry')];
    const rows = cases.map(({ id }) => ({ id, expectedVersion: 1 }));
    const key = idempotent();
    const body = { action: 'start', rows };
    const replies = await Promise.all(
      [1, 2, 3].map(() => officer.post<BulkResult>('/requests/bulk', body, key)),
    );
    for (const reply of replies) expect(expectStatus(reply, 200).done).toBe(2);
    for (const one of cases) expect(await eventsOf(one, 'request.started')).toHaveLength(1);
    expect((await officer.post('/requests/bulk', body)).status).toBe(422);
    const other = await officer.post('/requests/bulk', { action: 'close', rows }, key);
    expect(other.status).toBe(422);
  });
});

describe('rules', () => {
  const rules = async () => expectStatus(await officer.get<AssignmentRules>('/queue/rules'), 200);
  const setRules = async (list: object[]) =>
    expectStatus(
      await officer.post<AssignmentRules>('/queue/rules', {
        expectedVersion: (await rules()).version,
        rules: list,
      }),
      200,
    );
  const holderOf = async (one: Case) =>
    (
      await t.crm
        .db('crm_requests')
        .where({ id: one.id })
        .first<{ assignee_id: number }>('assignee_id')
    ).assignee_id;
  afterAll(() => setRules([]));

  it('give a new request away in the transaction that takes it in', async () => {
    await setRules([{ kind: 'complaint', to: { person: officer2.id } }]);
    const complaint = await s.submitted('complaint');
    const inquiry = await s.submitted('inquiry');
    expect([await holderOf(complaint), await holderOf(inquiry)]).toEqual([officer2.id, null]);
    const [event] = await eventsOf(complaint, 'request.assigned');
    expect(event).toMatchObject({ actor_kind: 'system' });
    expect(event.data).toMatchObject({ to: officer2.id, how: 'rule', rule: 1 });
  });

  it('give to a team by load, and to nobody who is away', async () => {
    await setRules([{ to: { team: 'relations_officer' } }]);
    const held = async (who: SignedIn) => (await list(who, 'view=mine')).total;
    const before = { one: await held(officer), two: await held(officer2) };
    const n = Math.abs(before.one - before.two) + 4;
    for (let made = 0; made < n; made += 1) await s.submitted('inquiry');
    expect(Math.abs((await held(officer)) - (await held(officer2)))).toBeLessThanOrEqual(1);

    const away = { person: officer.id, from: '2026-11-01', to: '2026-11-03' };
    const { absences } = expectStatus(await officer.post<Absences>('/queue/absences', away), 201);
    const one = await s.submitted('inquiry');
    const two = await s.submitted('inquiry');
    expect([await holderOf(one), await holderOf(two)]).toEqual([officer2.id, officer2.id]);
    const { id } = absences.find(({ personId }) => personId === officer.id) as AbsenceView;
    expectStatus(await officer.post<Absences>(`/queue/absences/${id}/end`), 200);
    expect((await officer.post(`/queue/absences/${id}/end`)).status).toBe(404);
  });

  it('go to the deputy of one who is away', async () => {
    await setRules([{ to: { person: officer.id } }]);
    const away = { from: '2026-11-01', to: '2026-11-01', deputy: officer2.id };
    const { absences } = expectStatus(await officer.post<Absences>('/queue/absences', away), 201);
    expect(await holderOf(await s.submitted('inquiry'))).toBe(officer2.id);
    for (const { id } of absences) await officer.post(`/queue/absences/${id}/end`);
    expect(await holderOf(await s.submitted('inquiry'))).toBe(officer.id);
  });

  it('are changed by one of two who change them at the same moment', async () => {
    const { version: expectedVersion } = await rules();
    const replies = await Promise.all(
      [officer, officer2].map((who) =>
        who.post('/queue/rules', { expectedVersion, rules: [{ to: { person: who.id } }] }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const researcher = await t.loginAs('researcher');
    expect((await researcher.post('/queue/rules', { expectedVersion, rules: [] })).status).toBe(
      403,
    );
    const unknown = await officer.post('/queue/rules', {
      expectedVersion: expectedVersion + 1,
      rules: [{ to: { person: 999_999 } }],
    });
    expect(issuesOf(unknown)).toEqual(['rules.0.to.person: not_found']);
  });
});

describe('absence', () => {
  it('is said for oneself, or for another by who may assign; ends before it begins for nobody', async () => {
    const researcher = await t.loginAs('researcher');
    const days = { from: '2026-11-05', to: '2026-11-07' };
    expectStatus(await researcher.post('/queue/absences', days), 201);
    expect((await researcher.post('/queue/absences', { ...days, person: officer.id })).status).toBe(
      403,
    );
    const wrong = async (body: object) => issuesOf(await officer.post('/queue/absences', body));
    expect(await wrong({ from: '2026-11-07', to: '2026-11-05' })).toEqual(['to: period_end']);
    expect(await wrong({ from: '2026-10-01', to: '2026-10-05' })).toEqual(['to: past']);
    expect(await wrong({ ...days, person: 999_999 })).toEqual(['person: not_found']);
    expect(await wrong({ ...days, deputy: officer.id })).toEqual(['deputy: another_person']);
    const seen = expectStatus(await officer.get<Absences>('/queue/absences'), 200).absences;
    expect(seen).toEqual([
      expect.objectContaining({ personId: researcher.id, ...days, now: false, mayEnd: true }),
    ]);
  });
});

describe('handing over everything', () => {
  it('leaves nothing open in the hands of who goes, and shares it by load', async () => {
    const goes = await s.newStaff('relations_officer', 'fahd');
    const made: Case[] = [];
    for (let n = 0; n < 6; n += 1) {
      const one = await s.submitted('inquiry');
      await assign(officer, one, { person: goes.id });
      made.push(one);
    }
    const [ended] = made;
    await ended?.do('relations_officer', 'withdraw');
    const body = { from: goes.id, to: { people: [officer.id, officer2.id] } };
    const researcher = await t.loginAs('researcher');
    expect((await researcher.post('/requests/handover', body)).status).toBe(403);
    const itself = { from: goes.id, to: { people: [goes.id] } };
    expect((await officer.post('/requests/handover', itself)).status).toBe(422);
    // nobody of those named may do the work: everything stays, and is named
    const stays = { from: goes.id, to: { people: [(await t.loginAs('delivery_officer')).id] } };
    const left = expectStatus(await officer.post<HandoverResult>('/requests/handover', stays), 200);
    expect([left.moved, left.leftCount, left.left.length]).toEqual([0, 5, 5]);
    expect(left.left[0]?.refusals[0]?.code).toBe('assignee_cannot_work');

    // the account is blocked first: what is in its hands is found all the same
    await t.crm.db('admin_users').where({ id: goes.id }).update({ blocked: true });
    expect((await list(officer, 'assignee=gone')).total).toBe(5);
    const people = expectStatus(await officer.get<Colleagues>('/queue/colleagues'), 200).people;
    expect(people.find(({ id }) => id === goes.id)).toMatchObject({ state: 'gone', open: 5 });

    const done = await Promise.all([
      officer.post<HandoverResult>('/requests/handover', body),
      officer2.post<HandoverResult>('/requests/handover', body),
    ]);
    const moved = done.map((reply) => expectStatus(reply, 200).moved);
    expect(moved.reduce((sum, n) => sum + n, 0)).toBe(5);
    expect((await list(officer, 'assignee=gone')).total).toBe(0);
    for (const one of made.slice(1))
      expect(await eventsOf(one, 'request.assigned')).toHaveLength(2);
    expect(await eventsOf(made[0] as Case, 'request.assigned')).toHaveLength(1);
  });
});

describe('saved views', () => {
  const saved = async (who: SignedIn) =>
    expectStatus(await who.get<SavedViews>('/queue/views'), 200);

  it('are one’s own, and shared with the team by who may assign', async () => {
    const filters = { view: 'team', status: ['checking'], sort: 'longest' };
    const kept = await officer.post<{ id: string }>('/queue/views', {
      name: 'متأخرات الأسبوع',
      filters,
      shared: true,
    });
    const { id } = expectStatus(kept, 201);
    expect((await saved(officer)).views).toMatchObject([{ id, mine: true, filters }]);
    expect((await saved(officer2)).views).toMatchObject([{ id, mine: false }]);
    const researcher = await t.loginAs('researcher');
    expect(await saved(researcher)).toEqual({ views: [], mayShare: false });
    const shares = { name: 'بحوثي', filters: {}, shared: true };
    expect((await researcher.post('/queue/views', shares)).status).toBe(403);

    const change = { name: 'الأسبوع', filters, shared: false };
    expect((await officer2.post(`/queue/views/${id}`, change)).status).toBe(404);
    expect((await officer2.post(`/queue/views/${id}/delete`)).status).toBe(404);
    expectStatus(await officer.post(`/queue/views/${id}`, change), 200);
    expect((await saved(officer2)).views).toEqual([]);
    const twice = await officer.post('/queue/views', { name: 'الأسبوع', filters: {} });
    expect(twice.error.details.code).toBe('error.view_name_taken');
    expectStatus(await officer.post(`/queue/views/${id}/delete`), 200);
    expect((await saved(officer)).views).toEqual([]);
  });

  it('keep nothing of a person: neither what was searched for, nor a number in the name', async () => {
    const searched = { name: 'بحث', filters: { q: '0551234567' } };
    expect(issuesOf(await officer.post('/queue/views', searched))).toEqual(['filters.q: unknown']);
    for (const name of ['صاحب 0551234567', 'هوية 1000000008', 'ahmad@example.com'])
      expect(issuesOf(await officer.post('/queue/views', { name, filters: {} }))).toEqual([
        'name: name_personal',
      ]);
  });
});
