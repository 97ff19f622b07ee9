import type { Knex } from 'knex';
import { customRules } from '../../../contracts/committee';
import type { BallotSecrecy, DiscussionTime, RulePreset } from '../../../contracts/committee';
import type { CommitteePurpose, Seat } from '../../../contracts/vocabulary';
import { bilingual } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { conflict } from '../kernel/errors';
import { readPublished } from '../kernel/published';
import { committeeUid } from './content-types';
import { holdsOn, seatFaults } from './seats.rules';
import type { TermSeat } from './seats.rules';
import { presets } from './tally.rules';
import type { CommitteeRules } from './tally.rules';

/** A committee as it is stored. What came later than a committee may be null on it. */
export interface CommitteeRow {
  name: string;
  nameInEnglish: string | null;
  /** none: a committee of before there were panels */
  purpose: CommitteePurpose | null;
  active: boolean;
  preset: RulePreset;
  customRules: unknown;
  secrecy: BallotSecrecy | null;
  discussion: DiscussionTime | null;
  itemMinutes: number | null;
  version: number | null;
  seats: {
    seat: Seat;
    member: Member | null;
    termFrom: string | null;
    termUntil: string | null;
  }[];
}
interface Member {
  id: number;
  firstname: string | null;
  lastname: string | null;
}
const nameOf = ({ firstname, lastname }: Member): string =>
  [firstname, lastname].filter(Boolean).join(' ');

export interface ActiveCommittee {
  documentId: string;
  name: Bilingual;
  rules: CommitteeRules;
  secrecy: BallotSecrecy;
  discussion: DiscussionTime;
  /** what an item is given on an agenda that is limited by time */
  itemMinutes: number;
  /** whose term holds today, in the order of the list; vacant seats are left out */
  seats: { memberId: number; name: string; seat: Seat }[];
}

type Reading = Pick<Crm, 'strapi' | 'now'>;

/** What an item is given on an agenda where its committee says nothing else. */
export const usualItemMinutes = 10;

/** The rules of a preset, or one's own; null when those do not say what they must. */
export function rulesFrom(preset: RulePreset, own: unknown): CommitteeRules | null {
  if (preset !== 'custom') return presets[preset];
  const rules = customRules.safeParse(own);
  return rules.success ? { preset, ...rules.data } : null;
}

/** @throws CrmError 409 when rules of one's own do not say what they must */
export function rulesOf(preset: RulePreset, own: unknown): CommitteeRules {
  const rules = rulesFrom(preset, own);
  if (!rules) throw conflict('error.committee_rules');
  return rules;
}

/** Whether votes and ties have a meaning with these seats. */
export const seatsAreSound = (seats: readonly Pick<TermSeat, 'memberId' | 'seat'>[]): boolean =>
  seatFaults(seats).length === 0;

const missing: Record<CommitteePurpose, string> = {
  requests: 'error.no_committee',
  appeals: 'error.no_panel',
};

/**
 * The committee that decides now, on requests or on appeals: of the active ones for it the one that is named, else
 * the one that was made first.
 * @throws CrmError 409 when there is none, or its rules or seats cannot stand
 */
export async function activeCommittee(
  crm: Reading,
  purpose: CommitteePurpose,
  named?: string,
): Promise<ActiveCommittee> {
  const held = await firstActive(crm, purpose, named);
  if (!held) throw conflict(missing[purpose]);
  return ableToSit(crm, held);
}

function ableToSit(crm: Reading, { documentId, main }: StoredCommittee): ActiveCommittee {
  const seats = currentSeats(crm, main);
  if (!seatsAreSound(seats)) throw conflict('error.committee_seats');
  return {
    documentId,
    name: bilingual(main.name, main.nameInEnglish),
    rules: rulesOf(main.preset, main.customRules),
    secrecy: main.secrecy ?? 'named_after',
    discussion: main.discussion ?? 'after_vote',
    itemMinutes: main.itemMinutes ?? usualItemMinutes,
    seats,
  };
}

/** The seat that somebody holds, whether or not the committee can stand as it is. */
export async function seatOn(
  crm: Reading,
  purpose: CommitteePurpose,
  memberId: number,
  named?: string,
): Promise<Seat | undefined> {
  const held = await firstActive(crm, purpose, named);
  return held && currentSeats(crm, held.main).find((one) => one.memberId === memberId)?.seat;
}

/** The seats of the panel that hears appeals; null when there is none, or its seats cannot stand. */
export async function panelSeats(crm: Reading): Promise<ActiveCommittee['seats'] | null> {
  const held = await firstActive(crm, 'appeals');
  const seats = held ? currentSeats(crm, held.main) : [];
  return seatsAreSound(seats) ? seats : null;
}

/** All seats of a committee with their terms; vacant ones are left out. */
export const seatsOf = ({ seats }: CommitteeRow): (TermSeat & { name: string })[] =>
  seats.flatMap(({ seat, member, termFrom, termUntil }) =>
    member
      ? [
          {
            memberId: member.id,
            name: nameOf(member),
            seat,
            from: termFrom ?? null,
            until: termUntil ?? null,
          },
        ]
      : [],
  );

export function currentSeats(crm: Reading, row: CommitteeRow): ActiveCommittee['seats'] {
  const today = riyadhDate(crm.now());
  return seatsOf(row)
    .filter((held) => holdsOn(held, today))
    .map(({ memberId, name, seat }) => ({ memberId, name, seat }));
}

export interface StoredCommittee {
  documentId: string;
  main: CommitteeRow;
}

/** Every committee, the one that was made first before the others. */
export const allCommittees = (
  crm: Pick<Crm, 'strapi'>,
  filters: Readonly<Record<string, unknown>> = {},
): Promise<StoredCommittee[]> =>
  readPublished<CommitteeRow>(crm, committeeUid, {
    filters,
    sort: 'id:asc',
    populate: { seats: { populate: { member: { fields: ['firstname', 'lastname'] } } } },
  });

const activeCommittees = async (crm: Reading, purpose: CommitteePurpose) =>
  (await allCommittees(crm, { active: true })).filter(
    ({ main }) => (main.purpose ?? 'requests') === purpose,
  );

/** Of the committees that sit for a purpose the one that is named, else the one that was made first. */
async function firstActive(crm: Reading, purpose: CommitteePurpose, named?: string) {
  const active = await activeCommittees(crm, purpose);
  return active.find(({ documentId }) => documentId === named) ?? active[0];
}

/** Who holds a seat of the session's committee today, with an account that is in use. */
export async function seatedNow(
  crm: Reading,
  db: Knex,
  { committee, purpose }: { committee: string; purpose: CommitteePurpose },
): Promise<ReadonlySet<number>> {
  const held = await firstActive(crm, purpose, committee);
  const seats = held ? currentSeats(crm, held.main) : [];
  const inUse: number[] = await db('admin_users')
    .whereIn(
      'id',
      seats.map(({ memberId }) => memberId),
    )
    .where('is_active', true)
    .whereNot('blocked', true)
    .pluck('id');
  return new Set(inUse);
}

/** The committees that sit for a purpose now, the one that was made first before the others. */
export const sittingFor = async (
  crm: Reading,
  purpose: CommitteePurpose,
): Promise<Pick<ActiveCommittee, 'documentId' | 'name' | 'itemMinutes'>[]> =>
  (await activeCommittees(crm, purpose)).map(({ documentId, main }) => ({
    documentId,
    name: bilingual(main.name, main.nameInEnglish),
    itemMinutes: main.itemMinutes ?? usualItemMinutes,
  }));
