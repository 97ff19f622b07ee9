import type { Knex } from 'knex';
import type { AppointmentParty } from '../../../contracts/appointments';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';

/** For whom an appointment is: what a file or a request says, read once when it is booked. */

export interface Party extends AppointmentParty {
  branch: string | null;
}

interface FileRow {
  id: string;
  file_number: string;
  name: string;
  city: string | null;
  district: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  branch: string | null;
  phone: string | null;
}

interface RequestRow {
  id: string;
  reference: string;
  branch: string | null;
  beneficiary_id: string | null;
  applicant_name: string;
  applicant_phone: string;
  applicant_city: string | null;
}

const seen = (staff: Staff, row: { branch: string | null } | undefined): boolean =>
  row !== undefined && (staff.branch === null || row.branch === staff.branch);

async function readFile(db: Knex, id: string): Promise<FileRow | undefined> {
  // A file that was merged into another speaks through that one.
  return db('crm_beneficiaries as own')
    .join('crm_beneficiaries as root', 'root.id', 'own.root_id')
    .where('own.id', id)
    .first<FileRow | undefined>(
      'root.id',
      'root.file_number',
      'root.name',
      'root.city',
      'root.district',
      'root.address',
      'root.latitude',
      'root.longitude',
      'root.branch',
      db('crm_contact_points as c')
        .whereIn('c.kind', ['mobile', 'landline'])
        .whereRaw('c.beneficiary_id = root.id')
        .orderByRaw(`c.preferred desc, c.kind = 'mobile' desc, c.created_at desc`)
        .limit(1)
        .select('c.value')
        .as('phone'),
    );
}

const placeOf = (parts: (string | null)[]): string | null =>
  parts.filter(Boolean).join('، ') || null;

/** @throws CrmError 404, also when the file or the request belongs to another branch */
export async function readParty(
  { db }: Pick<Crm, 'db'>,
  of: { person?: string | undefined; request?: string | undefined },
  staff: Staff,
): Promise<Party | null> {
  const request =
    of.request === undefined
      ? undefined
      : await db('crm_requests')
          .where({ id: of.request })
          .modify(notHidden(staff.id, 'id'))
          .first<RequestRow | undefined>();
  if (of.request !== undefined && !seen(staff, request)) throw notFound();
  const personId = of.person ?? request?.beneficiary_id;
  const file = personId ? await readFile(db, personId) : undefined;
  // Whoever may see a request may meet its applicant, whichever branch keeps the file.
  if (of.person !== undefined && !seen(staff, file)) throw notFound();
  if (!file && !request) return null;
  return {
    person: file ? { id: file.id, fileNumber: file.file_number } : null,
    request: request ? { id: request.id, reference: request.reference } : null,
    name: file?.name ?? request?.applicant_name ?? '',
    phone: file?.phone ?? request?.applicant_phone ?? null,
    place: file
      ? placeOf([file.address, file.district, file.city])
      : placeOf([request?.applicant_city ?? null]),
    coordinates:
      file && file.latitude !== null && file.longitude !== null
        ? { latitude: Number(file.latitude), longitude: Number(file.longitude) }
        : null,
    branch: file?.branch ?? request?.branch ?? null,
  };
}
