import type { Knex } from 'knex';
import type { ContactTime, VolunteerSkill, Weekday } from '../../../contracts/vocabulary';
import type { RequestFacts } from '../policy/guards.policy';

/** A row of `crm_screenings`: what was found out about a volunteer; a later one does not change an earlier one. */
export interface ScreeningRow {
  request_id: string;
  version: number;
  skills: VolunteerSkill[];
  days: Weekday[];
  times: ContactTime[];
  identity_seen: boolean;
  guardian_agreed: boolean | null;
  notes_sealed: string;
  suitable: boolean;
  screened_by: number;
  screened_at: Date;
}

export const screeningPlace = (requestId: string, version: number) => ({
  table: 'crm_screenings',
  field: 'notes',
  id: `${requestId} ${version}`,
});

/** The latest screening of a volunteer. */
export const screeningOf = async (db: Knex, requestId: string): Promise<ScreeningRow | null> =>
  (await db('crm_screenings')
    .where({ request_id: requestId })
    .orderBy('version', 'desc')
    .first<ScreeningRow | undefined>()) ?? null;

export const screeningState = (
  row: Pick<ScreeningRow, 'suitable'> | null,
): RequestFacts['screening'] => {
  if (!row) return 'missing';
  return row.suitable ? 'suitable' : 'unsuitable';
};
