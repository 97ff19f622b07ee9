// @ts-check
/** Fills a queue for a benchmark: requests of every kind and status, over four years, with the forms of real services. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const {
  formForKind,
  getService,
} = require('strapi-plugin-beneficiary-crm/server/services/catalogue.service');
const {
  workflowOfPolicy,
} = require('strapi-plugin-beneficiary-crm/server/services/workflow.service');

/** @typedef {import('./people.mjs').Crm} Crm */

/** What stands here more often is more frequent. */
const kinds =
  'assistance assistance assistance assistance assistance assistance assistance inquiry inquiry complaint suggestion volunteering'.split(
    ' ',
  );
/** @type {Record<string, { open: string, ended: string }>} */
const lives = {
  assistance: {
    open: 'submitted checking checking awaiting_applicant social_research committee committee deferred accepted enrolled in_delivery',
    ended: 'completed completed completed rejected rejected withdrawn expired duplicate',
  },
  inquiry: {
    open: 'submitted in_progress awaiting_applicant answered',
    ended: 'closed closed closed expired',
  },
  complaint: {
    open: 'submitted in_progress in_progress answered',
    ended: 'closed closed withdrawn',
  },
  suggestion: { open: 'submitted in_progress answered', ended: 'closed' },
  volunteering: { open: 'submitted screening', ended: 'accepted declined withdrawn' },
};

/** One request of this many is open: an association keeps what it has ended. */
const oneOpenOf = 6;
const batch = 25_000;

/** @param {Crm} crm @param {readonly string[]} services */
async function formsOf(crm, services) {
  const asked = await Promise.all(
    services.map(async (slug) => {
      const { name, needsStudy, needsCommittee, needsEnrolment, ...service } = await getService(
        crm,
        slug,
      );
      const { fields, documents, checklist, study } = service;
      const named = { slug, name, needsStudy, needsCommittee, needsEnrolment };
      const form = { service: named, fields, documents, declares: true, checklist, study };
      return { kind: 'assistance', slug, form };
    }),
  );
  const plain = [...new Set(kinds)].slice(1).map((kind) => {
    const { fields, documents } = formForKind(kind);
    const form = { service: null, fields, documents, declares: false, checklist: [], study: [] };
    return { kind, slug: null, form };
  });
  return [...asked, ...plain];
}

/**
 * Adds requests; nine of ten are of people with a file (there must be some), the others of strangers.
 * @param {Crm} crm
 * @param {{ count: number, services: readonly string[], officers: readonly number[], after?: number }} of `after`:
 *   how many there are already
 * @param {(done: number) => void} [progress]
 */
export async function loadRequests(
  crm,
  { count, services, officers, after = 0 },
  progress = () => {},
) {
  const { db, vault } = crm;
  const sealed = vault.seal(
    { table: 'crm_requests', field: 'answers', id: 'bench' },
    JSON.stringify({
      need: 'أسرة من ستة أفراد لا يكفي دخلها الإيجار ومصروف المدارس هذا العام',
      income: 2500,
      rent: 1400,
    }),
  );
  await db.raw(`
    drop table if exists bench_people, bench_forms, bench_lives;
    create unlogged table bench_people as
      select row_number() over (order by file_number) as n, b.id, name, branch, city, value as phone
      from crm_beneficiaries b
      left join crm_contact_points c on c.beneficiary_id = b.id and c.kind = 'mobile';
    create unique index on bench_people (n);
    create unlogged table bench_forms (kind text, slug text, form json);
    create unlogged table bench_lives (kind text, open boolean, status text);
    analyze bench_people`);
  await db('bench_forms').insert(
    (await formsOf(crm, services)).map(({ form, ...row }) => ({
      ...row,
      form: JSON.stringify(form),
    })),
  );
  await db('bench_lives').insert(
    Object.entries(lives).flatMap(([kind, { open, ended }]) => [
      ...open.split(' ').map((status) => ({ kind, open: true, status })),
      ...ended.split(' ').map((status) => ({ kind, open: false, status })),
    ]),
  );
  for (let from = after + 1; from <= after + count; from += batch) {
    const to = Math.min(after + count, from + batch - 1);
    await db.raw(
      `with seeds as (
         select n, hashint8extended(n, 1) & 1048575 as a, hashint8extended(n, 2) & 1048575 as b,
           hashint8extended(n, 3) & 1048575 as c, hashint8extended(n, 4) & 1048575 as d
         from generate_series(:from::bigint, :to::bigint) n
       ), drawn as (
         select *, (:kinds::text[])[1 + a % cardinality(:kinds::text[])] as kind, b % ${oneOpenOf} = 0 as open from seeds
       ), life as (
         select kind, open, array_agg(status) as statuses from bench_lives group by kind, open
       ), forms as (
         select kind, array_agg(slug) as slugs from bench_forms group by kind
       ), placed as (
         select drawn.*, statuses[1 + c % cardinality(statuses)] as status, slugs[1 + d % cardinality(slugs)] as slug,
           now() - case when open then (d % 60480) * interval '1 minute' else (a + 60) * interval '2 minutes' end as at,
           (select max(n) from bench_people) as people
         from drawn join life using (kind, open) join forms using (kind)
       )
       insert into crm_requests (id, reference, kind, status, channel, branch, locale, service_slug, form, applicant_name,
         applicant_phone, applicant_city, answers_sealed, answers_hash, consent_version, consented_at, promise_told,
         clock, clock_settings, due_earliest, due_latest, paused, replied, assignee_id, submitted_at, updated_at,
         ended_at, workflow, beneficiary_id)
       select gen_random_uuid(),
         regexp_replace(upper(lpad(to_hex((r.n * 2654435761) % 4294967296), 8, '0')), '^(.{4})', '\\1-'),
         r.kind, r.status, (array['website', 'website', 'phone', 'interview', 'delegate', 'letter'])[1 + a % 6], p.branch,
         'ar', r.slug, f.form, p.name, coalesce(p.phone, '+966500000000'), p.city, :sealed, md5(r.n::text), '1', at, true,
         json_build_object('startedAt', at, 'firstReferredAt', null, 'referredAt', null,
           'pausedSince', case when r.status = 'awaiting_applicant' then now() end, 'pausedMs', 0,
           'pausedMsBeforeFirstReferral', 0, 'pausedMsSinceReferral', 0, 'releasedEarlyAt', null),
         '{"earliestDays":14,"latestDays":30,"checkingDays":7,"holdUntilEarliest":true}', at + interval '14 days',
         at + interval '30 days', r.status = 'awaiting_applicant',
         r.status in ('accepted', 'enrolled', 'in_delivery', 'completed', 'rejected', 'declined', 'closed', 'answered'),
         case when r.status <> 'submitted' then (:officers::int[])[1 + b % cardinality(:officers::int[])] end, at, at,
         case when not open then least(at + interval '20 days', now()) end, :workflow::json,
         case when c % 10 > 0 then p.id end
       from placed r
       join bench_people p on p.n = 1 + (a * 1048576 + d) % people
       join bench_forms f on f.kind = r.kind and f.slug is not distinct from r.slug`,
      {
        from,
        to,
        kinds,
        sealed,
        officers: [...officers],
        workflow: JSON.stringify(workflowOfPolicy),
      },
    );
    progress(to);
  }
  await db.raw('drop table bench_people, bench_forms, bench_lives; ');
  await db.raw('vacuum analyze crm_requests');
}
