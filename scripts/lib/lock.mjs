// @ts-check
/** One running application for one data directory; what a crash leaves behind does not count. */
import * as fs from 'node:fs';
import path from 'node:path';
import { isAlive } from './processes.mjs';
import { Stop } from './say.mjs';

/** @typedef {{ pid: number, what: string, port: number }} Owner */

/** @param {string} dataDir */
const fileOf = (dataDir) => path.join(dataDir, 'running.json');

/** @param {string} dataDir @returns {Owner | undefined} who took the lock last, alive or not */
function lastOwner(dataDir) {
  try {
    return JSON.parse(fs.readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    return undefined; // none, or cut off by a crash while it was written
  }
}

/** @param {string} dataDir @returns {Owner | undefined} who uses the data now */
export function lockOwner(dataDir) {
  const owner = lastOwner(dataDir);
  // In a restarted container our own number may stand in the file.
  if (!owner || owner.pid === process.pid || owner.pid === process.ppid) return undefined;
  return isAlive(owner.pid, `${owner.what}.mjs`) ? owner : undefined;
}

/**
 * @param {string} dataDir
 * @param {{ what: string, port: number }} purpose `what`: the script's name without `.mjs`
 * @returns {{ crashed: Owner | undefined, release: () => void }} `crashed`: an earlier owner that did not release
 * @throws {Stop} when somebody else uses the data
 */
export function takeLock(dataDir, purpose) {
  const file = fileOf(dataDir);
  const owner = lockOwner(dataDir);
  if (owner) throw new Stop('lock.taken', { directory: dataDir, ...owner });
  const crashed = lastOwner(dataDir);
  fs.mkdirSync(dataDir, { recursive: true });
  fs.rmSync(file, { force: true });
  // `wx`: of two that start at the same moment one fails here.
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, ...purpose }), { flag: 'wx' });
  return { crashed, release: () => fs.rmSync(file, { force: true }) };
}
