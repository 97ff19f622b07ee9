import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { InteractionBody, InteractionView } from '../../../contracts/reception';
import type { ChannelSlug, InteractionDirection, VisitReason } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { invalid } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { faqBySlug } from './faq.service';
import { mobileAtDesk, ofBranch, personAtDesk, requestAtDesk } from './people';

/** What was said, by whichever channel, in or out: sealed, and tied to whom it concerns. */

const table = 'crm_interactions';
const summaryPlace = (id: string) => ({ table, field: 'summary', id });

/** What is kept of a talk; the caller has looked whom it concerns. */
export interface NewInteraction {
  personId: string | null;
  requestId: string | null;
  visitId: string | null;
  /** of a stranger */
  name: string | null;
  phone: string | null;
  channel: ChannelSlug;
  direction: InteractionDirection;
  reason: VisitReason;
  summary: string;
  faq: string | null;
  branch: string | null;
  staffId: number;
}

/** Keeps what was said, and records that it was; both in the caller's transaction. @returns its id */
export async function keepInteraction(unit: UnitOfWork, said: NewInteraction): Promise<string> {
  const id = randomUUID();
  await unit.trx(table).insert({
    id,
    beneficiary_id: said.personId,
    request_id: said.requestId,
    visit_id: said.visitId,
    name: said.name,
    phone: said.phone,
    channel: said.channel,
    direction: said.direction,
    reason: said.reason,
    summary_sealed: unit.crm.vault.seal(summaryPlace(id), said.summary),
    faq_id: said.faq,
    branch: said.branch,
    staff_id: said.staffId,
    at: unit.now,
  });
  unit.record({
    type: 'interaction.recorded',
    actor: { kind: 'staff', id: said.staffId },
    ...(said.requestId ? { requestId: said.requestId } : {}),
    subject: { kind: 'interaction', id },
    data: {
      channel: said.channel,
      direction: said.direction,
      reason: said.reason,
      ...(said.visitId ? { visit: said.visitId } : {}),
      ...(said.personId ? { beneficiary: said.personId } : {}),
      ...(said.faq ? { faq: said.faq } : {}),
    },
  });
  return id;
}

interface VisitOfTalk {
  id: string;
  beneficiary_id: string | null;
  name: string;
  phone: string | null;
  channel: ChannelSlug;
  branch: string | null;
}

/** The visit in which something is said. @throws CrmError 422, also when it is another branch's */
export async function visitOfTalk(
  db: Knex,
  id: string,
  staff: Pick<Staff, 'branch'>,
): Promise<VisitOfTalk> {
  const row: VisitOfTalk | undefined = await db('crm_visits')
    .where({ id })
    .modify(ofBranch(staff))
    .first('id', 'beneficiary_id', 'name', 'phone', 'channel', 'branch');
  if (!row) throw invalid([{ path: 'visit', code: 'not_found' }]);
  return row;
}

/** POST /interactions. @returns its id. @throws CrmError 422 naming what was not found or is missing */
export async function recordInteraction(
  unit: UnitOfWork,
  body: InteractionBody,
  staff: Staff,
): Promise<string> {
  const { crm, trx } = unit;
  const visit = body.visit ? await visitOfTalk(trx, body.visit, staff) : null;
  const request = body.request ? await requestAtDesk(trx, body.request, staff) : null;
  const person = body.person ? await personAtDesk(trx, body.person, staff, 'person') : null;
  const channel = visit?.channel ?? body.channel;
  if (!channel) throw invalid([{ path: 'channel', code: 'required' }]);
  if (body.faq && !(await faqBySlug(crm, body.faq, 'ar')))
    throw invalid([{ path: 'faq', code: 'not_found' }]);
  return keepInteraction(unit, {
    personId: person?.id ?? visit?.beneficiary_id ?? request?.personId ?? null,
    requestId: request?.id ?? null,
    visitId: visit?.id ?? null,
    name: visit?.name ?? person?.name ?? body.name ?? null,
    phone: visit ? visit.phone : mobileAtDesk(body.phone),
    channel,
    direction: body.direction,
    reason: body.reason,
    summary: body.summary,
    faq: body.faq ?? null,
    branch: visit ? visit.branch : staff.branch,
    staffId: staff.id,
  });
}

interface InteractionRow {
  id: string;
  channel: ChannelSlug;
  direction: InteractionDirection;
  reason: VisitReason;
  summary_sealed: string;
  faq_id: string | null;
  staff_id: number;
  at: Date;
}

async function views(
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  rows: readonly InteractionRow[],
): Promise<InteractionView[]> {
  const names = await staffNames(
    { db },
    rows.map((row) => row.staff_id),
  );
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    direction: row.direction,
    reason: row.reason,
    summary: crm.vault.open(summaryPlace(row.id), row.summary_sealed),
    faq: row.faq_id,
    by: names.get(row.staff_id) ?? '',
    at: row.at.toISOString(),
  }));
}

const newestFirst = (db: Knex) =>
  db(table)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'asc' },
    ])
    .select<InteractionRow[]>(
      'id',
      'channel',
      'direction',
      'reason',
      'summary_sealed',
      'faq_id',
      'staff_id',
      'at',
    );

/**
 * What was said with a person, newest first, 200 at most; the summaries opened.
 * @param fileIds all files of the person, as `filesOfPerson` gives them: a merge moves no row
 */
export const interactionsOf = async (
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  fileIds: readonly string[],
  /** a delegate is told what was said in the own branch alone, and nobody what is hidden from them */
  { id, branch }: Pick<Staff, 'id' | 'branch'>,
): Promise<InteractionView[]> =>
  views(
    crm,
    db,
    await newestFirst(db)
      .whereIn('beneficiary_id', [...fileIds])
      .modify(notHidden(id, 'request_id'))
      .modify((query) => void (branch !== null && query.where({ branch })))
      .limit(200),
  );

/** What was said in a visit, newest first. */
export const interactionsOfVisit = async (
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  visitId: string,
  reader: Pick<Staff, 'id'>,
): Promise<InteractionView[]> =>
  views(
    crm,
    db,
    await newestFirst(db).where('visit_id', visitId).modify(notHidden(reader.id, 'request_id')),
  );

/** One that was just kept. */
export async function interactionById(
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  id: string,
): Promise<InteractionView | null> {
  const [view] = await views(crm, db, await newestFirst(db).where('id', id));
  return view ?? null;
}
