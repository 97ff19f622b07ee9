import { randomUUID } from 'node:crypto';
import type { MatchReason } from '../../../contracts/vocabulary';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Entry } from './person.types';

/** Finds whom new files resemble and puts each pair before a person, who judges. Nothing is merged by itself. */
export async function noteMatches(
  unit: UnitOfWork,
  newFiles: readonly string[],
  entry: Entry,
): Promise<void> {
  const { trx, now } = unit;
  const { rows } = (await trx.raw(
    `select distinct least(mine.beneficiary_id, other.beneficiary_id) as left_id,
        greatest(mine.beneficiary_id, other.beneficiary_id) as right_id,
        case when mine.kind = 'email' then 'email' else 'phone' end as reason
      from crm_contact_points mine
      join crm_contact_points other on other.value = mine.value and other.beneficiary_id <> mine.beneficiary_id
      where mine.beneficiary_id = any(?::uuid[])`,
    [[...newFiles]],
  )) as { rows: { left_id: string; right_id: string; reason: MatchReason }[] };
  for (const { left_id, right_id, reason } of rows) {
    await trx('crm_file_matches')
      .insert({
        id: randomUUID(),
        left_id,
        right_id,
        reasons: JSON.stringify([reason]),
        found_on: entry.path,
        found_at: now,
      })
      .onConflict(['left_id', 'right_id'])
      .ignore();
  }
}
