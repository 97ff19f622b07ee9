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

  const identity = body.idNumber === undefined ? null : readIdentity(body.idType, body.idNumber);
  if (identity && !identity.ok) issues.push({ path: 'applicant.idNumber', code: identity.code });
  if (issues.length > 0 || !phone.ok) return { ok: false, issues };
  return {
    ok: true,
    applicant: {
      name: body.name,
      phone: phone.value,
      email: email?.ok ? email.value : null,
      city: body.city ?? null,
      preferredChannel: body.preferredChannel ?? null,
      identity: identity?.ok ? identity.identity : null,
    },
  };
}

type ReadIdentity =
  { ok: true; identity: { type: IdentityType; number: string } } | { ok: false; code: string };

/** A number without a kind says its kind by its first digit; a kind that was chosen has to fit. */
function readIdentity(chosen: IdentityType | undefined, typed: string): ReadIdentity {
  if (chosen === 'other')
    return { ok: true, identity: { type: 'other', number: typed.toUpperCase() } };
  const parsed = parseNationalId(typed);
  if (!parsed.ok) return { ok: false, code: parsed.code };
  const type = parsed.value.kind === 'citizen' ? 'national_id' : 'iqama';
  if (chosen !== undefined && chosen !== type) return { ok: false, code: 'id.kind' };
  return { ok: true, identity: { type, number: parsed.value.number } };
}
