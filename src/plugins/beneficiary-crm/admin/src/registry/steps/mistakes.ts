import { readDay } from '../../app/typedDay';
import type { TypedDay } from '../../app/typedDay';
import type { Mistakes } from '../person/draft';

/** What was left empty of what must be said. */
export const missing = (required: Record<string, string | null | undefined>): Mistakes =>
  Object.fromEntries(
    Object.entries(required).flatMap(([name, value]) =>
      value?.trim() ? [] : [[name, 'form.error.required']],
    ),
  );

/** Days that are no days; the year alone is none here. */
export const wrongDays = (days: Record<string, TypedDay>): Mistakes =>
  Object.fromEntries(
    Object.entries(days).flatMap(([name, typed]) =>
      ['none', 'day'].includes(readDay(typed).kind) ? [] : [[name, 'day.wrong']],
    ),
  );

/** The days as the contract has them, those left empty left out. Call only when none is wrong. */
export const isoDays = (days: Record<string, TypedDay>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(days).flatMap(([name, typed]) => {
      const read = readDay(typed);
      return read.kind === 'day' ? [[name, read.iso]] : [];
    }),
  );
