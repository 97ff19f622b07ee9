import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { changeFileBody, fileStatusBody } from '../../../contracts/registry';
import { riyadhDate } from '../kernel/calendar.rules';
import { conflict, invalid } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { serviceWithdrawn } from './consent.rules';
import { consentRules } from './consent.service';
import type { FileChange } from './file.service';
import { readContacts, wrongFacts } from './person.rules';
import type { ContactRow, FileRow, NewContact } from './person.types';
import { filesOfPerson } from './registry.service';
import { refusesStatus } from './standing.rules';

type ChangeFileBody = z.output<typeof changeFileBody>;

/**
 * POST /beneficiaries/:id: everything that the file says of the person, anew.
 * @param issues what the caller found wrong already
 * @throws CrmError 422 naming every field that is wrong
 */
export async function changePerson(
  { trx, now }: UnitOfWork,
  file: FileRow,
  body: ChangeFileBody,
  staff: Staff,
  issues: readonly FieldIssue[],
): Promise<FileChange> {
  const today = riyadhDate(now);
  const read = readContacts(body.contacts);
  const found = [...issues, ...wrongFacts(body, today), ...read.issues];
  // A delegate's file stays with the branch (C8).
  if (staff.branch !== null && (body.branch ?? null) !== staff.branch)
    found.push({ path: 'branch', code: 'option' });
  if (found.length > 0) throw invalid(found);

  const patch = {
    name: body.name,
    sex: body.sex ?? null,
    birth_date: body.birthDate ?? null,
    birth_year: body.birthDate ? Number(body.birthDate.slice(0, 4)) : (body.birthYear ?? null),
    city: body.city ?? null,
    district: body.district ?? null,
    address: body.address ?? null,
    latitude: body.latitude ?? null,
    longitude: body.longitude ?? null,
    branch: body.branch ?? null,
    preferred_channel: body.preferredChannel ?? null,
    preferred_times: body.preferredTimes,
  };
  const ids = await filesOfPerson(trx, file.id);
  const fields: string[] = (Object.keys(patch) as (keyof typeof patch)[]).filter(
    (column) => JSON.stringify(patch[column]) !== JSON.stringify(file[column]),
  );
  if (await putContacts(trx, file.id, ids, read.contacts, now)) fields.push('contacts');
  if (await putCategories(trx, file.id, ids, body.categories, today)) fields.push('categories');
  return {
    event: 'file.changed',
    data: { fields },
    patch: { ...patch, preferred_times: JSON.stringify(patch.preferred_times) },
  };
}

const keyOf = ({ kind, value }: Pick<NewContact, 'kind' | 'value'>) => `${kind} ${value}`;

/** The person's ways of contact become these. @returns whether anything changed */
async function putContacts(
  trx: UnitOfWork['trx'],
  root: string,
  ids: readonly string[],
  wanted: readonly NewContact[],
  now: Date,
): Promise<boolean> {
  const held = await trx<ContactRow>('crm_contact_points').whereIn('beneficiary_id', [...ids]);
  const wantedByKey = new Map(wanted.map((one) => [keyOf(one), one]));
  const gone = held.filter((row) => !wantedByKey.has(keyOf(row)));
  const added = wanted.filter((one) => !held.some((row) => keyOf(row) === keyOf(one)));
  const changed = held.filter((row) => {
    const one = wantedByKey.get(keyOf(row));
    return one && (one.preferred !== row.preferred || (one.label ?? null) !== row.label);
  });
  if (gone.length > 0)
    await trx('crm_contact_points')
      .whereIn(
        'id',
        gone.map(({ id }) => id),
      )
      .delete();
  for (const row of changed) {
    const one = wantedByKey.get(keyOf(row));
    await trx('crm_contact_points')
      .where({ id: row.id })
      .update({ preferred: one?.preferred ?? false, label: one?.label ?? null });
  }
  if (added.length > 0)
    await trx('crm_contact_points').insert(
      added.map(({ kind, value, label, preferred }) => ({
        id: randomUUID(),
        beneficiary_id: root,
        kind,
        value,
        label: label ?? null,
        preferred: preferred ?? false,
        created_at: now,
      })),
    );
  return gone.length + added.length + changed.length > 0;
}

/** The categories that the person belongs to become these. @returns whether anything changed */
async function putCategories(
  trx: UnitOfWork['trx'],
  root: string,
  ids: readonly string[],
  wanted: readonly string[],
  today: string,
): Promise<boolean> {
  const held: string[] = await trx('crm_beneficiary_categories_held')
    .whereIn('beneficiary_id', [...ids])
    .distinct()
    .pluck('category');
  const gone = held.filter((slug) => !wanted.includes(slug));
  const added = [...new Set(wanted)].filter((slug) => !held.includes(slug));
  if (gone.length > 0)
    await trx('crm_beneficiary_categories_held')
      .whereIn('beneficiary_id', [...ids])
      .whereIn('category', gone)
      .delete();
  if (added.length > 0)
    await trx('crm_beneficiary_categories_held').insert(
      added.map((category) => ({ beneficiary_id: root, category, since: today })),
    );
  return gone.length + added.length > 0;
}

/** POST /beneficiaries/:id/status. @throws CrmError 409 when the file may not go there, saying why */
export async function changeStatus(
  { trx, now }: UnitOfWork,
  file: FileRow,
  { status, reason }: z.output<typeof fileStatusBody>,
): Promise<FileChange> {
  const consents = await consentRules(trx, await filesOfPerson(trx, file.id));
  const refusal = refusesStatus(file.status, status, {
    serviceWithdrawn: serviceWithdrawn(consents),
  });
  if (refusal) throw conflict(`error.${refusal}`);
  return {
    event: 'file.status_changed',
    data: { from: file.status, status },
    patch: { status, status_reason: reason, status_since: now },
  };
}
