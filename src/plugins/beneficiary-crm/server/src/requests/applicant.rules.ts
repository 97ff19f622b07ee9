import type { z } from 'zod';
import type { applicantBody } from '../../../contracts/website';
import type { ContactChannel, IdentityType } from '../../../contracts/vocabulary';
import type { FieldIssue } from '../kernel/errors';
import { parseEmail, parseMobile, parseNationalId } from '../registry/identity.rules';

export interface Applicant {
  name: string;
  phone: string;
  email: string | null;
  city: string | null;
  preferredChannel: ContactChannel | null;
  identity: { type: IdentityType; number: string } | null;
}

/**
 * Who asks, with numbers in their one form. Nobody is turned away for lack of a number (S1): an ID is
 * optional, and a document of another kind has no checksum.
 */
export function readApplicant(
  body: z.output<typeof applicantBody>,
): { ok: true; applicant: Applicant } | { ok: false; issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  const phone = parseMobile(body.phone);
  if (!phone.ok) issues.push({ path: 'applicant.phone', code: 'phone' });
  const email = body.email === undefined ? null : parseEmail(body.email);
  if (email && !email.ok) issues.push({ path: 'applicant.email', code: 'email' });

  let identity: Applicant['identity'] = null;
  if (body.idNumber !== undefined) {
    const path = 'applicant.idNumber';
    if (body.idType === undefined)
      issues.push({ path: 'applicant.idType', code: 'id.type_missing' });
    else if (body.idType === 'other')
      identity = { type: 'other', number: body.idNumber.toUpperCase() };
    else {
      const parsed = parseNationalId(body.idNumber);
      const kind = body.idType === 'national_id' ? 'citizen' : 'resident';
      if (!parsed.ok) issues.push({ path, code: parsed.code });
      else if (parsed.value.kind !== kind) issues.push({ path, code: 'id.kind' });
      else identity = { type: body.idType, number: parsed.value.number };
    }
  }
  if (issues.length > 0 || !phone.ok) return { ok: false, issues };
  return {
    ok: true,
    applicant: {
      name: body.name,
      phone: phone.value,
      email: email?.ok ? email.value : null,
      city: body.city ?? null,
      preferredChannel: body.preferredChannel ?? null,
      identity,
    },
  };
}
