import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { staff } from '../../src/plugins/beneficiary-crm/server/src/demo/content/staff';
import { createTestDatabase, databaseServer } from './database';
import { root, runEnvironment } from './environment';

/** Everyone's, so that a test can sign in as anyone. */
export const password = 'Qiya-Test-2026';
export const templateName = 'crm_template';
const lock = 7_204_110_900;

/** Knows the accounts' passwords beforehand, so that seeding gives them no others. */
export function writePasswords(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const accounts = Object.fromEntries(staff.map(({ email }) => [email, password]));
  writeFileSync(path.join(dataDir, 'demo-accounts.json'), JSON.stringify(accounts));
}

async function fill(url: string): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'crm-test-template-'));
  writePasswords(dataDir);
  const env = await runEnvironment({ url, dataDir });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(__dirname, 'fill.mjs')], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const heard: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => heard.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      rmSync(dataDir, { recursive: true, force: true });
      if (code === 0) resolve();
      else reject(new Error(`the demo's content was not filled in:\n${Buffer.concat(heard)}`));
    });
  });
}

/** A password's hash is slow by design; here it is nobody's, and every file signs in a dozen people. */
async function hashQuickly(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('create extension pgcrypto');
    await client.query(`update admin_users set password = crypt($1, gen_salt('bf', 4))`, [
      password,
    ]);
    await client.query('drop extension pgcrypto');
  } finally {
    await client.end();
  }
}

/**
 * The database that holds the demo's content and staff, made once in a run by whichever test file
 * comes first; the others wait for it.
 */
export async function ensureTemplate(): Promise<string> {
  const client = new Client({ connectionString: databaseServer() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const found = await client.query('select 1 from pg_database where datname = $1', [
      templateName,
    ]);
    if (found.rowCount === 0) {
      const unfinished = `${templateName}_${process.pid}`;
      const database = await createTestDatabase(unfinished);
      await fill(database.url);
      await hashQuickly(database.url);
      await client.query(`alter database "${unfinished}" rename to "${templateName}"`);
    }
    return templateName;
  } finally {
    await client.end();
  }
}
