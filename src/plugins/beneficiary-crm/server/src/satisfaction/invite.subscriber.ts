import { randomUUID } from 'node:crypto';
import type { Crm } from '../kernel/crm';
import type { Subscriber } from '../kernel/room';
import type { RecordedEvent, UnitOfWork } from '../kernel/unit-of-work';
import { newToken, tokenHash } from '../kernel/vault';
import { queueMessage, writeMessage } from '../messages';
import type { WrittenMessage } from '../messages';
import type { RequestRow } from '../requests';
import { daysLater, mayBeInvited, outcomeToEvaluate } from './invitation.rules';
import type { Occasion } from './occasion.rules';
import { surveyAfter } from './survey.service';
import type { SurveyDefinition } from './survey.service';

const table = 'crm_invitations';

/** Everyone whose matter has ended may judge it, the rejected too (O6c); once for each event. */
export const inviteToEvaluate: Subscriber = {
  name: 'invite_to_evaluate',
  on: ['request.completed', 'request.replied', 'request.withdrawn', 'request.expired'],
  when: 'after',
  async run(crm, event) {
    const request: RequestRow | undefined = await crm
      .db('crm_requests')
      .where({ id: event.requestId })
      .first();
    const replied = typeof event.data?.outcome === 'string' ? event.data.outcome : null;
    const outcome = request && outcomeToEvaluate(event.type, request.kind, replied);
    if (!outcome) return;
    const { kind, service_slug: service } = request;
    const asked = await surveyAfter(crm, { kind, outcome, service });
    if (!asked) return;
    const { survey, occasion } = asked;
    const letter = occasion.afterDays === 0 ? await writeInvitation(crm, request, event.seq) : null;
    await crm.transaction(async (unit) => {
      const id = await keepInvitation(unit, { request, event, outcome, survey, occasion });
      if (id === null) return;
      if (letter) await sendInvitation(unit, id, letter);
      else if (occasion.afterDays > 0)
        unit.enqueue(
          'send_invitation',
          { invitation: id },
          { key: `send_invitation:${id}`, runAt: daysLater(unit.now, occasion.afterDays) },
        );
    });
  },
};

interface Letter {
  token: string;
  message: WrittenMessage;
}

/** A letter with a link of its own. Null when the editors have published none, or nobody can be written to. */
export async function writeInvitation(
  crm: Crm,
  request: RequestRow,
  eventSeq: number,
  template: 'evaluation_invitation' | 'evaluation_reminder' = 'evaluation_invitation',
): Promise<Letter | null> {
  const token = newToken();
  const message = await writeMessage(crm, {
    template,
    request,
    eventSeq,
    // In the reader's language; the token in the fragment, which no server sees: a robot that looks at links spends nothing.
    values: () => ({
      link: `${crm.settings.publicUrl}/evaluate?lang=${request.locale}#t=${token}`,
    }),
    holdsLink: true,
  });
  return message && { token, message };
}

/** Opens a door to an invitation; of its token only the hash is kept. */
export const openDoor = (
  { trx }: Pick<UnitOfWork, 'trx'>,
  invitation: string,
  token: string,
  mode: 'self' | 'kiosk',
) =>
  trx('crm_evaluation_doors').insert({
    token_hash: tokenHash(token),
    invitation_id: invitation,
    mode,
  });

interface Ended {
  request: RequestRow;
  event: RecordedEvent;
  outcome: string;
  survey: SurveyDefinition;
  occasion: Occasion;
}

/** Keeps that the contact may be judged, with the survey as it is now. @returns null when it is kept already */
async function keepInvitation(
  { trx, now, crm }: UnitOfWork,
  { request, event, outcome, survey, occasion }: Ended,
): Promise<string | null> {
  await trx('crm_requests').where({ id: request.id }).forUpdate().first('id');
  const kept = await trx(table)
    .where({ request_id: request.id, event: event.type })
    .first<{ id: string } | undefined>('id');
  if (kept) return null;
  // What was decided anew is judged anew: an earlier invitation that nobody has answered is over.
  await trx(table)
    .where({ request_id: request.id, used: false })
    .whereNull('revoked_at')
    .update({ revoked_at: now, remind_at: null });
  const id = randomUUID();
  await trx(table).insert({
    id,
    request_id: request.id,
    event: event.type,
    event_seq: event.seq,
    outcome,
    survey_slug: survey.slug,
    survey_version: survey.version,
    survey: JSON.stringify(survey),
    person_index: crm.vault.blindIndex('invitation.phone:v1', request.applicant_phone),
    reminder_days: occasion.reminderAfterDays,
    created_at: now,
    expires_at: daysLater(now, occasion.afterDays + crm.settings.clocks.invitationDays),
  });
  return id;
}

interface Kept {
  id: string;
  request_id: string;
  person_index: string;
  survey_slug: string;
  survey_version: string;
  reminder_days: number | null;
  used: boolean;
  revoked_at: Date | null;
  message_id: string | null;
}

/** Writes to the person, unless they were asked too often, have answered meanwhile, or the matter began anew. */
async function sendInvitation(unit: UnitOfWork, id: string, letter: Letter): Promise<void> {
  const { trx, now } = unit;
  const kept = await trx(table).where({ id }).forUpdate().first<Kept>();
  if (kept.used || kept.revoked_at !== null || kept.message_id !== null) return;
  // One at a time for a person, or two matters that end at once would bring two invitations.
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [kept.person_index]);
  const earlier = await trx(table)
    .where({ person_index: kept.person_index })
    .whereNotNull('message_id')
    .where('created_at', '>', daysLater(now, -366))
    .pluck<Date[]>('created_at');
  if (!mayBeInvited(earlier, now)) return;
  const messageId = await queueMessage(unit, letter.message);
  if (messageId === null) return;
  await openDoor(unit, id, letter.token, 'self');
  await trx(table)
    .where({ id })
    .update({
      message_id: messageId,
      // Counted in the period in which the person was asked.
      created_at: now,
      remind_at: kept.reminder_days === null ? null : daysLater(now, kept.reminder_days),
    });
  unit.record({
    type: 'evaluation.invited',
    actor: { kind: 'system' },
    requestId: kept.request_id,
    subject: { kind: 'invitation', id },
    data: { survey: kept.survey_slug, version: kept.survey_version },
  });
}

/** Job `send_invitation`: what was not to be asked on the very day. */
export async function sendLater(
  crm: Crm,
  payload: Readonly<Record<string, string | number>>,
): Promise<void> {
  const id = String(payload.invitation);
  const row = await crm
    .db(table)
    .where({ id })
    .first<{ request_id: string; event_seq: string } | undefined>('request_id', 'event_seq');
  const request: RequestRow | undefined =
    row && (await crm.db('crm_requests').where({ id: row.request_id }).first());
  if (!row || !request) return;
  const letter = await writeInvitation(crm, request, Number(row.event_seq));
  if (letter) await crm.transaction((unit) => sendInvitation(unit, id, letter));
}
