import { customRules } from '../../../contracts/committee';
import type { RulePreset } from '../../../contracts/committee';
import type { CommitteePurpose, Seat } from '../../../contracts/vocabulary';
import { bilingual } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { conflict } from '../kernel/errors';
import { readPublished } from '../kernel/published';
import { committeeUid } from './content-types';
import { presets } from './tally.rules';
import type { CommitteeRules } from './tally.rules';

interface CommitteeRow {
  name: string;
  nameInEnglish: string | null;
  /** none: a committee of before there were panels */
  purpose: CommitteePurpose | null;
  preset: RulePreset;
  customRules: unknown;
  seats: { seat: Seat; member: Member | null }[];
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
  /** in the order of the list; vacant seats are left out */
  seats: { memberId: number; name: string; seat: Seat }[];
}

/** @throws CrmError 409 when rules of one's own do not say what they must */
export function rulesOf(preset: RulePreset, own: unknown): CommitteeRules {
  if (preset !== 'custom') return presets[preset];
  const rules = customRules.safeParse(own);
  if (!rules.success) throw conflict('error.committee_rules');
  return { preset, ...rules.data };
}

/** One person, one seat; one chair, and one deputy at most: else votes and ties have no meaning. */
export function seatsAreSound(seats: ActiveCommittee['seats']): boolean {
  const holding = (seat: Seat) => seats.filter((held) => held.seat === seat).length;
  const people = new Set(seats.map((held) => held.memberId));
  return people.size === seats.length && holding('chair') === 1 && holding('deputy') <= 1;
}

const missing: Record<CommitteePurpose, string> = {
  requests: 'error.no_committee',
  appeals: 'error.no_panel',
};

/**
 * The committee that decides now, on requests or on appeals: of the active ones for it the one that was made first.
 * @throws CrmError 409 when there is none, or its rules or seats cannot stand
 */
export async function activeCommittee(
  crm: Pick<Crm, 'strapi'>,
  purpose: CommitteePurpose,
): Promise<ActiveCommittee> {
  const held = await firstActive(crm, purpose);
  if (!held) throw conflict(missing[purpose]);
  const { documentId, main } = held;
  const seats = seatsOf(main);
  if (!seatsAreSound(seats)) throw conflict('error.committee_seats');
  return {
    documentId,
    name: bilingual(main.name, main.nameInEnglish),
    rules: rulesOf(main.preset, main.customRules),
    seats,
  };
}

/** The seat that somebody holds, whether or not the committee can stand as it is. */
export async function seatOn(
  crm: Pick<Crm, 'strapi'>,
  purpose: CommitteePurpose,
  memberId: number,
): Promise<Seat | undefined> {
  const held = await firstActive(crm, purpose);
  return held && seatsOf(held.main).find((one) => one.memberId === memberId)?.seat;
}

/** The seats of the panel that hears appeals; null when there is none, or its seats cannot stand. */
export async function panelSeats(
  crm: Pick<Crm, 'strapi'>,
): Promise<ActiveCommittee['seats'] | null> {
  const held = await firstActive(crm, 'appeals');
  const seats = held ? seatsOf(held.main) : [];
  return seatsAreSound(seats) ? seats : null;
}

const seatsOf = ({ seats }: CommitteeRow): ActiveCommittee['seats'] =>
  seats.flatMap(({ seat, member }) =>
    member ? [{ memberId: member.id, name: nameOf(member), seat }] : [],
  );

async function firstActive(crm: Pick<Crm, 'strapi'>, purpose: CommitteePurpose) {
  const active = await readPublished<CommitteeRow>(crm, committeeUid, {
    filters: { active: true },
    sort: 'id:asc',
    populate: { seats: { populate: { member: { fields: ['firstname', 'lastname'] } } } },
  });
  return active.find(({ main }) => (main.purpose ?? 'requests') === purpose);
}
