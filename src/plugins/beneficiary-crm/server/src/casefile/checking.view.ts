import type { AskingView, CheckView, JudgementView, PaperView } from '../../../contracts/checking';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { askedFields, isComplete } from '../services/form.rules';
import { labelOf, papersOf, shownAnswers } from '../requests';
import type { RequestRow } from '../requests';
import { askable } from '../requests/asking.rules';
import { paperStates, presentPapers } from '../requests/judgements';
import type { JudgementRow } from '../requests/judgements';
import { checklistKeys, declarationState, openAnswers } from '../requests/request.repository';
import type { CheckRow, DeclarationRow, RequestDocumentRow } from '../requests/request.types';

/** What the check of a request is made of, as it was read. */
export interface CheckingRows {
  row: RequestRow;
  documents: RequestDocumentRow[];
  judgements: JudgementRow[];
  checks: CheckRow[];
  declaration: DeclarationRow | null;
}
type NameOf = (person: number | null | undefined) => string | null;

/** The people who checked. */
export const checkersOf = ({ judgements, checks }: Pick<CheckingRows, 'judgements' | 'checks'>) => [
  ...checks.map((check) => check.checked_by),
  ...judgements.map((judgement) => judgement.judged_by),
];

/** `answer.<field>`, `document.<paper>` or `point.<point>` taken apart. */
function readKey(key: string): { kind: CheckView['kind']; name: string } {
  const [kind = '', name = ''] = key.split(/\.(.*)/s);
  return { kind: kind === 'document' || kind === 'point' ? kind : 'answer', name };
}

/** The label of an item of the checklist. */
export function checkedLabel(crm: Crm, row: RequestRow, key: string, locale: Locale): string {
  const { kind, name } = readKey(key);
  return labelOf(crm, row, kind === 'answer' ? 'field' : kind, name, locale);
}

/** S2: the checklist, the papers as they were judged, and what may be asked of the applicant. */
export async function checkingView(
  crm: Crm,
  rows: CheckingRows,
  nameOf: NameOf,
  locale: Locale,
): Promise<{ documents: PaperView[]; checklist: CheckView[]; asking: AskingView }> {
  const { row, documents, judgements, checks } = rows;
  const states = paperStates(row, documents, judgements);
  const viewOf = (judgement: JudgementRow): JudgementView => ({
    state: judgement.state,
    fileId: judgement.file_id,
    reason: judgement.reason,
    note: judgement.note,
    validUntil: judgement.valid_until,
    how: judgement.how,
    reference: judgement.reference,
    by: nameOf(judgement.judged_by) ?? '—',
    at: judgement.judged_at.toISOString(),
  });
  const papers = await papersOf(crm, row, documents, locale);
  const shown = new Map(shownAnswers(crm, row, locale).map((one) => [one.key, one.shown]));
  const checked = new Map(checks.map((check) => [check.key, check]));
  const present = presentPapers(documents, judgements);
  return {
    documents: papers.map((paper) => {
      const said = judgements.filter(({ key }) => key === paper.key).map(viewOf);
      return {
        ...paper,
        state: states.get(paper.key) ?? 'missing',
        files: paper.files.map((file) => ({
          ...file,
          judgement: said.filter(({ fileId }) => fileId === file.id).at(-1) ?? null,
        })),
        judgements: said.reverse(),
      };
    }),
    checklist: checklistKeys(row, openAnswers(crm, row), present).map((key) => {
      const check = checked.get(key);
      const { kind, name } = readKey(key);
      return {
        key,
        kind,
        label: checkedLabel(crm, row, key, locale),
        shown: kind === 'answer' ? (shown.get(name) ?? null) : null,
        state: check?.state ?? 'pending',
        note: check?.note ?? null,
        by: nameOf(check?.checked_by),
        at: check?.checked_at.toISOString() ?? null,
      };
    }),
    asking: askingView(crm, rows, present, locale),
  };
}

function askingView(
  crm: Crm,
  { row, documents, judgements, checks, declaration }: CheckingRows,
  present: readonly string[],
  locale: Locale,
): AskingView {
  const answers = openAnswers(crm, row);
  const states = paperStates(row, documents, judgements);
  const { missing } = isComplete(row.form, answers, present);
  const items = askable({
    papers: new Map(
      row.form.documents.map(({ key, required }) => [
        key,
        { required, state: states.get(key) ?? 'missing' },
      ]),
    ),
    questions: askedFields(row.form, answers).map(({ key }) => key),
    unanswered: new Set(
      missing.flatMap((path) => (path.startsWith('answers.') ? [path.slice(8)] : [])),
    ),
    problems: new Set(checks.filter(({ state }) => state === 'problem').map(({ key }) => key)),
    declaration: declarationState(row, declaration),
  });
  const rejected = items.filter(({ why }) => why === 'rejected');
  return {
    items: items.map((item) => ({
      ...item,
      label: labelOf(crm, row, item.kind, item.key, locale),
    })),
    note: rejected.map(({ key }) => whyRejected(crm, row, key, judgements)).join('\n'),
  };
}

/** What is wrong with a paper, to its sender, in the sender's language. */
function whyRejected(
  crm: Crm,
  row: RequestRow,
  key: string,
  judgements: readonly JudgementRow[],
): string {
  const last = judgements.filter((one) => one.key === key && one.state === 'rejected').at(-1);
  const label = labelOf(crm, row, 'document', key, row.locale);
  const reason =
    last?.reason && last.reason !== 'other'
      ? crm.say(row.locale, `asking.rejected.${last.reason}`)
      : null;
  return `${label}: ${[reason, last?.note].filter(Boolean).join(' ')}`;
}
