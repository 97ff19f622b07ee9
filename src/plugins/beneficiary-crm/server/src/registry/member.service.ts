import type { z } from 'zod';
import type { addMemberBody } from '../../../contracts/registry';
import type { Locale } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import { invalid } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { readIdentity, wrongFacts } from './person.rules';
import type { FileRow, StatedIdentity } from './person.types';
import { openCheckedFile } from './open.service';
import { filesOfPerson, findByIdentity, holdIdentity, identityIndex } from './registry.service';

type MemberBody = z.output<typeof addMemberBody>;

/**
 * The number that was typed for a member, held until the transaction ends; null when none was.
 * @throws CrmError 422 naming every field that is wrong
 */
export async function holdStated(
  { crm, trx, now }: UnitOfWork,
  body: MemberBody,
): Promise<StatedIdentity | null> {
  const issues: FieldIssue[] = wrongFacts(body, riyadhDate(now));
  const read = body.identity && readIdentity(body.identity.type, body.identity.number);
  if (read && !read.ok) issues.push({ path: 'identity.number', code: read.code });
  if (issues.length > 0) throw invalid(issues);
  if (!read?.ok) return null;
  await holdIdentity(trx, identityIndex(crm, read.identity));
  return read.identity;
}

/**
 * The file of a member of the family: the one that the number has, or a new one beside the family's.
 * @returns the id of the file that speaks
 * @throws CrmError 409 `error.file_exists` when the number's file is another branch's, `error.file_resembles`
 */
export async function memberFile(
  unit: UnitOfWork,
  family: FileRow,
  member: Omit<MemberBody, 'identity'> & { identity: StatedIdentity | null },
  staff: Staff,
  locale: Locale,
): Promise<string> {
  const { crm, trx } = unit;
  const { identity } = member;
  const found = identity && (await findByIdentity(crm, trx, identity));
  if (found && (staff.branch === null || found.branch === staff.branch)) return found.id;
  const home = await trx('crm_household_members')
    .whereIn('beneficiary_id', await filesOfPerson(trx, family.id))
    .whereNull('until')
    .first<{ household_id: string } | undefined>('household_id');
  const { id } = await openCheckedFile(
    unit,
    {
      name: member.name,
      sex: member.sex ?? null,
      birthDate: member.birthDate ?? null,
      birthYear: member.birthYear ?? null,
      city: family.city,
      district: family.district,
      address: family.address,
      branch: family.branch,
      contacts: [],
      identity,
      household: home?.household_id ?? null,
    },
    { path: staff.branch === null ? 'desk' : 'delegate', staffId: staff.id },
    member.differentFrom,
    staff,
    locale,
  );
  return id;
}
