import type { StudyContent, StudyDesk, StudyDraft } from '../../../../contracts/study';
import type { FormField } from '../../../../contracts/website';
import { isAsked } from '../receive/draft';
import { readNumber } from '../actions/forms';

type Writing = NonNullable<StudyDesk['writing']>;
type Member = StudyDraft['members'][number];
type Income = StudyDraft['incomes'][number];
type Expense = StudyDraft['expenses'][number];
type Need = StudyDraft['needs'][number];

/** A name for a new row, also where the panel is not reached by HTTPS. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export const newMember = (): Member => ({
  key: newKey(),
  name: '',
  relation: '',
  age: '',
  occupation: '',
});
export const newIncome = (): Income => ({
  key: newKey(),
  source: '',
  member: '',
  amount: '',
  note: '',
});
export const newExpense = (): Expense => ({ key: newKey(), kind: '', amount: '', note: '' });
export const newNeed = (): Need => ({ key: newKey(), what: '', priority: '' });

/** A new study begins with the registry's household; without one, with the applicant. */
export const startOf = (
  { household }: Pick<Writing, 'household'>,
  applicant: string,
): StudyDraft => ({
  members:
    household.length > 0
      ? household.map(({ key, name, relation, age }) => ({
          key,
          name,
          relation,
          age: age === null ? '' : String(age),
          occupation: '',
        }))
      : [{ ...newMember(), name: applicant, relation: 'head' }],
  incomes: [newIncome()],
  expenses: [newExpense()],
  tenure: '',
  housing: '',
  needs: [newNeed()],
  answers: {},
  summary: '',
  recommendation: '',
  grounds: '',
});

const said = (text: string): boolean => text.trim() !== '';

/** The rows in which anything was written: an empty line is nobody and nothing. */
export const keptRows = (draft: StudyDraft) => ({
  members: draft.members.filter(
    ({ name, relation, age, occupation }) => said(name + age + occupation) || said(relation),
  ),
  incomes: draft.incomes.filter(({ source, amount, note }) => said(source + amount + note)),
  expenses: draft.expenses.filter(({ kind, amount, note }) => said(kind + amount + note)),
  needs: draft.needs.filter(({ what }) => said(what)),
});

/** What can be counted so far. */
export function amountsOf(draft: StudyDraft) {
  const { members, incomes, expenses } = keptRows(draft);
  const amount = (text: string) => readNumber(text) ?? 0;
  return {
    size: members.length,
    incomes: incomes.map((row) => ({ amount: amount(row.amount) })),
    expenses: expenses.map((row) => ({
      kind: row.kind as StudyContent['expenses'][number]['kind'],
      amount: amount(row.amount),
    })),
  };
}

export const askedQuestions = (questions: readonly FormField[], answers: StudyDraft['answers']) =>
  questions.filter((field) => isAsked(field, questions, answers));

export type StudyProblem = {
  key: 'form.error.required' | 'form.error.number' | 'form.error.short' | 'study.error.nobody';
  values?: Record<string, number>;
};

const shortest = 10;

/** What is still missing before the study may be finished, by the place of the field. */
export function problemsOf(
  draft: StudyDraft,
  questions: readonly FormField[],
): Record<string, StudyProblem> {
  const found: Record<string, StudyProblem> = {};
  const require = (place: string, text: string, least = 1) => {
    if (!said(text)) found[place] = { key: 'form.error.required' };
    else if (text.trim().length < least)
      found[place] = { key: 'form.error.short', values: { n: least } };
  };
  const requireAmount = (place: string, text: string) => {
    require(place, text);
    if (said(text) && readNumber(text) === null) found[place] = { key: 'form.error.number' };
  };
  const { members, incomes, expenses, needs } = keptRows(draft);
  if (members.length === 0) found.members = { key: 'study.error.nobody' };
  for (const { key, relation, age } of members) {
    require(`members.${key}.relation`, relation);
    if (said(age) && !Number.isInteger(readNumber(age)))
      found[`members.${key}.age`] = { key: 'form.error.number' };
  }
  for (const { key, source, amount } of incomes) {
    require(`incomes.${key}.source`, source);
    requireAmount(`incomes.${key}.amount`, amount);
  }
  for (const { key, kind, amount } of expenses) {
    require(`expenses.${key}.kind`, kind);
    requireAmount(`expenses.${key}.amount`, amount);
  }
  require('tenure', draft.tenure);
  const [first] = draft.needs;
  if (needs.length === 0) require(first ? `needs.${first.key}.what` : 'needs', '');
  for (const { key, what, priority } of needs) {
    require(`needs.${key}.what`, what, 2);
    require(`needs.${key}.priority`, priority);
  }
  for (const { key, required } of askedQuestions(questions, draft.answers))
    if (required) require(`answers.${key}`, draft.answers[key] ?? '');
  require('summary', draft.summary, shortest);
  require('recommendation', draft.recommendation);
  require('grounds', draft.grounds, shortest);
  return found;
}

/** The study as it is sent; what is wrong with it was found by `problemsOf`. */
export function bodyOf(
  draft: StudyDraft,
  questions: readonly FormField[],
  expectedVersion: number,
): Record<string, unknown> {
  const { members, incomes, expenses, needs } = keptRows(draft);
  const keys = new Set(members.map(({ key }) => key));
  const optional = (text: string) => (said(text) ? text : undefined);
  return {
    expectedVersion,
    members: members.map(({ key, name, relation, age, occupation }) => ({
      key,
      name: optional(name),
      relation,
      age: said(age) ? readNumber(age) : undefined,
      occupation: optional(occupation),
    })),
    incomes: incomes.map(({ source, member, amount, note }) => ({
      source,
      member: keys.has(member) ? member : undefined,
      amount: readNumber(amount),
      note: optional(note),
    })),
    expenses: expenses.map(({ kind, amount, note }) => ({
      kind,
      amount: readNumber(amount),
      note: optional(note),
    })),
    tenure: draft.tenure,
    housing: optional(draft.housing),
    needs: needs.map(({ what, priority }) => ({ what, priority })),
    answers: Object.fromEntries(
      askedQuestions(questions, draft.answers)
        .map(({ key }): [string, string] => [key, draft.answers[key] ?? ''])
        .filter(([, answer]) => said(answer)),
    ),
    summary: draft.summary,
    recommendation: draft.recommendation,
    grounds: draft.grounds,
  };
}

/** Mistakes found by the server stand by their row's number; on the page rows have names. */
export function byRow(draft: StudyDraft, fields: Record<string, string>): Record<string, string> {
  const rows: Record<string, { key: string }[]> = keptRows(draft);
  return Object.fromEntries(
    Object.entries(fields).map(([place, message]) => {
      const [list = '', at = '', name = ''] = place.split('.');
      const row = rows[list]?.[Number(at)];
      return [row && name ? `${list}.${row.key}.${name}` : place, message];
    }),
  );
}
