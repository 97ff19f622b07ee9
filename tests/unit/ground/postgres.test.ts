/** The real embedded PostgreSQL, in folders of its own. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

const load = () => import('../../../scripts/lib/postgres.mjs');
const settings = { fsync: 'off' };
const isRoot = process.getuid?.() === 0;
let folder: string;
let server: Awaited<ReturnType<Awaited<ReturnType<typeof load>>['startPostgres']>> | undefined;

jest.setTimeout(30_000);

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postgres-'));
  fs.chmodSync(folder, 0o711);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a new one knows Arabic letters, keeps data over a stop, and is open to this machine alone', async () => {
  const { startPostgres, ensureDatabase } = await load();
  const { checkDatabase } = await import('../../../scripts/lib/database-check.mjs');
  server = await startPostgres({ dataDir: folder, settings });
  expect(server.adopted).toBe(false);
  const url = await ensureDatabase(server.url, 'crm');
  await expect(checkDatabase(url)).resolves.toBeUndefined();
  await query(url, 'create table kept (id int)');
  expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await server.stop();

  server = await startPostgres({ dataDir: folder, settings });
  const again = await ensureDatabase(server.url, 'crm');
  expect(await query(again, 'select * from kept')).toEqual([]);
});

test('a wrong password and a database that knows no Arabic are explained', async () => {
  const { startPostgres, ensureDatabase } = await load();
  const { checkDatabase } = await import('../../../scripts/lib/database-check.mjs');
  server = await startPostgres({ dataDir: folder, settings });
  await query(server.url, `create database deaf template template0 encoding 'UTF8' locale 'C'`);
  const deaf = await ensureDatabase(server.url, 'deaf');
  await expect(checkDatabase(deaf)).rejects.toThrow('does not know Arabic letters');
  const wrong = new URL(server.url);
  wrong.password = 'wrong';
  await expect(checkDatabase(wrong.href)).rejects.toThrow('refuses the user “postgres”');
});

test('the one left by a process that was killed is adopted; a crash of the server itself is survived', async () => {
  const { startPostgres, runningServer } = await load();
  const script = path.join(folder, 'starter.mjs');
  const library = path.resolve(__dirname, '../../../scripts/lib/postgres.mjs');
  fs.writeFileSync(
    script,
    `import { startPostgres } from ${JSON.stringify(library)};
     const { data } = await startPostgres({ dataDir: ${JSON.stringify(folder)} });
     console.log(data);
     setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const data = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  child.kill('SIGKILL');
  await ended;

  server = await startPostgres({ dataDir: folder, settings });
  expect(server.adopted).toBe(true);
  const pid = runningServer(data)?.pid;
  if (!pid) throw new Error('no server runs');
  process.kill(pid, 'SIGKILL');
  server = await startPostgres({ dataDir: folder, settings });
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a stale postmaster.pid does not hinder, even when its number is in use again', async () => {
  const { startPostgres } = await load();
  server = await startPostgres({ dataDir: folder, settings });
  const { data } = server;
  await server.stop();
  fs.writeFileSync(
    path.join(data, 'postmaster.pid'),
    `${process.pid}\n${data}\n0\n5432\n\n127.0.0.1\n\nready\n`,
  );
  server = await startPostgres({ dataDir: folder, settings });
  expect(server.adopted).toBe(false);
});

test('one that is shutting down is waited for', async () => {
  const { startPostgres } = await load();
  server = await startPostgres({ dataDir: folder, settings });
  const stopping = server.stop();
  server = await startPostgres({ dataDir: folder, settings });
  await stopping;
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

// Only root meets this: nobody else may make a folder that only root may enter.
(isRoot ? test : test.skip)(
  'root in a folder that only root may enter: the data live outside',
  async () => {
    const { startPostgres } = await load();
    const closed = path.join(folder, 'closed');
    const dataDir = path.join(closed, 'data');
    fs.mkdirSync(dataDir, { recursive: true });
    fs.chmodSync(closed, 0o700);
    const said: string[] = [];
    server = await startPostgres({ dataDir, settings, log: (key) => void said.push(key) });
    expect(said).toEqual(['postgres.moved']);
    expect(server.data).toMatch(/^\/var\/lib\/beneficiary-crm\//);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    fs.rmSync(path.dirname(server.data), { recursive: true });
  },
);
