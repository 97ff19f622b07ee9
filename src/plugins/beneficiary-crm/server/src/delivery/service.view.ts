import type { AllocationView, ServiceView } from '../../../contracts/delivery';
import type { Locale } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { codeWays } from '../messages';
import { filesOfPerson, findFile } from '../registry';
import { findForStaff, knownTo } from '../requests';
import { authoritiesOn } from './acknowledgement.service';
import { allocationViews } from './allocation.view';
import { enrolmentCheckOf } from './enrolment.service';
import { readLimits } from './limits.service';

/** GET /requests/:id/service: what comes after the acceptance. @throws CrmError 404 */
export async function readService(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<ServiceView> {
  const request = await findForStaff(crm, id, staff);
  const { db } = crm;
  const mayBeEnrolled = request.kind === 'assistance' && request.status === 'accepted';
  const [enrolment, allocations, authorities, limits, codeBy] = await Promise.all([
    mayBeEnrolled && request.form.service?.needsEnrolment
      ? enrolmentCheckOf(crm, db, request)
      : null,
    allocationViews(crm, (query) => void query.where('a.request_id', request.id), {
      staff,
      locale,
    }),
    authoritiesOn(db, request.beneficiary_id, riyadhDate(crm.now())),
    request.service_slug ? readLimits(crm, locale, request.service_slug) : [],
    codeWays(crm, 'delivery'),
  ]);
  const reached = { email: request.applicant_email, phone: request.applicant_phone };
  return {
    enrolment,
    allocations,
    authorities,
    limits,
    codeBy: codeBy.filter((by) => Boolean(reached[by])),
  };
}

/** GET /beneficiaries/:id/allocations: of the person's requests, whichever of the person's files they are in. */
export async function readAllocationsOfPerson(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<AllocationView[]> {
  const file = await findFile(crm.db, id, staff);
  const ids = await filesOfPerson(crm.db, file.id);
  return allocationViews(
    crm,
    (query) => void query.whereIn('r.beneficiary_id', ids).modify(knownTo(staff, 'r')),
    { staff, locale },
  );
}
