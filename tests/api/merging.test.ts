/** Merges lose nothing: random merges and undos of files in use, on the real database. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { MergeField } from '../../src/plugins/beneficiary-crm/contracts/duplicates';
import {
  filesOfPerson,
  merge,
  undoMerge,
} from '../../src/plugins/beneficiary-crm/server/src/registry';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import { bootCrm } from '../support/crm';
import type { SignedIn, TestCrm } from '../support/crm';
import { idempotent } from '../support/http';
import { expectStatus, scenario } from '../support/scenario';

let t: TestCrm;
let officer: SignedIn;
let files: string[];

beforeAll(async () => {
  t = await bootCrm();
  officer = await t.loginAs('relations_officer');
  files = await sixFilesInUse();
}, 180_000);
afterAll(() => t?.stop());

const open = async (person: object) =>
  expectStatus(
    await officer.post<{ id: string }>('/beneficiaries', { path: 'desk', ...person }, idempotent()),
    201,
  ).id;

/** Six people, each with all that can hang on a file. */
async function sixFilesInUse(): Promise<string[]> {
  const s = scenario(t);
  const ids: string[] = [];
  const now = t.crm.now();
  for (let at = 0; at < 6; at += 1) {
    const id = await open({
      name: ['زاهر', 'جبران', 'حنيف', 'وضاح', 'سراج', 'نعيم'][at] + ' العبدلي',
      birthYear: 1970 + at,
      city: `قرية ${at}`,
      preferredTimes: at % 2 ? ['morning'] : [],
      contacts: [{ kind: 'mobile', value: `05590000${at}0` }],
      identity: { type: 'other', number: `P${at}00` },
    });
    ids.push(id);
    const request = await s.submitted('inquiry');
    await t.crm.db('crm_requests').where({ id: request.id }).update({ beneficiary_id: id });
    const paper = randomUUID();
    await t.crm.db('crm_files').insert({
      id: paper,
      beneficiary_id: id,
      storage_key: paper,
      name: 'income.pdf',
      mime: 'application/pdf',
      size: 1,
      sha256: '0'.repeat(64),
      created_at: now,
    });
    await t.crm.db('crm_person_documents').insert({
      id: randomUUID(),
      beneficiary_id: id,
      kind: 'income',
      file_id: paper,
      recorded_by: officer.id,
      recorded_at: now,
    });
    await t.crm.db('crm_interactions').insert({
      id: randomUUID(),
      beneficiary_id: id,
      channel: 'phone',
      direction: 'incoming',
      reason: 'inquiry',
      summary_sealed: 'sealed',
      staff_id: officer.id,
      at: now,
    });
    const household = randomUUID();
    await t.crm.db('crm_households').insert({
      id: household,
      number: `H-${at}`,
      head_id: id,
      created_at: now,
      updated_at: now,
    });
    await t.crm.db('crm_household_members').insert({
      id: randomUUID(),
      household_id: household,
      beneficiary_id: id,
      relationship: 'head',
      since: '2026-01-01',
    });
  }
  return ids;
}

type Step = { kept: number; gone: number; take: MergeField[] } | { undo: number };
const place = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kept: place,
      gone: place,
      take: fc.subarray<MergeField>(['name', 'birth', 'city', 'preferredTimes']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat(9) }) },
);

/** Merges that stand, oldest first. */
const standing = (): Promise<string[]> =>
  t.crm.db('crm_merges').whereNull('undone_at').orderBy('seq').pluck('id');

async function undoOne(at: number): Promise<void> {
  const merges = await standing();
  const id = merges[at % Math.max(merges.length, 1)];
  if (id === undefined) return;
  const { left } = await t.crm.transaction((unit) => undoMerge(unit, id, officer.id, 'محاولة'));
  expect(left).toEqual([]);
}

async function take(one: Step): Promise<void> {
  if ('undo' in one) return undoOne(one.undo);
  const order = { kept: files[one.kept] ?? '', gone: files[one.gone] ?? '', take: one.take };
  await t.crm
    .transaction((unit) => merge(unit, { ...order, reason: null, staffId: officer.id }))
    .catch((error: unknown) => {
      const refused = error instanceof Error && 'code' in error ? error.code : error;
      expect(refused).toBe('error.merge_refused');
    });
}

/** Every table with a link to a person. */
async function linkedTables(): Promise<string[]> {
  const { rows } = (await t.crm.db.raw(
    `select table_name from information_schema.columns
      where column_name = 'beneficiary_id' and table_schema = 'public'`,
  )) as { rows: { table_name: string }[] };
  return rows.map(({ table_name }) => table_name);
}

/** Each link is reached from one root, and from no other. */
async function expectNothingLost(tables: readonly string[]): Promise<void> {
  const roots: string[] = await t.crm.db('crm_beneficiaries').whereNull('merged_into').pluck('id');
  const people = await Promise.all(roots.map((root) => filesOfPerson(t.crm.db, root)));
  const all: string[] = await t.crm.db('crm_beneficiaries').pluck('id');
  expect(people.flat().sort()).toEqual(all.sort());
  for (const [at, members] of people.entries()) expect(members[0]).toBe(roots[at]);
  for (const table of tables) {
    const { rows } = (await t.crm.db.raw(
      `select count(*)::int as linked, count(root.id)::int as reached
        from ?? as held join crm_beneficiaries own on own.id = held.beneficiary_id
        left join crm_beneficiaries root on root.id = own.root_id and root.merged_into is null
        where held.beneficiary_id is not null`,
      [table],
    )) as { rows: { linked: number; reached: number }[] };
    expect([table, rows[0]?.reached]).toEqual([table, rows[0]?.linked]);
  }
}

/** What was done is remembered, and a form opened before it is out of date; nothing else may differ. */
const memory = ['crm_merges', 'crm_events', 'crm_event_head', 'crm_limits', 'crm_idempotency'];
async function dump(): Promise<Record<string, string>> {
  const { rows } = (await t.crm.db.raw(
    `select table_name from information_schema.tables
      where table_schema = 'public' and table_name like 'crm\\_%' and table_type = 'BASE TABLE'`,
  )) as { rows: { table_name: string }[] };
  const held: Record<string, string> = {};
  for (const { table_name: table } of rows.filter((row) => !memory.includes(row.table_name))) {
    const { rows: texts } = (await t.crm.db.raw(
      `select (to_jsonb(r) ${table === 'crm_beneficiaries' ? `- 'version' - 'updated_at'` : ''})::text as text
        from ?? as r order by 1`,
      [table],
    )) as { rows: { text: string }[] };
    held[table] = texts.map(({ text }) => text).join('\n');
  }
  return held;
}

describe('after any sequence of merges and undos', () => {
  it('no link is lost, and undoing what is left gives back what was before, byte for byte', async () => {
    const tables = await linkedTables();
    expect(tables).toEqual(
      expect.arrayContaining(['crm_requests', 'crm_person_documents', 'crm_interactions']),
    );
    const before = await dump();
    expect(before.crm_beneficiaries).toContain('زاهر');
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 10 }),
        fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }),
        async (steps, order) => {
          for (const one of steps) {
            await take(one);
            await expectNothingLost(tables);
          }
          for (const at of order) await undoOne(at);
          expect(await dump()).toEqual(before);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    expect(
      await verifyChain((sql, values) =>
        t.crm.db.raw(sql.replace(/\$1/g, '?'), values as string[]),
      ),
    ).toMatchObject({ ok: true });
  }, 400_000);
});
