import type { RequestHit } from '../../../contracts/registry';
import type { RequestKind, RequestStatus } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { hiddenFrom } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { bestFirst, findByName, identityIndexes, maskMobile } from '../registry';
import type { Hit, NameRow, Typed } from '../registry';
import { strangers } from './search.migration';

interface FoundRow {
  id: string;
  reference: string;
  name: string;
  applicant_city: string | null;
  kind: RequestKind;
  status: RequestStatus;
  applicant_phone: string;
  submitted_at: Date;
}
const columns = `id, reference, applicant_name as name, applicant_city, kind, status, applicant_phone, submitted_at`;

const MOST_OF_ONE_NUMBER = 50;

/** By reference, whosesoever it is; by phone, ID or e-mail of whoever has no file. */
async function byNumbers(crm: Crm, typed: Typed, { id, branch }: Staff): Promise<FoundRow[]> {
  const indexes = identityIndexes(crm, typed);
  const asked: { sql: string; value: string | string[] }[] = [];
  if (typed.reference !== null) asked.push({ sql: 'reference = ?', value: typed.reference });
  if (indexes.length > 0)
    asked.push({ sql: 'id_index = any(?) and beneficiary_id is null', value: indexes });
  if (typed.phone !== null)
    asked.push({ sql: 'applicant_phone = ? and beneficiary_id is null', value: typed.phone });
  if (typed.email !== null)
    asked.push({ sql: 'applicant_email = ? and beneficiary_id is null', value: typed.email });
  if (asked.length === 0) return [];
  const own = `and id <> all(array(${hiddenFrom()}))${branch === null ? '' : ' and branch = ?'}`;
  const { rows } = (await crm.db.raw(
    asked
      .map(
        ({ sql }) =>
          `(select ${columns} from crm_requests where ${sql} ${own}
            order by submitted_at desc limit ${MOST_OF_ONE_NUMBER})`,
      )
      .join(' union '),
    asked.flatMap(({ value }) => (branch === null ? [value, id] : [value, id, branch])),
  )) as { rows: FoundRow[] };
  return rows;
}

const byName = (crm: Crm, words: readonly string[], wanted: number, { id, branch }: Staff) =>
  findByName<NameRow & FoundRow>(crm.db, words, wanted, {
    indexed: strangers.indexed,
    branch,
    sql: (condition) => `
      select ${columns}, name_words from crm_requests
      where beneficiary_id is null and id <> all(array(${hiddenFrom().replace('?', String(Number(id)))})) and ${condition}`,
    bindings: [],
  });

/** Requests by anything that was typed: what a person without a file has asked for, and any by its reference. */
export async function searchRequests(
  crm: Crm,
  typed: Typed,
  staff: Staff,
  limit: number,
): Promise<{ requests: RequestHit[]; more: boolean }> {
  const numbered = await byNumbers(crm, typed, staff);
  const found: (FoundRow & Hit)[] =
    numbered.length > 0
      ? numbered.map((row) => ({ ...row, rank: 0, gone: false }))
      : (await byName(crm, typed.words, limit, staff)).map((row) => ({ ...row, gone: false }));
  return {
    requests: bestFirst(found)
      .slice(0, limit)
      .map((row) => ({
        id: row.id,
        reference: row.reference,
        applicantName: row.name,
        city: row.applicant_city,
        kind: row.kind,
        status: row.status,
        phoneMasked: maskMobile(row.applicant_phone),
        submittedAt: row.submitted_at.toISOString(),
      })),
    more: found.length > limit,
  };
}
