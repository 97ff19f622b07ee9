// @ts-check
/**
 * The registry with one million people: finding one, and opening a file with 200 requests, beside the bare SQL of one
 * row by its key in the same run, and the memory of the server throughout.
 * `BENCH_PEOPLE`: how many people. `BENCH_DATABASE_URL`: see `support/bench.mjs`.
 */
import { createRequire } from 'node:module';
import { measure, openBench, watchMemory } from './support/bench.mjs';
import { random } from './support/names.mjs';
import { loadPeople, people } from './support/people.mjs';

const require = createRequire(import.meta.url);
const count = Number(process.env.BENCH_PEOPLE ?? 1_000_000);
const { crm, close } = await openBench('registry');
const { readTyped, searchPeople } = require('strapi-plugin-beneficiary-crm/server/registry/index');
const { readPerson } = require('strapi-plugin-beneficiary-crm/server/casefile/person.service');
const { searchRequests } = require('strapi-plugin-beneficiary-crm/server/requests/search.service');

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const memory = watchMemory();
const [{ n }] = await crm.db('crm_beneficiaries').count('* as n');
if (Number(n) < count) {
  const started = performance.now();
  await loadPeople(crm, count);
  say(`${count} people loaded in ${Math.round((performance.now() - started) / 1000)} s`);
}

const next = random(7);
/** A thousandth of all people. @type {import('./support/people.mjs').Person[]} */
const some = [];
let place = 0;
for (const person of people(count)) if ((place += 1) % 1000 === 500) some.push(person);

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
/** One letter of the longest word left out, doubled by another, another, or swapped. @param {string} name */
function mistyped(name) {
  const words = name.split(' ');
  const long = words.reduce(
    (best, word, index) => (word.length > (words[best] ?? '').length ? index : best),
    0,
  );
  const word = words[long] ?? '';
  const at = 1 + Math.floor(next() * (word.length - 2));
  const other = letters[Math.floor(next() * letters.length)] ?? '';
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + other + word.slice(at),
    word.slice(0, at) + other + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  words[long] = kinds[Math.floor(next() * kinds.length)] ?? word;
  return words.join(' ');
}
const ends = (/** @type {string} */ name) => {
  const words = name.split(' ');
  return `${words[0]} ${words.at(-1)}`;
};
const sampled = (/** @type {number} */ every) => some.filter((_, index) => index % every === 0);

/** @type {Record<string, string[]>} */
const questions = {
  'the commonest names': [
    'محمد',
    'محمد أحمد',
    'عبدالله العتيبي',
    'عبد الله محمد',
    'نورة',
    'فاطمه محمد',
    'العتيبي',
    'القحطاني محمد',
    'محمد عبدالله العتيبي',
    'أحمد',
    'علي',
    'عبدالرحمن',
    'محمد محمد محمد',
    'سارة عبدالعزيز',
    'خالد سعد فهد سلطان',
  ].flatMap((text) => [text, text, text, text]),
  'whole names': sampled(10).map(({ name }) => name),
  'given name and family': sampled(10).map(({ name }) => ends(name)),
  'a name being typed': sampled(10).map(({ name }) => name.slice(0, 3 + Math.floor(next() * 8))),
  'a letter wrong': sampled(5).map(({ name }) => mistyped(name)),
  'a letter wrong, fathers left out': sampled(5).map(({ name }) => mistyped(ends(name))),
  nobody: [
    'زقزوق طنطاوي',
    'xyz',
    '😀',
    '%',
    '___',
    'محمد أحمد عبدالله علي سعد خالد فهد سلطان',
    'بن',
    'م',
  ],
};
const numbers = sampled(3).flatMap(({ nationalId, mobile, fileNumber }) => [
  ...(nationalId === null ? [] : [nationalId]),
  ...(mobile === null ? [] : [mobile.replace('+966', '0')]),
  fileNumber,
]);

const staff = {
  id: 1,
  name: '',
  permissions: new Set(['registry.read', 'requests.read']),
  branch: null,
};
const delegate = { ...staff, branch: 'north' };
const asked = (/** @type {object} */ who) => async (/** @type {string} */ text) => {
  const typed = readTyped(text);
  return Promise.all([
    searchPeople(crm, typed, who, 12, 'ar'),
    searchRequests(crm, typed, who, 12),
  ]);
};

const { rows: keys } = await crm.db.raw(
  'select id from crm_beneficiaries tablesample system (0.1) limit 300',
);
const byKey = async (/** @type {{ id: string }} */ { id }) =>
  crm.db('crm_beneficiaries').where({ id }).first();
await measure(keys, byKey);
const bare = await measure(keys, byKey);

/** @type {[string, import('./support/bench.mjs').Times][]} */
const table = [['one row by its key (reference)', bare]];
await measure(Object.values(questions).flat().slice(0, 40), asked(staff));
for (const [kind, texts] of Object.entries(questions))
  table.push([`search: ${kind}`, await measure(texts, asked(staff))]);
const mixed = Object.values(questions)
  .flat()
  .sort(() => next() - 0.5);
table.push(['search: all of these, mixed', await measure(mixed, asked(staff))]);
table.push(['search: the same by a delegate', await measure(mixed, asked(delegate))]);
table.push(['look-up by ID, phone, file number', await measure(numbers, asked(staff))]);
const busiest = await crm.db('crm_beneficiaries').where({ file_number: 'B-000001' }).first('id');
table.push([
  'a file with 200 requests',
  await measure(Array.from({ length: 40 }), () => readPerson(crm, busiest.id, staff, 'ar')),
]);

let found = 0;
for (const person of sampled(5)) {
  const [answer] = await asked(staff)(mistyped(person.name));
  if (
    answer.people.some(
      (/** @type {{ fileNumber: string }} */ hit) => hit.fileNumber === person.fileNumber,
    )
  )
    found += 1;
}

say(`\n${Math.max(Number(n), count)} people; 1× = the median of one row by its key`);
for (const [what, times] of table) {
  const shown = (/** @type {number} */ value) =>
    `${value.toFixed(1).padStart(7)} ms ${`${(value / bare.median).toFixed(0)}×`.padStart(5)}`;
  say(
    `${what.padEnd(42)} n ${String(times.n).padStart(4)}   median ${shown(times.median)}   p95 ${shown(times.p95)}   worst ${shown(times.worst)}`,
  );
}
say(
  `whole names with a letter wrong: ${found} of ${sampled(5).length} found among the first twelve`,
);
say(`memory of the server at most ${memory.most()} MB`);
await close();
process.exit(0);
