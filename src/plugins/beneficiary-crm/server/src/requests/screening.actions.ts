import type { RequestAction } from '../../../contracts/vocabulary';
import { invalid } from '../kernel/errors';
import { actingStaffId, onAction } from './action';
import type { ActionHandler } from './action';
import { openAnswers } from './request.repository';
import { screeningOf, screeningPlace } from './screening.repository';

/** C6: what a volunteer can do and when, who was seen, and whether it fits. */
export const screeningActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  screen: onAction('screen', async ({ unit, request, acting, body }) => {
    const minor = openAnswers(unit.crm, request).adult === 'no';
    const issues = [
      ...(body.suitable && !body.identitySeen
        ? [{ path: 'identitySeen', code: 'screening.identity' }]
        : []),
      // Children volunteer only with the consent of whoever is responsible for them.
      ...(body.suitable && minor && body.guardianAgreed !== true
        ? [{ path: 'guardianAgreed', code: 'screening.guardian' }]
        : []),
    ];
    if (issues.length > 0) throw invalid(issues);
    const version = ((await screeningOf(unit.trx, request.id))?.version ?? 0) + 1;
    await unit.trx('crm_screenings').insert({
      request_id: request.id,
      version,
      skills: JSON.stringify(body.skills),
      days: JSON.stringify(body.days),
      times: JSON.stringify(body.times),
      identity_seen: body.identitySeen,
      guardian_agreed: body.guardianAgreed ?? null,
      notes_sealed: unit.crm.vault.seal(screeningPlace(request.id, version), body.notes),
      suitable: body.suitable,
      screened_by: actingStaffId(acting),
      screened_at: unit.now,
    });
    return { data: { version, suitable: body.suitable } };
  }),
};
