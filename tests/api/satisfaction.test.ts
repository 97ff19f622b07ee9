/** Evaluation as a right: everyone is invited, once, answers lead to nobody, and no figure stands without its n. */
import type {
  SatisfactionFigures,
  OperationsFigures,
} from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  PublicSatisfaction,
  SurveyView,
} from '../../src/plugins/beneficiary-crm/contracts/website';
import { wilson } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/figures.rules';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { issuesOf } from '../support/http';
import { bodies, expectStatus, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';

let t: TestCrm;
let s: ReturnType<typeof scenario>;
beforeAll(async () => {
  t = await bootCrm();
  s = scenario(t);
}, 180_000);
afterAll(() => t?.stop());

/** The one-time secret in the invitation that was written for a case, if there is one. */
async function tokenOf(one: Case): Promise<string | null> {
  await t.drain();
  const row = await t.crm
    .db('crm_messages')
    .where({ request_id: one.id, template: 'evaluation_invitation' })
    .orderBy('created_at', 'desc')
    .first<{ id: string; body_sealed: string } | undefined>();
  if (!row) return null;
  const text = t.crm.vault.open(
    { table: 'crm_messages', field: 'body', id: row.id },
    row.body_sealed,
  );
  return /\/evaluate\?lang=ar#t=([\w-]+)/.exec(text)?.[1] ?? null;
}

async function answered(more: { applicant?: object } = {}): Promise<Case> {
  const one = await s.submitted('inquiry', undefined, more);
  await one.do('relations_officer', 'start');
  await one.do('relations_officer', 'answer', bodies.answer);
  return one;
}

async function invited(): Promise<string> {
  const token = await tokenOf(await answered());
  if (!token) throw new Error('nobody was invited');
  return token;
}

/** What waits in the pool, opened with the key. */
async function pool(): Promise<unknown[]> {
  const row = await t.crm.db('crm_answer_pool').first<{ sealed: string | null }>('sealed');
  const place = { table: 'crm_answer_pool', field: 'sealed', id: 'pool' };
  return row.sealed ? (JSON.parse(t.crm.vault.open(place, row.sealed)) as unknown[]) : [];
}

const open = (token: string, locale = 'ar') =>
  t.visitor.post<SurveyView>(`/evaluations/open?locale=${locale}`, { token });
const evaluate = (token: string, answers: object) =>
  t.visitor.post('/evaluations', { token, answers });
const good = { overall: 5, speed: 4, recommend: 9, reason: 'not_applicable', comment: 'أحسنتم' };

describe('an invitation', () => {
  it('goes to who was served, when the service is complete and not before', async () => {
    const one = await s.completed();
    expect(await tokenOf(one)).not.toBeNull();
    const { request } = await s.replied('accepted');
    expect(await tokenOf(request)).toBeNull();
  });

  it('goes to who was refused, as to everyone', async () => {
    expect(await tokenOf((await s.replied('rejected')).request)).not.toBeNull();
  });

  it('does not go to who still waits', async () => {
    expect(await tokenOf((await s.replied('deferred')).request)).toBeNull();
    expect(await tokenOf(await s.submitted('inquiry'))).toBeNull();
  });

  it('tires nobody: one in thirty days, whatever the person asked for', async () => {
    const applicant = { phone: '0559999999' };
    expect(await tokenOf(await answered({ applicant }))).not.toBeNull();
    expect(await tokenOf(await answered({ applicant }))).toBeNull();
    await t.advance(31);
    expect(await tokenOf(await answered({ applicant }))).not.toBeNull();
  });

  it('without a mail server is kept for the quality officer, and not shown to the officers of the case', async () => {
    const one = await answered();
    await t.drain();
    const row = await t.crm
      .db('crm_messages')
      .where({ request_id: one.id, template: 'evaluation_invitation' })
      .first();
    expect(row).toMatchObject({ status: 'kept' });
    expect((await (await t.loginAs('relations_officer')).get(`/messages/${row.id}`)).status).toBe(
      403,
    );
    const detail = await (await t.loginAs('quality_officer')).get(`/messages/${row.id}`);
    expect(detail.text).toMatch(/#t=[\w-]{40,}/);
    expect((await one.read()).timeline.map(({ event }) => event).join()).not.toContain(
      'evaluation.',
    );
  });
});

describe('a token', () => {
  it('is not spent by reading, however often and in whatever language', async () => {
    const token = await invited();
    const [arabic, english] = [await open(token), await open(token, 'en')];
    expect(expectStatus(arabic, 200).scale).toHaveLength(5);
    expect(expectStatus(english, 200).title).toMatch(/^[ -~’?]+$/);
    await Promise.all(Array.from({ length: 5 }, () => open(token)));
    expectStatus(await evaluate(token, good), 201);
  });

  it('is used once, also when ten use it at the same moment', async () => {
    const token = await invited();
    const before = await pool();
    const replies = await Promise.all(Array.from({ length: 10 }, () => evaluate(token, good)));
    expect(replies.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    expect(replies.find(({ status }) => status === 409)?.error.details.code).toBe(
      'error.evaluation_used',
    );
    expect(await pool()).toHaveLength(before.length + 1);
    expect((await open(token)).status).toBe(409);
  });

  it('that was never given, or is over, opens nothing', async () => {
    expect((await open('x'.repeat(43))).status).toBe(404);
    expect((await evaluate('x'.repeat(43), good)).status).toBe(404);
    const token = await invited();
    t.setNow(new Date(t.crm.now().getTime() + 30 * 86_400_000));
    for (const reply of [await open(token), await evaluate(token, good)])
      expect([reply.status, reply.error.details.code]).toEqual([409, 'error.evaluation_expired']);
  });

  it('is not spent by answers that are refused', async () => {
    const token = await invited();
    const before = await t.countRows();
    const wrong = await evaluate(token, {
      overall: 6,
      speed: 0,
      comment: 3,
      colour: 'red',
    });
    expect(wrong.status).toBe(422);
    expect(
      issuesOf(wrong)
        .map((issue) => issue.split(':')[0])
        .sort(),
    ).toEqual(['answers.colour', 'answers.comment', 'answers.overall', 'answers.speed']);
    expect(issuesOf(await evaluate(token, { overall: 5, recommend: 11 }))[0]).toMatch(
      /^answers.recommend: /,
    );
    expect(issuesOf(await evaluate(token, {}))).toEqual(['answers.overall: required']);
    expect(await t.countRows()).toEqual(before);
    expectStatus(await evaluate(token, { overall: 1 }), 201);
  });
});

describe('an answer', () => {
  it('lies in tables that know no request, no invitation, no person and no time but the week', async () => {
    const { rows } = (await t.crm.db.raw(
      `select table_name || '.' || column_name || ' ' || data_type as held from information_schema.columns
        where table_name in ('crm_responses', 'crm_comments', 'crm_answer_pool') order by table_name, ordinal_position`,
    )) as { rows: { held: string }[] };
    expect(rows.map(({ held }) => held)).toEqual([
      'crm_answer_pool.singleton boolean',
      'crm_answer_pool.sealed text',
      'crm_comments.id uuid',
      'crm_comments.week date',
      'crm_comments.service_slug text',
      'crm_comments.low boolean',
      'crm_comments.state text',
      'crm_comments.text_sealed text',
      'crm_responses.id uuid',
      'crm_responses.survey_slug text',
      'crm_responses.survey_version text',
      'crm_responses.week date',
      'crm_responses.service_slug text',
      'crm_responses.channel text',
      'crm_responses.branch text',
      'crm_responses.kind text',
      'crm_responses.outcome text',
      'crm_responses.mode text',
      'crm_responses.answers json',
    ]);
    const { rows: keys } = (await t.crm.db.raw(
      `select conname from pg_constraint where contype = 'f' and conrelid in ('crm_responses'::regclass, 'crm_comments'::regclass)`,
    )) as { rows: unknown[] };
    expect(keys).toEqual([]);
  });

  it('leaves an event that says nothing, and an invitation that knows no time', async () => {
    const events = await t.crm.db('crm_events').where({ type: 'evaluation.received' });
    expect(events.length).toBeGreaterThan(0);
    for (const event of events)
      expect([event.request_id, event.subject_id, event.actor_id, event.data]).toEqual([
        null,
        null,
        null,
        {},
      ]);
    const { rows } = (await t.crm.db.raw(
      `select column_name as name from information_schema.columns
        where table_name = 'crm_invitations' and column_name like '%used%'`,
    )) as { rows: { name: string }[] };
    expect(rows).toEqual([{ name: 'used' }]);
  });

  it('is shown to nobody whose work is the case', async () => {
    for (const who of [
      'relations_officer',
      'researcher',
      'chair',
      'delivery_officer',
      'delegate',
    ] as const)
      expect((await (await t.loginAs(who)).get('/satisfaction/figures')).status).toBe(403);
  });
});

describe('the figures', () => {
  /** The answers leave the pool when their week is over; figures are of periods that no answer joins any more. */
  const released = async (until: string) => {
    await t.advance(7);
    t.setNow(new Date(until));
  };
  const answer = async (overall: number, times: number) => {
    for (let nth = 0; nth < times; nth += 1)
      expectStatus(await evaluate(await invited(), { overall, recommend: overall * 2 }), 201);
  };
  const figures = async (period = 'quarter') =>
    expectStatus(
      await (
        await t.loginAs('quality_officer')
      ).get<SatisfactionFigures>(`/satisfaction/figures?period=${period}`),
      200,
    );
  const shown = async () =>
    expectStatus(await t.visitor.get<PublicSatisfaction>('/satisfaction'), 200);

  beforeAll(async () => {
    for (const table of ['crm_responses', 'crm_comments', 'crm_invitations'])
      await t.crm.db(table).delete();
    await t.crm.db('crm_messages').delete();
    await t.crm.db('crm_answer_pool').update({ sealed: null });
    t.setNow(new Date('2027-02-07T09:00:00Z'));
  });

  it('of nothing are no figures, and never nought percent', async () => {
    expect((await shown()).csat).toMatchObject({ n: 0, value: null, low: null, high: null });
  });

  it('of fewer than ten are withheld', async () => {
    await answer(5, 6);
    await answer(2, 3);
    expect((await shown()).csat).toMatchObject({ n: 0, value: null });
    await released('2027-03-09T09:00:00Z');
    const { csat, responseRate } = await figures('2027-02');
    expect(csat).toMatchObject({ value: null, low: null, high: null, withheld: true });
    expect(responseRate).toMatchObject({ complete: 0, value: null, withheld: true });
    expect(JSON.stringify(await shown())).not.toMatch(/0\.66/);
  });

  it('of ten and more have their n, their share and its interval', async () => {
    await answer(4, 5);
    await invited();
    await released('2027-04-20T09:00:00Z');
    const { low, high } = wilson(11, 14);
    for (const { csat, responseRate } of [await shown(), await figures()]) {
      expect(csat).toMatchObject({ n: 14, value: 11 / 14, withheld: false });
      expect(csat.low).toBeCloseTo(low, 10);
      expect(csat.high).toBeCloseTo(high, 10);
      expect(csat.definition.length).toBeGreaterThan(10);
      expect(responseRate).toMatchObject({ invited: 15, complete: 14, value: 14 / 15 });
    }
  });

  it('of a month with few answers are withheld in the trend, and so is the month that would give it away', async () => {
    const { trend, nps } = await figures();
    expect(trend.filter(({ value }) => value !== null)).toEqual([]);
    expect(nps.n).toBe(14);
  });

  it('come in both languages', async () => {
    const english = expectStatus(
      await t.visitor.get<PublicSatisfaction>('/satisfaction?locale=en'),
      200,
    );
    expect(english.csat.label).toMatch(/^[ -~’]+$/);
    expect((await shown()).csat.label).toMatch(/[؀-ۿ]/);
  });

  it('of the work agree with the queue', async () => {
    const director = await t.loginAs('executive_director');
    const operations = expectStatus(
      await director.get<OperationsFigures>('/operations/figures?period=2027'),
      200,
    );
    const [row] = await t.crm
      .db('crm_requests')
      .where('submitted_at', '>=', new Date('2026-12-31T21:00:00Z'))
      .count<{ n: string }[]>('* as n');
    expect(operations.total).toBe(Number(row?.n));
    for (const list of [operations.byStatus, operations.byChannel, operations.byKind])
      expect(list.reduce((sum, { n }) => sum + n, 0)).toBe(operations.total);
    expect(operations.timeToReply.n).toBeGreaterThan(0);
  });
});
