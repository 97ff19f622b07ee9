// @ts-check
/** The PostgreSQL of a test run: a new one in the system's temporary folder, gone afterwards. */
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './postgres.mjs';
import { commandLine } from './processes.mjs';

const prefix = 'crm-test-postgres-';
/** Speed instead of safety: nothing in it is worth keeping. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

/** @param {string} dataDir */
async function remove(dataDir) {
  const server = await startPostgres({ dataDir, settings });
  await server.stop();
  fs.rmSync(server.data, { recursive: true, force: true });
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/**
 * Whether nobody lives any more who started this server: a test run, a benchmark, or whoever it was.
 * @param {string} name of its folder
 */
export function isLeftBehind(name) {
  const pid = Number(name.slice(prefix.length).split('-')[0]);
  return name.startsWith(prefix) && commandLine(pid) === '';
}

/** Removes the servers of runs that were killed. */
export async function sweepTestPostgres() {
  for (const name of fs.readdirSync(os.tmpdir()).filter(isLeftBehind))
    await remove(path.join(os.tmpdir(), name));
}

/**
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` of the database `postgres`; `stop` removes everything
 */
export async function startTestPostgres() {
  await sweepTestPostgres();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  // Root's temporary folders are closed to the server's own user otherwise.
  fs.chmodSync(dataDir, 0o711);
  const { url, data, stop } = await startPostgres({ dataDir, settings });
  return {
    url,
    stop: async () => {
      await stop();
      fs.rmSync(data, { recursive: true, force: true });
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
