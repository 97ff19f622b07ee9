import type { MinutesItem, MinutesPerson } from '../../../contracts/minutes';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { pdfDate, renderPdf } from '../kernel/pdf/pdf';
import type { CaseFileFact, MinutesPaperData, PdfDate } from '../kernel/pdf/pdf';
import type { Staff } from '../kernel/room';
import { letterhead } from '../requests';
import { readMinutes } from './minutes.view';
import type { MinutesView } from '../../../contracts/minutes';
import { timeInRiyadh } from './session.dates';

interface Paper {
  name: string;
  body: Buffer;
}

const noon = (date: string): Date => new Date(`${date}T12:00:00+03:00`);
const weekday = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'ar' ? 'ar-SA' : 'en-GB', {
    weekday: 'long',
    timeZone: 'Asia/Riyadh',
  }).format(noon(date));

/**
 * The minutes on paper as associations file them, as the reader may know of them. On record.
 * @throws CrmError 404 until they are drafted, and for a version that is none
 */
export async function renderMinutes(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
  version?: number,
): Promise<Paper> {
  const view = await readMinutes(crm, id, staff, locale, version);
  const head = await letterhead(crm, locale);
  const data = paperOf(
    crm,
    { ...head, date: pdfDate(noon(view.session.heldOn), locale) },
    view,
    locale,
  );
  const body = await renderPdf('minutes', data, locale);
  await crm.transaction(async (unit) => {
    unit.record({
      type: 'minutes.printed',
      actor: { kind: 'staff', id: staff.id },
      subject: { kind: 'session', id: view.session.id },
      data: { version: view.version },
    });
  });
  const { ordinal, hijriYear } = view.session;
  return { name: `minutes-${hijriYear}-${ordinal}-v${view.version}.pdf`, body };
}

/** What stands on the paper, in the reader's language. */
export function paperOf(
  crm: Pick<Crm, 'say'>,
  head: MinutesPaperData['head'],
  view: MinutesView,
  locale: Locale,
): MinutesPaperData {
  const say = (key: string, values: Record<string, string | number> = {}) =>
    crm.say(locale, `minutes.${key}`, values);
  const seated = ({ name, seat }: MinutesPerson) => ({
    name,
    seat: crm.say(locale, `seat.${seat}`),
  });
  const { session } = view;
  const presiding = presidingOf(view.present);
  const number = `${session.ordinal}/${session.hijriYear}`;
  return {
    head,
    title: say('title', { committee: session.committeeName }),
    number,
    version: view.version,
    draft: view.state === 'draft',
    superseded: view.superseded,
    facts: factsOf(crm, view, head.date, locale),
    preamble: say(`preamble.${session.form}`, {
      weekday: weekday(session.heldOn, locale),
      ...head.date,
      committee: session.committeeName,
      presiding: presiding?.name ?? '',
      presided: presiding ? 'yes' : 'no',
      items: view.items.length,
    }),
    opening: view.opening,
    present: view.present.map(seated),
    absent: view.absent.map(seated),
    apologies: view.apologies.map((person) => ({ ...seated(person), reason: person.reason })),
    rules: view.rulesInWords,
    items: view.items.map((item) => itemOf(crm, item, view.present, presiding, locale)),
    closing: view.closing,
    signatures: view.signatures.map((one) => ({
      ...seated(one),
      ...(one.signedAt
        ? {
            signed: {
              date: pdfDate(new Date(one.signedAt), locale),
              time: timeInRiyadh(new Date(one.signedAt)),
            },
          }
        : {}),
      without:
        one.without.length > 0
          ? say('without', { count: one.without.length, items: one.without.join('، ') })
          : '',
    })),
    ...(view.hash ? { hash: view.hash } : {}),
  };
}

/** A moment in one line: the day, and the time from left to right. */
const moment = (at: Date, locale: Locale): string =>
  [pdfDate(at, locale).gregorian, `\u2066${timeInRiyadh(at)}\u2069`].join(
    locale === 'ar' ? '، ' : ', ',
  );

const presidingOf = (people: readonly MinutesPerson[]): MinutesPerson | undefined =>
  people.find(({ seat }) => seat === 'chair') ?? people.find(({ seat }) => seat === 'deputy');

function factsOf(
  crm: Pick<Crm, 'say'>,
  { session, present, items }: MinutesView,
  dates: PdfDate,
  locale: Locale,
): CaseFileFact[] {
  const fact = (name: string, value: string, ltr = false): CaseFileFact => ({
    label: crm.say(locale, `minutes.fact.${name}`),
    value,
    ...(ltr ? { ltr } : {}),
  });
  const facts: CaseFileFact[] = [
    fact('day', weekday(session.heldOn, locale)),
    fact('form', crm.say(locale, `session_form.${session.form}`)),
    fact('gregorian', dates.gregorian),
    fact('hijri', dates.hijri),
    ...(session.time ? [fact('time', session.time, true)] : []),
    ...(session.place ? [fact('place', session.place)] : []),
    ...(session.closesAt ? [fact('closes', moment(new Date(session.closesAt), locale))] : []),
    fact('present', String(present.length), true),
    fact('items', String(items.length), true),
  ];
  return facts.length % 2 === 0 ? facts : [...facts, { label: '', value: '' }];
}

function itemOf(
  crm: Pick<Crm, 'say'>,
  item: MinutesItem,
  present: readonly MinutesPerson[],
  presiding: MinutesPerson | undefined,
  locale: Locale,
): MinutesPaperData['items'][number] {
  const out = new Set([...item.recusals, ...item.away, ...item.excluded].map(({ name }) => name));
  const presided = presidingOf(present.filter(({ name }) => !out.has(name)));
  const ended = item.status === 'void' || item.outcome === null ? 'void' : item.outcome;
  return {
    number: item.position,
    about: item.serviceName ?? '',
    reference: item.reference,
    applicant: item.applicantName,
    presided: presided && presided.name !== presiding?.name ? presided.name : '',
    motion: item.motion ?? '',
    recusals: item.recusals.map(({ name, ground }) =>
      crm.say(locale, 'minutes.recused', { name, ground: crm.say(locale, `ground.${ground}`) }),
    ),
    excluded: item.excluded.map(({ name }) => name),
    away: item.away.map(({ name }) => name),
    summary: item.summary,
    result: item.result,
    votes: item.votes.map(({ name, choice }) => ({
      name,
      choice: crm.say(locale, `ballot.${choice}`),
    })),
    reservations: item.reservations.map(({ name, text }) => ({ name, text })),
    voided: item.voided.map(({ name, reason }) =>
      crm.say(locale, 'minutes.voided', { name, reason }),
    ),
    missing: item.missing,
    decision: item.decision ?? '',
    outcome: crm.say(locale, ended === 'void' ? 'item.void' : `outcome.${ended}`),
    tone: ended,
  };
}
