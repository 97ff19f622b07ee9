import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type {
  CommitteeBody,
  CommitteeCard,
  CommitteeList,
  RulesExplained,
  explainRulesBody,
} from '../../../contracts/committee';
import type { Locale } from '../../../contracts/vocabulary';
import type { z } from 'zod';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { conflict, invalid, notFound } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { staffHolding } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { canonicalJson } from '../kernel/vault';
import { lockCommittees } from './committee.lock';
import { allCommittees, rulesFrom, rulesOf, seatsOf } from './committee.service';
import type { CommitteeRow, StoredCommittee } from './committee.service';
import { committeeUid } from './content-types';
import { rulesInWords } from './rules.words';
import { notHiddenFrom } from './seen.sql';
import { holdsOn, seatFaults, seatIssues } from './seats.rules';
import { presets } from './tally.rules';

/** GET /committees */
export async function listCommittees(
  crm: Crm,
  staff: Staff,
  locale: Locale,
): Promise<CommitteeList> {
  const [held, open, candidates] = await Promise.all([
    allCommittees(crm),
    committeesWithOpenItem(crm.db, staff.id),
    staffHolding(crm, 'committee.vote'),
  ]);
  return {
    committees: held.map((one) => cardOf(crm, one, open, locale)),
    candidates: candidates.map(({ id, name }) => ({ memberId: id, name })),
    mayKeep: staff.permissions.has('committee.keep'),
  };
}

/** One committee as the page shows it. @throws CrmError not_found */
export async function readCommittee(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<CommitteeCard> {
  return cardOf(crm, await stored(crm, id), await committeesWithOpenItem(crm.db, staff.id), locale);
}

/** The rules that are being written, in words. @throws CrmError 422 when own rules are named and not given */
export function explainRulesAsked(
  crm: Crm,
  { preset, customRules, members }: z.output<typeof explainRulesBody>,
  locale: Locale,
): RulesExplained {
  const issues = ownRulesIssues(preset, customRules);
  if (issues.length > 0) throw invalid(issues);
  return rulesInWords(crm, rulesOf(preset, customRules), members, locale);
}

/** @returns the id of the new committee. @throws CrmError 422 naming every field that cannot be */
export async function createCommittee(
  unit: UnitOfWork,
  staff: Staff,
  body: CommitteeBody,
): Promise<string> {
  await lockCommittees(unit.trx);
  await insistSound(unit, body, []);
  const { documentId } = await documents(unit.crm).create({
    data: { ...rowOf(body), slug: `committee-${randomUUID().slice(0, 8)}`, version: 1 },
  });
  recordChange(unit, staff, documentId, Object.keys(body));
  return documentId;
}

/**
 * Changes a committee as a whole, from the version that was looked at.
 * @throws CrmError 404; 409 while an item of it is open, or when somebody was faster; 422 naming every field
 */
export async function changeCommittee(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  expectedVersion: number,
  body: CommitteeBody,
): Promise<void> {
  await lockCommittees(unit.trx);
  const { main } = await stored(unit.crm, id);
  const version = main.version ?? 1;
  if (version !== expectedVersion) throw conflict('error.committee_changed');
  if ((await committeesWithOpenItem(unit.trx)).has(id)) throw conflict('error.committee_item_open');
  const seated = seatsOf(main).map(({ memberId }) => memberId);
  await insistSound(unit, body, seated);
  const fields = changedFields(main, body);
  if (fields.length === 0) return;
  await documents(unit.crm).update({
    documentId: id,
    data: { ...rowOf(body), version: version + 1 },
  });
  recordChange(unit, staff, id, fields);
}

const recordChange = (unit: UnitOfWork, staff: Staff, id: string, fields: string[]): void =>
  unit.record({
    type: 'committee.changed',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'committee', id },
    data: { fields },
  });

/** @param seated who holds a seat already, and keeps it whatever their role is now */
async function insistSound(
  { trx }: UnitOfWork,
  body: CommitteeBody,
  seated: readonly number[],
): Promise<void> {
  const known = new Set([
    ...seated,
    ...(await staffHolding({ db: trx }, 'committee.vote')).map(({ id }) => id),
  ]);
  const strangers: FieldIssue[] = body.seats.flatMap(({ memberId }, at) =>
    known.has(memberId) ? [] : [{ path: `seats.${at}.memberId`, code: 'no_seat_for' }],
  );
  const unsound = seatIssues(
    body.seats.map(({ from, until, ...held }) => ({
      ...held,
      from: from ?? null,
      until: until ?? null,
    })),
  ).map(({ at, field, code }) => ({ path: `seats.${at}.${field}`, code }));
  const issues = [...ownRulesIssues(body.preset, body.customRules), ...strangers, ...unsound];
  if (issues.length > 0) throw invalid(issues);
}

function ownRulesIssues(
  preset: CommitteeBody['preset'],
  own: CommitteeBody['customRules'],
): FieldIssue[] {
  if (preset === 'custom')
    return own === undefined ? [{ path: 'customRules', code: 'required' }] : [];
  return own === undefined ? [] : [{ path: 'customRules', code: 'unknown' }];
}

function cardOf(
  crm: Crm,
  { documentId, main }: StoredCommittee,
  open: ReadonlySet<string>,
  locale: Locale,
): CommitteeCard {
  const today = riyadhDate(crm.now());
  const seats = seatsOf(main).map((held) => ({ ...held, current: holdsOn(held, today) }));
  const sitting = seats.filter(({ current }) => current);
  // Own rules of before they were checked may say nothing: the page shows the default, and the fault.
  const own = rulesFrom(main.preset, main.customRules);
  const rules = own ?? presets.saudi_associations;
  const faults = [...seatFaults(sitting), ...(own ? [] : (['rules'] as const))];
  const voters = sitting.filter(({ seat }) => seat !== 'observer').length;
  return {
    id: documentId,
    version: main.version ?? 1,
    name: main.name,
    nameInEnglish: main.nameInEnglish,
    purpose: main.purpose ?? 'requests',
    active: main.active,
    rules,
    explained: rulesInWords(crm, rules, Math.max(voters, 1), locale),
    secrecy: main.secrecy ?? 'named_after',
    discussion: main.discussion ?? 'after_vote',
    itemMinutes: main.itemMinutes ?? 10,
    seats,
    locked: open.has(documentId),
    faults: faults.map((fault) => crm.say(locale, `committee.fault.${fault}`)),
  };
}

/** Committees that are voting on something, by their documents' ids. @param reader who is told, and of what they may know */
async function committeesWithOpenItem(db: Knex, reader?: number): Promise<ReadonlySet<string>> {
  const ids: string[] = await db('crm_agenda_items as i')
    .join('crm_sessions as s', 's.id', 'i.session_id')
    .where('i.status', 'open')
    .modify(
      (query) => void (reader !== undefined && query.modify(notHiddenFrom(reader, 'i.request_id'))),
    )
    .distinct()
    .pluck('s.committee');
  return new Set(ids);
}

const rowOf = ({ seats, customRules, ...rest }: CommitteeBody) => ({
  ...rest,
  nameInEnglish: rest.nameInEnglish ?? null,
  customRules: customRules ?? null,
  seats: seats.map(({ memberId, seat, from, until }) => ({
    seat,
    member: memberId,
    termFrom: from ?? null,
    termUntil: until ?? null,
  })),
});

function changedFields(main: CommitteeRow, body: CommitteeBody): string[] {
  const before: Record<keyof ReturnType<typeof rowOf>, unknown> = {
    ...main,
    secrecy: main.secrecy ?? 'named_after',
    discussion: main.discussion ?? 'after_vote',
    purpose: main.purpose ?? 'requests',
    itemMinutes: main.itemMinutes ?? 10,
    customRules: main.preset === 'custom' ? main.customRules : null,
    seats: seatsOf(main).map(({ memberId, seat, from, until }) => ({
      seat,
      member: memberId,
      termFrom: from,
      termUntil: until,
    })),
  };
  return Object.entries(rowOf(body))
    .filter(
      ([name, value]) =>
        canonicalJson(before[name as keyof typeof before]) !== canonicalJson(value),
    )
    .map(([name]) => name);
}

async function stored(crm: Crm, id: string): Promise<StoredCommittee> {
  const [held] = await allCommittees(crm, { documentId: id });
  if (!held) throw notFound();
  return held;
}

interface Documents {
  create(entry: object): Promise<{ documentId: string }>;
  update(entry: object): Promise<unknown>;
}
const documents = ({ strapi }: Pick<Crm, 'strapi'>) =>
  strapi.documents(committeeUid) as unknown as Documents;
