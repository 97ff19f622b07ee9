// @ts-check
/** Brings node_modules in line with package-lock.json. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { checkSpace } from './checks.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';
import { remind, say, Stop } from './say.mjs';

const lockFile = inRoot('package-lock.json');
/** Ours, in node_modules: the hash of the lock file these packages were installed from. */
const marker = inRoot('node_modules/.installed-from');
/** npm's own; it is the last thing that npm writes. */
const npmMarker = inRoot('node_modules/.package-lock.json');

const wanted = () => createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');

export function isInstalled() {
  if (!fs.existsSync(npmMarker)) return false;
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === wanted()) return true;
  // Installed by hand: npm's marker is then not older than the lock file.
  return fs.statSync(npmMarker).mtimeMs >= fs.statSync(lockFile).mtimeMs;
}

/** @param {string[]} command */
const npm = (command) =>
  run('npm', [...command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
    // Development packages are needed to build.
    env: { ...process.env, NODE_ENV: 'development' },
  });

/** @param {number} code @param {string} tail what npm said last */
function reasonOf(code, tail) {
  if (/ENOSPC|no space left/i.test(tail)) return new Stop('disk.full');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(tail)) return new Stop('install.offline');
  return new Stop('install.failed', { code, tail });
}

/**
 * Installs when node_modules is missing, unfinished or from another lock file.
 * @throws {Stop} when npm fails
 */
export async function installIfNeeded() {
  if (isInstalled()) return;
  checkSpace(root, 1500);
  say('install.working');
  const done = remind();
  let { code, tail } = await npm(['ci']);
  // A registry that lacks packages of other platforms makes `npm ci` think the lock file incomplete.
  if (code !== 0 && /EUSAGE|npm help ci/.test(tail)) ({ code, tail } = await npm(['install']));
  done();
  if (code !== 0) throw reasonOf(code, tail);
  fs.writeFileSync(marker, wanted());
}
