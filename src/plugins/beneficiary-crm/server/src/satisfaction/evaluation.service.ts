import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ChannelSlug, Locale, RequestKind } from '../../../contracts/vocabulary';
import type { SurveyView } from '../../../contracts/website';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { conflict, invalid, notFound } from '../kernel/errors';
import { tokenHash } from '../kernel/vault';
import type { RequestRow } from '../requests';
import { readEvaluation } from './evaluation.rules';
import type { Given } from './evaluation.rules';
import { firstDay, monthOf } from './period.rules';
import type { SurveyDefinition } from './survey.service';
import { surveyView } from './survey.view';

interface Invitation {
  id: string;
  outcome: string;
  survey_slug: string;
  survey_version: string;
  /** as it was when the person was invited */
  survey: SurveyDefinition;
  expires_at: Date;
  used_on: string | null;
  revoked_at: Date | null;
  service_slug: string | null;
  channel: ChannelSlug;
  kind: RequestKind;
  form: RequestRow['form'];
}

/** @throws CrmError 404 for a token that was never given, 409 for one that is used, expired or replaced */
async function findInvitation(
  db: Knex,
  token: string,
  now: Date,
  lock: 'lock' | 'read',
): Promise<Invitation> {
  const query = db('crm_invitations as i')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    .where('i.token_hash', tokenHash(token))
    .first<Invitation | undefined>(
      'i.id',
      'i.outcome',
      'i.survey_slug',
      'i.survey_version',
      'i.survey',
      'i.expires_at',
      'i.used_on',
      'i.revoked_at',
      'r.service_slug',
      'r.channel',
      'r.kind',
      'r.form',
    );
  const found = await (lock === 'lock' ? query.forUpdate('i') : query);
  if (!found) throw notFound();
  if (found.used_on !== null) throw conflict('error.evaluation_used');
  if (found.revoked_at !== null || now >= found.expires_at)
    throw conflict('error.evaluation_expired');
  return found;
}

/**
 * The survey behind a one-time link. Reading it never spends the token.
 * @throws CrmError 404 or 409 as `findInvitation` says
 */
export async function openEvaluation(crm: Crm, token: string, locale: Locale): Promise<SurveyView> {
  const { survey, form } = await findInvitation(crm.db, token, crm.now(), 'read');
  return surveyView(survey, form.service?.name ?? null, locale);
}

/**
 * Takes an evaluation in, once: the token is spent and the answers are kept in one transaction, and nothing
 * that is kept leads from the answers back to the token.
 * @throws CrmError 404 or 409 as `findInvitation` says; 422 naming every answer that is wrong
 */
export async function submitEvaluation(crm: Crm, token: string, given: Given): Promise<void> {
  await crm.transaction(async ({ trx, now, record }) => {
    const invitation = await findInvitation(trx, token, now, 'lock');
    const evaluation = readEvaluation(invitation.survey.questions, given);
    if (!evaluation.ok) throw invalid(evaluation.issues);

    const { survey_slug, survey_version, service_slug, channel, kind, outcome } = invitation;
    const month = firstDay(monthOf(now));
    await trx('crm_invitations')
      .where({ id: invitation.id })
      .update({ used_on: riyadhDate(now) });
    await trx('crm_responses').insert({
      id: randomUUID(),
      survey_slug,
      survey_version,
      service_slug,
      channel,
      kind,
      outcome,
      month,
      mode: 'self',
      answers: JSON.stringify(evaluation.grades),
    });
    for (const comment of evaluation.comments) {
      const id = randomUUID();
      await trx('crm_comments').insert({
        id,
        service_slug,
        month,
        text_sealed: crm.vault.seal(commentPlace(id), comment.text),
      });
    }
    record({
      type: 'evaluation.received',
      actor: { kind: 'applicant' },
      data: { survey: survey_slug, version: survey_version, service: service_slug },
    });
  });
}

export const commentPlace = (id: string) => ({ table: 'crm_comments', field: 'text', id });
