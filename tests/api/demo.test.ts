import { requestKinds } from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import type { Queue } from '../../src/plugins/beneficiary-crm/contracts/admin';
import type { DayAtDesk } from '../../src/plugins/beneficiary-crm/contracts/reception';
import type { MatchList } from '../../src/plugins/beneficiary-crm/contracts/duplicates';
import type { PersonFile } from '../../src/plugins/beneficiary-crm/contracts/registry';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import type { Crm } from '../../src/plugins/beneficiary-crm/server/src/kernel/crm';

/** The compiled one, which belongs to the Strapi that runs. */
const { seedRequests } = jest.requireActual<{ seedRequests(crm: Crm): Promise<void> }>(
  'strapi-plugin-beneficiary-crm/server/demo/seed/requests',
);

let t: TestCrm;
beforeAll(async () => {
  t = await bootCrm();
  await seedRequests(t.crm);
}, 240_000);
afterAll(() => t?.stop());

const rowsOf = async <Row>(sql: string): Promise<Row[]> =>
  ((await t.crm.db.raw(sql)) as { rows: Row[] }).rows;

describe('the demo association', () => {
  it('has requests of every kind, two years of them, and something in every view of the queue', async () => {
    const kinds = await rowsOf<{ kind: string }>('select distinct kind from crm_requests');
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(requestKinds));
    const officer = await t.loginAs('relations_officer');
    const { data } = await officer.get<Queue>('/requests?view=all');
    for (const [view, count] of Object.entries(data.counts))
      expect([view, count > 0]).toEqual([view, true]);
    const [span] = await rowsOf<{ days: number }>(
      `select extract(day from max(submitted_at) - min(submitted_at))::int as days from crm_requests`,
    );
    expect(span?.days).toBeGreaterThan(600);
  });

  it('has a desk in the midst of its day, and a question for each who answers', async () => {
    const officer = await t.loginAs('relations_officer');
    const { data } = await officer.get<DayAtDesk>('/visits');
    expect(data.rows.map(({ state }) => state).sort()).toEqual([
      'arrived',
      'arrived',
      'being_served',
      'served',
      'served',
    ]);
    expect(data.rows.filter(({ person }) => person !== null)).toHaveLength(2);
    const told = await rowsOf<{ audience: string; answered: boolean }>(
      'select audience, answered_at is not null as answered from crm_questions order by 1, 2',
    );
    expect(told).toEqual([
      { audience: 'editors', answered: false },
      { audience: 'researcher', answered: false },
      { audience: 'researcher', answered: true },
    ]);
    const [said] = await rowsOf<{ n: number }>(
      'select count(*)::int as n from crm_interactions where beneficiary_id is not null',
    );
    expect(said?.n).toBeGreaterThanOrEqual(12);
    const [late] = await rowsOf<{ n: number }>(
      `select count(*)::int as n from crm_events e join crm_events before on before.seq = e.seq - 1
        where e.at < before.at`,
    );
    expect(late?.n).toBe(0);
  });

  it('has likely duplicates that wait for a person, and a file with another merged into it', async () => {
    const officer = await t.loginAs('relations_officer');
    const { data } = await officer.get<MatchList>('/matches?kind=files&pageSize=100');
    const reasons = data.rows.flatMap((row) => row.reasons);
    expect(data.counts.files).toBeGreaterThanOrEqual(3);
    expect(new Set(reasons)).toEqual(new Set(['phone', 'name_birth_year']));
    const [merged] = await rowsOf<{ kept_id: string; gone_id: string; told: number; days: number }>(
      `select kept_id, gone_id, extract(day from now() - merged_at)::int as days,
          (select count(*)::int from crm_events e
            where e.type = 'file.merged' and e.subject_id = kept_id::text) as told
        from crm_merges`,
    );
    expect(merged?.told).toBe(1);
    expect(merged?.days).toBeGreaterThanOrEqual(6);
    const file = await officer.get<PersonFile>(`/beneficiaries/${merged?.kept_id}`);
    expect(file.data.merged.map(({ id }) => id)).toEqual([merged?.gone_id]);
    const gone = await officer.get<PersonFile>(`/beneficiaries/${merged?.gone_id}`);
    expect(gone.data.id).toBe(merged?.kept_id);
  });

  it('is one whole chain of events', async () => {
    const verdict = await verifyChain(async (sql, values) => ({
      rows: await t.crm.db
        .raw(sql.replace('$1', '?'), values as number[])
        .then((result: unknown) => (result as { rows: Record<string, unknown>[] }).rows),
    }));
    expect(verdict).toMatchObject({ ok: true });
  });

  it('is filled once', async () => {
    const before = await t.countRows();
    await seedRequests(t.crm);
    expect(await t.countRows()).toEqual(before);
  });
});
