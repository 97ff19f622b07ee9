import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import { conflict, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { EventType } from '../policy/events.policy';
import { noteMatches } from './matching.service';
import type { FileRow } from './person.types';

/** A file that this person may change or see. */
const mayTouch = (file: FileRow | undefined, staff: Pick<Staff, 'branch'>): file is FileRow =>
  file !== undefined && (staff.branch === null || file.branch === staff.branch);

const rootFile = (db: Knex, id: string) =>
  db<FileRow>('crm_beneficiaries').where(
    'id',
    db('crm_beneficiaries').select('root_id').where({ id }),
  );

/**
 * The file that speaks for the person of this one.
 * @throws CrmError 404, also when it belongs to another branch
 */
export async function findFile(
  db: Knex,
  id: string,
  staff: Pick<Staff, 'branch'>,
): Promise<FileRow> {
  const file = isId(id) ? await rootFile(db, id).first() : undefined;
  if (!mayTouch(file, staff)) throw notFound();
  return file;
}

/** What one change does to a file, and how it is called in the chain: ids, codes and field names only. */
export interface FileChange {
  event: EventType;
  data?: Record<string, unknown>;
  /** columns of `crm_beneficiaries` */
  patch?: Partial<Record<keyof FileRow, unknown>>;
}

interface OnFile {
  id: string;
  /** left out by who adds to the file without having read it */
  expectedVersion?: number;
  staff: Staff;
}

/**
 * Changes a file in the caller's transaction: lock, compare the version, do the work, count the version up, record.
 * @returns the file that was changed: the one that speaks for the person
 * @throws CrmError 404; 409 `error.version_conflict` when it changed since `expectedVersion`
 */
export async function onFile(
  unit: UnitOfWork,
  { id, expectedVersion, staff }: OnFile,
  work: (file: FileRow) => Promise<FileChange>,
): Promise<FileRow> {
  const { trx, now } = unit;
  if (!isId(id)) throw notFound();
  const file = await rootFile(trx, id).forUpdate().first();
  if (!mayTouch(file, staff)) throw notFound();
  // Whoever waited for a merge finds that another file speaks by now.
  if (file.version !== (expectedVersion ?? file.version) || file.merged_into !== null)
    throw conflict('error.version_conflict', { version: file.version });
  const { event, data, patch } = await work(file);
  const rows: FileRow[] = await trx<FileRow>('crm_beneficiaries')
    .where({ id: file.id })
    .update({ ...patch, version: file.version + 1, updated_at: now } as never)
    .returning('*');
  unit.record({
    type: event,
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'beneficiary', id: file.id },
    ...(data ? { data } : {}),
  });
  if (mayMakeAlike.includes(event))
    await noteMatches(unit, [file.id], {
      path: staff.branch === null ? 'desk' : 'delegate',
      staffId: staff.id,
    });
  return rows[0] ?? file;
}

/** After these a person may resemble another: a name, a number, an address or a home is new. */
const mayMakeAlike: readonly EventType[] = ['file.changed', 'file.household_changed'];

/** The same as a transaction of its own. */
export const changeOf = (
  crm: Crm,
  on: OnFile,
  work: (unit: UnitOfWork, file: FileRow) => Promise<FileChange>,
): Promise<FileRow> => crm.transaction((unit) => onFile(unit, on, (file) => work(unit, file)));
