import type { Crm } from '../kernel/crm';
import type { RequestRow } from '../requests';
import { openAnswers } from '../requests/request.repository';
import { ibanPlace } from './allocation.repository';
import type { TermsRow } from './allocation.repository';

/** The account that money is transferred to: as the allocation says, else as the applicant answered; or null. */
export function accountOf(
  crm: Crm,
  request: RequestRow,
  terms: Pick<TermsRow, 'allocation_id' | 'version' | 'iban_sealed'> | null,
): string | null {
  if (terms?.iban_sealed)
    return crm.vault.open(ibanPlace(terms.allocation_id, terms.version), terms.iban_sealed);
  const answers = openAnswers(crm, request);
  const field = request.form.fields.find(({ type, key }) => type === 'iban' && answers[key]);
  return field ? String(answers[field.key]) : null;
}
