import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type {
  MessageDetail,
  MessageList,
  MessageRow as MessageRowView,
  MessageView,
} from '../../../contracts/admin';
import { messageStatuses } from '../../../contracts/vocabulary';
import type { MessageStatus } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { invalid, notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { tellingTime } from '../reception';
import { findForStaff } from '../requests';
import type { WrittenMessage } from './compose.service';
import { bodyPlace, subjectPlace, toPlace } from './message.types';
import type { MessageRow } from './message.types';
import { maskAddress } from './routing.rules';
import { transportsOf } from './transports';

const table = 'crm_messages';

/**
 * Puts a message in the outbox, and the job that sends it in the same transaction: what is rolled back is
 * never sent.
 * @returns its id, or null when the event is told already
 */
export async function queueMessage(
  unit: UnitOfWork,
  message: WrittenMessage,
): Promise<string | null> {
  const { vault } = unit.crm;
  const { route, locale, template, requestId } = message;
  const id = randomUUID();
  const rows: { id: string }[] = await unit
    .trx(table)
    .insert({
      id,
      event_seq: message.eventSeq,
      template,
      transport: route.transport,
      locale,
      request_id: requestId,
      beneficiary_id: message.beneficiaryId ?? null,
      to_sealed: vault.seal(toPlace(id), route.to),
      to_masked: maskAddress(route.to),
      subject_sealed: vault.seal(subjectPlace(id), message.subject),
      body_sealed: vault.seal(bodyPlace(id), message.body),
      holds_link: message.holdsLink,
      secret_until: message.secretUntil ?? null,
      by_day: message.byDay ?? false,
      attachments: JSON.stringify(message.attachments),
      status: route.status,
      created_at: unit.now,
    })
    .onConflict(['event_seq', 'template', 'transport'])
    .ignore()
    .returning('id');
  if (rows.length === 0) return null;
  unit.record({
    type: 'message.created',
    actor: { kind: 'system' },
    ...(requestId ? { requestId } : {}),
    subject: { kind: 'message', id },
    data: { template, transport: route.transport, status: route.status },
  });
  if (route.status === 'created')
    queueSending(unit, id, message.byDay ? tellingTime(unit.now) : unit.now);
  return id;
}

/** The job that sends a message, not before an instant; in place of one that waits for the same message. */
export function queueSending({ enqueue, now }: UnitOfWork, id: string, at: Date): void {
  enqueue(
    'send_message',
    { message: id },
    { key: `send_message:${id}`, ...(at > now ? { runAt: at } : {}) },
  );
}

type Listed = Pick<
  MessageRow,
  'id' | 'template' | 'transport' | 'status' | 'to_masked' | 'created_at' | 'handed_over_at'
> & { reference: string | null };

const viewOf = (row: Listed): MessageRowView => ({
  id: row.id,
  template: row.template,
  transport: row.transport,
  status: row.status,
  to: row.to_masked,
  reference: row.reference,
  at: row.created_at.toISOString(),
  handedOverAt: row.handed_over_at?.toISOString() ?? null,
});

/** That somebody is asked for an evaluation is not the business of the request's officers (O6c). */
const aboutEvaluation: readonly string[] = ['evaluation_invitation', 'evaluation_reminder'];
const isAboutEvaluation = (template: string) => aboutEvaluation.includes(template);

/** What did not reach its reader, so that a person hands it over. A sent one needs no opening. */
const handedOver: readonly MessageStatus[] = ['kept', 'permanent_failure', 'unknown'];
const failed: readonly MessageStatus[] = ['permanent_failure', 'unknown'];

type Carried = Pick<MessageRow, 'template' | 'status' | 'secret_until' | 'handed_over_at'>;

/**
 * What an officer of the request brings to its reader: a letter that no transport brings. Of an invitation to evaluate
 * its officers know nothing (O6c), and a code is brought by nobody.
 */
export const waitsForOfficer = ({ template, status, secret_until, handed_over_at }: Carried) =>
  handedOver.includes(status) &&
  handed_over_at === null &&
  secret_until === null &&
  !isAboutEvaluation(template);

/** Narrows a list of messages to what still waits for a person. */
const waitingIn = (view: MessageView) => (query: Knex.QueryBuilder) => {
  if (view === 'all') return;
  void query
    .whereIn('m.status', [...(view === 'failed' ? failed : handedOver)])
    .whereNull('m.handed_over_at')
    // A code is handed over by nobody: it is read out by the person to whom it was sent.
    .whereNull('m.secret_until');
};

/** GET /messages: addresses masked, and never a text. @throws CrmError 422 for a status that is none */
export async function listMessages(
  crm: Crm,
  query: { view: MessageView; status?: string | undefined; page: number; pageSize: number },
  staff: Pick<Staff, 'id' | 'permissions'>,
): Promise<MessageList> {
  const status = messageStatuses.find((known) => known === query.status);
  if (query.status !== undefined && !status) throw invalid([{ path: 'status', code: 'option' }]);
  // That somebody was invited to evaluate is known to those who hand invitations over, and to nobody else (O6c).
  const seesInvitations = staff.permissions.has('messages.hand-over');
  const wanted = (query: Knex.QueryBuilder) => {
    void query.modify(notHidden(staff.id, 'm.request_id'));
    if (status) void query.where('m.status', status);
    if (!seesInvitations) void query.whereNotIn('m.template', [...aboutEvaluation]);
  };
  const [rows, [counted]] = await Promise.all([
    crm
      .db(`${table} as m`)
      .leftJoin('crm_requests as r', 'r.id', 'm.request_id')
      .modify(wanted)
      .modify(waitingIn(query.view))
      .orderBy([
        { column: 'm.created_at', order: 'desc' },
        { column: 'm.id', order: 'asc' },
      ])
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .select<Listed[]>(
        'm.id',
        'm.template',
        'm.transport',
        'm.status',
        'm.to_masked',
        'm.created_at',
        'm.handed_over_at',
        'r.reference',
      ),
    crm
      .db(`${table} as m`)
      .modify(wanted)
      .modify(waitingIn(query.view))
      .count<{ n: string }[]>('* as n'),
  ]);
  return {
    rows: rows.map(viewOf),
    total: Number(counted?.n ?? 0),
    transportConfigured: transportsOf(crm).size > 0,
  };
}

/**
 * GET /messages/:id: opens the text for the person who hands it over, on record. Not for officers of the
 * case: it may hold an evaluation link (O6c).
 * @throws CrmError 404 also when there is nothing to hand over
 */
export async function openMessage(crm: Crm, id: string, staff: Staff): Promise<MessageDetail> {
  if (!isId(id)) throw notFound();
  return crm.transaction(async ({ trx, now, record }) => {
    const row: MessageRow | undefined = await trx(table)
      .where({ id })
      .modify(notHidden(staff.id, 'request_id'))
      .whereIn('status', handedOver)
      .whereNull('secret_until')
      .forUpdate()
      .first();
    if (!row) throw notFound();
    if (row.handed_over_at === null) {
      await trx(table).where({ id }).update({ handed_over_by: staff.id, handed_over_at: now });
    }
    const request: { reference: string } | undefined = row.request_id
      ? await trx('crm_requests').where({ id: row.request_id }).first('reference')
      : undefined;
    record({
      type: 'message.handed_over',
      actor: { kind: 'staff', id: staff.id },
      ...(row.request_id ? { requestId: row.request_id } : {}),
      subject: { kind: 'message', id },
    });
    return {
      ...viewOf({ ...row, reference: request?.reference ?? null }),
      // Who hands it over has to know where to.
      to: crm.vault.open(toPlace(id), row.to_sealed),
      subject: crm.vault.open(subjectPlace(id), row.subject_sealed),
      body: crm.vault.open(bodyPlace(id), row.body_sealed),
    };
  });
}

/**
 * POST /requests/:id/messages/:message/hand-over: an officer has brought a letter of the request to its reader, and
 * says so. Nothing of its text is shown. A second time changes nothing.
 * @throws CrmError 404 also when there is nothing to hand over
 */
export async function handOverMessage(
  crm: Crm,
  requestId: string,
  id: string,
  staff: Staff,
): Promise<void> {
  const request = await findForStaff(crm, requestId, staff);
  if (!isId(id)) throw notFound();
  await crm.transaction(async ({ trx, now, record }) => {
    const row: MessageRow | undefined = await trx(table)
      .where({ id, request_id: request.id })
      .forUpdate()
      .first();
    if (!row || !waitsForOfficer({ ...row, handed_over_at: null })) throw notFound();
    if (row.handed_over_at !== null) return;
    await trx(table).where({ id }).update({ handed_over_by: staff.id, handed_over_at: now });
    record({
      type: 'message.handed_over',
      actor: { kind: 'staff', id: staff.id },
      requestId: request.id,
      subject: { kind: 'message', id },
    });
  });
}

/** Messages that were to be sent and did not arrive, or may not have. */
export async function countFailedMessages(
  crm: Pick<Crm, 'db'>,
  staff: Pick<Staff, 'id'>,
): Promise<number> {
  const [counted] = await crm
    .db(`${table} as m`)
    .modify(notHidden(staff.id, 'm.request_id'))
    .modify(waitingIn('failed'))
    .count<{ n: string }[]>('* as n');
  return Number(counted?.n ?? 0);
}
