import { z } from 'zod';
import { cleanLine, cleanText } from '../server/src/kernel/arabic.rules';
import { locales } from './vocabulary';

/** One line typed by a person: NFKC, western digits, no invisible characters, trimmed. */
export const line = (max: number, min = 1) =>
  z.string().transform(cleanLine).pipe(z.string().min(min).max(max));

/** Several lines typed by a person. */
export const paragraph = (max: number, min = 1) =>
  z.string().transform(cleanText).pipe(z.string().min(min).max(max));

export const localeQuery = z.object({ locale: z.enum(locales).default('ar') });

/** ISO instant as it stands on the wire. */
export const instant = z.iso.datetime();
/** YYYY-MM-DD */
export const day = z.iso.date();

/** One mistake in what was sent; `message` is for a person and in the asked language. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** Strapi's error envelope. */
export interface ErrorEnvelope {
  data: null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { code?: string; errors?: FieldError[]; [key: string]: unknown };
  };
}

/** Strapi's success envelope. */
export interface DataEnvelope<T> {
  data: T;
}
