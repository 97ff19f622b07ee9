// @ts-check
/** What a benchmark of the figures stands on: decisions, first answers, invitations and evaluations of two years. */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { countIn } = require('strapi-plugin-beneficiary-crm/server/satisfaction/rollup.repository');

/** @typedef {import('./people.mjs').Crm} Crm */

/**
 * A decision with its reply and the event of it for every request that was replied to, and an invitation with its
 * message for as many as there are answers, spread over two years.
 * @param {Crm} crm
 */
export async function loadReplies({ db }) {
  await db.raw(`
    insert into crm_decisions (id, request_id, outcome, reason, decided_at, in_force, replied_at)
      select gen_random_uuid(), id, case when status = 'rejected' then 'rejected' else 'accepted' end, '-',
             submitted_at + interval '9 days', true, submitted_at + (5 + hashtext(id::text) & 15) * interval '1 day'
        from crm_requests where replied and kind = 'assistance'
          and id not in (select request_id from crm_decisions);
    alter table crm_events disable trigger user;
    insert into crm_events (seq, at, type, actor_kind, request_id, data, prev_hash, hash)
      select (select coalesce(max(seq), 0) from crm_events) + row_number() over (), submitted_at + interval '30 hours',
             'request.applicant_asked', 'system', id, '{}', '-', gen_random_uuid()::text
        from crm_requests r where status <> 'submitted'
          and not exists (select from crm_events e where e.request_id = r.id);
    alter table crm_events enable trigger user`);
}

/** @param {Crm} crm @param {{ count: number, slug: string, version: string }} of */
export async function loadInvitations({ db }, { count, slug, version }) {
  await db.raw(
    `with invited as (
       select r.id as request_id, gen_random_uuid() as message_id, r.status, r.kind,
              now() - (row_number() over (order by r.id) % 1050000) * interval '1 minute' as at,
              row_number() over (order by r.id) as n
         from crm_requests r where r.ended_at is not null
          and r.id not in (select request_id from crm_invitations) limit :count
     ), written as (
       insert into crm_messages (id, template, transport, locale, request_id, to_sealed, to_masked, subject_sealed,
              body_sealed, status, created_at)
         select message_id, 'evaluation_invitation', 'sms', 'ar', request_id, '-', '-', '-', '-',
                case when n % 40 = 0 then 'permanent_failure' else 'delivered' end, at from invited)
     insert into crm_invitations (id, request_id, message_id, event, outcome, survey_slug, survey_version, survey,
            person_index, created_at, expires_at, used)
       select gen_random_uuid(), request_id, message_id, 'request.completed',
              case when status in ('rejected', 'completed', 'withdrawn', 'expired') then status else 'answered' end,
              :slug, :version, '{}', '-', at, at + interval '30 days', n % 10 < 4
         from invited`,
    { count, slug, version },
  );
}

/**
 * Released answers of the last two years, counted in as a release counts them.
 * @param {Crm} crm
 * @param {{ count: number, survey: { slug: string, version: string, questions: { key: string, type: string }[] },
 *   services: readonly string[], until: Date }} of
 */
export async function loadAnswers({ db }, { count, survey, services, until }) {
  let seed = count;
  const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
  /** @template T @param {readonly T[]} list @param {number} skew */
  const pick = (list, skew) => list[Math.floor(random() ** skew * list.length)];
  const sunday = until.getTime() - until.getUTCDay() * 86_400_000;
  const branches = [null, 'north', 'south', 'east', 'west', 'coast', 'hills'];
  const some = 5_000;
  for (let done = 0; done < count; done += some) {
    const rows = Array.from({ length: Math.min(some, count - done) }, () => {
      const kind = pick(['assistance', 'inquiry', 'complaint', 'suggestion', 'volunteering'], 2.2);
      const branch = pick(branches, 2);
      const mood = random();
      /** @type {Record<string, number | null>} */
      const answers = {};
      for (const { key, type } of survey.questions) {
        if (type === 'comment') continue;
        const most = type === 'nps' ? 11 : type === 'ces' ? 7 : 5;
        const grade = Math.floor(Math.min(0.999, (mood + random()) / 2 + 0.2) * most);
        answers[key] = random() < 0.08 ? null : grade + (type === 'nps' ? 0 : 1);
      }
      return {
        id: randomUUID(),
        survey_slug: survey.slug,
        survey_version: survey.version,
        week: new Date(sunday - 7 * 86_400_000 * (1 + Math.floor(random() * 104)))
          .toISOString()
          .slice(0, 10),
        service_slug: kind === 'assistance' ? pick(services, 1.5) : null,
        channel: branch ? 'delegate' : pick(['website', 'phone', 'interview', 'letter'], 2),
        branch,
        kind,
        outcome:
          kind === 'assistance' ? pick(['completed', 'rejected', 'withdrawn'], 2) : 'answered',
        mode: pick(['self', 'kiosk', 'qr', 'phone', 'delegate'], 4),
        answers,
      };
    });
    await db.transaction(async (/** @type {import('knex').Knex.Transaction} */ trx) => {
      await trx.batchInsert(
        'crm_responses',
        rows.map((row) => ({ ...row, answers: JSON.stringify(row.answers) })),
        2_000,
      );
      await countIn(trx, rows);
    });
  }
}
