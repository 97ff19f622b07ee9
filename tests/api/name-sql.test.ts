/** The golden file of Arabic names, on the side of PostgreSQL: what the search finds is what the rules mean. */
import { Client } from 'pg';
import golden from '../../src/plugins/beneficiary-crm/server/src/kernel/arabic.golden.json';
import { normaliseNameSql } from '../../src/plugins/beneficiary-crm/server/src/kernel/arabic.sql';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(normaliseNameSql);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it.each(golden)('$input', async ({ input, normalised, joined }) => {
  const { rows } = await client.query<{ normalised: string; joined: string }>(
    'select crm_normalise_name($1) as normalised, crm_joined_name_key($1) as joined',
    [input],
  );
  expect(rows).toEqual([{ normalised, joined }]);
});

it('nothing stays nothing', async () => {
  const { rows } = await client.query(
    'select crm_normalise_name(null) as a, crm_joined_name_key(null) as b',
  );
  expect(rows).toEqual([{ a: null, b: null }]);
});

it('an index on it can be rebuilt under an empty search path, as pg_restore does', async () => {
  await client.query('create table people (name text)');
  await client.query(`insert into people values ('عبد الله')`);
  await client.query('create index people_name on people (crm_joined_name_key(name))');
  await client.query(`set search_path = ''`);
  await client.query('reindex index public.people_name');
  await client.query('reset search_path');
  const { rows } = await client.query(
    `select name from people where crm_joined_name_key(name) = 'عبدالله'`,
  );
  expect(rows).toHaveLength(1);
});
