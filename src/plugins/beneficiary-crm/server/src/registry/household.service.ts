import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  addMemberBody,
  joinHouseholdBody,
  leaveHouseholdBody,
  newHeadBody,
} from '../../../contracts/registry';
import type { Locale, Relationship } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import { conflict, invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { onFile } from './file.service';
import type { FileChange } from './file.service';
import { refusesJoining, refusesLeaving, underNewHead } from './household.rules';
import type { Member } from './household.rules';
import { holdStated, memberFile } from './member.service';
import type { FileRow } from './person.types';
import { filesOfPerson } from './registry.service';

/** Families: one current household for a person, one head for a household. */

type Trx = UnitOfWork['trx'];

interface HeldHousehold {
  id: string;
  members: (Member & { memberId: string })[];
}

/** The person's current household, held until the transaction ends; null when there is none. */
async function holdHousehold(trx: Trx, fileId: string): Promise<HeldHousehold | null> {
  const ids = await filesOfPerson(trx, fileId);
  const current: { household_id: string } | undefined = await trx('crm_household_members')
    .whereIn('beneficiary_id', ids)
    .whereNull('until')
    .orderByRaw('beneficiary_id = ? desc', [fileId])
    .first('household_id');
  if (!current) return null;
  await trx('crm_households').where({ id: current.household_id }).forUpdate().first('id');
  return { id: current.household_id, members: await membersOf(trx, current.household_id) };
}

const membersOf = (trx: Trx, householdId: string) =>
  trx('crm_household_members as m')
    .join('crm_beneficiaries as own', 'own.id', 'm.beneficiary_id')
    .where('m.household_id', householdId)
    .whereNull('m.until')
    .orderBy('m.since')
    .select<HeldHousehold['members']>(
      trx.raw('own.root_id as person'),
      'm.relationship',
      trx.raw('m.id as "memberId"'),
    );

async function openHousehold({ trx, now }: UnitOfWork, head: FileRow): Promise<HeldHousehold> {
  const { rows } = (await trx.raw(`select nextval('crm_household_numbers')::text as number`)) as {
    rows: { number: string }[];
  };
  const id = randomUUID();
  await trx('crm_households').insert({
    id,
    number: `H-${(rows[0]?.number ?? '').padStart(6, '0')}`,
    head_id: head.id,
    branch: head.branch,
    city: head.city,
    district: head.district,
    address: head.address,
    latitude: head.latitude,
    longitude: head.longitude,
    created_at: now,
    updated_at: now,
  });
  return { id, members: [] };
}

async function putMember(
  { trx, now }: UnitOfWork,
  household: HeldHousehold,
  person: string,
  relationship: Relationship,
  dependant: boolean,
): Promise<void> {
  await trx('crm_household_members').insert({
    id: randomUUID(),
    household_id: household.id,
    beneficiary_id: person,
    relationship,
    dependant,
    since: riyadhDate(now),
  });
  await touch({ trx, now }, household.id, relationship === 'head' ? { head_id: person } : {});
}

const touch = ({ trx, now }: Pick<UnitOfWork, 'trx' | 'now'>, id: string, patch: object) =>
  trx('crm_households')
    .where({ id })
    .update({ ...patch, version: trx.raw('version + 1'), updated_at: now });

/** POST /beneficiaries/:id/household. @throws CrmError 409 saying why the person cannot join; 422 */
export async function joinHousehold(
  unit: UnitOfWork,
  file: FileRow,
  body: z.output<typeof joinHouseholdBody>,
  /** whose household is joined; null: one of the person's own is opened */
  other: FileRow | null,
): Promise<FileChange> {
  const { trx } = unit;
  if (other?.id === file.id) throw invalid([{ path: 'of', code: 'itself' }]);
  if (!other && body.relationship !== 'head')
    throw invalid([{ path: 'relationship', code: 'head_first' }]);
  const livesElsewhere = (await holdHousehold(trx, file.id)) !== null;
  const joined = other ? await holdHousehold(trx, other.id) : null;
  if (other && !joined) throw invalid([{ path: 'of', code: 'no_household' }]);
  const refusal = refusesJoining(joined?.members ?? [], {
    person: file.id,
    relationship: body.relationship,
    livesElsewhere,
  });
  if (refusal) throw conflict(`error.${refusal}`);
  const household = joined ?? (await openHousehold(unit, file));
  await putMember(unit, household, file.id, body.relationship, body.dependant);
  return changed(joined ? 'joined' : 'opened', household.id, file.id);
}

const changed = (change: string, household: string, member: string): FileChange => ({
  event: 'file.household_changed',
  data: { change, household, member },
});

/**
 * POST /beneficiaries/:id/household/members. Who has no file yet gets one in the same step; who has no
 * household gets one too, as its head.
 * @throws CrmError 409 when the member lives elsewhere, or has a file in another branch; 422
 */
export async function addMember(
  unit: UnitOfWork,
  id: string,
  body: z.output<typeof addMemberBody>,
  staff: Staff,
  locale: Locale,
): Promise<void> {
  // The number before the file, as everywhere.
  const identity = await holdStated(unit, body);
  await onFile(unit, { id, expectedVersion: body.expectedVersion, staff }, async (file) => {
    const member = await memberFile(unit, file, { ...body, identity }, staff, locale);
    return takeIn(unit, file, member, body);
  });
}

async function takeIn(
  unit: UnitOfWork,
  file: FileRow,
  member: string,
  { relationship, dependant }: z.output<typeof addMemberBody>,
): Promise<FileChange> {
  if (member === file.id) throw invalid([{ path: 'identity.number', code: 'itself' }]);
  const livesElsewhere = (await holdHousehold(unit.trx, member)) !== null;
  const own = await holdHousehold(unit.trx, file.id);
  const household = own ?? (await openHousehold(unit, file));
  if (!own) {
    await putMember(unit, household, file.id, 'head', false);
    household.members = await membersOf(unit.trx, household.id);
  }
  const refusal = refusesJoining(household.members, {
    person: member,
    relationship,
    livesElsewhere,
  });
  if (refusal) throw conflict(`error.${refusal}`);
  await putMember(unit, household, member, relationship, dependant);
  return changed('member_added', household.id, member);
}

/** POST /beneficiaries/:id/household/leave. @throws CrmError 409 while the head would leave others behind */
export async function leaveHousehold(
  unit: UnitOfWork,
  file: FileRow,
  { reason }: z.output<typeof leaveHouseholdBody>,
  staff: Staff,
): Promise<FileChange> {
  const { trx, now } = unit;
  const household = await holdHousehold(trx, file.id);
  if (!household) throw conflict('error.not_a_member');
  const refusal = refusesLeaving(household.members, file.id);
  if (refusal) throw conflict(`error.${refusal}`);
  await trx('crm_household_members')
    .where({ household_id: household.id })
    .whereIn('beneficiary_id', await filesOfPerson(trx, file.id))
    .whereNull('until')
    .update({ until: riyadhDate(now), left_reason: reason, left_by: staff.id });
  const last = household.members.every(({ person }) => person === file.id);
  await touch(unit, household.id, last ? { head_id: null } : {});
  return changed('left', household.id, file.id);
}

/** POST /beneficiaries/:id/household/head. @throws CrmError 409, 422 unless every other member is named once */
export async function makeHead(
  unit: UnitOfWork,
  file: FileRow,
  body: z.output<typeof newHeadBody>,
): Promise<FileChange> {
  const { trx } = unit;
  if (file.status === 'deceased') throw conflict('error.file_deceased');
  const household = await holdHousehold(trx, file.id);
  if (!household) throw conflict('error.no_household');
  const named: Member[] = [];
  for (const { id, relationship } of body.members)
    named.push({ person: (await filesOfPerson(trx, id))[0] ?? id, relationship });
  const anew = underNewHead(household.members, file.id, named);
  if (!anew.ok) {
    if ('refusal' in anew) throw conflict(`error.${anew.refusal}`);
    throw invalid([{ path: 'members', code: 'members_named' }]);
  }
  // One head at a time: the new one comes when the old one is none any more.
  const ordered = [...anew.members].sort(
    (a, b) => Number(a.relationship === 'head') - Number(b.relationship === 'head'),
  );
  for (const { person, relationship } of ordered) {
    const rows = household.members.filter((member) => member.person === person);
    for (const { memberId } of rows)
      await trx('crm_household_members').where({ id: memberId }).update({ relationship });
  }
  await touch(unit, household.id, { head_id: file.id });
  return changed('head', household.id, file.id);
}
