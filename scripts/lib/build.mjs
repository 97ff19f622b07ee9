// @ts-check
/** Builds the parts that are stale. */
import * as fs from 'node:fs';
import { checkSpace } from './checks.mjs';
import { compiled, inRoot, root } from './paths.mjs';
import { parts } from './parts.mjs';
import { remind, say, Stop } from './say.mjs';
import { hashOf } from './staleness.mjs';

const recordOf = (/** @type {string} */ name) => inRoot('.cache/build', `${name}.json`);

/** @param {import('./parts.mjs').Part} part */
function hashNow(part) {
  const nodeMajor = process.versions.node.split('.')[0];
  return hashOf(root, [...part.inputs, inRoot('package-lock.json')], nodeMajor);
}

/** @param {import('./parts.mjs').Part} part @param {string} hash */
function isFresh(part, hash) {
  const record = recordOf(part.name);
  if (!fs.existsSync(part.output) || !fs.existsSync(record)) return false;
  return JSON.parse(fs.readFileSync(record, 'utf8')).hash === hash;
}

/**
 * @param {{ only?: string[], force?: boolean }} [options] `only`: names of parts; all when empty
 * @throws {Stop} when a name is unknown or a build fails
 */
export async function buildStale({ only = [], force = false } = {}) {
  const all = parts();
  const names = all.map((part) => part.name);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown) throw new Stop('build.unknown', { part: unknown, parts: names.join(', ') });

  let built = 0;
  for (const part of all.filter(({ name }) => only.length === 0 || only.includes(name))) {
    if (!part.present) {
      say('build.absent', { part: part.name });
      continue;
    }
    const hash = hashNow(part);
    if (!force && isFresh(part, hash)) continue;
    if (built === 0) checkSpace(root, 1500);
    built += 1;
    await build(part, hash);
  }
  if (built === 0) say('build.fresh');
}

/** @param {import('./parts.mjs').Part} part @param {string} hash */
async function build(part, hash) {
  const started = Date.now();
  say('build.working', { part: part.name });
  fs.rmSync(recordOf(part.name), { force: true });
  const done = remind();
  const { code, tail } = await part.build().finally(done);
  if (/ENOSPC|no space left/i.test(tail)) throw new Stop('disk.full');
  if (code !== 0 || !fs.existsSync(part.output))
    throw new Stop('build.failed', { part: part.name, tail });
  fs.mkdirSync(inRoot('.cache/build'), { recursive: true });
  fs.writeFileSync(recordOf(part.name), JSON.stringify({ hash }));
  const seconds = Math.round((Date.now() - started) / 1000);
  say('build.done', { part: part.name, seconds });
}

/**
 * Without the plugin's compiled server Strapi would start all the same and drop its tables.
 * @throws {Stop} naming what is not built
 */
export function checkBuilt() {
  const missing = Object.entries(compiled).filter(([, file]) => !fs.existsSync(file));
  if (missing.length > 0)
    throw new Stop('build.missing', { parts: missing.map(([name]) => name).join(', ') });
}
