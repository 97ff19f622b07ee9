// @ts-check
/** Looking at processes, and running one to its end. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const pause = (/** @type {number} */ ms) =>
  new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The command line of a process; empty when there is none or when it is dead and only not yet
 * collected by its parent (in a container nobody may ever collect it, and `kill -0` says "alive").
 * @param {number} pid
 */
export function commandLine(pid) {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * Whether `pid` lives and is what we think it is: numbers are used again after a restart.
 * @param {number} pid
 * @param {string} mark part of its command line
 */
export const isAlive = (pid, mark) => pid > 1 && commandLine(pid).includes(mark);

/** @param {number} pid @returns {number} 0 when it is not known */
function parentOf(pid) {
  try {
    // After the name in brackets, which may hold anything: state, parent.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').split(' ')[2]);
  } catch {
    return 0;
  }
}

/**
 * Who runs us under `npm run`: npm, mostly with a shell in between. A change means that npm is gone.
 * @returns {string}
 */
export function launcher() {
  const parent = process.ppid;
  const byShell = commandLine(parent).includes('sh -c ');
  return byShell ? `${parent} ${parentOf(parent)}` : String(parent);
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} ms
 * @returns {Promise<boolean>} whether the condition came true in time
 */
export async function until(condition, ms) {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await pause(50);
  }
  return true;
}

/**
 * Runs a program to its end and keeps the last part of what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, tail: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => child.kill();
    process.once('exit', end); // it must not outlive us
    let tail = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        tail = (tail + chunk).slice(-4000);
      });
    child.on('error', reject);
    child.on('close', (code) => {
      process.removeListener('exit', end);
      resolve({ code: code ?? 1, tail: tail.trim() });
    });
  });
}
