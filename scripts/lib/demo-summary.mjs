// @ts-check
/** What `npm run demo` prints when everything is up: the addresses and who can sign in. */
import { text } from './say.mjs';

/**
 * What the application writes to CRM_DEMO_FILE.
 * @typedef {object} DemoFile
 * @property {{ email: string, password: string, role: string | { ar?: string, en?: string } }[]} [accounts]
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
  const accounts = (demo.accounts ?? []).map(({ email, password, role }) => {
    const names = typeof role === 'string' ? { en: role } : role;
    return [email, password, names.en ?? '', names.ar ?? ''];
  });
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
