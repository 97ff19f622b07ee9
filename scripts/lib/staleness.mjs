// @ts-check
/** Whether what was built still comes from these sources: a hash of their names and contents. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';

const never = new Set(['node_modules', 'dist', 'build', '.cache', '.tmp']);

/**
 * Every file under a path (or the file itself), sorted; missing paths give none.
 * @param {string} target absolute
 * @returns {string[]}
 */
export function filesUnder(target) {
  if (!fs.existsSync(target)) return [];
  if (fs.statSync(target).isFile()) return [target];
  return fs
    .readdirSync(target, { withFileTypes: true })
    .filter((entry) => !never.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(path.join(target, entry.name)));
}

/** @param {string} file */
const isTest = (file) => /\.test\.tsx?$/.test(file);

/**
 * @param {string} base names are taken relative to it
 * @param {string[]} inputs absolute files and folders; tests in them do not count
 * @param {string} [salt] what else the output depends upon
 * @returns {string} hex
 */
export function hashOf(base, inputs, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of inputs.flatMap(filesUnder).filter((name) => !isTest(name))) {
    const content = fs.readFileSync(file);
    // The length separates a name from its content and one file from the next.
    hash.update(`\0${path.relative(base, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
