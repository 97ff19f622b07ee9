import type { VolunteerList, VolunteerRow, VolunteersQuery } from '../../../contracts/volunteers';
import type { Crm } from '../kernel/crm';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import { volunteersQuery } from '../../../contracts/volunteers';
import { knownTo } from './access';
import type { ScreeningRow } from './screening.repository';

type Found = Pick<ScreeningRow, 'skills' | 'days' | 'times' | 'screened_at'> & {
  id: string;
  applicant_name: string;
  applicant_phone: string;
  applicant_city: string | null;
  total: number;
};

/** Who was accepted as a volunteer, by what they can do and when; who volunteered last first. */
export async function readVolunteers(
  { db }: Crm,
  query: VolunteersQuery,
  staff: Staff,
): Promise<VolunteerList> {
  const narrowed = (['skill', 'day', 'time'] as const).flatMap((what) =>
    query[what] ? [{ column: `s.${what}s`, value: query[what] }] : [],
  );
  const rows = db('crm_requests as r')
    .join('crm_screenings as s', 's.request_id', 'r.id')
    .where({ 'r.kind': 'volunteering', 'r.status': 'accepted' })
    .whereRaw(
      's.version = (select max(version) from crm_screenings latest where latest.request_id = r.id)',
    )
    .modify(knownTo(staff, 'r'));
  for (const { column, value } of narrowed)
    void rows.whereRaw('??::jsonb @> ?::jsonb', [column, JSON.stringify([value])]);
  const found = (await rows
    .orderBy([
      { column: 's.screened_at', order: 'desc' },
      { column: 'r.id', order: 'asc' },
    ])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .select(
      'r.id',
      'r.applicant_name',
      'r.applicant_phone',
      'r.applicant_city',
      's.skills',
      's.days',
      's.times',
      's.screened_at',
      db.raw('count(*) over ()::int as total'),
    )) as Found[];
  return {
    rows: found.map((row): VolunteerRow => ({
      id: row.id,
      name: row.applicant_name,
      phone: row.applicant_phone,
      city: row.applicant_city,
      skills: row.skills,
      days: row.days,
      times: row.times,
      since: row.screened_at.toISOString(),
    })),
    total: found[0]?.total ?? 0,
    page: query.page,
    pageSize: query.pageSize,
  };
}

export const volunteersRoutes = [
  adminRoute({
    method: 'GET',
    path: '/volunteers',
    permissions: ['requests.check'],
    query: volunteersQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readVolunteers(crm, query, staff) }),
  }),
];
