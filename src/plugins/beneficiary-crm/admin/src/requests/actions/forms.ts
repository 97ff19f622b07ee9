import type { ActionBodies, RequestDetail } from '../../../../contracts/admin';
import type { IdentityType, RequestAction } from '../../../../contracts/vocabulary';
import {
  contactTimes,
  identityTypes,
  volunteerSkills,
  weekdays,
} from '../../../../contracts/vocabulary';

/** How one field of an action's form is asked for. Its label is `form.<action>.<name>` or `form.<name>`. */
export interface FieldSpec {
  name: string;
  kind: 'line' | 'area' | 'number' | 'day' | 'choice' | 'choices' | 'yes_no' | 'staff' | 'items';
  required: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  /** whole numbers only */
  whole?: boolean;
  /** closed list of a choice: the prefix of its words, and its values */
  list?: { words: string; values: readonly string[] };
}

const area = (name: string, minLength: number, maxLength: number): FieldSpec => ({
  name,
  kind: 'area',
  required: minLength > 0,
  minLength,
  maxLength,
});
const line = (name: string, minLength: number, maxLength: number): FieldSpec => ({
  name,
  kind: 'line',
  required: minLength > 0,
  minLength,
  maxLength,
});
const choice = (name: string, words: string, values: readonly string[]): FieldSpec => ({
  name,
  kind: 'choice',
  required: true,
  list: { words, values },
});

const choices = (name: string, words: string, values: readonly string[]): FieldSpec => ({
  ...choice(name, words, values),
  kind: 'choices',
});
const yesNo = (name: string, required: boolean): FieldSpec => ({ name, kind: 'yes_no', required });

type Identity = { [T in IdentityType]: T };
type Sighted = ActionBodies['enrol']['sightedHow'];
const sighted: readonly Sighted[] = ['in_person', 'video', 'home_visit', 'absher_shown'];
const identities: readonly (keyof Identity)[] = identityTypes;

/** The forms of the actions that ask for more than a click. */
export const actionForms: Partial<Record<RequestAction, readonly FieldSpec[]>> = {
  ask_applicant: [{ name: 'items', kind: 'items', required: true }, area('note', 3, 2_000)],
  respond: [area('message', 1, 5_000)],
  refer_to_research: [area('question', 3, 2_000)],
  return_to_research: [area('question', 3, 2_000)],
  confirm_study: [area('reason', 10, 2_000)],
  answer_research: [area('answer', 3, 3_000)],
  accept_directly: [area('reason', 10, 3_000)],
  reject_directly: [area('reason', 10, 3_000)],
  release_early: [area('reason', 10, 1_000)],
  enrol: [
    choice('identityType', 'identity', identities),
    line('identityNumber', 0, 40),
    { name: 'identityExpiresOn', kind: 'day', required: false },
    choice('sightedHow', 'sighted', sighted),
    area('note', 0, 1_000),
  ],
  start_delivery: [area('plan', 3, 2_000)],
  withdraw: [area('reason', 0, 1_000)],
  mark_duplicate: [line('of', 1, 40)],
  answer: [area('answer', 3, 5_000)],
  unmark_duplicate: [area('reason', 3, 1_000)],
  offer_faq: [line('question', 5, 300), area('answer', 10, 5_000)],
  start_improvement: [line('title', 5, 200)],
  name_staff: [{ name: 'staffId', kind: 'staff', required: false }],
  screen: [
    choices('skills', 'skill', volunteerSkills),
    choices('days', 'weekday', weekdays),
    choices('times', 'contact_time', contactTimes),
    yesNo('identitySeen', true),
    yesNo('guardianAgreed', false),
    area('notes', 3, 3_000),
    yesNo('suitable', true),
  ],
  reopen: [area('reason', 3, 1_000)],
  escalate: [area('reason', 3, 1_000)],
  decline_volunteer: [area('reason', 3, 2_000)],
};

/** Actions that have their own place on the page: the checklist, the papers, and the service with its allocations. */
export const inOwnPlace: ReadonlySet<RequestAction> = new Set<RequestAction>([
  'check_item',
  'judge_document',
  'allocate',
  'approve_allocation',
  'refuse_allocation',
  'end_allocation',
  'record_delivery',
  'return_delivery',
  'correct_delivery',
]);

/** Actions that begin a piece of work and can be taken back by going on: no question is asked first. */
export const immediate: ReadonlySet<RequestAction> = new Set<RequestAction>([
  'start_check',
  'start',
  'start_screening',
]);

export interface OwedChoice {
  kind: 'document' | 'field' | 'declaration' | 'text';
  key: string;
}
export type Typed = Record<string, string | string[] | OwedChoice[] | undefined>;

/** Everything that the check misses, asked for in one message; the officer takes out or adds. */
export const proposed = ({ asking }: Pick<RequestDetail, 'asking'>): Typed => ({
  items: asking.items
    .filter(({ why }) => why !== null)
    .map(({ kind, key }): OwedChoice => ({ kind, key })),
  note: asking.note,
});

export type FormProblem = {
  key: 'form.error.required' | 'form.error.short' | 'form.error.number' | 'form.error.range';
  values?: Record<string, number>;
};

const western = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/٫/g, '.')
    .replace(/[٬,\s]/g, '');

/** A number as typed in either script, or null when it is none. */
export function readNumber(text: string): number | null {
  const plain = western(text);
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function fieldProblem(field: FieldSpec, value: Typed[string]): FormProblem | null {
  if (Array.isArray(value)) return value.length === 0 ? { key: 'form.error.required' } : null;
  const text = (value ?? '').trim();
  if (text === '') return field.required ? { key: 'form.error.required' } : null;
  if (field.minLength && text.length < field.minLength)
    return { key: 'form.error.short', values: { n: field.minLength } };
  if (field.kind !== 'number') return null;
  const number = readNumber(text);
  if (number === null || (field.whole && !Number.isInteger(number)))
    return { key: 'form.error.number' };
  return number < (field.min ?? -Infinity) || number > (field.max ?? Infinity)
    ? { key: 'form.error.range', values: { min: field.min ?? 0, max: field.max ?? 0 } }
    : null;
}

/** What is wrong with what was typed, by field; empty when it may be sent. */
export function formProblems(
  fields: readonly FieldSpec[],
  typed: Typed,
): Record<string, FormProblem> {
  const found: Record<string, FormProblem> = {};
  for (const field of fields) {
    const problem = fieldProblem(field, typed[field.name]);
    if (problem) found[field.name] = problem;
  }
  return found;
}

/** The body of the action: numbers as numbers, and what was left empty left out. */
export function actionBody(
  action: RequestAction,
  fields: readonly FieldSpec[],
  typed: Typed,
  expectedVersion: number,
): Record<string, unknown> {
  const body: Record<string, unknown> = { expectedVersion };
  for (const field of fields) {
    const value = typed[field.name];
    // Nobody is an answer of its own.
    if (field.kind === 'staff') body[field.name] = value ? Number(value) : null;
    else if (value === undefined || value === '') continue;
    else if (field.kind === 'yes_no') body[field.name] = value === 'yes';
    else
      body[field.name] =
        field.kind === 'number' && typeof value === 'string' ? readNumber(value) : value;
  }
  return body;
}
