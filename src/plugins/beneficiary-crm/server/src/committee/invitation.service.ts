import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { InvitationState, inviteBody } from '../../../contracts/sessions';
import type { Crm } from '../kernel/crm';
import { conflict } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { SessionRow } from './item.repository';
import { lockSession, refuseOtherVersion } from './planning.service';
import { committeeOf, insistOnPlanning } from './session.committee';

export type MailKind = 'invitation' | 'cancellation';
export interface MailRow {
  id: string;
  session_id: string;
  version: number;
  kind: MailKind;
  member_id: number;
  mail: 'waiting' | 'sending' | 'sent' | 'failed' | 'overtaken';
  created_at: Date;
  sent_at: Date | null;
}

/**
 * Invites everybody who has a seat, each to the agenda that they may know, once for each version of it; asked again,
 * it goes to those alone whose mail was not taken.
 * @throws CrmError 409 when the session changed meanwhile, or everybody was invited to this version
 */
export async function invite(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { expectedVersion }: z.output<typeof inviteBody>,
): Promise<void> {
  const { session } = await lockSession(unit, id);
  await insistOnPlanning(unit.crm, staff, session);
  refuseOtherVersion(session, expectedVersion);
  const asked = await inviteTo(unit, session, 'invitation');
  if (asked === 0) throw conflict('error.already_invited');
  unit.record({
    type: 'session.invited',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: { version: session.version, members: asked },
  });
}

/** Puts a mail in line for each who shall have one; of a cancellation, for each who was invited. @returns how many */
export async function inviteTo(
  { crm, trx, now, enqueue }: UnitOfWork,
  session: SessionRow,
  kind: MailKind,
): Promise<number> {
  const members: number[] =
    kind === 'invitation'
      ? (await committeeOf(crm, session)).seats.map(({ memberId }) => memberId)
      : await trx('crm_session_mails')
          .where({ session_id: session.id, kind: 'invitation' })
          .distinct()
          .pluck('member_id');
  if (members.length === 0) return 0;
  const lines: string[] = await trx('crm_session_mails')
    .insert(
      members.map((member) => ({
        id: randomUUID(),
        session_id: session.id,
        version: session.version,
        kind,
        member_id: member,
        created_at: now,
      })),
    )
    .onConflict(['session_id', 'version', 'kind', 'member_id'])
    .merge({ mail: 'waiting', created_at: now })
    .where('crm_session_mails.mail', 'failed')
    .returning('id')
    .then((rows: { id: string }[]) => rows.map((row) => row.id));
  for (const id of lines) enqueue('mail_session', { mail: id }, { key: `mail_session:${id}` });
  return lines.length;
}

/** How far the invitations to a session have come. */
export async function invitationState(
  crm: Crm,
  { id, version }: Pick<SessionRow, 'id' | 'version'>,
): Promise<InvitationState> {
  const rows: Pick<MailRow, 'version' | 'mail' | 'created_at'>[] = await crm
    .db('crm_session_mails')
    .where({ session_id: id, kind: 'invitation' })
    .orderBy('version', 'desc')
    .select('version', 'mail', 'created_at');
  const sentVersion = rows[0]?.version ?? null;
  const last = rows.filter((row) => row.version === sentVersion);
  const count = (...states: MailRow['mail'][]) =>
    last.filter(({ mail }) => states.includes(mail)).length;
  return {
    sentVersion,
    at: rows[0]?.created_at.toISOString() ?? null,
    due: sentVersion !== version,
    waiting: count('waiting', 'sending'),
    sent: count('sent'),
    failed: count('failed'),
  };
}
