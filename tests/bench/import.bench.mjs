// @ts-check
/**
 * An import into a registry of one million people: reading the file, judging every row, taking the people in; and
 * an export of all of them. Beside them, in the same run, the bare insert of as many people into empty copies of the
 * tables, which is the least that a database needs for it; and the memory of the server throughout.
 * `BENCH_PEOPLE`: how many people there are. `BENCH_ROWS`: how many come. `BENCH_DATABASE_URL`: see `support/bench.mjs`.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBench, watchMemory } from './support/bench.mjs';
import { loadPeople, people } from './support/people.mjs';

const require = createRequire(import.meta.url);
const count = Number(process.env.BENCH_PEOPLE ?? 1_000_000);
const rows = Number(process.env.BENCH_ROWS ?? 20_000);
const { crm, close } = await openBench('registry');
const transfer = (/** @type {string} */ file) =>
  require(`strapi-plugin-beneficiary-crm/server/transfer/${file}`);
const { beginImport, beginReading, keepPart } = transfer('upload.service');
const { readImport } = transfer('read.job');
const { checkImport } = transfer('check.job');
const { takeChunk } = transfer('run.job');
const { checkColumns, startImport } = transfer('steps.service');
const { exportRows } = transfer('export.rows');

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const [{ n }] = await crm.db('crm_beneficiaries').count('* as n');
if (Number(n) < count) {
  const started = performance.now();
  await loadPeople(crm, count);
  await crm.db.raw('analyze');
  say(`${count} people loaded in ${Math.round((performance.now() - started) / 1000)} s`);
}

/** @param {() => Promise<unknown>} run @returns {Promise<number>} seconds */
async function timed(run) {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}
const staff = { id: 1, name: '', permissions: new Set(), branch: null };
const memory = watchMemory();

// People who are new, each with a number and a mobile of their own; every twentieth has the name of another.
const from = Number((await crm.db('crm_beneficiaries').count('* as n'))[0].n) + 1_000_000;
const lines = ['الاسم,رقم الهوية,الجوال,المدينة,تاريخ الميلاد,الجنس'];
for (const one of people(rows, 11 + from, from)) {
  const mobile = one.mobile ? `0${one.mobile.slice(4)}` : '';
  const sex = one.sex === 'male' ? 'ذكر' : 'أنثى';
  lines.push(`${one.name},${one.nationalId ?? ''},${mobile},${one.city},${one.birthYear},${sex}`);
}
const file = Buffer.from(lines.join('\n'));
const place = path.join(os.tmpdir(), `crm-import-${randomUUID()}`);

const { id, partBytes } = await beginImport(crm, { name: 'bench.csv', size: file.length }, staff);
for (let at = 0; at < file.length; at += partBytes) {
  const part = file.subarray(at, at + partBytes);
  writeFileSync(place, part);
  await keepPart(crm, id, at, { path: place, name: 'part', size: part.length });
}
const held = () => crm.db('crm_imports').where({ id }).first();
await beginReading(crm, id);
const turn = async () => ({ import: id, turn: (await held()).turn });
const reading = await timed(async () => readImport(crm, await turn()));
await checkColumns(crm, id, { columns: (await held()).columns, fillBlanks: false }, staff);
const checking = await timed(async () => checkImport(crm, await turn()));
await startImport(crm, id);
const chunks = Math.ceil(rows / 500);
/** @type {number[]} the longest time for which the server answered nobody, in milliseconds */
const stalls = [];
let last = performance.now();
const pulse = setInterval(() => {
  const now = performance.now();
  stalls.push(now - last - 10);
  last = now;
}, 10);
const running = await timed(async () => {
  for (let chunk = 0; chunk < chunks; chunk += 1)
    await takeChunk(crm, { ...(await turn()), chunk });
});
clearInterval(pulse);
const done = await held();

const bare = await timed(async () => {
  await crm.db.transaction(async (/** @type {import('knex').Knex.Transaction} */ trx) => {
    for (const table of ['crm_beneficiaries', 'crm_contact_points', 'crm_identities']) {
      await trx.raw(
        `create temp table ?? (like ?? including indexes including generated) on commit drop`,
        [`bare_${table}`, table],
      );
      const of = table === 'crm_beneficiaries' ? 'id' : 'beneficiary_id';
      const { rows: columns } = await trx.raw(
        `select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns
          where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'`,
        [table],
      );
      await trx.raw(
        `insert into bare_${table} (${columns[0].list}) select ${columns[0].list} from ${table}
          where ${of} in (select id from crm_beneficiaries where import_id = ?)`,
        [id],
      );
    }
  });
});

let exported = 0;
const columns = ['file_number', 'name', 'phone', 'id_last3', 'city', 'categories'];
const exporting = await timed(async () => {
  const names = { categories: new Map(), branches: new Map() };
  for await (const batch of exportRows(crm, { columns, filters: {}, branch: null }, names, 'ar'))
    exported += batch.length;
});

const perSecond = (/** @type {number} */ seconds, of = rows) => Math.round(of / seconds);
say(
  [
    `import of ${rows} people into ${count}: ${JSON.stringify(done.result)}`,
    `read     ${perSecond(reading)} rows a second`,
    `judged   ${perSecond(checking)} rows a second`,
    `taken in ${perSecond(running)} rows a second, ${(running / bare).toFixed(1)}× the bare insert`,
    `longest time without an answer while taking in: ${Math.round(Math.max(0, ...stalls))} ms`,
    `exported ${exported} people, ${perSecond(exporting, exported)} a second`,
    `memory of the server, at most: ${memory.most()} MB`,
  ].join('\n'),
);
await close();
process.exit(done.result.opened > 0 && perSecond(running) >= 1_000 ? 0 : 1);
