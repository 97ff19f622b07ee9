import type {
  MinutesItem,
  MinutesPerson,
  MinutesSignature,
  MinutesView,
} from '../../../contracts/minutes';
import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import type { SessionRow } from './item.repository';
import { motionInWords } from './motion.words';
import { fullMinutes, signaturesOf, versionFrom, versionsOf } from './minutes.repository';
import type { MinutesRow, SignatureRow } from './minutes.repository';
import { hiddenFor, maySign, renditionHash, renditionOf, signatoriesOf } from './minutes.rules';
import type { FullMinutes, ItemOfMinutes, Person, Rendition } from './minutes.rules';
import { findSession, sessionName } from './session.service';
import { leadingSeat } from './session.committee';
import { bothDates, timeInRiyadh } from './session.dates';

/** One version as one person reads it, with what belongs to it. */
export interface Reading {
  session: SessionRow;
  row: MinutesRow;
  full: FullMinutes;
  rendition: Rendition;
  signatures: SignatureRow[];
  versions: MinutesRow[];
}

/** @throws CrmError 404 until the minutes are drafted, and for a version that is none */
export async function openMinutes(
  crm: Crm,
  id: string,
  staff: Staff,
  version?: number,
): Promise<Reading> {
  const session = await findSession(crm, id);
  const versions = await versionsOf(crm.db, session.id);
  const row = versionFrom(versions, version);
  const full = await fullMinutes(crm, crm.db, session, row);
  return {
    session,
    row,
    full,
    versions,
    rendition: renditionOf(full.body, hiddenFor(full, staff.id)),
    signatures: await signaturesOf(
      crm.db,
      versions.map((one) => one.id),
    ),
  };
}

export async function readMinutes(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
  version?: number,
): Promise<MinutesView> {
  const reading = await openMinutes(crm, id, staff, version);
  const { session, row, full, rendition, versions, signatures } = reading;
  const last = versions[0]?.version === row.version;
  const signed = signatures.filter((one) => one.minutes_id === row.id);
  const keeps = last && (await leadingSeat(crm, staff, session)) !== undefined;
  const names = signed.map((one) => one.member_id);
  return {
    session: sessionName(session, locale),
    association: pick(rendition.association, locale),
    version: row.version,
    state: row.state,
    superseded: isSuperseded(row, versions),
    edit: row.edit,
    hash: row.state === 'draft' ? null : renditionHash(rendition),
    opening: rendition.opening,
    closing: rendition.closing,
    rules: rendition.rules,
    rulesInWords: pick(rendition.rulesInWords, locale),
    present: peopleWho(rendition, ({ present }) => present),
    absent: peopleWho(rendition, ({ present, apology }) => !present && apology === null),
    apologies: rendition.members.flatMap(({ name, seat, present, apology }) =>
      !present && apology !== null ? [{ name, seat, reason: apology }] : [],
    ),
    items: rendition.items.map((item, index) => itemView(crm, rendition, item, index + 1, locale)),
    signatures: signaturesView(reading, staff.id, locale),
    versions: versions.map((one) => ({
      version: one.version,
      state: one.state,
      superseded: isSuperseded(one, versions),
      madeAt: one.made_at.toISOString(),
      reason: one.reason,
      signatures: signatures.filter(({ minutes_id: of }) => of === one.id).length,
    })),
    may: {
      edit: keeps && names.length === 0,
      submit: keeps && row.state === 'draft',
      sign: last && maySign({ state: row.state, full, signed: names }, staff.id, null).ok,
      revise: keeps && names.length > 0,
    },
  };
}

/** A later version was put before the members. */
const isSuperseded = (row: MinutesRow, versions: readonly MinutesRow[]): boolean =>
  versions.some((one) => one.version > row.version && one.state !== 'draft');

const peopleWho = (
  { members }: Rendition,
  which: (member: Rendition['members'][number]) => boolean,
): MinutesPerson[] => members.filter(which).map(({ name, seat }) => ({ name, seat }));

/** One item in the reader's language. Names stand as they were on the day; of somebody unknown there is none. */
function itemView(
  crm: Crm,
  { members }: Rendition,
  item: ItemOfMinutes,
  position: number,
  locale: Locale,
): MinutesItem {
  const known = new Map<number, Person>(
    [...members, ...item.roster, ...item.excluded].map((person) => [person.memberId, person]),
  );
  const person = (id: number): MinutesPerson => ({
    name: known.get(id)?.name ?? '—',
    seat: known.get(id)?.seat ?? 'member',
  });
  const there = new Set(
    item.attendance.filter(({ state }) => state === 'present').map(({ memberId }) => memberId),
  );
  return {
    id: item.id,
    position,
    reference: item.reference,
    applicantName: item.applicantName,
    serviceName: pick(item.about, locale),
    kind: item.kind,
    status: item.status,
    outcome: item.outcome,
    motion: motionInWords(crm, item.motion, locale),
    result:
      item.status === 'void'
        ? [crm.say(locale, 'minutes.void')]
        : item.result.map((step) => pick(step, locale)),
    votes: item.votes.map(({ memberId, choice }) => ({ ...person(memberId), choice })),
    reservations: item.reservations.map(({ memberId, text }) => ({ ...person(memberId), text })),
    voided: item.voided.map(({ memberId, reason }) => ({ ...person(memberId), reason })),
    missing: item.missing,
    recusals: item.recusals.map(({ memberId, ground }) => ({ ...person(memberId), ground })),
    excluded: item.excluded.map(({ name, seat }) => ({ name, seat })),
    away: members
      .filter(
        ({ memberId, present }) =>
          present && !there.has(memberId) && item.roster.some((one) => one.memberId === memberId),
      )
      .map(({ name, seat }) => ({ name, seat })),
    decision: item.decision,
    summary: item.summary,
  };
}

/** Who signs, and who has; `without` names the items, as the reader counts them, that a signature does not cover. */
export function signaturesView(
  { row, full, rendition, signatures }: Reading,
  reader: number,
  locale: Locale,
): MinutesSignature[] {
  return signatoriesOf(rendition).map(({ memberId, name, seat }) => {
    const own = signatures.find((one) => one.minutes_id === row.id && one.member_id === memberId);
    const hidden = hiddenFor(full, memberId);
    return {
      memberId,
      name,
      seat,
      me: memberId === reader,
      signedAt: own?.signed_at.toISOString() ?? null,
      dates: own ? bothDates(riyadhDate(own.signed_at), locale) : null,
      time: own ? timeInRiyadh(own.signed_at) : null,
      without: rendition.items.flatMap(({ id }, index) => (hidden.has(id) ? [index + 1] : [])),
    };
  });
}
