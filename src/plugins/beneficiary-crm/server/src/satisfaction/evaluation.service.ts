import type { Knex } from 'knex';
import type { ChannelSlug, Locale, RequestKind } from '../../../contracts/vocabulary';
import type { SurveyView } from '../../../contracts/website';
import type { Crm } from '../kernel/crm';
import { conflict, invalid, notFound } from '../kernel/errors';
import { tokenHash } from '../kernel/vault';
import type { RequestRow } from '../requests';
import { readEvaluation } from './evaluation.rules';
import type { Given } from './evaluation.rules';
import { poolAnswer } from './pool';
import type { SurveyDefinition } from './survey.service';
import { surveyView } from './survey.view';
import { weekOf } from './week.rules';

interface Invitation {
  id: string;
  outcome: string;
  survey_slug: string;
  survey_version: string;
  /** as it was when the person was invited */
  survey: SurveyDefinition;
  expires_at: Date;
  used: boolean;
  revoked_at: Date | null;
  service_slug: string | null;
  channel: ChannelSlug;
  branch: string | null;
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
      'i.used',
      'i.revoked_at',
      'r.service_slug',
      'r.channel',
      'r.branch',
      'r.kind',
      'r.form',
    );
  const found = await (lock === 'lock' ? query.forUpdate('i') : query);
  if (!found) throw notFound();
  if (found.used) throw conflict('error.evaluation_used');
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
 * Takes an evaluation in, once: the token is spent and the answers go into the pool in one transaction, and
 * nothing that is kept leads from the answers back to the token, not even what happened at the same moment: the
 * event says neither of which survey nor of which service.
 * @throws CrmError 404 or 409 as `findInvitation` says; 422 naming every answer that is wrong
 */
export async function submitEvaluation(crm: Crm, token: string, given: Given): Promise<void> {
  await crm.transaction(async (unit) => {
    const { trx, now, record } = unit;
    const invitation = await findInvitation(trx, token, now, 'lock');
    const evaluation = readEvaluation(invitation.survey.questions, given);
    if (!evaluation.ok) throw invalid(evaluation.issues);

    const { survey_slug, survey_version, service_slug, channel, branch, kind, outcome } =
      invitation;
    await trx('crm_invitations').where({ id: invitation.id }).update({ used: true });
    await poolAnswer(unit, {
      surveySlug: survey_slug,
      surveyVersion: survey_version,
      week: weekOf(now),
      service: service_slug,
      channel,
      branch,
      kind,
      outcome,
      mode: 'self',
      answers: {
        ...Object.fromEntries(evaluation.skipped.map((key) => [key, null])),
        ...evaluation.grades,
      },
      comments: evaluation.comments,
      low: evaluation.low,
    });
    record({ type: 'evaluation.received', actor: { kind: 'applicant' } });
  });
}
