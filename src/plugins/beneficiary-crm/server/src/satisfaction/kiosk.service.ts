import { randomUUID } from 'node:crypto';
import type { KioskLink } from '../../../contracts/evaluation';
import type { Locale, VisitState } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, CrmError, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import { qrSvg } from '../kernel/qr';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { newToken } from '../kernel/vault';
import { daysLater } from './invitation.rules';
import { refuseClosed } from './invitation.repository';
import { openDoor } from './invite.subscriber';
import { surveyAfter } from './survey.service';
import type { SurveyDefinition } from './survey.service';

const table = 'crm_invitations';
/** A visit is judged while the visitor is there. */
const openDays = 1;

interface Visit {
  id: string;
  state: VisitState;
  phone: string | null;
}

/**
 * POST /visits/:id/evaluation: opens the survey for a visit. Opened anew, the same evaluation goes on: a visit is
 * judged once.
 * @throws CrmError 404 when there is none in the branch or no survey for visits; 409 before the visitor was served,
 *   and when the visit is judged already
 */
export async function openKiosk(
  crm: Crm,
  visitId: string,
  staff: Staff,
  locale: Locale,
): Promise<KioskLink> {
  if (!isId(visitId)) throw notFound();
  const asked = await surveyAfter(crm, { kind: 'visit', outcome: 'served', service: null });
  if (!asked) throw new CrmError('not_found', 'error.no_survey');
  const [atDesk, ownPhone] = [newToken(), newToken()];
  await crm.transaction(async (unit) => {
    const visit: Visit | undefined = await unit
      .trx('crm_visits')
      .where({ id: visitId })
      .modify((query) => {
        if (staff.branch !== null) void query.where({ branch: staff.branch });
      })
      .forUpdate()
      .first('id', 'state', 'phone');
    if (!visit) throw notFound();
    if (visit.state !== 'being_served' && visit.state !== 'served')
      throw conflict('error.visit_not_served');
    const id = await invitationOf(unit, visit, asked.survey, staff);
    await openDoor(unit, id, atDesk, 'kiosk');
    await openDoor(unit, id, ownPhone, 'self');
  });
  const address = `${crm.settings.publicUrl}/evaluate?lang=${locale}#t=`;
  return { url: `${address}${atDesk}&kiosk=1`, svg: qrSvg(`${address}${ownPhone}`) };
}

async function invitationOf(
  { trx, now, record, crm }: UnitOfWork,
  visit: Visit,
  survey: SurveyDefinition,
  staff: Staff,
): Promise<string> {
  const kept = await trx(table)
    .where({ visit_id: visit.id })
    .first<{ id: string; used: boolean; revoked_at: Date | null; expires_at: Date } | undefined>(
      'id',
      'used',
      'revoked_at',
      'expires_at',
    );
  if (kept) {
    refuseClosed(kept, now);
    return kept.id;
  }
  const id = randomUUID();
  await trx(table).insert({
    id,
    visit_id: visit.id,
    event: 'visit.served',
    outcome: 'served',
    survey_slug: survey.slug,
    survey_version: survey.version,
    survey: JSON.stringify(survey),
    person_index:
      visit.phone === null ? null : crm.vault.blindIndex('invitation.phone:v1', visit.phone),
    created_at: now,
    expires_at: daysLater(now, openDays),
  });
  record({
    type: 'evaluation.invited',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'invitation', id },
    data: { survey: survey.slug, version: survey.version },
  });
  return id;
}
