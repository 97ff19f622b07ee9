import type { AnswerMode } from '../../../contracts/satisfaction';
import type { Locale } from '../../../contracts/vocabulary';
import type { SurveyView } from '../../../contracts/website';
import type { Crm } from '../kernel/crm';
import { invalid } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { readEvaluation } from './evaluation.rules';
import type { Given } from './evaluation.rules';
import { findInvitation } from './invitation.repository';
import type { Invitation } from './invitation.repository';
import { poolAnswer } from './pool';
import { surveyView } from './survey.view';
import { weekOf } from './week.rules';

/**
 * The survey behind a one-time link. Reading it never spends the token.
 * @throws CrmError 404 or 409 as `findInvitation` says
 */
export async function openEvaluation(crm: Crm, token: string, locale: Locale): Promise<SurveyView> {
  const { invitation } = await findInvitation(crm, crm.db, token, crm.now(), 'read');
  return surveyView(invitation.survey, invitation.form?.service?.name ?? null, locale);
}

/**
 * Takes an evaluation in, once: the token is spent and the answers go into the pool in one transaction, and
 * nothing that is kept leads from the answers back to the token, not even what happened at the same moment: the
 * event says neither of which survey nor of which service.
 * @throws CrmError 404 or 409 as `findInvitation` says; 422 naming every answer that is wrong
 */
export async function submitEvaluation(crm: Crm, token: string, given: Given): Promise<void> {
  await crm.transaction(async (unit) => {
    const { invitation, mode } = await findInvitation(crm, unit.trx, token, unit.now, 'lock');
    await takeAnswers(unit, invitation, mode, given);
  });
}

/**
 * Spends an invitation that is held and open, and puts the answers into the pool.
 * @throws CrmError 422 naming every answer that is wrong
 */
export async function takeAnswers(
  unit: UnitOfWork,
  invitation: Invitation,
  mode: AnswerMode,
  given: Given,
): Promise<void> {
  const { survey, survey_slug, survey_version, service_slug, ...about } = invitation;
  const evaluation = readEvaluation(survey.questions, given);
  if (!evaluation.ok) throw invalid(evaluation.issues);

  await unit
    .trx('crm_invitations')
    .where({ id: invitation.id })
    .update({ used: true, remind_at: null });
  await poolAnswer(unit, {
    surveySlug: survey_slug,
    surveyVersion: survey_version,
    week: weekOf(unit.now),
    service: service_slug,
    channel: about.channel,
    branch: about.branch,
    kind: about.kind,
    outcome: about.outcome,
    mode,
    answers: {
      ...Object.fromEntries(evaluation.skipped.map((key) => [key, null])),
      ...evaluation.grades,
    },
    comments: evaluation.comments,
    low: evaluation.low,
  });
  unit.record({ type: 'evaluation.received', actor: { kind: 'applicant' } });
}
