/** The figures as a whole: what is shown is right, what is hidden stays hidden on every path and as time goes on. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type {
  Measure,
  OperationsFigures,
  SatisfactionFigures,
} from '../../src/plugins/beneficiary-crm/contracts/satisfaction';
import type { PublicSatisfaction } from '../../src/plugins/beneficiary-crm/contracts/website';
import { periodsBetween } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/calendar-period.rules';
import type { ResponseRow } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/pool';
import { countIn } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/rollup.repository';
import { xlsxRows } from '../../src/plugins/beneficiary-crm/server/src/transfer/read/xlsx.reader';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { countedIn, monthsFrom, recovered, secretsOf, seeded } from '../support/differencing';
import type { KnownMonth } from '../support/differencing';
import { expectStatus, scenario } from '../support/scenario';

let t: TestCrm;
let quality: SignedIn;
/** The answers of 2026, as only this test knows them. */
let given: ResponseRow[];
let known: KnownMonth[];

const pick = <T>(random: () => number, list: readonly T[], skew: number): T =>
  list[Math.floor(random() ** skew * list.length)] as T;

function someAnswers(slug: string, version: string): ResponseRow[] {
  const random = seeded(11);
  return Array.from({ length: 1_400 }, (): ResponseRow => {
    const kind = pick(random, ['assistance', 'inquiry', 'complaint'] as const, 2.5);
    const asked = kind === 'assistance';
    const branch = pick(random, [null, 'north', 'south'], 3);
    // The Sunday of one of the 52 weeks whose Wednesday lies in 2026.
    const sunday = Date.UTC(2026, 0, 4) + 7 * 86_400_000 * Math.floor(random() ** 1.5 * 52);
    return {
      id: randomUUID(),
      survey_slug: slug,
      survey_version: version,
      week: new Date(sunday).toISOString().slice(0, 10),
      service_slug: asked
        ? pick(random, ['family-support', 'school-bag', 'electricity-bill', 'remote-circle'], 2)
        : null,
      channel: branch === null ? pick(random, ['website', 'phone'] as const, 2) : 'delegate',
      branch,
      kind,
      outcome: asked ? pick(random, ['completed', 'rejected'], 2) : 'answered',
      mode: pick(random, ['self', 'kiosk', 'qr', 'phone'] as const, 4),
      answers: {
        overall: 1 + Math.floor(random() ** 0.6 * 5),
        speed: random() < 0.1 ? null : 1 + Math.floor(random() * 5),
        recommend: random() < 0.2 ? null : Math.floor(random() ** 0.5 * 11),
        reason: 'not_applicable',
      },
    };
  });
}

const monthOf = ({ week }: ResponseRow) =>
  new Date(Date.parse(week) + 3 * 86_400_000).toISOString().slice(0, 7);
const quarterOf = (row: ResponseRow) => `2026-Q${Math.ceil(Number(monthOf(row).slice(5)) / 3)}`;
const cellsOf = (row: ResponseRow): string[] =>
  row.mode === 'phone'
    ? ['mode:phone']
    : [
        'all',
        `service:${row.service_slug ?? '-'}`,
        `channel:${row.channel}`,
        `branch:${row.branch ?? '-'}`,
        `kind:${row.kind}`,
        `outcome:${row.outcome}`,
        `mode:${row.mode}`,
      ];

const figures = async (query: string): Promise<SatisfactionFigures> =>
  expectStatus(await quality.get<SatisfactionFigures>(`/satisfaction/figures?${query}`), 200);

beforeAll(async () => {
  t = await bootCrm();
  for (const table of ['crm_responses', 'crm_answer_counts']) await t.crm.db(table).delete();
  const survey = await t.crm.db('crm_surveys').orderBy('version', 'desc').first();
  given = someAnswers(survey.slug, String(survey.version));
  known = monthsFrom(
    given.map((row) => ({ month: monthOf(row), cells: cellsOf(row) })),
    periodsBetween('2026-01', '2026-12').filter((key) => /-\d\d$/.test(key)),
  );
  await t.crm.db.transaction(async (trx) => {
    await trx.batchInsert(
      'crm_responses',
      given.map((row) => ({ ...row, answers: JSON.stringify(row.answers) })),
    );
    await countIn(trx, given);
  });
  quality = await t.loginAs('quality_officer');
}, 180_000);
afterAll(() => t?.stop());

/** Every cell that a reader sees of these periods, with its n, from all that the dashboard holds. */
async function everything(periods: readonly string[]): Promise<Map<string, Map<string, Measure>>> {
  const seen = new Map<string, Map<string, Measure>>();
  for (const key of periods) {
    const { csat, breakdowns } = await figures(`period=${key}`);
    const cells = new Map([['all', csat]]);
    for (const { dimension, rows } of breakdowns)
      for (const { value, figure } of rows) cells.set(`${dimension}:${value}`, figure);
    seen.set(key, cells);
  }
  return seen;
}
const shown = (seen: Map<string, Map<string, Measure>>): Map<string, string[]> =>
  new Map(
    [...seen].map(([key, cells]) => [
      key,
      [...cells].filter(([, { n }]) => n > 0).map(([cell]) => cell),
    ]),
  );

describe('figures of satisfaction', () => {
  const all = periodsBetween('2026-01', '2026-12');
  let early: Map<string, Map<string, Measure>>;
  let seen: Map<string, Map<string, Measure>>;

  it('stand still once they are published, whatever comes later', async () => {
    t.setNow(new Date('2026-08-20T09:00:00Z'));
    expect((await figures('period=month')).period.key).toBe('2026-07');
    expect((await quality.get('/satisfaction/figures?period=2026-08')).status).toBe(404);
    expect((await quality.get('/satisfaction/figures?period=2026')).status).toBe(404);
    const ended = periodsBetween('2026-01', '2026-07');
    early = await everything(ended);
    t.setNow(new Date('2027-01-20T09:00:00Z'));
    seen = await everything(all);
    for (const key of ended) {
      const then = [...(early.get(key) ?? [])].map(([cell, { n, value }]) => [cell, n, value]);
      expect([...(seen.get(key) ?? [])].map(([cell, { n, value }]) => [cell, n, value])).toEqual(
        then,
      );
    }
  });

  it('are what the answers themselves say, worked out another way', () => {
    const answers = given.map((row) => ({
      periods: ['2026', quarterOf(row), monthOf(row)],
      cells: cellsOf(row),
      grade: Number(row.answers.overall),
    }));
    let checked = 0;
    for (const [key, cells] of seen)
      for (const [cell, { n, value, low, high, state }] of cells) {
        const grades = answers
          .filter((answer) => answer.periods.includes(key) && answer.cells.includes(cell))
          .map(({ grade }) => grade);
        if (state === 'withheld') expect([n, value, low, high]).toEqual([0, null, null, null]);
        if (state !== 'shown') continue;
        checked += 1;
        const share = grades.filter((grade) => grade > 3).length / grades.length;
        expect(n).toBe(grades.length);
        expect(value).toBeCloseTo(share, 10);
        // Both bounds solve (p̂ − π)² = z²·π(1 − π)/n.
        for (const bound of [low ?? NaN, high ?? NaN])
          expect((share - bound) ** 2).toBeCloseTo((1.959964 ** 2 * bound * (1 - bound)) / n, 9);
      }
    expect(checked).toBeGreaterThan(100);
  });
  it('give no hidden cell away to who asks for everything and solves the equations', () => {
    const secrets = secretsOf(known, all, 10);
    expect(secrets.length).toBeGreaterThan(30);
    expect(recovered(known, shown(seen), secrets)).toEqual([]);
    // With nothing but the small ones withheld the same program finds them.
    const naive = new Map(
      all.map((key) => [
        key,
        [...countedIn(known, key)].filter(([, n]) => n >= 10).map(([cell]) => cell),
      ]),
    );
    expect(recovered(known, naive, secrets).length).toBeGreaterThan(10);
  });

  it('are the same under a filter, in the trend and on the heat map as in the breakdown', async () => {
    const { breakdowns } = await figures('period=2026-Q2');
    for (const { dimension, rows } of breakdowns)
      for (const { value, figure } of rows) {
        const filtered = await figures(`period=2026-Q2&dimension=${dimension}&value=${value}`);
        expect(filtered.csat).toEqual(figure);
        expect([filtered.breakdowns, filtered.heat, filtered.comments]).toEqual([[], [], []]);
        for (const { month, n } of [...filtered.trend, ...filtered.quarters])
          expect(n).toBe(seen.get(month)?.get(`${dimension}:${value}`)?.n ?? 0);
      }
  });

  it('keep answers that staff took down apart from the others', async () => {
    const { csat, modes } = await figures('period=2026');
    const self = given.filter(({ mode }) => mode !== 'phone').length;
    expect(csat.n).toBe(self);
    expect(modes.find(({ mode }) => mode === 'phone')).toMatchObject({
      pooled: false,
      n: given.length - self,
    });
  });

  it('say whether the difference to the period before is larger than chance', async () => {
    const { csat, nps } = await figures('period=2026-Q2');
    expect(csat.comparison?.period.key).toBe('2026-Q1');
    expect(csat.comparison?.verdict).toMatch(/^(better|worse|no_clear_change)$/);
    expect(csat.comparison?.difference).toBeCloseTo(
      (csat.value ?? NaN) - (seen.get('2026-Q1')?.get('all')?.value ?? NaN),
      10,
    );
    expect(nps.comparison).not.toBeNull();
  });

  it('are on the website what they are inside', async () => {
    const outside = expectStatus(await t.visitor.get<PublicSatisfaction>('/satisfaction'), 200);
    const inside = await figures('');
    expect(inside.period.key).toBe('2026-Q4');
    expect(inside.csat).toMatchObject(outside.csat);
    expect(inside.questions).toMatchObject(outside.questions);
    expect(JSON.stringify(outside)).not.toContain('distribution');
  });

  it('are in the table what they are on the page, and hidden cells are empty', async () => {
    const file = await quality.get('/satisfaction/report.xlsx?period=2026-Q2&locale=en');
    const place = path.join(t.dataDir, 'report.xlsx');
    writeFileSync(place, file.bytes);
    const rows: string[][] = [];
    for await (const { cells } of xlsxRows(place)) rows.push(cells);
    const { breakdowns, period } = await figures('period=2026-Q2&locale=en');
    let hidden = 0;
    for (const { label, rows: slices } of breakdowns)
      for (const { name, figure } of slices) {
        const row = rows.find(
          ([of, slice, what]) =>
            of === period.name && slice === `${label}: ${name}` && what === figure.label,
        );
        const [n = '', value = '', low = ''] = row?.slice(3) ?? [];
        if (figure.withheld) {
          hidden += 1;
          expect([n, value, low]).toEqual(['', '', '']);
        } else
          expect([Number(n), Number(value)]).toEqual([
            figure.n,
            Math.round((figure.value ?? 0) * 1e4) / 1e4,
          ]);
      }
    expect(hidden).toBeGreaterThan(0);
  });

  it('are set on paper for the board, in both languages', async () => {
    for (const locale of ['ar', 'en']) {
      const paper = await quality.get(`/satisfaction/report.pdf?period=2026-Q2&locale=${locale}`);
      expect([paper.status, paper.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
    const officer = await t.loginAs('relations_officer');
    for (const kind of ['pdf', 'xlsx'])
      expect((await officer.get(`/satisfaction/report.${kind}`)).status).toBe(403);
  });

  it.each([
    'period=2026-13',
    'period=2026-01-01',
    'dimension=service',
    'value=x',
    'dimension=staff&value=1',
    'from=2026-01-01',
  ])('cannot be asked for by %s', async (query) => {
    expect((await quality.get(`/satisfaction/figures?${query}`)).status).toBe(422);
  });
});

describe('figures of the work', () => {
  const work = async () =>
    expectStatus(
      await (
        await t.loginAs('executive_director')
      ).get<OperationsFigures>('/operations/figures?period=year'),
      200,
    );

  it('are what the requests say, before they are counted and after', async () => {
    t.setNow(new Date('2027-02-07T09:00:00Z'));
    await work();
    const s = scenario(t);
    await s.submitted('inquiry');
    await s.replied('rejected');
    await s.replied('accepted');
    await s.completed();
    const fresh = await work();
    const row = await t.crm
      .db('crm_requests as r')
      .leftJoin('crm_decisions as d', (on) =>
        on.on('d.request_id', 'r.id').andOnVal('d.in_force', true),
      )
      .where('r.submitted_at', '>=', new Date('2026-12-31T21:00:00Z'))
      .first(
        t.crm.db.raw(`count(*)::int as n, count(d.replied_at)::int as replied,
          count(*) filter (where r.kind = 'assistance')::int as asked,
          count(*) filter (where d.outcome = 'accepted')::int as accepted,
          avg((d.replied_at <= r.due_latest)::int)::float as kept`),
      );
    expect(fresh).toMatchObject({ total: row.n, period: { key: '2027', running: true } });
    for (const list of [fresh.byStatus, fresh.byKind, fresh.byChannel, fresh.byService])
      expect(list.reduce((sum, { n }) => sum + n, 0)).toBe(row.n);
    expect(fresh.timeToReply).toMatchObject({ n: row.replied, withinPromise: row.kept });
    expect(fresh.timeToFirstAnswer.n).toBeGreaterThan(0);
    expect(fresh.funnel).toMatchObject([
      { n: row.asked },
      { n: row.accepted + 1 },
      { n: row.accepted },
      { n: 1 },
      { n: 1 },
    ]);
    // The next hour's count takes in what was added for each reader until then.
    await t.advance(1);
    const counted = await work();
    const { backlog, forecast, overdue, ...rest } = counted;
    expect(fresh).toMatchObject(rest);
    expect(counted.byMonth.at(-1)).toMatchObject({ month: '2027-02', submitted: row.n });
    expect(backlog.open).toBe(fresh.backlog.open);
    expect(backlog.ages.reduce((sum, { n }) => sum + n, 0)).toBe(backlog.open);
    expect([forecast.weeks, overdue]).toEqual([[], 0]);
  });
});
