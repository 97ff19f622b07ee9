import type { Answers } from '../../../contracts/website';
import type { Locale } from '../../../contracts/vocabulary';
import { cleanLine, cleanText } from '../kernel/arabic.rules';
import { pick } from '../kernel/bilingual';
import type { FieldIssue } from '../kernel/errors';
import { parseIban, parseMobile } from '../registry/identity.rules';
import type { FieldDefinition, FormContent } from './form.types';

/** Answers as they are typed, read and held against the questions of a form. */

type Answer = string | number;
export type CleanAnswers = Record<string, Answer>;
export type Validated = { ok: true; answers: CleanAnswers } | { ok: false; issues: FieldIssue[] };

type Read = { value: Answer } | { issue: Omit<FieldIssue, 'path'> };

const longestLine = 500;
const longestText = 5_000;
const unreadable = (code: string, params?: Record<string, number>): Read => ({
  issue: params ? { code, params } : { code },
});

/** Where the answer to a question stands in what is sent, and in what is refused. */
export const answerPath = (key: string): string => `answers.${key}`;
export const documentPath = (key: string): string => `documents.${key}`;

/**
 * Checks answers and brings them into one form: text cleaned, digits western, numbers as numbers,
 * dates `YYYY-MM-DD`, yes/no as `yes`/`no`, IBAN compact, phone E.164, empty answers left out.
 *
 * An answer to a question that the form has not is refused. One whose question is hidden by
 * another answer is dropped: a person may change their mind on the way.
 */
export function validateAnswers(definition: FormContent, answers: Answers): Validated {
  const read = readAnswers(definition, answers);
  const issues = [
    ...read.issues,
    ...read.unanswered.map((key) => ({ path: answerPath(key), code: 'required' })),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, answers: read.answers };
}

/**
 * What still lacks before a request is complete (S2), as paths: `answers.<key>`, `documents.<key>`.
 * @param documentKeys keys under which at least one file was received
 */
export function isComplete(
  definition: FormContent,
  answers: Answers,
  documentKeys: Iterable<string>,
): { missing: string[] } {
  const received = new Set(documentKeys);
  const { unanswered, issues } = readAnswers(definition, answers);
  return {
    missing: [
      ...unanswered.map(answerPath),
      ...issues.map((issue) => issue.path),
      ...definition.documents
        .filter((document) => document.required && !received.has(document.key))
        .map((document) => documentPath(document.key)),
    ],
  };
}

/** The questions that these answers lead to, in order. */
export function askedFields(definition: FormContent, answers: Answers): FieldDefinition[] {
  return readAnswers(definition, answers).asked;
}

function readAnswers(definition: FormContent, answers: Answers) {
  const keys = new Set(definition.fields.map((field) => field.key));
  const issues: FieldIssue[] = Object.keys(answers)
    .filter((key) => !keys.has(key))
    .map((key) => ({ path: answerPath(key), code: 'unknown' }));
  const clean = new Map<string, Answer>();
  const asked: FieldDefinition[] = [];
  const unanswered: string[] = [];
  for (const field of definition.fields) {
    if (field.showIf && clean.get(field.showIf.field) !== field.showIf.equals) continue;
    asked.push(field);
    const raw = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
    if (isEmpty(raw)) {
      if (field.required) unanswered.push(field.key);
      continue;
    }
    const read = readAnswer(field, raw);
    if ('issue' in read) issues.push({ path: answerPath(field.key), ...read.issue });
    else clean.set(field.key, read.value);
  }
  return { answers: Object.fromEntries(clean), asked, unanswered, issues };
}

function isEmpty(raw: Answers[string] | undefined): raw is null | undefined | '' {
  return raw === null || raw === undefined || (typeof raw === 'string' && cleanText(raw) === '');
}

function readAnswer(field: FieldDefinition, raw: string | number | boolean): Read {
  switch (field.type) {
    case 'text':
      return readText(cleanLine(String(raw)), field.maxLength ?? longestLine);
    case 'textarea':
      return readText(cleanText(String(raw)), field.maxLength ?? longestText);
    case 'number':
      return readNumber(field, raw, 0);
    case 'money':
      return readNumber({ ...field, min: field.min ?? 0 }, raw, 2);
    case 'date':
      return readDate(cleanLine(String(raw)));
    case 'choice':
      return field.options.some((option) => option.value === raw)
        ? { value: String(raw) }
        : unreadable('option');
    case 'yes_no':
      if (raw === true || raw === 'yes') return { value: 'yes' };
      return raw === false || raw === 'no' ? { value: 'no' } : unreadable('option');
    case 'iban': {
      const iban = parseIban(String(raw));
      return iban.ok ? { value: iban.value } : unreadable('iban');
    }
    case 'phone': {
      const mobile = parseMobile(String(raw));
      return mobile.ok ? { value: mobile.value } : unreadable('phone');
    }
  }
}

const readText = (text: string, max: number): Read =>
  [...text].length > max ? unreadable('too_long', { max }) : { value: text };

/** Arabic and western decimal marks; groups of thousands by comma, Arabic comma or space. */
function readNumber(
  { min, max }: Pick<FieldDefinition, 'min' | 'max'>,
  raw: string | number | boolean,
  decimals: number,
): Read {
  if (typeof raw === 'boolean') return unreadable('type');
  const text = cleanLine(String(raw))
    .replace(/٫/g, '.')
    .replace(/[٬،]/g, ',')
    .replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '');
  const shape = decimals === 0 ? /^-?\d{1,12}$/ : /^-?\d{1,12}(\.\d{1,2})?$/;
  if (!shape.test(text)) return unreadable('type');
  // `-0` is no number that anyone means.
  const value = Number(text) || 0;
  if (min !== null && value < min) return unreadable('min', { min });
  if (max !== null && value > max) return unreadable('max', { max });
  return { value };
}

/** `2026-03-05`, `5/3/2026`, `05-03-2026`: day first unless the year is. Gregorian, 1900 to 2100. */
function readDate(text: string): Read {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : local
      ? [Number(local[3]), Number(local[2]), Number(local[1])]
      : [0, 0, 0];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year <= 2100
    ? { value: date.toISOString().slice(0, 10) }
    : unreadable('date');
}

/** Western digits in both languages. */
const tag: Record<Locale, string> = { ar: 'ar-SA-u-ca-gregory-nu-latn', en: 'en-GB' };
const yesNo: Record<string, Record<Locale, string>> = {
  yes: { ar: 'نعم', en: 'Yes' },
  no: { ar: 'لا', en: 'No' },
};

/** An answer as a person reads it; `—` where there is none. Takes what `validateAnswers` gives. */
export function shownAnswer(
  field: FieldDefinition,
  value: Answers[string] | undefined,
  locale: Locale,
): string {
  if (isEmpty(value)) return '—';
  switch (field.type) {
    case 'number':
      return new Intl.NumberFormat(tag[locale]).format(Number(value));
    case 'money':
      return new Intl.NumberFormat(tag[locale], {
        style: 'currency',
        currency: 'SAR',
        currencyDisplay: 'name',
        trailingZeroDisplay: 'stripIfInteger',
      }).format(Number(value));
    case 'date':
      return new Intl.DateTimeFormat(tag[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${String(value)}T00:00:00Z`),
      );
    case 'choice': {
      const chosen = field.options.find((option) => option.value === value);
      return chosen ? pick(chosen.label, locale) : String(value);
    }
    case 'yes_no':
      return yesNo[String(value)]?.[locale] ?? String(value);
    case 'iban':
      return String(value).replace(/(.{4})(?=.)/g, '$1 ');
    default:
      return String(value);
  }
}
