import type { Knex } from 'knex';
import type { Dossier, EarlierRequest } from '../../../contracts/deliberation';
import type {
  DecisionOutcome,
  Locale,
  Relationship,
  RequestStatus,
} from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import { addDays, riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { helpByRequest, helpSince, readLimits } from '../delivery';
import { filesOfPerson, householdOf } from '../registry';
import { studiesOf } from '../requests';
import type { RequestRow } from '../requests';

/** As many as anybody reads before a vote. */
const mostEarlier = 50;

interface FamilyRequest extends Pick<RequestRow, 'id' | 'reference' | 'form' | 'submitted_at'> {
  status: RequestStatus;
  beneficiary_id: string | null;
  outcome: DecisionOutcome | null;
  decided_at: Date | null;
}
/** Whose file it is, for every file of the household; the applicant's own are not in it. */
type Relatives = Map<string, { name: string; relation: Relationship }>;

/**
 * GET /sessions/:id/items/:item/dossier: what the members should know beside the case itself. What is hidden from the
 * reader is left out of it too. The caller has looked whether the reader may know of the item.
 */
export async function readDossier(
  crm: Crm,
  requestId: string,
  staff: Staff,
  locale: Locale,
): Promise<Dossier> {
  const { db } = crm;
  const request = await subjectOf(db, requestId);
  const own =
    request.beneficiary_id === null ? [] : await filesOfPerson(db, request.beneficiary_id);
  const relatives = await relativesOf(db, own);
  const family = await requestsOfFamily(db, request, [...own, ...relatives.keys()], staff);
  const shown = family.slice(0, mostEarlier);
  const ids = family.map(({ id }) => id);
  const today = riyadhDate(crm.now());
  const since = addDays(today, -365);
  const [help, given, limits, [study]] = await Promise.all([
    helpByRequest(
      db,
      shown.map(({ id }) => id),
    ),
    helpSince(db, ids, since),
    request.service_slug === null ? [] : readLimits(crm, locale, request.service_slug),
    studiesOf(crm, db, request, locale),
  ]);
  const holding = limits.filter(({ period }) => period === 'open' || period === today.slice(0, 4));
  return {
    earlier: shown.map((row): EarlierRequest => ({
      reference: row.reference,
      of: (row.beneficiary_id !== null && relatives.get(row.beneficiary_id)) || null,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      status: row.status,
      submittedAt: row.submitted_at.toISOString(),
      outcome: row.outcome,
      decidedAt: row.decided_at?.toISOString() ?? null,
      help: help.get(row.id) ?? [],
    })),
    more: family.length > shown.length,
    lastYear: { since, given },
    limits: holding.map(({ serviceName, period, budget, places }) => ({
      serviceName,
      period,
      budget,
      places,
    })),
    recommendation: study
      ? {
          outcome: study.recommendation,
          grounds: study.grounds,
          by: study.writtenBy,
          at: study.writtenAt,
        }
      : null,
  };
}

/** An appeal is heard on the file of the request that it is about. */
async function subjectOf(db: Knex, requestId: string): Promise<RequestRow> {
  const row: RequestRow | undefined = await db('crm_requests as r')
    .whereRaw(
      `r.id = (select case kind when 'appeal' then coalesce(parent_id, id) else id end
                 from crm_requests where id = ?)`,
      [requestId],
    )
    .first('r.*');
  if (!row) throw notFound();
  return row;
}

async function relativesOf(db: Knex, own: readonly string[]): Promise<Relatives> {
  if (own.length === 0) return new Map();
  const members = (await householdOf(db, own)).filter(({ id }) => !own.includes(id));
  const files = await Promise.all(
    members.map(async ({ id, name, relationship }) =>
      (await filesOfPerson(db, id)).map(
        (file) => [file, { name, relation: relationship }] as const,
      ),
    ),
  );
  return new Map(files.flat());
}

/**
 * Requests for assistance of the applicant and the household, the newest first; of an applicant without a file those
 * with the same ID number. Not the matter that is before the committee.
 */
const requestsOfFamily = (
  db: Knex,
  request: RequestRow,
  files: readonly string[],
  staff: Pick<Staff, 'id'>,
): Promise<FamilyRequest[]> =>
  db('crm_requests as r')
    .leftJoin('crm_decisions as d', (on) =>
      on.on('d.request_id', 'r.id').andOnVal('d.in_force', true),
    )
    .where('r.kind', 'assistance')
    .whereRaw('r.id not in (select crm_matter(?))', [request.id])
    .where((either) => {
      void either.whereIn('r.beneficiary_id', [...files]);
      if (request.id_index !== null) void either.orWhere('r.id_index', request.id_index);
    })
    .modify(notHidden(staff.id, 'r.id'))
    .orderBy([{ column: 'r.submitted_at', order: 'desc' }, { column: 'r.id' }])
    .limit(500)
    .select<FamilyRequest[]>(
      'r.id',
      'r.reference',
      'r.form',
      'r.status',
      'r.submitted_at',
      'r.beneficiary_id',
      'd.outcome',
      'd.decided_at',
    );
