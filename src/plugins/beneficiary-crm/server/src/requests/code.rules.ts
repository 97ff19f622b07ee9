import { parseEmail, parseMobile } from '../registry/identity.rules';

/** Codes by which an applicant signs a declaration from afar (S4): six digits, read out to the officer. */

export const codeDigits = 6;
/** Minutes for which a code can be used. */
export const codeMinutes = 10;
/** Wrong codes after which it can be used no more. */
export const mostAttempts = 5;
/** Codes sent to one contact within an hour: guessing pays as little as nagging. */
export const codesAnHour = 5;

export interface CodeState {
  attempts: number;
  expiresAt: Date;
  usedAt: Date | null;
}
export type CodeVerdict = 'fits' | 'wrong' | 'expired' | 'used' | 'spent';

/** What a code that was read out is worth. One that is used up tells nothing of whether it was right. */
export function judgeCode(state: CodeState, isRight: boolean, now: Date): CodeVerdict {
  if (state.usedAt) return 'used';
  if (now.getTime() >= state.expiresAt.getTime()) return 'expired';
  if (state.attempts >= mostAttempts) return 'spent';
  return isRight ? 'fits' : 'wrong';
}

/** The digits of what was typed, however it was grouped. */
export const readDigits = (typed: string): string => typed.replace(/\D/g, '');

export interface Contact {
  kind: 'email' | 'phone';
  /** in its one form, as on the request */
  value: string;
}

/** Where a code is to go; null when it is neither a Saudi mobile number nor an address. */
export function readContact(typed: string): Contact | null {
  const kind = typed.includes('@') ? 'email' : 'phone';
  const read = kind === 'email' ? parseEmail(typed) : parseMobile(typed);
  return read.ok ? { kind, value: read.value } : null;
}
