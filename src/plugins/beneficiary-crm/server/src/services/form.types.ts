import type { FieldType, RequestKind } from '../../../contracts/vocabulary';
import type { Bilingual } from '../kernel/bilingual';
import type { OwnTimes } from './times.rules';

/** A question of a form. `showIf` names an earlier question, and a choice's value or `yes`/`no`. */
export interface FieldDefinition {
  key: string;
  type: FieldType;
  label: Bilingual;
  hint: Bilingual | null;
  required: boolean;
  /** least and greatest, for numbers and money (riyals) */
  min: number | null;
  max: number | null;
  /** characters, for text */
  maxLength: number | null;
  options: { value: string; label: Bilingual }[];
  showIf: { field: string; equals: string } | null;
}

export interface DocumentDefinition {
  key: string;
  label: Bilingual;
  hint: Bilingual | null;
  required: boolean;
  /** how old the paper may be on the day of submission */
  maxAgeDays: number | null;
}

/** What a request asks of its applicant. Plain data: frozen with the request it was asked for. */
export interface FormContent {
  fields: FieldDefinition[];
  documents: DocumentDefinition[];
}

/** A service as it is published, in both languages. */
export interface ServiceDefinition extends FormContent {
  documentId: string;
  slug: string;
  name: Bilingual;
  summary: Bilingual;
  category: string;
  whoFor: Bilingual;
  whatYouGet: Bilingual;
  steps: Bilingual[];
  needsStudy: boolean;
  needsCommittee: boolean;
  needsEnrolment: boolean;
  /** what the officer ticks beside the answers and papers (S2, S4) */
  checklist: { key: string; label: Bilingual }[];
  /** what its social study asks, beside what every study asks (S3) */
  study: FieldDefinition[];
  /** where it differs from the association's times */
  times: OwnTimes;
}

/** Kinds of request whose form is policy, not a service. */
export type PlainFormKind = Exclude<RequestKind, 'assistance' | 'appeal'>;

export interface PlainForm extends FormContent {
  kind: PlainFormKind;
  /** whether a signed declaration is asked for (S4) */
  declares: boolean;
}
