/** Strapi without the plugin's compiled server would start all the same and sync the schema without it. Ours does not. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { root, runEnvironment } from '../support/environment';
import { ensureTemplate } from '../support/template';

let database: TestDatabase;
let folder: string;
let client: Client;

/** Every table with its columns, indexes and number of rows. */
async function shape(): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<Record<string, unknown>>(
    `select table_name as table, count(*)::int as columns,
            (select count(*)::int from pg_indexes i where i.tablename = c.table_name) as indexes,
            (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', table_name), false, true, '')))[1]::text as rows
       from information_schema.columns c where table_schema = 'public' group by table_name order by table_name`,
  );
  return rows;
}

beforeAll(async () => {
  database = await createTestDatabase(undefined, await ensureTemplate());
  client = new Client({ connectionString: database.url });
  await client.connect();
  folder = mkdtempSync(path.join(tmpdir(), 'crm-missing-build-'));
  // The compiled app, but for a plugin that is there and was not compiled.
  const dist = path.join(folder, 'dist');
  for (const part of ['config', 'database', 'src'])
    cpSync(path.join(root, 'dist', part), path.join(dist, part), { recursive: true });
  const plugin = path.join(folder, 'plugin');
  mkdirSync(plugin);
  cpSync(
    path.join(root, 'src/plugins/beneficiary-crm/package.json'),
    path.join(plugin, 'package.json'),
  );
  writeFileSync(
    path.join(dist, 'config/plugins.js'),
    `module.exports = { 'beneficiary-crm': { enabled: true, resolve: ${JSON.stringify(plugin)} } };`,
  );
}, 180_000);
afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function boot(distDir: string): Promise<{ code: number | null; text: string }> {
  const env = await runEnvironment(
    { url: database.url, dataDir: folder },
    { TEST_DIST_DIR: distDir },
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'tests/support/boot.mjs')], {
      cwd: root,
      env,
    });
    const heard: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => heard.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, text: Buffer.concat(heard).toString() }));
  });
}

it('starts nothing and touches nothing, and says what to do in both languages', async () => {
  const before = await shape();
  expect(before.find(({ table }) => table === 'crm_message_templates')).not.toMatchObject({
    rows: '0',
  });
  const { code, text } = await boot(path.join(folder, 'dist'));
  expect(code).toBe(1);
  expect(text).toContain('The beneficiary CRM is not built');
  expect(text).toContain('npm run build');
  expect(text).toContain('لم تُبنَ إضافة علاقات المستفيدين');
  expect(await shape()).toEqual(before);
}, 60_000);

it('starts again when it is built, with all that was there', async () => {
  const before = await shape();
  const { code, text } = await boot(path.join(root, 'dist'));
  expect([code, text]).toEqual([0, expect.stringContaining('loaded')]);
  const rowsOf = (rows: Record<string, unknown>[]) =>
    rows.filter(({ table }) => String(table).startsWith('crm_'));
  expect(rowsOf(await shape())).toEqual(rowsOf(before));
}, 60_000);
