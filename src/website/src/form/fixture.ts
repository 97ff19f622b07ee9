import type { FormDefinition, FormField } from '../api/types';

/** For tests: a question with what it must have. */
export const field = (given: Partial<FormField> & Pick<FormField, 'key' | 'type'>): FormField => ({
  label: given.key,
  hint: null,
  required: true,
  min: null,
  max: null,
  maxLength: null,
  options: [],
  showIf: null,
  ...given,
});

/** For tests: a form with what it must have. */
export const form = (given: Partial<FormDefinition> = {}): FormDefinition => ({
  kind: 'assistance',
  form: { fields: [] },
  requiredDocuments: [],
  declaration: { version: 'd1', text: 'formal', plain: null },
  consent: { version: 'c1', text: 'consent', plain: null },
  promise: { earliestDays: 14, latestDays: 30 },
  ...given,
});
