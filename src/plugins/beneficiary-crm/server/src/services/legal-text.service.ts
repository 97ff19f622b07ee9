import { both, inOneVersion, keptPublished } from '../kernel/published';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import { legalTextUid } from './content-types';
import type { LegalTextKind } from './content-types';

interface LegalTextRow {
  kind: LegalTextKind;
  version: string;
  plain: string | null;
  text: string;
}

/** What applicants sign (S4) or agree to; `plain` says the same in plain words, or is null. */
export interface LegalText {
  version: string;
  text: Bilingual;
  plain: Bilingual | null;
}

const keptTexts = keptPublished<LegalTextRow>(legalTextUid, 'crm_legal_texts');

/** `2026-2` comes before `2026-10`. */
const laterVersion = new Intl.Collator('en', { numeric: true }).compare;

/**
 * The wording in force: of the published ones, the one with the highest version. English words
 * of an older version are not shown; Arabic ones stand in.
 * @throws CrmError 503 when none is published: nobody can then be asked to sign
 */
export async function currentLegalText(
  crm: Pick<Crm, 'strapi' | 'db'>,
  kind: LegalTextKind,
): Promise<LegalText> {
  const published = await keptTexts(crm, { filters: { kind } });
  const [latest] = [...published].sort((a, b) => laterVersion(b.main.version, a.main.version));
  if (!latest) throw new CrmError('unavailable', 'error.unavailable', { details: { kind } });
  const current = inOneVersion(latest);
  return {
    version: current.main.version,
    text: both(current, 'text'),
    plain: current.main.plain ? both(current, 'plain') : null,
  };
}
