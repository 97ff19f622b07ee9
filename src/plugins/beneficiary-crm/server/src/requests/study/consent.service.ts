import type { z } from 'zod';
import type { StudyDesk, photographyConsentBody } from '../../../../contracts/study';
import type { Locale } from '../../../../contracts/vocabulary';
import { pick } from '../../kernel/bilingual';
import type { Crm } from '../../kernel/crm';
import type { Staff } from '../../kernel/room';
import { giveConsent, onFile } from '../../registry';
import { currentLegalText } from '../../services';
import { findForStaff } from '../access';
import { holdReferral } from './draft.service';
import { refused } from './papers.service';

/** What the researcher reads to the person before asking for the consent. */
export async function noticeToRead(
  crm: Crm,
  locale: Locale,
): Promise<StudyDesk['photography']['notice']> {
  const { version, text } = await currentLegalText(crm, 'consent');
  return { version, text: pick(text, locale) };
}

/**
 * POST /requests/:id/photography-consent. The researcher asks at the family's door, and writes down there that they
 * agreed: it is a consent of the person's file as any other.
 * @throws CrmError 404, 409 without an open referral or when a consent stands, 422 without a file or with an old notice
 */
export async function recordPhotographyConsent(
  crm: Crm,
  id: string,
  { noticeVersion, how }: z.output<typeof photographyConsentBody>,
  staff: Staff,
): Promise<void> {
  const { id: requestId } = await findForStaff(crm, id, staff);
  // Read before the transaction, since what is published is read through Strapi.
  const notice = await currentLegalText(crm, 'consent');
  await crm.transaction(async (unit) => {
    const { beneficiary_id: file } = await holdReferral(unit, requestId);
    if (file === null) throw refused('error.photography_no_file');
    const given = { purpose: 'photography', noticeVersion, how } as const;
    await onFile(unit, { id: file, staff }, (held) =>
      giveConsent(unit, held, given, staff, notice.version),
    );
  });
}
