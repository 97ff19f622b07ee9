// @ts-check
/** Writes the README's table of the policy from the compiled plugin; `--check` only compares. */
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './lib/paths.mjs';

const require = createRequire(import.meta.url);
/** @type {{ clauses: { id: string, ar: string, en: string, behind: { does: string, where: string }[] }[] }} */
const { clauses } = require(
  inRoot('src/plugins/beneficiary-crm/dist/server/src/policy/clauses.policy.js'),
);

const rows = clauses.map(({ id, ar, en, behind }) => {
  const does = behind
    .map(({ does: what, where }) => {
      const path = where.startsWith('/') ? where.slice(1) : `src/plugins/beneficiary-crm/${where}`;
      return `${what} ([${path.split('/').at(-1)}](${path}))`;
    })
    .join('; ');
  return `| ${id} | <span dir="rtl">${ar}</span><br>${en} | ${does} |`;
});
const table = [
  '| Clause | The policy | What the product does |',
  '| --- | --- | --- |',
  ...rows,
].join('\n');

const file = inRoot('README.md');
const readme = fs.readFileSync(file, 'utf8');
const place = /(<!-- policy table -->)[\s\S]*?(<!-- end of policy table -->)/;
if (!place.test(readme)) throw new Error('README.md has no place for the policy table');
const made = readme.replace(
  place,
  (_whole, before, after) =>
    `${before}\n\n<!-- prettier-ignore-start -->\n\n${table}\n\n<!-- prettier-ignore-end -->\n\n${after}`,
);
if (process.argv.includes('--check')) {
  if (made !== readme) {
    process.stderr.write(
      'The README’s policy table is not what policy/ says. Run: npm run policy:table\n',
    );
    process.exit(1);
  }
} else fs.writeFileSync(file, made);
