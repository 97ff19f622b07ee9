/**
 * What stands in the minutes of a session, what of it each person reads and signs, and the hash of that. Everything
 * here is frozen as it is when the minutes are submitted, in both languages where it is not what a person wrote.
 */
import type {
  BallotChoice,
  CommitteePurpose,
  RequestKind,
  Seat,
} from '../../../contracts/vocabulary';
import type { AgendaItemStatus, AttendanceState } from '../../../contracts/vocabulary';
import type { MinutesState, SessionForm } from '../../../contracts/sessions';
import type { Bilingual } from '../kernel/bilingual';
import { canonicalJson, sha256 } from '../kernel/vault';
import type { CommitteeRules, Outcome } from './tally.rules';

export interface Person {
  memberId: number;
  name: string;
  seat: Seat;
}
export interface ItemOfMinutes {
  id: string;
  reference: string;
  applicantName: string;
  /** the service, or what kind of request it is */
  about: Bilingual;
  kind: RequestKind;
  status: AgendaItemStatus;
  outcome: Outcome | null;
  motion: { amount: number | null; conditions: string | null };
  /** who sat on it when it opened; of an item that never opened nobody */
  roster: Person[];
  attendance: { memberId: number; state: AttendanceState }[];
  recusals: { memberId: number; ground: 'relative' | 'interest' | 'other' }[];
  excluded: Person[];
  /** none where ballots are secret */
  votes: { memberId: number; choice: BallotChoice }[];
  reservations: { memberId: number; text: string }[];
  /** ballots that whoever presided declared void */
  voided: { memberId: number; reason: string }[];
  /** what those who deferred still want to know; without names, in an order that says nothing of them */
  missing: string[];
  /** each step of the count with its numbers in words */
  result: Bilingual[];
  decision: string | null;
  summary: string;
}
export interface MinutesBody {
  association: Bilingual;
  committee: Bilingual;
  purpose: CommitteePurpose;
  number: number;
  ordinal: number;
  hijriYear: number;
  form: SessionForm;
  heldOn: string;
  time: string | null;
  place: string | null;
  /** ISO; of a circulation */
  closesAt: string | null;
  version: number;
  rules: CommitteeRules;
  rulesInWords: Bilingual;
  opening: string;
  closing: string;
  /** seats of the committee when the minutes were written */
  seats: Person[];
  /** of the session as a whole, where it was taken */
  attendance: { memberId: number; state: AttendanceState }[];
  apologies: { memberId: number; reason: string }[];
  items: ItemOfMinutes[];
}
/** With the members of whom each item is hidden: that is nothing that anybody signs. */
export interface FullMinutes {
  body: MinutesBody;
  hiddenFrom: Readonly<Record<string, number[]>>;
}

export interface Attending extends Person {
  present: boolean;
  apology: string | null;
}
/** What one person reads and signs. Nothing in it tells whether there is more. */
export type Rendition = Omit<MinutesBody, 'seats' | 'attendance' | 'apologies'> & {
  members: Attending[];
};

const seatOrder: readonly Seat[] = ['chair', 'deputy', 'secretary', 'member', 'observer'];

/** Everybody who sat on one of these items, or would have; where there is none, on the committee. */
function sitting({ seats }: MinutesBody, items: readonly ItemOfMinutes[]): Person[] {
  const met = new Map<number, Person>();
  for (const { roster, excluded } of items)
    for (const person of [...roster, ...excluded]) met.set(person.memberId, person);
  const people = met.size > 0 ? [...met.values()] : seats;
  return [...people].sort(
    (a, b) => seatOrder.indexOf(a.seat) - seatOrder.indexOf(b.seat) || a.memberId - b.memberId,
  );
}

/** Was there for one item at least; where none of them had an attendance, for the session as a whole. */
function wasPresent(body: MinutesBody, items: readonly ItemOfMinutes[], memberId: number): boolean {
  const held = items
    .filter(({ roster }) => roster.length > 0)
    .flatMap(({ attendance }) => attendance.filter((one) => one.memberId === memberId));
  if (held.some(({ state }) => state !== 'absent')) return true;
  if (held.length > 0) return false;
  return body.attendance.some((one) => one.memberId === memberId && one.state !== 'absent');
}

/** The minutes without some of their items, as if these had never been. @param hidden ids of items */
export function renditionOf(body: MinutesBody, hidden: ReadonlySet<string>): Rendition {
  const items = body.items.filter(({ id }) => !hidden.has(id));
  return {
    association: body.association,
    committee: body.committee,
    purpose: body.purpose,
    number: body.number,
    ordinal: body.ordinal,
    hijriYear: body.hijriYear,
    form: body.form,
    heldOn: body.heldOn,
    time: body.time,
    place: body.place,
    closesAt: body.closesAt,
    version: body.version,
    rules: body.rules,
    rulesInWords: body.rulesInWords,
    opening: body.opening,
    closing: body.closing,
    items,
    members: sitting(body, items).map((person) => ({
      ...person,
      present: wasPresent(body, items, person.memberId),
      apology: body.apologies.find((one) => one.memberId === person.memberId)?.reason ?? null,
    })),
  };
}

export const itemHash = (item: ItemOfMinutes): string => sha256(canonicalJson(item));

/** SHA-256 over the frame and over the hashes of its items, in order: what somebody puts a signature to. */
export const renditionHash = ({ items, ...frame }: Rendition): string =>
  sha256(canonicalJson({ ...frame, items: items.map(itemHash) }));

/** Ids of the items of which a person may know nothing. */
export const hiddenFor = (
  { body, hiddenFrom }: FullMinutes,
  memberId: number,
): ReadonlySet<string> =>
  new Set(body.items.map(({ id }) => id).filter((id) => hiddenFrom[id]?.includes(memberId)));

/** Who signs: whoever was present and has a vote. An observer does not, nor who stayed away. */
export const signatoriesOf = ({ members }: Pick<Rendition, 'members'>): Attending[] =>
  members.filter(({ present, seat }) => present && seat !== 'observer');

export type SignRefusal =
  'minutes.not_signing' | 'minutes.changed' | 'minutes.not_present' | 'minutes.signed';

/** Whether a person may put a signature to these minutes: to what stands, and once. */
export function maySign(
  minutes: { state: MinutesState; full: FullMinutes | null; signed: readonly number[] },
  memberId: number,
  hash: string | null,
): { ok: true } | { ok: false; code: SignRefusal } {
  const { state, full, signed } = minutes;
  if (full === null || state === 'draft') return { ok: false, code: 'minutes.not_signing' };
  const whole = renditionOf(full.body, new Set());
  if (!signatoriesOf(whole).some((person) => person.memberId === memberId))
    return { ok: false, code: 'minutes.not_present' };
  if (signed.includes(memberId)) return { ok: false, code: 'minutes.signed' };
  if (hash !== null && hash !== renditionHash(renditionOf(full.body, hiddenFor(full, memberId))))
    return { ok: false, code: 'minutes.changed' };
  return { ok: true };
}

/** All who were present have signed. */
export const isSigned = (full: FullMinutes, signed: readonly number[]): boolean =>
  signatoriesOf(renditionOf(full.body, new Set())).every(({ memberId }) =>
    signed.includes(memberId),
  );
