import type { Knex } from 'knex';
import type {
  JudgedMatch,
  JudgeMatchBody,
  MatchKind,
  MatchList,
  MatchListed,
  MatchRequestSide,
  MatchesQuery,
} from '../../../contracts/duplicates';
import type { PersonSummary } from '../../../contracts/registry';
import type {
  EntryPath,
  Locale,
  MatchReason,
  MatchState,
  RequestKind,
  RequestStatus,
} from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, invalid, notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { actorOf } from './entry.rules';
import { maskLast3, maskMobile } from './identity.rules';
import { merge } from './merge.service';
import { mergeView } from './merge.view';
import type { FileRow } from './person.types';
import { summariesOf } from './summary.service';

/** Pairs that wait for a person, and what a person said of them. */

type Viewer = Pick<Staff, 'id' | 'branch'>;

/** A pair of files with the files that speak for them. */
export interface FilePairRow {
  id: string;
  left_id: string;
  right_id: string;
  left_root: string;
  right_root: string;
  reasons: MatchReason[];
  found_on: EntryPath;
  found_at: Date;
  state: MatchState;
  judged_by: number | null;
  judged_at: Date | null;
  note: string | null;
}

/**
 * Pairs of files of two people. One that was judged `same` is here again when the merge was undone.
 */
export const filePairs = (db: Knex, staff: Viewer): Knex.QueryBuilder =>
  db('crm_file_matches as m')
    .join('crm_beneficiaries as l', 'l.id', 'm.left_id')
    .join('crm_beneficiaries as lr', 'lr.id', 'l.root_id')
    .join('crm_beneficiaries as r', 'r.id', 'm.right_id')
    .join('crm_beneficiaries as rr', 'rr.id', 'r.root_id')
    .modify((query) => {
      if (staff.branch !== null)
        void query.where('lr.branch', staff.branch).where('rr.branch', staff.branch);
    });
const waitingFiles = (db: Knex, staff: Viewer) =>
  filePairs(db, staff).whereNot('m.state', 'different').whereRaw('lr.id <> rr.id');
export const filePairColumns = ['m.*', 'lr.id as left_root', 'rr.id as right_root'];

export interface RequestPairRow {
  id: string;
  request_id: string;
  root: string;
  reasons: MatchReason[];
  found_at: Date;
  state: MatchState;
  judged_by: number | null;
  judged_at: Date | null;
  note: string | null;
  linked_to: string | null;
  reference: string;
  kind: RequestKind;
  status: RequestStatus;
  applicant_name: string;
  applicant_city: string | null;
  applicant_phone: string;
  applicant_email: string | null;
  id_last3: string | null;
  preferred_channel: string | null;
  request_branch: string | null;
  submitted_at: Date;
}
export const requestPairs = (db: Knex, staff: Viewer): Knex.QueryBuilder =>
  db('crm_request_matches as m')
    .join('crm_beneficiaries as f', 'f.id', 'm.beneficiary_id')
    .join('crm_beneficiaries as root', 'root.id', 'f.root_id')
    .join('crm_requests as q', 'q.id', 'm.request_id')
    .modify(notHidden(staff.id, 'q.id'))
    .modify((query) => {
      if (staff.branch !== null)
        void query.where('root.branch', staff.branch).where('q.branch', staff.branch);
    });
/** A request that has its file asks no more. */
const waitingRequests = (db: Knex, staff: Viewer) =>
  requestPairs(db, staff).whereNot('m.state', 'different').whereNull('q.beneficiary_id');
export const requestPairColumns = [
  'm.*',
  'root.id as root',
  'q.beneficiary_id as linked_to',
  'q.reference',
  'q.kind',
  'q.status',
  'q.applicant_name',
  'q.applicant_city',
  'q.applicant_phone',
  'q.applicant_email',
  'q.id_last3',
  'q.preferred_channel',
  'q.branch as request_branch',
  'q.submitted_at',
];

export const requestSide = (row: RequestPairRow): MatchRequestSide => ({
  id: row.request_id,
  reference: row.reference,
  kind: row.kind,
  status: row.status,
  name: row.applicant_name,
  city: row.applicant_city,
  phoneMasked: maskMobile(row.applicant_phone),
  idMasked: row.id_last3 && maskLast3(row.id_last3),
  submittedAt: row.submitted_at.toISOString(),
});

async function summariesById(
  crm: Crm,
  ids: readonly string[],
  locale: Locale,
): Promise<Map<string, PersonSummary>> {
  const rows = await crm.db<FileRow>('crm_beneficiaries').whereIn('id', [...new Set(ids)]);
  return new Map((await summariesOf(crm, rows, locale)).map((file) => [file.id, file]));
}

const countOf = async (query: Knex.QueryBuilder): Promise<number> => {
  const [row] = (await query.count('* as n')) as { n: string }[];
  return Number(row?.n ?? 0);
};

/** GET /matches: what waits, oldest first. */
export async function listMatches(
  crm: Crm,
  { kind, page, pageSize, locale }: MatchesQuery,
  staff: Viewer,
): Promise<MatchList> {
  const { db } = crm;
  const counts: Record<MatchKind, number> = {
    files: await countOf(waitingFiles(db, staff)),
    request: await countOf(waitingRequests(db, staff)),
  };
  const pageOf = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
    query
      .orderBy([{ column: 'm.found_at' }, { column: 'm.id' }])
      .limit(pageSize)
      .offset((page - 1) * pageSize);
  const rows =
    kind === 'files'
      ? await filesListed(
          crm,
          await pageOf(waitingFiles(db, staff).select(filePairColumns)),
          locale,
        )
      : await requestsListed(
          crm,
          await pageOf(waitingRequests(db, staff).select(requestPairColumns)),
          locale,
        );
  return { rows, counts, total: counts[kind], page, pageSize };
}

async function filesListed(crm: Crm, rows: FilePairRow[], locale: Locale): Promise<MatchListed[]> {
  const files = await summariesById(
    crm,
    rows.flatMap(({ left_root, right_root }) => [left_root, right_root]),
    locale,
  );
  return rows.flatMap(({ id, reasons, state, found_at, found_on, left_root, right_root }) => {
    const [left, right] = [files.get(left_root), files.get(right_root)];
    const base = { id, reasons, state, foundAt: found_at.toISOString(), foundOn: found_on };
    return left && right ? [{ ...base, kind: 'files' as const, files: [left, right] }] : [];
  });
}

async function requestsListed(
  crm: Crm,
  rows: RequestPairRow[],
  locale: Locale,
): Promise<MatchListed[]> {
  const files = await summariesById(
    crm,
    rows.map(({ root }) => root),
    locale,
  );
  return rows.flatMap((row) => {
    const file = files.get(row.root);
    const { id, reasons, state } = row;
    const base = { id, reasons, state, foundAt: row.found_at.toISOString() };
    return file ? [{ ...base, kind: 'request' as const, request: requestSide(row), file }] : [];
  });
}

/**
 * A person says of two files: one person (they are merged), two people, or not sure.
 * @throws CrmError 404, 409 `error.match_settled` (they are one already), 422 (`keep` names neither)
 */
export async function judgeMatch(
  unit: UnitOfWork,
  id: string,
  body: JudgeMatchBody,
  staff: Staff,
): Promise<JudgedMatch> {
  const { crm, trx, now } = unit;
  if (!isId(id)) throw notFound();
  const pair = (await filePairs(trx, staff)
    .where('m.id', id)
    .forUpdate('m')
    .first(filePairColumns)) as FilePairRow | undefined;
  if (!pair) throw notFound();
  const { left_root: left, right_root: right } = pair;
  if (left === right) throw conflict('error.match_settled');
  const note = body.note === undefined || body.note === '' ? null : body.note;
  if (body.verdict !== 'same') {
    await trx('crm_file_matches')
      .where({ id })
      .update({ state: body.verdict, judged_by: staff.id, judged_at: now, note });
    unit.record({
      type: 'file.match_judged',
      actor: actorOf(staff.id),
      subject: { kind: 'beneficiary', id: left },
      data: { match: id, other: right, verdict: body.verdict },
    });
    return { verdict: body.verdict, merge: null };
  }
  const keptSide =
    body.keep === left || body.keep === pair.left_id
      ? 'left'
      : body.keep === right || body.keep === pair.right_id
        ? 'right'
        : null;
  if (!keptSide) throw invalid([{ path: 'keep', code: 'option' }]);
  const [kept, gone] = keptSide === 'left' ? [left, right] : [right, left];
  const order = { kept, gone, take: body.take, reason: note, staffId: staff.id, match: id };
  const merged = await merge(unit, order);
  return { verdict: 'same', merge: await mergeView({ ...crm, db: trx }, { id: merged }) };
}
