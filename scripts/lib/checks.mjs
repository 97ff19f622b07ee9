// @ts-check
/** What must hold before anything starts: Node.js, disk space, a free port. */
import * as fs from 'node:fs';
import net from 'node:net';
import { inRoot } from './paths.mjs';
import { until } from './processes.mjs';
import { Stop } from './say.mjs';

/**
 * @param {string} range of package.json's `engines.node`: `>=20.19.0 <=26.x.x`
 * @param {string} version such as `v20.19.1`
 */
export function supports(range, version) {
  const numbers = (/** @type {string} */ dotted) => dotted.split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = numbers(version.replace(/^v/, ''));
  const [least = '0.0.0', most = '999'] = [
    />=\s*([\d.]+)/.exec(range)?.[1],
    /<=\s*(\d+)/.exec(range)?.[1],
  ];
  const [minMajor = 0, minMinor = 0, minPatch = 0] = numbers(least);
  const enough =
    major > minMajor ||
    (major === minMajor && (minor > minMinor || (minor === minMinor && patch >= minPatch)));
  return enough && major <= Number(most);
}

/** @throws {Stop} on a Node.js that package.json does not allow */
export function checkNode() {
  const wanted = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).engines.node;
  if (!supports(wanted, process.version))
    throw new Stop('node.unsupported', { wanted, found: process.version });
}

/**
 * @param {string} directory existing
 * @param {number} needed megabytes
 * @param {(directory: string) => { bavail: number, bsize: number }} [statfs]
 * @throws {Stop} when its disk has less
 */
export function checkSpace(directory, needed, statfs = fs.statfsSync) {
  const { bavail, bsize } = statfs(directory);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < needed) throw new Stop('disk.low', { directory, free, needed });
}

/** @param {string} host @param {number} port @returns {Promise<string | undefined>} an error code */
const tryPort = (host, port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    probe.listen({ host, port }, () => probe.close(() => resolve(undefined)));
  });

/**
 * @param {string} host @param {number} port
 * @param {string} command to show in the advice
 * @param {number} [patience] ms to wait for a dying process that holds the port
 * @throws {Stop} when the port cannot be had
 */
export async function checkPort(host, port, command, patience = 0) {
  let code;
  if (await until(async () => !(code = await tryPort(host, port)), patience)) return;
  const other = port < 1024 ? 8080 : port < 65535 ? port + 1 : 1337;
  throw new Stop(code === 'EACCES' ? 'port.forbidden' : 'port.busy', { port, other, command });
}
