import type { ContactChannel, Locale, TemplateKey } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { fillTemplate } from '../kernel/texts';
import { associationProfile } from '../reception';
import { titleOf } from '../requests';
import type { RequestRow } from '../requests';
import type { Attachment } from './message.types';
import { routeTo } from './routing.rules';
import type { Route } from './routing.rules';
import { messageTemplate } from './template.service';
import { transportsOf } from './transports';
import { embedded, leftToRight, writtenDate } from './writing.rules';

/** Values of a template's places, such as `reference`, ready to stand in a sentence. */
export type Values = Readonly<Record<string, string>>;

/** How values are written for one reader: their language, and the room that their transport leaves. */
export interface Writing {
  locale: Locale;
  date(at: Date): string;
  /** a name or a title */
  text(text: string): string;
  /** a reference or a phone number */
  code(code: string): string;
}

export interface Draft {
  template: TemplateKey;
  request: RequestRow;
  /** the event that is told of: one event is told once */
  eventSeq: number;
  /** beside the values that every message has: name, reference, service, earliest, latest, link, contact */
  values?: (writing: Writing) => Values;
  attachments?: readonly Attachment[];
  /** the body holds a one-time link */
  holdsLink?: boolean;
}

/** Words ready to be put in the outbox. */
export interface WrittenMessage {
  route: Route;
  locale: Locale;
  template: TemplateKey;
  /** null: not about a request */
  requestId: string | null;
  /** the file of the person that it is about */
  beneficiaryId?: string;
  /** null: it tells of no event, so nothing keeps it from being said again */
  eventSeq: number | null;
  subject: string;
  body: string;
  attachments: readonly Attachment[];
  holdsLink: boolean;
  /** nobody is told of it at night, however often it is tried */
  byDay?: boolean;
  /** holds a code that is good until then: not shown to the staff, and not sent later */
  secretUntil?: Date;
}

const writingFor = (locale: Locale, { transport }: Route): Writing => ({
  locale,
  date: (at) => writtenDate(at, locale, transport),
  text: (text) => embedded(text, locale),
  code: (code) => leftToRight(code, locale),
});

/** Who is written to: by e-mail where there is one, else to the phone. */
export interface Reader {
  locale: Locale;
  name: string;
  email: string | null;
  phone: string | null;
  /** how they like to be reached, where they said so */
  preferred?: ContactChannel | null;
}

type Letter = Pick<WrittenMessage, 'template' | 'requestId' | 'eventSeq'> &
  Partial<Pick<WrittenMessage, 'beneficiaryId' | 'attachments' | 'holdsLink' | 'byDay'>>;

/**
 * Writes a message to a person from the published template; every one may name the reader and the association's
 * phone. Before the transaction that queues it, since templates are read through Strapi.
 * @returns null when no such template is published: the editors' choice, and noted in the log; and when the reader has
 *   neither an address nor a phone
 */
export async function writeTo(
  crm: Crm,
  reader: Reader,
  letter: Letter,
  valuesFor: (writing: Writing) => Values,
): Promise<WrittenMessage | null> {
  const { locale } = reader;
  const { template } = letter;
  const isLetter = letter.attachments?.some(({ kind }) => kind === 'letter') ?? false;
  const route = routeTo(reader, new Set(transportsOf(crm).keys()), isLetter);
  if (!route) return null;
  const [words, association] = await Promise.all([
    messageTemplate(crm, template, route.transport),
    associationProfile(crm, locale),
  ]);
  if (!words) {
    crm.strapi.log.warn(`no message template ${template} (${route.transport}) is published`);
    return null;
  }
  const writing = writingFor(locale, route);
  const values: Values = {
    name: writing.text(reader.name),
    contact: writing.code(association.phone),
    ...valuesFor(writing),
  };
  return {
    attachments: [],
    holdsLink: false,
    ...letter,
    route,
    locale,
    subject: fillTemplate(pick(words.subject, locale), values),
    body: fillTemplate(pick(words.body, locale), values),
  };
}

/** Writes to the applicant of a request, in its language. @returns null when no such template is published */
export const writeMessage = (crm: Crm, draft: Draft): Promise<WrittenMessage | null> => {
  const { request, template, eventSeq, attachments = [], holdsLink = false } = draft;
  const { locale } = request;
  return writeTo(
    crm,
    {
      locale,
      name: request.applicant_name,
      email: request.applicant_email,
      phone: request.applicant_phone,
      preferred: request.preferred_channel,
    },
    { template, requestId: request.id, eventSeq, attachments, holdsLink },
    (writing) => ({
      reference: writing.code(request.reference),
      service: writing.text(titleOf(crm, request, locale)),
      earliest: writing.date(request.due_earliest),
      latest: writing.date(request.due_latest),
      link: `${crm.settings.publicUrl}/track`,
      ...draft.values?.(writing),
    }),
  );
};
