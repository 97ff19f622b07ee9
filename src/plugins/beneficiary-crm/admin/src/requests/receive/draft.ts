import type {
  DeskDeclaration,
  Received,
  ReceiveBody,
  Strokes,
} from '../../../../contracts/receiving';
import type { ChannelSlug, Locale, RequestKind } from '../../../../contracts/vocabulary';
import type { FormDefinition, FormField, UploadReceipt } from '../../../../contracts/website';

export const steps = ['start', 'answers', 'documents', 'declaration', 'check'] as const;
export type Step = (typeof steps)[number];

export interface Applicant {
  name: string;
  phone: string;
  email: string;
  city: string;
  idType: string;
  idNumber: string;
  preferredChannel: string;
}

/** How the declaration was signed, and over what: who changes an answer afterwards has to ask again. */
export interface Signing {
  way: DeskDeclaration['way'] | '';
  name: string;
  strokes: Strokes;
  codeId: string;
  /** masked */
  sentTo: string;
  code: string;
  /** the officer saw the paper signed */
  witnessed: boolean;
  over: string;
}

/** A request that is being written at the desk. It lives in the tab, and is not lost with the connection. */
export interface Draft {
  /** Sent as `Idempotency-Key`, and the same until it arrived: a retry makes no second request. */
  key: string;
  step: Step;
  channel: ChannelSlug | '';
  kind: RequestKind | '';
  service: string;
  /** the applicant's */
  locale: Locale;
  applicant: Applicant;
  answers: Record<string, string>;
  uploads: Record<string, UploadReceipt>;
  message: string;
  consented: boolean;
  signing: Signing;
  /** on its way; `tried`: it may have arrived, so it is not to be changed any more */
  pending: { body: ReceiveBody; tried: boolean } | null;
  receipt: Received | null;
}

/** `crypto.randomUUID`, also where the panel is not reached by HTTPS. */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const unsigned: Signing = {
  way: '',
  name: '',
  strokes: [],
  codeId: '',
  sentTo: '',
  code: '',
  witnessed: false,
  over: '',
};

export const newDraft = (start: Pick<Draft, 'channel' | 'kind' | 'locale'>): Draft => ({
  key: randomKey(),
  step: 'start',
  service: '',
  applicant: {
    name: '',
    phone: '',
    email: '',
    city: '',
    idType: '',
    idNumber: '',
    preferredChannel: '',
  },
  answers: {},
  uploads: {},
  message: '',
  consented: false,
  signing: unsigned,
  pending: null,
  receipt: null,
  ...start,
});

const unseen = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const plain = (text: string): string => text.replace(unseen, '').trim();

/** Is the question asked, given what was answered before it? */
export function isAsked(
  field: FormField,
  fields: readonly FormField[],
  answers: Draft['answers'],
): boolean {
  if (!field.showIf) return true;
  const { field: key, equals } = field.showIf;
  const earlier = fields.find((other) => other.key === key);
  return earlier !== undefined && isAsked(earlier, fields, answers) && answers[key] === equals;
}

export const askedFields = ({ form }: FormDefinition, answers: Draft['answers']): FormField[] =>
  form.fields.filter((field) => isAsked(field, form.fields, answers));

/** A form without questions of its own still has to hear what it is about. */
export const asksForMessage = ({ kind, form }: FormDefinition): boolean =>
  kind !== 'assistance' && form.fields.length === 0;

/** The answers as they are sent: those to questions that were asked, and only what was said. */
export function answersOf(definition: FormDefinition, draft: Draft): Record<string, string> {
  const said = askedFields(definition, draft.answers).map((field): [string, string] => [
    field.key,
    plain(draft.answers[field.key] ?? ''),
  ]);
  return Object.fromEntries(said.filter(([, answer]) => answer !== ''));
}

/** What a signature covers (S4): who declares, and every answer. */
export const signedOver = (definition: FormDefinition, draft: Draft): string =>
  JSON.stringify([plain(draft.applicant.name), answersOf(definition, draft)]);

function declarationOf(
  { declaration }: FormDefinition,
  { signing, applicant }: Draft,
): DeskDeclaration | undefined {
  if (!declaration) return undefined;
  const { version } = declaration;
  const name = plain(signing.name) || plain(applicant.name);
  switch (signing.way) {
    case 'paper':
      return { version, name, way: 'paper' };
    case 'drawn':
      return { version, name, way: 'drawn', strokes: signing.strokes };
    case 'code':
      return { version, name, way: 'code', codeId: signing.codeId, code: plain(signing.code) };
    default:
      return undefined;
  }
}

/** What is left out was not said. */
const said = <Value extends string>(text: string): Value | undefined =>
  (plain(text) || undefined) as Value | undefined;

/** The body of `POST /requests`; what is wrong with it was found by `problemsOf`. */
export function bodyOf(
  definition: FormDefinition,
  draft: Draft,
  from: { beneficiary: string | null; visit: string | null },
): ReceiveBody {
  const { applicant } = draft;
  const declaration = declarationOf(definition, draft);
  const idNumber = said(applicant.idNumber);
  return JSON.parse(
    JSON.stringify({
      channel: draft.channel,
      request: {
        kind: definition.kind,
        service: definition.kind === 'assistance' ? draft.service : undefined,
        applicant: {
          name: plain(applicant.name),
          phone: plain(applicant.phone),
          email: said(applicant.email),
          city: said(applicant.city),
          idType: idNumber && said(applicant.idType),
          idNumber,
          preferredChannel: said(applicant.preferredChannel),
        },
        answers: answersOf(definition, draft),
        documents: definition.requiredDocuments.flatMap(({ key }) => {
          const upload = draft.uploads[key];
          return upload ? [{ key, upload: upload.upload }] : [];
        }),
        declaration,
        consent: { version: definition.consent.version },
        message: asksForMessage(definition) ? said(draft.message) : undefined,
      },
      beneficiary: from.beneficiary ?? undefined,
      visit: from.visit ?? undefined,
    }),
  ) as ReceiveBody;
}
