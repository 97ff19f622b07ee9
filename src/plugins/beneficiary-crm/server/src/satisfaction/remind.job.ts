import type { Crm } from '../kernel/crm';
import type { RequestRow } from '../requests';
import { queueMessage } from '../messages';
import { openDoor, writeInvitation } from './invite.subscriber';

const table = 'crm_invitations';
const batch = 200;

interface Due {
  id: string;
  request_id: string;
  event_seq: string;
}

/**
 * Job `remind_to_evaluate`: once, those who were sent an invitation and have not answered. A letter that a person had
 * to bring is not brought a second time. The job itself says nothing of anybody.
 */
export async function remindToEvaluate(crm: Crm): Promise<void> {
  const now = crm.now();
  const due = await crm
    .db(`${table} as i`)
    .join('crm_messages as m', 'm.id', 'i.message_id')
    .where('i.used', false)
    .whereNull('i.revoked_at')
    .whereNotNull('i.event_seq')
    .where('i.remind_at', '<=', now)
    .where('i.expires_at', '>', now)
    .whereIn('m.status', ['sent', 'delivered'])
    .orderBy('i.remind_at')
    .limit(batch)
    .select<Due[]>('i.id', 'i.request_id', 'i.event_seq');
  for (const one of due) await remind(crm, one);
}

async function remind(crm: Crm, { id, request_id, event_seq }: Due): Promise<void> {
  const request: RequestRow = await crm.db('crm_requests').where({ id: request_id }).first();
  const letter = await writeInvitation(crm, request, Number(event_seq), 'evaluation_reminder');
  await crm.transaction(async (unit) => {
    const open = await unit
      .trx(table)
      .where({ id, used: false })
      .whereNull('revoked_at')
      .whereNotNull('remind_at')
      .forUpdate()
      .first<{ id: string } | undefined>('id');
    if (!open) return;
    await unit.trx(table).where({ id }).update({ remind_at: null });
    if (!letter || (await queueMessage(unit, letter.message)) === null) return;
    await openDoor(unit, id, letter.token, 'self');
    unit.record({
      type: 'evaluation.reminded',
      actor: { kind: 'system' },
      subject: { kind: 'invitation', id },
    });
  });
}
