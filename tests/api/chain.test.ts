/** The chain of events: whole after a whole journey, only growing, and telling on whoever changes it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { Client } from 'pg';
import { verifyChain } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import type { Verdict } from '../../src/plugins/beneficiary-crm/server/src/kernel/audit';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { root } from '../support/environment';
import { scenario, services } from '../support/scenario';

let t: TestCrm;
let client: Client;
let length: number;

beforeAll(async () => {
  t = await bootCrm();
  const s = scenario(t);
  await s.completed(services.direct);
  await s.replied('rejected');
  await t.drain();
  client = new Client({ connectionString: t.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ seq: string }>('select seq from crm_event_head');
  length = Number(rows[0]?.seq);
}, 180_000);
afterAll(async () => {
  await client?.end();
  await t?.stop();
});

const verify = (): Promise<Verdict> =>
  verifyChain((sql, values) => client.query<Record<string, unknown>>(sql, values));

it('holds after a journey, and has an event for each step of it', async () => {
  expect(length).toBeGreaterThan(25);
  expect(await verify()).toMatchObject({ ok: true, events: length });
});

it('holds no name, phone, address, number or word of anybody', async () => {
  const { rows } = await client.query<{ text: string }>(
    `select string_agg(e::text, ' ') as text from crm_events e`,
  );
  expect(rows[0]?.text).not.toMatch(/[؀-ۿ]|@example|\+9665|أحمد/);
});

describe('the table refuses', () => {
  it.each([
    'update crm_events set data = data',
    `update crm_events set type = 'request.closed' where seq = 1`,
    'delete from crm_events where seq = 2',
    'truncate crm_events',
    'truncate crm_events cascade',
  ])('%s', async (sql) => {
    await expect(client.query(sql)).rejects.toThrow('crm_events can only grow');
    expect(await verify()).toMatchObject({ ok: true });
  });
});

describe('who goes around the trigger is found at the first row that does not fit:', () => {
  beforeEach(async () => {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
  });
  afterEach(() => client.query('rollback'));

  it.each<[string, string, { seq: number; reason: string }]>([
    [
      'another type',
      `update crm_events set type = 'request.closed' where seq = 5`,
      { seq: 5, reason: 'hash' },
    ],
    [
      'another person',
      `update crm_events set actor_id = '999' where seq = 7`,
      { seq: 7, reason: 'hash' },
    ],
    [
      'another time',
      `update crm_events set at = at + interval '1 millisecond' where seq = 3`,
      { seq: 3, reason: 'hash' },
    ],
    [
      'another request',
      `update crm_events set request_id = gen_random_uuid() where seq = 4`,
      { seq: 4, reason: 'hash' },
    ],
    [
      'other data',
      `update crm_events set data = '{"to":"accepted"}' where seq = 6`,
      { seq: 6, reason: 'hash' },
    ],
    ['a row taken out', 'delete from crm_events where seq = 8', { seq: 8, reason: 'gap' }],
    ['the first row taken out', 'delete from crm_events where seq = 1', { seq: 1, reason: 'gap' }],
    [
      'a row taken out and the rest moved up',
      `alter table crm_events drop constraint crm_events_pkey;
       delete from crm_events where seq = 8; update crm_events set seq = seq - 1 where seq > 8`,
      { seq: 8, reason: 'link' },
    ],
    [
      'a row whose hash was made to fit it',
      `update crm_events set hash = repeat('a', 64) where seq = 9`,
      { seq: 9, reason: 'hash' },
    ],
  ])('%s', async (_what, sql, found) => {
    await client.query(sql);
    expect(await verify()).toEqual({ ok: false, ...found });
  });

  it('the tail cut off', async () => {
    await client.query('delete from crm_events where seq > $1', [length - 3]);
    expect(await verify()).toEqual({ ok: false, seq: length - 2, reason: 'head' });
  });

  it('everything taken out', async () => {
    await client.query('delete from crm_events');
    expect(await verify()).toEqual({ ok: false, seq: 1, reason: 'head' });
  });

  it('a row added without the chain', async () => {
    await client.query(
      `insert into crm_events (seq, at, type, actor_kind, data, prev_hash, hash)
       select seq + 1, now(), 'request.closed', 'system', '{}', hash, repeat('b', 64) from crm_event_head`,
    );
    expect(await verify()).toEqual({ ok: false, seq: length + 1, reason: 'hash' });
  });

  it('a head that says something else', async () => {
    await client.query(`update crm_event_head set hash = repeat('c', 64)`);
    expect(await verify()).toEqual({ ok: false, seq: length + 1, reason: 'head' });
  });
});

describe('npm run audit:verify', () => {
  const run = (): Promise<{ code: number | null; text: string }> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path.join(root, 'scripts/audit-verify.mjs')], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: t.databaseUrl },
      });
      const heard: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => heard.push(chunk));
      child.on('error', reject);
      child.on('exit', (code) => resolve({ code, text: Buffer.concat(heard).toString() }));
    });

  it('ends with 0 when the chain is whole', async () => {
    const { code, text } = await run();
    expect([code, text]).toEqual([0, expect.stringContaining(String(length))]);
  });

  it('ends with 1 when it is broken, and says where', async () => {
    await client.query('set session_replication_role = replica');
    await client.query(`update crm_events set type = 'request.closed' where seq = 5`);
    const { code, text } = await run();
    expect([code, text]).toEqual([1, expect.stringContaining('5')]);
  });
});
