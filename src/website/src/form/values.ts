import type { FormDefinition, FormField, SubmitBody, UploadReceipt } from '../api/types';

/** What a person typed, as typed, by the id of the question. */
export type Values = Record<string, string>;
export type Uploads = Record<string, UploadReceipt>;

/** `fields` and `documents` have names of their own, so that none meets a name of ours. */
export const fieldId = (key: string) => `f.${key}`;
export const documentId = (key: string) => `d.${key}`;

/** The uploads with the document `id` put in place, or taken away. */
export function withUpload(uploads: Uploads, id: string, receipt: UploadReceipt | undefined) {
  const others = Object.entries(uploads).filter(([other]) => other !== id);
  return Object.fromEntries(receipt ? [...others, [id, receipt]] : others);
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Arabic-Indic and Persian digits become 0–9; what cannot be seen goes. */
export function plain(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, '')
    .replace(INVISIBLE, '')
    .trim();
}

/** The number that a person means by `1,200.50` or `١٬٢٠٠٫٥٠`; NaN when it is none. */
export function typedNumber(text: string): number {
  const digits = plain(text).replace(/[,\s،]/g, '');
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : NaN;
}

/** Is the question asked, given what was answered before it? */
export function isAsked(field: FormField, fields: FormField[], values: Values): boolean {
  if (!field.showIf) return true;
  const { field: key, equals } = field.showIf;
  const earlier = fields.find((other) => other.key === key);
  if (!earlier || !isAsked(earlier, fields, values)) return false;
  return (values[fieldId(key)] ?? '') === equals;
}

/** The answer to a field as the server takes it; undefined when there is none. */
export function answerOf(field: FormField, typed: string | undefined) {
  const text = plain(typed ?? '');
  if (text === '') return undefined;
  if (field.type === 'number' || field.type === 'money') return typedNumber(text);
  if (field.type === 'iban') return text.replace(/\s/g, '').toUpperCase();
  return text;
}

export function answersOf(fields: FormField[], values: Values) {
  const answers: SubmitBody['answers'] = {};
  for (const field of fields) {
    const answer = isAsked(field, fields, values)
      ? answerOf(field, values[fieldId(field.key)])
      : undefined;
    if (answer !== undefined) answers[field.key] = answer;
  }
  return answers;
}

export function attached(documents: { key: string }[], uploads: Uploads) {
  return documents.flatMap(({ key }) => {
    const upload = uploads[documentId(key)];
    return upload ? [{ key, upload: upload.upload }] : [];
  });
}

/** The body of `POST /requests`. */
export function submission(
  definition: FormDefinition & { slug?: string },
  values: Values,
  uploads: Uploads,
): SubmitBody {
  const { kind, slug, form, requiredDocuments, declaration, consent } = definition;
  const said = (id: string) => plain(values[id] ?? '') || undefined;
  const idType = said('idType');
  return {
    kind: kind as SubmitBody['kind'],
    service: slug,
    applicant: {
      name: said('name') ?? '',
      phone: said('phone') ?? '',
      email: said('email'),
      idType: idType as SubmitBody['applicant']['idType'],
      idNumber: idType && said('idNumber'),
      city: said('city'),
      preferredChannel: said('preferredChannel') as SubmitBody['applicant']['preferredChannel'],
    },
    answers: answersOf(form.fields, values),
    documents: attached(requiredDocuments, uploads),
    declaration: declaration
      ? { version: declaration.version, name: said('signedName') ?? '' }
      : undefined,
    consent: { version: consent.version },
    message: said('message'),
  };
}
