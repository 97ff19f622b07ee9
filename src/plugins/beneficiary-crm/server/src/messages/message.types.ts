import type { Locale, MessageStatus, TemplateKey, Transport } from '../../../contracts/vocabulary';

/** Papers that go with a message. Set when it is sent, so that no copy of them is kept with it. */
export type Attachment = { kind: 'receipt' | 'letter' };

/** A row of `crm_messages`. */
export interface MessageRow {
  id: string;
  /** the event that it tells of; a bigint, so text */
  event_seq: string | null;
  template: TemplateKey;
  transport: Transport;
  locale: Locale;
  request_id: string | null;
  /** of a message about a person's file */
  beneficiary_id: string | null;
  to_sealed: string;
  to_masked: string;
  subject_sealed: string;
  body_sealed: string;
  /** the body holds a one-time link, which is blanked once it is sent */
  holds_link: boolean;
  /** holds a code that is good until then; its body is shown to nobody and forgotten */
  secret_until: Date | null;
  /** not at night */
  by_day: boolean;
  attachments: Attachment[];
  status: MessageStatus;
  attempts: number;
  error_code: string | null;
  provider_id: string | null;
  created_at: Date;
  sent_at: Date | null;
  handed_over_by: number | null;
  handed_over_at: Date | null;
}

const table = 'crm_messages';
export const toPlace = (id: string) => ({ table, field: 'to', id });
export const subjectPlace = (id: string) => ({ table, field: 'subject', id });
export const bodyPlace = (id: string) => ({ table, field: 'body', id });
