import { typedDate } from '../ui/dates';
import type { Params } from '../texts/format';
import type { TextKey } from '../texts/i18n';
import type { Question } from './steps';
import { plain, typedNumber } from './values';
import type { Values } from './values';

/** The digits of a Saudi mobile, in every way of writing one; the server has the last word. */
const mobile = /^(00)?(966)?0?5\d{8}$/;

/** A mistake as a text to say and what to put in its places. */
export type Wrong = [key: TextKey, params?: Params];

const isId = (idType: string | undefined) => idType === 'national_id' || idType === 'iqama';

function numberWrong(text: string, { min, max }: Question): Wrong | undefined {
  const value = typedNumber(text);
  if (Number.isNaN(value)) return ['check.number'];
  if (min !== null && value < min) return ['check.min', { min }];
  if (max !== null && value > max) return ['check.max', { max }];
  return undefined;
}

/**
 * Catches what is plainly a slip while its question is still on the screen. The server decides;
 * nothing here refuses what the server would take.
 */
export function wrongWith(question: Question, typed: string, values: Values): Wrong | undefined {
  const text = plain(typed);
  if (text === '') {
    if (!question.required) return undefined;
    if (question.key === 'name') return ['check.name'];
    return [
      question.type === 'choice' || question.type === 'yes_no' ? 'check.choose' : 'check.required',
    ];
  }
  if (question.maxLength !== null && text.length > question.maxLength) return ['check.long'];
  if (question.type === 'number' || question.type === 'money') return numberWrong(text, question);
  if (question.type === 'phone' && !mobile.test(text.replace(/\D/g, ''))) return ['check.phone'];
  if (question.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(text)) return ['check.date'];
  if (question.type === 'iban' && !/^SA\d{22}$/i.test(text.replace(/\s/g, '')))
    return ['check.iban'];
  if (question.key === 'email' && !/^\S+@\S+\.\S+$/.test(text)) return ['check.email'];
  if (
    question.key === 'idNumber' &&
    isId(values.idType) &&
    !/^\d{10}$/.test(text.replace(/\s/g, ''))
  )
    return ['check.idNumber'];
  return undefined;
}

/** `YYYY-MM-DD` from the three boxes of a date; what is no date stays as typed, to be corrected. */
export function dateFrom(day: string, month: string, year: string): string {
  const [d, m, y] = [day, month, year].map(plain) as [string, string, string];
  if (d === '' && m === '' && y === '') return '';
  return typedDate(Number(y), Number(m), Number(d)) ?? `${y}/${m}/${d}`;
}

/** The three boxes of a date that was kept. */
export function dateParts(value: string): [year: string, month: string, day: string] {
  const [year = '', month = '', day = ''] = value.split(/[-/]/);
  return [year, month, day];
}
