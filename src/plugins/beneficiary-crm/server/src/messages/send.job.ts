import type { MessageStatus } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import { tellingTime } from '../reception';
import { mayTake, statusOfPerson } from '../registry';
import { renderLetter, renderReceipt } from '../requests';
import type { RequestRow } from '../requests';
import { bodyPlace, subjectPlace, toPlace } from './message.types';
import type { MessageRow } from './message.types';
import { queueSending } from './outbox.service';
import { transportsOf } from './transports';
import { SendFailure } from './transports/transport';
import type { FailureStatus, MessageTransport, OutgoingMessage } from './transports/transport';
import { blankLinks } from './writing.rules';

const table = 'crm_messages';
const unsent: readonly MessageStatus[] = ['created', 'temporary_failure'];

/** With the worker's back-off this is about two days; then a person has to see to it. */
const mostAttempts = 16;

type Outcome =
  | { status: 'sent'; providerId: string | null }
  | { status: 'kept' }
  | { status: FailureStatus; code: string };

/**
 * Job `send_message`: claims, sends outside of any transaction, then says what came of it. A row that is
 * found `sending` belongs to a worker that died: it may have arrived, so it is not sent again blindly.
 * @throws Error without personal data, for the worker to try again, after a passing failure
 */
export async function sendMessage(
  crm: Crm,
  payload: Readonly<Record<string, string | number>>,
): Promise<void> {
  const id = String(payload.message);
  if (await putOffUntilDay(crm, id)) return;
  const row = await claim(crm, id);
  if (!row) return settleInterrupted(crm, id);
  const outcome = await attempt(crm, row);
  await settle(crm, row, outcome);
  if (outcome.status === 'temporary_failure')
    throw new Error(`message ${id} was not sent: ${outcome.code}`);
}

/** The first attempt waits for the day as it is queued; a later one falls due whenever it does. */
async function putOffUntilDay(crm: Crm, id: string): Promise<boolean> {
  const now = crm.now();
  const day = tellingTime(now);
  if (day <= now) return false;
  const row: { id: string } | undefined = await crm
    .db(table)
    .where({ id, by_day: true })
    .whereIn('status', [...unsent])
    .first('id');
  if (!row) return false;
  await crm.transaction(async (unit) => queueSending(unit, id, day));
  return true;
}

async function claim(crm: Crm, id: string): Promise<MessageRow | null> {
  const rows: MessageRow[] = await crm
    .db(table)
    .where({ id })
    .whereIn('status', [...unsent])
    .update({ status: 'sending', attempts: crm.db.raw('attempts + 1') })
    .returning('*');
  return rows[0] ?? null;
}

async function attempt(crm: Crm, row: MessageRow): Promise<Outcome> {
  const transport = transportsOf(crm).get(row.transport);
  // A code that is good no more, or that would have to be handed over, is of no use to anybody.
  if (row.secret_until && (!transport || crm.now() >= row.secret_until))
    return { status: 'permanent_failure', code: 'code_expired' };
  // Kept, not dropped: a person decides what of it is still to be said, and to whom of the family.
  if (!transport || !(await mayBeReached(crm, row))) return { status: 'kept' };
  const outcome = await trySending(crm, transport, row);
  return outcome.status === 'temporary_failure' && row.attempts >= mostAttempts
    ? { ...outcome, status: 'permanent_failure' }
    : outcome;
}

/** To someone who has died the product writes nothing by itself. */
async function mayBeReached(crm: Crm, row: MessageRow): Promise<boolean> {
  const request = row.request_id
    ? await crm
        .db('crm_requests')
        .where({ id: row.request_id })
        .first<{ beneficiary_id: string | null } | undefined>('beneficiary_id')
    : undefined;
  const file = row.beneficiary_id ?? request?.beneficiary_id ?? null;
  const status = file === null ? null : await statusOfPerson(crm.db, file);
  return status === null || mayTake(status, 'contact');
}

async function trySending(
  crm: Crm,
  transport: MessageTransport,
  row: MessageRow,
): Promise<Outcome> {
  try {
    const { providerId } = await transport.send(await outgoing(crm, row));
    return { status: 'sent', providerId };
  } catch (error) {
    if (error instanceof SendFailure) return { status: error.status, code: error.code };
    // A fault of ours before anything was sent; its message may hold what the letter says.
    const name = error instanceof Error ? error.name : 'unknown';
    crm.strapi.log.error(`message ${row.id} could not be prepared: ${name}`);
    return { status: 'temporary_failure', code: 'preparation' };
  }
}

async function outgoing(crm: Crm, row: MessageRow): Promise<OutgoingMessage> {
  const { id, locale } = row;
  return {
    id,
    template: row.template,
    locale,
    to: crm.vault.open(toPlace(id), row.to_sealed),
    subject: crm.vault.open(subjectPlace(id), row.subject_sealed),
    body: crm.vault.open(bodyPlace(id), row.body_sealed),
    attachments: await papersOf(crm, row),
  };
}

async function papersOf(crm: Crm, row: MessageRow): Promise<OutgoingMessage['attachments']> {
  const request: RequestRow | undefined =
    row.attachments.length > 0
      ? await crm.db('crm_requests').where({ id: row.request_id }).first()
      : undefined;
  if (!request) return [];
  const papers: OutgoingMessage['attachments'] = [];
  for (const { kind } of row.attachments) {
    try {
      papers.push(await (kind === 'letter' ? renderLetter : renderReceipt)(crm, request));
    } catch (error) {
      // A letter whose decision is no longer in force is not sent; the words of the message stand.
      if (!(error instanceof CrmError && error.kind === 'not_found')) throw error;
    }
  }
  return papers;
}

async function settle(crm: Crm, row: MessageRow, outcome: Outcome): Promise<void> {
  const { id } = row;
  await crm.transaction(async ({ trx, now, record }) => {
    const sending = trx(table).where({ id, status: 'sending' });
    const about = {
      actor: { kind: 'system' as const },
      ...(row.request_id ? { requestId: row.request_id } : {}),
      subject: { kind: 'message', id },
    };
    if (outcome.status === 'sent') {
      await sending.update({
        status: 'sent',
        sent_at: now,
        provider_id: outcome.providerId,
        error_code: null,
        ...forgotten(crm, row),
      });
      record({ ...about, type: 'message.sent' });
      return;
    }
    const code = outcome.status === 'kept' ? null : outcome.code;
    const over = outcome.status !== 'temporary_failure';
    await sending.update({
      status: outcome.status,
      error_code: code,
      ...(over && row.secret_until ? forgotten(crm, row) : {}),
    });
    if (outcome.status === 'permanent_failure' || outcome.status === 'unknown') {
      record({ ...about, type: 'message.failed', data: { status: outcome.status, code } });
    }
  });
}

/** What is secret in a message is not kept once it is sent. */
function forgotten(crm: Crm, row: MessageRow): Partial<MessageRow> {
  const place = bodyPlace(row.id);
  if (row.secret_until) return { body_sealed: crm.vault.seal(place, '') };
  if (!row.holds_link) return {};
  return { body_sealed: crm.vault.seal(place, blankLinks(crm.vault.open(place, row.body_sealed))) };
}

async function settleInterrupted(crm: Crm, id: string): Promise<void> {
  const row: MessageRow | undefined = await crm.db(table).where({ id, status: 'sending' }).first();
  if (row) await settle(crm, row, { status: 'unknown', code: 'interrupted' });
}
