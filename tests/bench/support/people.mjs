// @ts-check
/** Fills a registry with people for a benchmark: believable names, real blind indexes, families, requests. */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { asWritten, cityName, familyName, manName, random, womanName } from './names.mjs';

const require = createRequire(import.meta.url);
const {
  identityColumns,
} = require('strapi-plugin-beneficiary-crm/server/registry/registry.service');

/**
 * @typedef {object} Crm
 * @property {import('knex').Knex} db
 * @property {{ seal(place: object, text: string): string }} vault
 */
/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} fileNumber
 * @property {string} name
 * @property {'male' | 'female'} sex
 * @property {number} birthYear
 * @property {string} city
 * @property {string} household
 * @property {'head' | 'spouse' | 'child'} place in the household
 * @property {string | null} nationalId
 * @property {string | null} mobile E.164
 * @property {string | null} email
 */

const batch = 10_000;
const branches = ['main', 'north', 'south', 'east', 'west'];

/** The n-th number with eight digits, none twice and none beside its neighbour. @param {number} n */
const scattered = (n) => String((n * 38_609_933 + 17) % 100_000_000).padStart(8, '0');

/** The n-th citizen's number, with the check digit that makes it one. @param {number} n */
export function nationalIdOf(n) {
  const nine = `1${scattered(n)}`;
  const sum = [...nine].reduce((total, character, place) => {
    const digit = Number(character) * (place % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

/** @param {number} n */
const mobileOf = (n) => `+9665${scattered(n)}`;

/**
 * People in families of about five: children bear their father's names.
 * @param {number} count @param {number} [seed] @param {number} [from] number of the first; numbers are in use once
 * @returns {Generator<Person>}
 */
export function* people(count, seed = 1, from = 1) {
  const next = random(seed);
  const family = {
    id: '',
    size: 0,
    held: 0,
    head: '',
    fathers: '',
    name: '',
    mobile: '',
    city: '',
  };
  for (let n = from; n < from + count; n += 1) {
    if (family.held === family.size) {
      const given = manName(next);
      Object.assign(family, {
        id: randomUUID(),
        size: 2 + Math.floor(next() * 7),
        held: 0,
        head: given,
        fathers: `${manName(next)}${next() < 0.55 ? ` ${manName(next)}` : ''}`,
        name: familyName(next),
        mobile: mobileOf(n),
        city: cityName(next),
      });
    }
    const place = family.held === 0 ? 'head' : family.held === 1 ? 'spouse' : 'child';
    const sex = place === 'head' || (place === 'child' && next() < 0.5) ? 'male' : 'female';
    const given = place === 'head' ? family.head : sex === 'male' ? manName(next) : womanName(next);
    const full =
      place === 'head'
        ? `${given} ${family.fathers} ${family.name}`
        : place === 'spouse'
          ? `${given} ${manName(next)} ${manName(next)} ${familyName(next)}`
          : `${given} ${family.head} ${family.fathers} ${family.name}`;
    family.held += 1;
    yield {
      id: randomUUID(),
      fileNumber: `B-${String(n).padStart(6, '0')}`,
      name: asWritten(full, next),
      sex,
      birthYear:
        place === 'child' ? 1995 + Math.floor(next() * 30) : 1945 + Math.floor(next() * 50),
      city: family.city,
      household: family.id,
      place,
      nationalId: next() < 0.95 ? nationalIdOf(n) : null,
      mobile: next() < 0.7 ? mobileOf(n) : next() < 0.6 ? family.mobile : null,
      email: next() < 0.1 ? `person${n}@example.org` : null,
    };
  }
}

/**
 * @param {Crm} crm @param {string} table @param {Record<string, string>} columns name to type
 * @param {unknown[][]} rows values in the order of the columns
 */
async function insert({ db }, table, columns, rows) {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const arrays = names.map((_, column) => rows.map((row) => row[column]));
  await db.raw(
    `insert into ${table} (${names.join(', ')}) select * from unnest(${Object.values(columns)
      .map((type) => `?::${type}[]`)
      .join(', ')})`,
    /** @type {import('knex').Knex.RawBinding[]} */ (/** @type {unknown} */ (arrays)),
  );
}

/** @param {Crm} crm @param {Person[]} some @param {Date} now */
async function keep(crm, some, now) {
  await insert(
    crm,
    'crm_beneficiaries',
    {
      id: 'uuid',
      root_id: 'uuid',
      file_number: 'text',
      name: 'text',
      sex: 'text',
      birth_year: 'smallint',
      city: 'text',
      branch: 'text',
      status: 'text',
      source: 'text',
      created_at: 'timestamptz',
      updated_at: 'timestamptz',
    },
    some.map(({ id, fileNumber, name, sex, birthYear, city }, n) => [
      id,
      id,
      fileNumber,
      name,
      sex,
      birthYear,
      city,
      branches[n % branches.length],
      n % 50 === 0 ? 'deceased' : n % 33 === 0 ? 'archived' : 'active',
      'import',
      now,
      now,
    ]),
  );
  await insert(
    crm,
    'crm_identities',
    {
      id: 'uuid',
      beneficiary_id: 'uuid',
      type: 'text',
      number_sealed: 'text',
      number_index: 'text',
      last3: 'text',
      state: 'text',
      created_at: 'timestamptz',
      updated_at: 'timestamptz',
    },
    some.flatMap(({ id, nationalId }) => {
      if (nationalId === null) return [];
      const row = identityColumns(crm, id, { type: 'national_id', number: nationalId }, now);
      return [
        [row.id, id, row.type, row.number_sealed, row.number_index, row.last3, row.state, now, now],
      ];
    }),
  );
  await insert(
    crm,
    'crm_contact_points',
    {
      id: 'uuid',
      beneficiary_id: 'uuid',
      kind: 'text',
      value: 'text',
      preferred: 'boolean',
      created_at: 'timestamptz',
    },
    some.flatMap(({ id, mobile, email }) => [
      ...(mobile === null ? [] : [[randomUUID(), id, 'mobile', mobile, true, now]]),
      ...(email === null ? [] : [[randomUUID(), id, 'email', email, false, now]]),
    ]),
  );
  const heads = some.filter(({ place }) => place === 'head');
  await insert(
    crm,
    'crm_households',
    {
      id: 'uuid',
      number: 'text',
      head_id: 'uuid',
      city: 'text',
      created_at: 'timestamptz',
      updated_at: 'timestamptz',
    },
    heads.map((head) => [
      head.household,
      `H-${head.fileNumber.slice(2)}`,
      head.id,
      head.city,
      now,
      now,
    ]),
  );
  await insert(
    crm,
    'crm_household_members',
    {
      id: 'uuid',
      household_id: 'uuid',
      beneficiary_id: 'uuid',
      relationship: 'text',
      dependant: 'boolean',
      since: 'date',
    },
    some.map(({ id, household, place, sex }) => [
      randomUUID(),
      household,
      id,
      place === 'child' ? (sex === 'male' ? 'son' : 'daughter') : place,
      place !== 'head',
      '2026-01-01',
    ]),
  );
}

/** Rows of `crm_requests`, whoever `people` (a query that gives id, name and phone) are. @param {string} people */
const requestsOf = (people) => `
  insert into crm_requests (id, reference, kind, status, channel, locale, form, applicant_name, applicant_phone,
    answers_sealed, answers_hash, consent_version, consented_at, clock, clock_settings, due_earliest, due_latest,
    submitted_at, updated_at, ended_at, workflow, beneficiary_id)
  select gen_random_uuid(),
    regexp_replace(upper(lpad(to_hex((n * 2654435761) % 4294967296), 8, '0')), '^(.{4})', '\\1-'),
    'assistance', (array['submitted', 'checking', 'committee', 'completed', 'rejected'])[1 + n % 5], 'website', 'ar',
    '{"service":{"slug":"s","name":{"ar":"خدمة","en":"Service"}},"fields":[],"documents":[],"declares":false,"checklist":[],"study":[]}',
    name, phone, '', '', '1', now(),
    json_build_object('startedAt', now(), 'firstReferredAt', null, 'referredAt', null, 'pausedSince', null,
      'pausedMs', 0, 'pausedMsBeforeFirstReferral', 0, 'pausedMsSinceReferral', 0, 'releasedEarlyAt', null),
    '{"earliestDays":14,"latestDays":30,"checkingDays":7,"holdUntilEarliest":true}',
    now() + n * interval '1 second', now() + n * interval '2 seconds', now() - n * interval '1 minute', now(),
    case when n % 5 > 2 then now() end, '{"version":"policy"}', beneficiary_id
  from (${people}) people`;

/**
 * Adds `count` people with their identities, contact points and families. Inserts only: all indexes stay in place,
 * as in an import.
 * @param {Crm} crm @param {number} count
 * @param {(done: number) => void} [progress]
 * @returns {Promise<{ busiest: string, sample: Person[] }>} the first person, and a thousandth of all
 */
export async function keepPeople(crm, count, progress = () => {}) {
  const now = new Date();
  /** @type {Person[]} */
  let some = [];
  /** @type {Person[]} */
  const sample = [];
  let done = 0;
  let busiest = '';
  const flush = async () => {
    await keep(crm, some, now);
    done += some.length;
    some = [];
    progress(done);
  };
  for (const person of people(count)) {
    if (busiest === '') busiest = person.id;
    if ((done + some.length) % 1000 === 500) sample.push(person);
    some.push(person);
    if (some.length === batch) await flush();
  }
  await flush();
  await crm.db.raw(`select setval('crm_file_numbers', ?), setval('crm_household_numbers', ?)`, [
    count,
    count,
  ]);
  return { busiest, sample };
}

/**
 * Adds people as `keepPeople` does, and a request for every second one, a fifth of them strangers without a file;
 * the first person has 200 requests, 60 interactions.
 * @param {Crm} crm @param {number} count
 * @param {(done: number) => void} [progress]
 * @returns {Promise<{ busiest: string, sample: Person[] }>} the person with 200 requests, and a thousandth of all
 */
export async function loadPeople(crm, count, progress = () => {}) {
  const now = new Date();
  const { busiest, sample } = await keepPeople(crm, count, progress);
  await crm.db.raw(
    requestsOf(`
      select row_number() over () as n, name, '+966500000000' as phone,
        case when random() < 0.8 then id end as beneficiary_id
      from crm_beneficiaries where substr(id::text, 1, 1) < '8'`),
  );
  await crm.db.raw(
    requestsOf(`
      select ?::bigint * 2 + n as n, name, '+966500000000' as phone, id as beneficiary_id
      from crm_beneficiaries, generate_series(1, 200) n where id = ?`),
    [count, busiest],
  );
  const said = Array.from({ length: 60 }, (_, n) => {
    const id = randomUUID();
    const summary = crm.vault.seal(
      { table: 'crm_interactions', field: 'summary', id },
      'سأل عن طلبه',
    );
    const at = new Date(now.getTime() - n * 86_400_000);
    return [id, busiest, 'phone', 'incoming', 'inquiry', summary, 1, at];
  });
  await insert(
    crm,
    'crm_interactions',
    {
      id: 'uuid',
      beneficiary_id: 'uuid',
      channel: 'text',
      direction: 'text',
      reason: 'text',
      summary_sealed: 'text',
      staff_id: 'integer',
      at: 'timestamptz',
    },
    said,
  );
  await crm.db.raw('vacuum analyze');
  return { busiest, sample };
}
