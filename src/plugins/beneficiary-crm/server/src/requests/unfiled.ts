import type { Knex } from 'knex';
import type { Migration } from '../kernel/migrate';
import type { Subscriber } from '../kernel/room';
import type { RecordedEvent } from '../kernel/unit-of-work';
import type { ApplicantTraits } from '../registry';
import { giveFiles } from './matches.service';

/** Open requests that came before their person's file: when it is opened, each finds it as one that comes later does. */

const unfiled = 'beneficiary_id is null and ended_at is null';

export const unfiledMigration: Migration = {
  name: '0099-requests-without-a-file',
  async up(trx) {
    await trx.raw(`
      create index crm_requests_unfiled_names on crm_requests
        using gin (crm_name_blocks(applicant_name_key, null::integer)) where ${unfiled};
      create index crm_requests_unfiled_emails on crm_requests (lower(applicant_email)) where ${unfiled};
    `);
  },
};

/** More open requests with one phone or name than this tell nobody apart. */
const mostForOneValue = 50;

/**
 * Open requests without a file that share a number, a phone, an address or a whole name with one of these files,
 * held until the transaction ends. One statement, however many files there are; the rules judge what it finds.
 */
async function requestsLike(
  trx: Knex.Transaction,
  files: readonly string[],
): Promise<ApplicantTraits[]> {
  const sharing = (condition: string) =>
    `cross join lateral (select id from crm_requests q where ${unfiled} and ${condition}
      limit ${mostForOneValue}) as shared`;
  const ids = [...files];
  const { rows } = (await trx.raw(
    `select id as "requestId", applicant_name as name, applicant_phone as phone, applicant_email as email,
        id_index as identity
      from crm_requests
      where ${unfiled} and id in (
        select shared.id from crm_identities i ${sharing('q.id_index = i.number_index')}
          where i.beneficiary_id = any(?::uuid[])
        union
        select shared.id from crm_contact_points c ${sharing('q.applicant_phone = c.value')}
          where c.beneficiary_id = any(?::uuid[]) and c.kind <> 'email'
        union
        select shared.id from crm_contact_points c ${sharing('lower(q.applicant_email) = lower(c.value)')}
          where c.beneficiary_id = any(?::uuid[]) and c.kind = 'email'
        union
        select shared.id from crm_beneficiaries b ${sharing(
          'crm_name_blocks(q.applicant_name_key, null::integer) && crm_name_blocks(b.name_key, null::integer)',
        )}
          where b.id = any(?::uuid[]))
      order by id
      for update`,
    [ids, ids, ids, ids],
  )) as { rows: ApplicantTraits[] };
  return rows;
}

/** The files that an event says were opened: one, or those of an import's chunk, which were opened as it was told. */
async function filesOpened(
  db: Knex,
  { type, subject, data, at }: RecordedEvent,
): Promise<string[]> {
  if (type === 'file.opened') return subject ? [subject.id] : [];
  return db('crm_beneficiaries')
    .where({ import_id: data?.import, created_at: at })
    .pluck<string[]>('id');
}

/**
 * After the file is there and not along with it: who opens one at an enrolment holds one request already, and is
 * not to wait for the others of the same person.
 */
export const findRequestsOfFile: Subscriber = {
  name: 'find_requests_of_file',
  on: ['file.opened', 'file.imported'],
  when: 'after',
  async run(crm, event) {
    const files = await filesOpened(crm.db, event);
    if (files.length === 0) return;
    await crm.transaction(async (unit) => {
      const applicants = await requestsLike(unit.trx, files);
      if (applicants.length > 0) await giveFiles(unit, applicants);
    });
  },
};
