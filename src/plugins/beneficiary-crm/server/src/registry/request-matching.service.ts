import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { JudgeRequestMatchBody, RequestMatchView } from '../../../contracts/duplicates';
import type { Locale, MatchReason, MatchState } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { NewRow } from '../kernel/sql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { resembling } from './candidates';
import type { Traits } from './matching.rules';
import type { FileRow } from './person.types';
import { summariesOf } from './summary.service';

/** Whose file a request belongs to. Only officers see it: who applies learns nothing of any file. */

/** What a request says of its applicant. */
export interface ApplicantTraits {
  requestId: string;
  name: string;
  /** E.164 */
  phone: string;
  email: string | null;
  /** blind index of the ID number */
  identity: string | null;
}

const traitsOfApplicant = ({ name, phone, email, identity }: ApplicantTraits): Traits => ({
  name,
  phones: [phone],
  emails: email === null ? [] : [email],
  identities: identity === null ? [] : [identity],
  birthYear: null,
  households: [],
});

/**
 * Looks for the files of applicants: the same ID number is the same person; whoever else resembles waits for an
 * officer, once for each person. What an officer held for different stays so.
 * @param hold until the transaction ends, whoever opens a file with something of the applicants' waits: of a request
 *   and a file that come at one moment, the later sees the earlier
 * @param along rows that are written before anything of the applicants is
 * @returns by id of the request, the file that speaks for the person with the applicant's number
 */
export async function linkRequests(
  unit: UnitOfWork,
  applicants: readonly ApplicantTraits[],
  looking: { hold?: boolean; along?: readonly NewRow[] } = {},
): Promise<Map<string, string>> {
  const { trx, now } = unit;
  const found = await resembling(trx, applicants.map(traitsOfApplicant), looking);
  const resembled = applicants.filter((_, at) => found[at]?.length);
  const states = await knownStates(
    trx,
    resembled.map(({ requestId }) => requestId),
  );
  const linked = new Map<string, string>();
  for (const [at, { requestId }] of applicants.entries()) {
    const stateOf = (root: string) => states.get(`${requestId} ${root}`);
    const others = (found[at] ?? []).filter(({ root }) => stateOf(root) !== 'different');
    const same = others.find(({ judgement }) => judgement.verdict === 'same');
    if (same) {
      linked.set(requestId, same.root);
      continue;
    }
    const fresh = others.filter(({ root }) => stateOf(root) === undefined);
    if (fresh.length === 0) continue;
    await trx('crm_request_matches').insert(
      fresh.map(({ root, judgement }) => ({
        id: randomUUID(),
        request_id: requestId,
        beneficiary_id: root,
        reasons: JSON.stringify(judgement.reasons),
        found_at: now,
      })),
    );
    unit.record({
      type: 'file.match_found',
      actor: { kind: 'system' },
      requestId,
      data: { pairs: fresh.length },
    });
  }
  return linked;
}

/** What was said of these requests and people, under `request file`, whichever file of the person it was said of. */
async function knownStates(
  trx: Knex.Transaction,
  requestIds: readonly string[],
): Promise<Map<string, MatchState>> {
  if (requestIds.length === 0) return new Map();
  const rows: { request_id: string; root_id: string; state: MatchState }[] = await trx(
    'crm_request_matches as m',
  )
    .join('crm_beneficiaries as f', 'f.id', 'm.beneficiary_id')
    .whereIn('m.request_id', [...requestIds])
    .select('m.request_id', 'f.root_id', 'm.state');
  return new Map(rows.map((row) => [`${row.request_id} ${row.root_id}`, row.state]));
}

export interface RequestMatchRow {
  id: string;
  request_id: string;
  beneficiary_id: string;
  reasons: MatchReason[];
  found_at: Date;
  state: MatchState;
  judged_by: number | null;
  judged_at: Date | null;
  note: string | null;
  /** the file that speaks for the one that was found */
  root: string;
}

/** @throws CrmError not_found, also when the file is another branch's */
export async function lockRequestMatch(
  trx: Knex.Transaction,
  id: string,
  staff: Pick<Staff, 'branch'>,
): Promise<RequestMatchRow> {
  const row: Omit<RequestMatchRow, 'root'> | undefined = await trx('crm_request_matches')
    .where({ id })
    .forUpdate()
    .first();
  const file = row && (await speakingFor(trx, row.beneficiary_id));
  if (!row || !file || (staff.branch !== null && file.branch !== staff.branch)) throw notFound();
  return { ...row, root: file.id };
}

/** The file that speaks for this one. */
export async function speakingFor(db: Knex, id: string): Promise<FileRow | undefined> {
  return db<FileRow>('crm_beneficiaries')
    .where('id', db('crm_beneficiaries').select('root_id').where({ id }))
    .first();
}

export async function keepRequestVerdict(
  { trx, now }: UnitOfWork,
  id: string,
  { verdict, note }: JudgeRequestMatchBody,
  staffId: number,
): Promise<void> {
  await trx('crm_request_matches')
    .where({ id })
    .update({ state: verdict, judged_by: staffId, judged_at: now, note: note ?? null });
}

/** The files that a request may belong to, as this person of the staff may know them; each person once. */
export async function matchesOfRequest(
  crm: Crm,
  requestId: string,
  staff: Pick<Staff, 'branch' | 'permissions'>,
  locale: Locale,
): Promise<RequestMatchView[]> {
  if (!staff.permissions.has('registry.read')) return [];
  const rows: RequestMatchRow[] = await crm
    .db('crm_request_matches as m')
    .join('crm_beneficiaries as f', 'f.id', 'm.beneficiary_id')
    .where({ request_id: requestId })
    .orderBy('m.found_at')
    .select('m.*', 'f.root_id as root');
  const files = await crm.db<FileRow>('crm_beneficiaries').whereIn(
    'id',
    rows.map(({ root }) => root),
  );
  const visible = files.filter(({ branch }) => staff.branch === null || staff.branch === branch);
  const summaries = await summariesOf(crm, visible, locale);
  return summaries.flatMap((file) => {
    const row = rows.find(({ root }) => root === file.id);
    return row ? [{ id: row.id, reasons: row.reasons, state: row.state, file }] : [];
  });
}
