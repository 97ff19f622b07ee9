import { randomUUID } from 'node:crypto';
import type { Crm } from '../kernel/crm';
import type { Subscriber } from '../kernel/room';
import type { RecordedEvent, UnitOfWork } from '../kernel/unit-of-work';
import { newToken, tokenHash } from '../kernel/vault';
import { queueMessage, writeMessage } from '../messages';
import type { WrittenMessage } from '../messages';
import type { RequestRow } from '../requests';
import { mayBeInvited, outcomeToEvaluate } from './invitation.rules';
import { activeSurvey } from './survey.service';
import type { SurveyDefinition } from './survey.service';

const table = 'crm_invitations';
const day = 86_400_000;

interface Invitation {
  event: RecordedEvent;
  request: RequestRow;
  outcome: string;
  survey: SurveyDefinition;
  token: string;
  message: WrittenMessage;
}

/** Invites everyone whose matter has ended to evaluate, the rejected too (O6c); once for each event. */
export const inviteToEvaluate: Subscriber = {
  name: 'invite_to_evaluate',
  on: ['request.completed', 'request.replied'],
  when: 'after',
  async run(crm, event) {
    const invitation = await writeInvitation(crm, event);
    if (invitation) await crm.transaction((unit) => invite(unit, invitation));
  },
};

async function writeInvitation(crm: Crm, event: RecordedEvent): Promise<Invitation | null> {
  const request: RequestRow | undefined = await crm
    .db('crm_requests')
    .where({ id: event.requestId })
    .first();
  const replied = typeof event.data?.outcome === 'string' ? event.data.outcome : null;
  const outcome = request && outcomeToEvaluate(event.type, request.kind, replied);
  const survey = outcome ? await activeSurvey(crm) : null;
  if (!outcome || !survey) return null;
  const token = newToken();
  const message = await writeMessage(crm, {
    template: 'evaluation_invitation',
    request,
    eventSeq: event.seq,
    // In the fragment, which no server sees: a robot that looks at links spends nothing.
    values: () => ({ link: `${crm.settings.publicUrl}/evaluate#t=${token}` }),
    holdsLink: true,
  });
  return message && { event, request, outcome, survey, token, message };
}

async function invite(unit: UnitOfWork, invitation: Invitation): Promise<void> {
  const { trx, now, crm } = unit;
  const { event, request, outcome, survey, token, message } = invitation;
  const person = crm.vault.blindIndex('invitation.phone:v1', request.applicant_phone);
  // One at a time for a person, or two matters that end at once would bring two invitations.
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [person]);
  const earlier = await trx(table)
    .where({ person_index: person })
    .where('created_at', '>', new Date(now.getTime() - 366 * day))
    .pluck<Date[]>('created_at');
  if (!mayBeInvited(earlier, now)) return;
  const asked = await trx(table)
    .where({ request_id: request.id, event: event.type })
    .first<{ id: string } | undefined>('id');
  if (asked) return;
  const messageId = await queueMessage(unit, message);
  if (messageId === null) return;
  await trx(table)
    .where({ request_id: request.id })
    .where({ used: false })
    .whereNull('revoked_at')
    .update({ revoked_at: now });
  const id = randomUUID();
  await trx(table).insert({
    id,
    request_id: request.id,
    message_id: messageId,
    event: event.type,
    outcome,
    survey_slug: survey.slug,
    survey_version: survey.version,
    survey: JSON.stringify(survey),
    token_hash: tokenHash(token),
    person_index: person,
    created_at: now,
    expires_at: new Date(now.getTime() + crm.settings.clocks.invitationDays * day),
  });
  unit.record({
    type: 'evaluation.invited',
    actor: { kind: 'system' },
    requestId: request.id,
    subject: { kind: 'invitation', id },
    data: { survey: survey.slug, version: survey.version },
  });
}
