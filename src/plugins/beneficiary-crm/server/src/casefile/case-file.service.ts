import type { RequestDetail } from '../../../contracts/admin';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { pdfDate, renderPdf } from '../kernel/pdf/pdf';
import type { CaseFileData, CaseFileFact } from '../kernel/pdf/pdf';
import type { Staff } from '../kernel/room';
import { letterhead } from '../requests';
import { readDetail } from './detail.service';

interface Paper {
  name: string;
  body: Buffer;
}

const money = (amount: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'ar' ? 'ar-SA-u-nu-latn' : 'en', {
    style: 'currency',
    currency: 'SAR',
    maximumFractionDigits: 2,
  }).format(amount);

/**
 * The case on one paper for the committee (S5): request, checks, study and the list of documents. No votes, no
 * messages and no number by which the applicant could be called: those who decide do not need them. On record.
 * Whether the reader may have it is decided by who calls this.
 */
export async function renderCaseFile(
  crm: Crm,
  requestId: string,
  staff: Staff,
  locale: Locale,
): Promise<Paper> {
  const detail = await readDetail(crm, requestId, staff, locale);
  // An appeal is heard on the file of the request that it is about.
  const first = detail.appealed && (await readDetail(crm, detail.appealed.id, staff, locale));
  const head = await letterhead(crm, locale);
  const data: CaseFileData = {
    head: { ...head, reference: detail.reference, date: pdfDate(crm.now(), locale) },
    ...caseOf(crm, detail, first, locale),
    printedBy: staff.name,
  };
  const body = await renderPdf('case-file', data, locale);
  await crm.transaction(async (unit) => {
    unit.record({
      type: 'request.file_read',
      actor: { kind: 'staff', id: staff.id },
      requestId: detail.id,
      subject: { kind: 'case_file', id: detail.id },
    });
  });
  return { name: `case-${detail.reference}.pdf`, body };
}

function caseOf(
  crm: Crm,
  detail: RequestDetail,
  first: RequestDetail | null,
  locale: Locale,
): Omit<CaseFileData, 'head'> {
  const subject = first ?? detail;
  const say = (key: string) => crm.say(locale, key);
  const { applicant, service } = subject;
  const fact = (name: string, value: string | null): CaseFileFact[] =>
    value ? [{ label: say(`case_file.${name}`), value }] : [];
  const { study } = subject;
  return {
    kind: [say(`kind.${detail.kind}`), service?.name].filter(Boolean).join(' · '),
    status: say(`status.${detail.status}`),
    applicant: [
      ...fact('name', applicant.name),
      ...fact('city', applicant.city),
      ...fact('submitted', pdfDate(new Date(subject.submittedAt), locale).gregorian),
    ],
    ...(detail.message ? { message: detail.message } : {}),
    ...(first ? { appealed: appealedWords(first) } : {}),
    answers: subject.answers.map(({ label, shown }) => ({ question: label, answer: shown })),
    checks: subject.checklist.map(({ label, state, note }) => ({
      label,
      state: say(`checklist.${state}`),
      note: note ?? '',
    })),
    ...(subject.declaration.state === 'not_needed'
      ? {}
      : { declaration: say(`declaration.${subject.declaration.state}`) }),
    documents: subject.documents.map(({ label, files }) => ({
      label,
      status: say(files.length > 0 ? 'case_file.received' : 'case_file.not_received'),
    })),
    referrals: [...subject.referrals, ...(first ? detail.referrals : [])].map(
      ({ question, answer }) => ({ question, answer: answer ?? '—' }),
    ),
    ...(study
      ? {
          studyFacts: [
            ...fact('household', String(study.householdSize)),
            ...fact('income', money(study.monthlyIncome, locale)),
            ...fact('expenses', money(study.monthlyExpenses, locale)),
            ...fact('per_head', money(study.incomePerHead, locale)),
            ...fact('housing', study.housing),
            ...fact('recommendation', say(`outcome.${study.recommendation}`)),
            ...study.answers.map(({ label, shown }) => ({ label, value: shown })),
          ],
          study: [study.summary, study.grounds, ...study.needs.map(({ what }) => `• ${what}`)]
            .filter(Boolean)
            .join('\n'),
        }
      : {}),
  };
}

/** The first request's number, what was said then, and why it was refused. */
const appealedWords = ({ reference, message, decision, earlierDecisions }: RequestDetail): string =>
  [reference, message, earlierDecisions.at(-1)?.reason ?? decision?.reason]
    .filter(Boolean)
    .join('\n');
