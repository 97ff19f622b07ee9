import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import { pdfDate, renderPdf } from '../kernel/pdf/pdf';
import type { Letterhead } from '../kernel/pdf/pdf';
import { associationProfile } from '../reception/association.service';
import { appealUntil, deciderOf, nextStepsKey } from './appeal.rules';
import { promisedDates } from './clock.rules';
import { evaluationOnPaper } from './evaluation-paper';
import {
  decisionInForce,
  documentsOf,
  findRequest,
  latestDeclaration,
  readClock,
} from './request.repository';
import type { DecisionRow, RequestRow } from './request.types';

export interface Paper {
  name: string;
  body: Buffer;
}

/** What stands at the head and foot of the association's papers. */
export async function letterhead(crm: Crm, locale: Locale): Promise<Letterhead> {
  const association = await associationProfile(crm, locale);
  return {
    association: association.name,
    licence: association.licenceNumber,
    address: association.address,
    phone: association.phone,
    email: association.email,
    footer: association.letterFooter,
  };
}

export const titleOf = (
  crm: Crm,
  row: Pick<RequestRow, 'form' | 'kind'>,
  locale: Locale,
): string =>
  row.form.service ? pick(row.form.service.name, locale) : crm.say(locale, `kind.${row.kind}`);

/** The receipt (S5): reference, both promised dates, what happens next. The code stands on it only when it is given. */
export async function renderReceipt(
  crm: Crm,
  row: RequestRow,
  accessCode?: string,
  locale = row.locale,
): Promise<Paper> {
  const [head, documents, declaration] = await Promise.all([
    letterhead(crm, locale),
    documentsOf(crm.db, row.id),
    latestDeclaration(crm.db, row.id),
  ]);
  const promised = promisedDates(readClock(row.clock), row.clock_settings, crm.now());
  const received = new Set(documents.map((document) => document.key));
  const committee = row.form.service?.needsCommittee ?? false;
  const body = await renderPdf(
    'receipt',
    {
      head: { ...head, reference: row.reference, date: pdfDate(crm.now(), locale) },
      reference: row.reference,
      ...(accessCode ? { accessCode } : {}),
      applicant: row.applicant_name,
      service: titleOf(crm, row, locale),
      submittedAt: pdfDate(row.submitted_at, locale),
      earliest: pdfDate(promised.earliest, locale),
      latest: pdfDate(promised.latest, locale),
      nextSteps: (committee ? ['check', 'committee', 'reply'] : ['check', 'reply']).map((step) =>
        crm.say(locale, `receipt.next.${step}`),
      ),
      track: { how: crm.say(locale, 'receipt.track'), url: `${crm.settings.publicUrl}/track` },
      evaluate: evaluationOnPaper(crm, row, locale),
      documents: row.form.documents
        .filter((paper) => received.has(paper.key))
        .map((paper) => pick(paper.label, locale)),
      ...(declaration
        ? {
            declaration: {
              version: declaration.version,
              signer: declaration.signer,
              signedAt: pdfDate(declaration.signed_at, locale),
              method: crm.say(locale, `way.${declaration.way}`),
            },
          }
        : {}),
    },
    locale,
  );
  return { name: `receipt-${row.reference}.pdf`, body };
}

/** The reply as a letter. @throws CrmError not_found until the reply has gone out */
export async function renderLetter(crm: Crm, row: RequestRow, locale = row.locale): Promise<Paper> {
  const decision = await decisionInForce(crm.db, row.id);
  const outcome = decision?.outcome;
  if (
    !decision?.replied_at ||
    (outcome !== 'accepted' && outcome !== 'rejected' && outcome !== 'deferred')
  ) {
    throw new CrmError('not_found', 'error.no_letter');
  }
  const [head, association, other] = await Promise.all([
    letterhead(crm, locale),
    associationProfile(crm, locale),
    otherReference(crm, row, decision),
  ]);
  const until = appealUntil(row.kind, decision, row.workflow.appealDays);
  const decider = deciderOf(row.kind, decision);
  const body = await renderPdf(
    'letter',
    {
      head: { ...head, reference: row.reference, date: pdfDate(decision.replied_at, locale) },
      to: row.applicant_name,
      service: titleOf(crm, row, locale),
      by: decision.appeal_id === null ? decider : 'replaced',
      ...(other ? { other } : {}),
      decision: outcome,
      reason: decision.reason,
      ...(decision.conditions ? { conditions: decision.conditions } : {}),
      nextSteps: crm.say(locale, nextStepsKey(row.kind, outcome, until), { first: other ?? '' }),
      ...(until
        ? {
            appeal: {
              until: pdfDate(until, locale),
              url: `${crm.settings.publicUrl}/track`,
              phone: association.phone,
              address: association.address,
            },
          }
        : {}),
      contact: {
        name: crm.say(locale, 'letter.contact'),
        phone: association.phone,
        hours: association.workingHours,
      },
      signature: {
        name: association.shortName,
        title: crm.say(locale, `letter.signature.${decider}`),
      },
    },
    locale,
  );
  return { name: `letter-${row.reference}.pdf`, body };
}

/** Of an appeal the reference of the first request; of a decision that an appeal brought about that of the appeal. */
export async function otherReference(
  { db }: Pick<Crm, 'db'>,
  { parent_id, kind }: Pick<RequestRow, 'parent_id' | 'kind'>,
  { appeal_id }: Pick<DecisionRow, 'appeal_id'>,
): Promise<string | null> {
  const id = appeal_id ?? (kind === 'appeal' ? parent_id : null);
  return id === null ? null : ((await findRequest(db, { id }))?.reference ?? null);
}
