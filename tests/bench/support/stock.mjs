// @ts-check
/**
 * What Strapi gives without us, for comparison: an ordinary content type with the columns that a request is written
 * with, a relation to its service and one to its applicant, the indexes of those columns, and Strapi's own controllers,
 * asked with a token of its own: whoever asks is looked up on both sides.
 */
import * as fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../../scripts/lib/paths.mjs';

/** @typedef {import('./people.mjs').Crm} Crm */

const text = { type: 'string' };
const json = { type: 'json' };
const instant = { type: 'datetime' };
const yes = { type: 'boolean' };
const relation = (/** @type {string} */ target) => ({
  type: 'relation',
  relation: 'manyToOne',
  target: `api::${target}.${target}`,
});

/** @type {Record<string, object>} */
const types = {
  'stock-service': { slug: text, name: text },
  'stock-person': { name: text, phone: text, city: text, branch: text },
  'stock-request': {
    reference: text,
    kind: text,
    state: text,
    channel: text,
    branch: text,
    form: json,
    workflow: json,
    clock: json,
    clockSettings: json,
    answers: { type: 'text' },
    answersHash: text,
    message: { type: 'text' },
    locale: text,
    applicantName: text,
    applicantPhone: text,
    applicantEmail: text,
    applicantCity: text,
    preferredChannel: text,
    idType: text,
    idSealed: text,
    idIndex: text,
    idLast3: text,
    accessCodeHash: text,
    consentVersion: text,
    consentedAt: instant,
    promiseTold: yes,
    stepDueAt: instant,
    dueEarliest: instant,
    dueLatest: instant,
    submittedAt: instant,
    endedAt: instant,
    paused: yes,
    replied: yes,
    settled: yes,
    assignee: { type: 'integer' },
    service: relation('stock-service'),
    applicant: relation('stock-person'),
  },
};

/** The compiled application with these types beside its own, in a folder that is made anew. */
export function stockApplication() {
  const folder = inRoot('.tmp/bench-dist');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(inRoot('dist'), folder, { recursive: true });
  for (const [name, attributes] of Object.entries(types)) {
    const api = path.join(folder, 'src/api', name);
    const uid = `api::${name}.${name}`;
    /** @param {string} file @param {string} content */
    const write = (file, content) => {
      fs.mkdirSync(path.join(api, path.dirname(file)), { recursive: true });
      fs.writeFileSync(path.join(api, file), content);
    };
    const schema = {
      kind: 'collectionType',
      collectionName: `${name.replace('-', '_')}s`,
      info: { singularName: name, pluralName: `${name}s`, displayName: name },
      options: { draftAndPublish: false },
      attributes,
    };
    write(`content-types/${name}/schema.json`, JSON.stringify(schema));
    for (const part of ['Controller', 'Service', 'Router']) {
      write(
        `${part === 'Router' ? 'routes' : `${part.toLowerCase()}s`}/${name}.js`,
        `module.exports = require('@strapi/strapi').factories.createCore${part}('${uid}');`,
      );
    }
  }
  return folder;
}

/** Fills them with the very rows of the queue. @param {Crm} crm */
export async function fillStock({ db }) {
  const kept = `created_at, updated_at, published_at) select`;
  const now = 'now(), now(), now()';
  await db.raw(`
    insert into stock_services (document_id, slug, name, ${kept} 'service-' || slug, slug, min(name), ${now} from
      (select service_slug as slug, form -> 'service' -> 'name' ->> 'ar' as name from crm_requests
       where service_slug is not null limit 100000) s group by slug;
    insert into stock_persons (document_id, name, phone, city, branch, ${kept} 'person-' || b.id, name, '+966500000000', city,
      branch, ${now} from crm_beneficiaries b;
    create index on stock_persons (document_id);
    insert into stock_requests (document_id, reference, kind, state, channel, branch, form, workflow, clock,
      clock_settings, answers, answers_hash, message, locale, applicant_name, applicant_phone, applicant_email,
      applicant_city, preferred_channel, id_type, id_sealed, id_index, id_last_3, access_code_hash, consent_version,
      consented_at, promise_told, step_due_at, due_earliest, due_latest, submitted_at, ended_at, paused, replied,
      settled, assignee, ${kept} id::text, reference, kind, status, channel, branch, form, workflow, clock,
      clock_settings, answers_sealed, answers_hash, message_sealed, locale, applicant_name, applicant_phone,
      applicant_email, applicant_city, preferred_channel, id_type, id_sealed, id_index, id_last3, access_code_hash,
      consent_version, consented_at, promise_told, step_due_at, due_earliest, due_latest, submitted_at, ended_at,
      paused, replied, settled, assignee_id, ${now} from crm_requests;
    insert into stock_requests_service_lnk (stock_request_id, stock_service_id)
      select r.id, s.id from stock_requests r join crm_requests c on c.reference = r.reference
      join stock_services s on s.slug = c.service_slug;
    insert into stock_requests_applicant_lnk (stock_request_id, stock_person_id)
      select r.id, p.id from stock_requests r join crm_requests c on c.reference = r.reference
      join stock_persons p on p.document_id = 'person-' || c.beneficiary_id;
    create unique index on stock_requests (reference);
    create index on stock_requests (settled, due_latest, id) include (state, kind, channel, branch, assignee,
      submitted_at, ended_at);
    create index on stock_requests (settled, due_latest, id) include (state, kind, channel, branch, assignee,
      submitted_at, ended_at) where settled = false and paused = false;
    create index on stock_requests (state, settled, due_latest, id);
    create index on stock_requests (state, settled, due_latest, id) include (kind, channel, branch, assignee,
      submitted_at, ended_at) where ended_at is null;
    create index on stock_requests (assignee, settled, due_latest, id) include (state, kind, channel, branch,
      submitted_at, ended_at) where ended_at is null and assignee is not null;
    create index on stock_requests (settled, due_latest, id) include (state, kind, channel, branch, assignee,
      submitted_at, ended_at) where ended_at is null and assignee is null and state = 'submitted';
    create index on stock_requests (due_latest) where ended_at is null and replied = false;
    create index on stock_requests (branch, settled, due_latest, id) where branch is not null;
    create index on stock_requests (submitted_at desc, id desc);
    create index on stock_requests (settled, submitted_at, id);
    create index on stock_requests (submitted_at) include (channel, paused, due_latest, id)
      where ended_at is null and replied = false;
    create index on stock_requests (step_due_at) include (state, kind, branch) where step_due_at is not null;
    create index on stock_requests (ended_at) where ended_at is not null;
    create index on stock_requests (updated_at);
    create index on stock_requests (applicant_phone);
    create index on stock_requests (applicant_email) where applicant_email is not null;
    create index on stock_requests (id_index) where id_index is not null;
    create index on stock_requests using gin (applicant_name gin_trgm_ops);
  `);
  for (const table of ['stock_services', 'stock_persons', 'stock_requests'])
    await db.raw(`vacuum analyze ${table}`);
  await db.raw('vacuum analyze stock_requests_service_lnk');
  await db.raw('vacuum analyze stock_requests_applicant_lnk');
}

/** What the queue's first page shows, asked of Strapi: the page with its total, and one count for each view. */
export function stockPage(/** @type {number} */ me, /** @type {number[]} */ team) {
  const base = '/api/stock-requests';
  const open = 'filters[endedAt][$null]=true';
  const late = `filters[settled]=false&filters[paused]=false&filters[dueLatest][$lt]=${new Date().toISOString()}`;
  const mates = team.map((id, n) => `filters[assignee][$in][${n}]=${id}`).join('&');
  const fields = ['reference', 'kind', 'state', 'channel', 'assignee', 'dueLatest', 'submittedAt']
    .map((field, n) => `fields[${n}]=${field}`)
    .join('&');
  const page = `${fields}&populate[service][fields][0]=name&populate[applicant][fields][0]=name&sort[0]=settled&sort[1]=dueLatest&pagination[pageSize]=20`;
  const count = 'fields[0]=id&pagination[pageSize]=1';
  return {
    list: `${base}?${open}&filters[assignee]=${me}&${page}`,
    counts: [
      `${open}&${mates}`,
      `${open}&filters[assignee][$null]=true&filters[state]=submitted`,
      late,
      'filters[state]=awaiting_applicant',
      'filters[state]=committee',
      '',
    ].map((filters) => `${base}?${filters}&${count}`),
  };
}

/** What a program asks with. @param {any} app @returns {Promise<Record<string, string>>} the header */
export async function stockToken(app) {
  const { accessKey } = await app
    .service('admin::api-token')
    .create({ name: `bench ${Date.now()}`, description: '', type: 'full-access', lifespan: null });
  return { authorization: `Bearer ${accessKey}` };
}
