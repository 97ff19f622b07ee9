/** One text in the two languages of the product; Arabic is written first and is the reference. */
export type Bilingual = { ar: string; en: string };

/** Writes a bilingual text: Arabic, then English. */
export const t = (ar: string, en: string): Bilingual => ({ ar, en });

export type FieldType =
  'text' | 'textarea' | 'number' | 'money' | 'date' | 'choice' | 'yes_no' | 'iban' | 'phone';

/**
 * One question of a form. `label` is phrased as a question because it becomes the heading of its page.
 * `min`/`max` are numbers (money in riyals); `showIf` names an earlier field of the same form, and
 * compares with a choice's value, or with 'yes'/'no'.
 */
export type Field = {
  key: string;
  type: FieldType;
  label: Bilingual;
  hint?: Bilingual;
  required: boolean;
  min?: number;
  max?: number;
  maxLength?: number;
  options?: { value: string; label: Bilingual }[];
  showIf?: { field: string; equals: string };
};

/**
 * A paper the applicant brings. Never an identity document: those are sighted by an officer, not copied.
 * `maxAgeDays`: how old the paper may be on the day of submission.
 */
export type DocumentRequirement = {
  key: string;
  label: Bilingual;
  hint: Bilingual;
  required: boolean;
  maxAgeDays?: number;
};

/** A point that the officer ticks before a request is complete (S2, S4). */
export type ChecklistItem = { key: string; label: Bilingual };
