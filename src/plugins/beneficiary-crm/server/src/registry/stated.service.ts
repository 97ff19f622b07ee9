import { randomUUID } from 'node:crypto';
import type { TakenField } from '../../../contracts/checking';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { FileChange } from './file.service';
import type { ContactRow, FileRow } from './person.types';
import { filesOfPerson } from './registry.service';

/** What each field changes in the file; a way of contact is one more, and takes none away. */
const columnsOf: Readonly<
  Record<Exclude<TakenField, 'phone' | 'email'>, (value: string) => Partial<FileRow>>
> = {
  name: (name) => ({ name }),
  city: (city) => ({ city }),
  preferred_channel: (value) => ({ preferred_channel: value as FileRow['preferred_channel'] }),
  birth: (value) => ({
    birth_date: value.length === 10 ? value : null,
    birth_year: Number(value.slice(0, 4)),
  }),
};

/** The file takes over what its person stated in a request: one field, one event. */
export async function takeStated(
  { trx, now }: UnitOfWork,
  file: FileRow,
  field: TakenField,
  value: string,
  requestId: string,
): Promise<FileChange> {
  const change = { event: 'file.changed', data: { fields: [field], request: requestId } } as const;
  if (field !== 'phone' && field !== 'email') return { ...change, patch: columnsOf[field](value) };
  const kind = field === 'phone' ? 'mobile' : 'email';
  const ids = await filesOfPerson(trx, file.id);
  const held = await trx<ContactRow>('crm_contact_points')
    .whereIn('beneficiary_id', ids)
    .where({ kind });
  if (!held.some((one) => one.value.toLowerCase() === value.toLowerCase()))
    await trx('crm_contact_points').insert({
      id: randomUUID(),
      beneficiary_id: file.id,
      kind,
      value,
      label: null,
      preferred: false,
      created_at: now,
    });
  return change;
}
