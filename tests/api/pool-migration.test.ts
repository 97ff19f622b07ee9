/** What was answered before answers waited in a pool is all there, and lies in no order that leads back. */
import { randomUUID } from 'node:crypto';
import knex from 'knex';
import type { Knex } from 'knex';
import { migrate } from '../../src/plugins/beneficiary-crm/server/src/kernel/migrate';
import type { Migration } from '../../src/plugins/beneficiary-crm/server/src/kernel/migrate';
import { poolMigration } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/pool.migration';
import { satisfactionMigration } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/satisfaction.migration';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

/** Only what invitations point to. */
const ground: Migration = {
  name: '0001-ground',
  async up(trx) {
    await trx.raw(
      'create table crm_requests (id uuid primary key); create table crm_messages (id uuid primary key)',
    );
  },
};
const before = [ground, satisfactionMigration];
const months = ['2025-12-01', '2026-02-01', '2026-11-01'];
const count = 60;

let database: TestDatabase;
let db: Knex;
const used = new Map<string, boolean>();
const comments = new Map<string, { released: boolean; month: string }>();

beforeAll(async () => {
  database = await createTestDatabase();
  db = knex({ client: 'pg', connection: database.url });
  await migrate(db, before);
  for (let nth = 0; nth < count; nth += 1) {
    const [request, message, id] = [randomUUID(), randomUUID(), randomUUID()];
    const month = months[nth % 3] ?? '';
    await db('crm_requests').insert({ id: request });
    await db('crm_messages').insert({ id: message });
    used.set(id, nth % 4 !== 0);
    await db('crm_invitations').insert({
      id,
      request_id: request,
      message_id: message,
      event: 'request.replied',
      outcome: 'answered',
      survey_slug: 'service',
      survey_version: '1',
      survey: '{}',
      token_hash: id,
      person_index: id,
      created_at: '2026-11-01T00:00:00Z',
      expires_at: '2026-12-01T00:00:00Z',
      used_on: used.get(id) ? '2026-11-04' : null,
    });
    await db('crm_responses').insert({
      id: randomUUID(),
      survey_slug: 'service',
      survey_version: '1',
      service_slug: null,
      channel: 'website',
      kind: 'inquiry',
      outcome: 'answered',
      month,
      mode: nth === 0 ? 'assisted' : 'self',
      answers: JSON.stringify({ nth }),
    });
    const comment = randomUUID();
    comments.set(comment, { released: nth % 2 === 0, month });
    await db('crm_comments').insert({
      id: comment,
      month,
      text_sealed: `sealed ${comment}`,
      released: nth % 2 === 0,
    });
  }
  await migrate(db, [...before, poolMigration]);
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

const sundays: Readonly<Record<string, string>> = {
  '2025-12-01': '2025-12-07',
  '2026-02-01': '2026-02-01',
  '2026-11-01': '2026-11-01',
};

it('every invitation knows whether it was used, and no day', async () => {
  const rows = await db('crm_invitations').select<{ id: string; used: boolean }[]>('*');
  expect(new Map(rows.map((row) => [row.id, row.used]))).toEqual(used);
  expect(Object.keys(rows[0] ?? {})).not.toContain('used_on');
});

it('every answer is there once, in the week of the first Sunday of its month, in another order', async () => {
  const rows = await db('crm_responses').select<
    { week: string; mode: string; branch: string | null; answers: { nth: number } }[]
  >(db.raw('week::text as week'), 'mode', 'branch', 'answers');
  const order = rows.map(({ answers }) => answers.nth);
  const all = Array.from({ length: count }, (_, nth) => nth);
  expect([...order].sort((a, b) => a - b)).toEqual(all);
  expect(order).not.toEqual(all);
  for (const { week, mode, branch, answers } of rows) {
    expect(week).toBe(sundays[months[answers.nth % 3] ?? '']);
    expect([mode, branch]).toEqual([answers.nth === 0 ? 'phone' : 'self', null]);
  }
});

it('every comment is there, under the id that its text is sealed for', async () => {
  const rows = await db('crm_comments').select<
    { id: string; week: string; state: string; text_sealed: string }[]
  >('id', db.raw('week::text as week'), 'state', 'text_sealed');
  expect(rows).toHaveLength(count);
  for (const { id, week, state, text_sealed } of rows) {
    const { released, month } = comments.get(id) ?? {};
    expect([state, text_sealed]).toEqual([released ? 'released' : 'waiting', `sealed ${id}`]);
    expect(week).toBe(sundays[month ?? '']);
  }
});

it('the pool is there, once and empty', async () => {
  expect(await db('crm_answer_pool')).toEqual([{ singleton: true, sealed: null }]);
  await expect(db('crm_answer_pool').insert({ singleton: true })).rejects.toThrow();
});
