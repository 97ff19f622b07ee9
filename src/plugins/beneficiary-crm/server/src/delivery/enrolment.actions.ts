import type { RequestAction } from '../../../contracts/vocabulary';
import { conflict, invalid } from '../kernel/errors';
import { entryPathOf, fileOf, refuseByStanding, speakingFor } from '../registry';
import { parseNationalId } from '../registry/identity.rules';
import { actingStaffId, keepNote, onAction } from '../requests';
import type { ActionHandler } from '../requests/action';
import { identityPlace } from '../requests/request.repository';
import { enrolmentCheckOf } from './enrolment.service';

/** S6: the person gets a file, once nothing is missing that must be there. */
export const enrolmentActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  enrol: onAction('enrol', async ({ unit, request, acting, body, locale }) => {
    const missing = (await enrolmentCheckOf(unit.crm, unit.trx, request)).items.filter(
      ({ blocks }) => blocks,
    );
    if (missing.length > 0)
      throw conflict('error.enrolment_missing', {
        refusals: missing.map(({ name }) => ({
          code: name,
          message: unit.crm.say(locale, `enrolment.missing.${name}`),
        })),
      });
    const given = body.identityNumber;
    const onRequest =
      request.id_sealed && request.id_type === body.identityType
        ? unit.crm.vault.open(identityPlace(request.id), request.id_sealed)
        : null;
    let number = onRequest;
    if (given !== undefined) {
      const parsed = body.identityType === 'other' ? null : parseNationalId(given);
      if (parsed && !parsed.ok) throw invalid([{ path: 'identityNumber', code: parsed.code }]);
      const kind = body.identityType === 'national_id' ? 'citizen' : 'resident';
      if (parsed?.ok && parsed.value.kind !== kind)
        throw invalid([{ path: 'identityNumber', code: 'id.kind' }]);
      number = parsed?.ok ? parsed.value.number : given.toUpperCase();
    }
    if (number === null) throw invalid([{ path: 'identityNumber', code: 'required' }]);

    const staff = actingStaffId(acting);
    const file = await fileOf(
      unit,
      {
        name: request.applicant_name,
        city: request.applicant_city,
        branch: request.branch,
        preferredChannel: request.preferred_channel,
        contacts: [
          { kind: 'mobile', value: request.applicant_phone, preferred: true },
          ...(request.applicant_email
            ? [{ kind: 'email' as const, value: request.applicant_email }]
            : []),
        ],
      },
      {
        type: body.identityType,
        number,
        expiresOn: body.identityExpiresOn ?? null,
        how: body.sightedHow,
        sightedBy: staff,
      },
      { path: entryPathOf(request.channel), staffId: staff },
      request.id,
      request.beneficiary_id,
    );
    await refuseByStanding(unit, file.id, 'enrol');
    const before = request.beneficiary_id && (await speakingFor(unit.trx, request.beneficiary_id));
    // The document that was seen has the last word: what was stated at submission gave way to it.
    if (before && before.id !== file.id)
      unit.record({
        type: 'request.file_linked',
        actor: acting.actor,
        requestId: request.id,
        data: { file: file.id, from: before.id, by: 'enrolment' },
      });
    await unit.trx('crm_enrolments').insert({
      request_id: request.id,
      beneficiary_id: file.id,
      enrolled_by: staff,
      enrolled_at: unit.now,
    });
    const note = await keepNote(unit, request.id, body.note, staff);
    return { patch: { beneficiary_id: file.id }, data: { beneficiary: file.id, note } };
  }),
};
