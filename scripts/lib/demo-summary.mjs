// @ts-check
/** What `npm run demo` prints when everything is up: the addresses and who can sign in. */
import * as fs from 'node:fs';
import path from 'node:path';
import { pluginRoot } from './paths.mjs';
import { text } from './say.mjs';

/**
 * What a role is called in the admin.
 * @param {string} role @param {'ar' | 'en'} language
 */
function roleName(role, language) {
  if (role === 'administrator') return text('demo.administrator')[language];
  const file = path.join(pluginRoot, `contracts/words/${language}.json`);
  return JSON.parse(fs.readFileSync(file, 'utf8'))[`role.${role}`] ?? role;
}

/**
 * What the application writes to CRM_DEMO_FILE.
 * @typedef {object} DemoFile
 * @property {{ role: string, name: string, email: string, password: string }[]} [accounts]
 */

/**
 * Columns of equal width. Arabic stands last in a row: terminals that turn it around then disturb
 * no other column.
 * @param {string[][]} rows
 */
export function table(rows) {
  const widths = rows.reduce(
    (all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)),
    /** @type {number[]} */ ([]),
  );
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`);
}

/**
 * @param {DemoFile} demo
 * @param {{ url: string, log: string }} where
 * @returns {string} lines to print
 */
export function summary(demo, { url, log }) {
  /** @param {import('./say.mjs').MessageKey} key @param {import('./say.mjs').Values} [values] */
  const both = (key, values) => {
    const { ar, en } = text(key, values);
    return `${en} · ${ar}`;
  };
  const accounts = (demo.accounts ?? []).map(({ email, password, role, name }) => [
    email,
    password,
    roleName(role, 'en'),
    `${roleName(role, 'ar')} (${name})`,
  ]);
  return [
    '',
    `✓ ${both('demo.ready')}`,
    '',
    ...table([
      [url, both('demo.site')],
      [`${url}/admin`, both('demo.admin')],
    ]),
    '',
    ...(accounts.length > 0
      ? [both('demo.accounts'), ...table(accounts)]
      : [both('demo.no-accounts')]),
    '',
    both('demo.stop', { log }),
    '',
  ].join('\n');
}
