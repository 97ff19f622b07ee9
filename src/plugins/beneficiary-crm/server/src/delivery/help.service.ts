import type { Knex } from 'knex';
import type { AllocationKind } from '../../../contracts/delivery';

/** What people were given, counted: halalas where it is money, else pieces or places. */
export interface Help {
  kind: AllocationKind;
  what: string;
  unit: string | null;
  allocated: number;
  delivered: number;
}

interface HelpRow extends Omit<Help, 'allocated' | 'delivered'> {
  request_id: string;
  allocated: string;
  delivered: string;
}
const counted = ({ request_id: _request, allocated, delivered, ...row }: HelpRow): Help => ({
  ...row,
  allocated: Number(allocated),
  delivered: Number(delivered),
});

/** Of what has ended before its time, what was handed over is all that was allocated. */
const taken = 'case when a.ended_at is null then greatest(a.total, a.net) else a.net end';

/** What came of each of these requests: approved allocations with what was handed over of them. */
export async function helpByRequest(
  db: Knex,
  requests: readonly string[],
): Promise<Map<string, Help[]>> {
  const rows = await db('crm_allocations as a')
    .join('crm_allocation_versions as v', (on) =>
      on.on('v.allocation_id', 'a.id').andOn('v.version', 'a.in_force'),
    )
    .whereIn('a.request_id', [...requests])
    .orderBy(['a.created_at', 'a.id'])
    .select<HelpRow[]>(
      'a.request_id',
      'a.kind',
      'v.what',
      'v.unit',
      db.raw(`${taken} as allocated`),
      'a.net as delivered',
    );
  const help = new Map<string, Help[]>();
  for (const row of rows)
    help.set(row.request_id, [...(help.get(row.request_id) ?? []), counted(row)]);
  return help;
}

/**
 * What was allocated on these requests, and handed over, from a day on; alike things counted together.
 * @param since YYYY-MM-DD
 */
export async function helpSince(
  db: Knex,
  requests: readonly string[],
  since: string,
): Promise<Help[]> {
  const { rows } = (await db.raw(
    `with handed as (
       select d.allocation_id, sum(d.measure) as delivered from crm_deliveries d
        where d.request_id = any(:requests) and d.delivered_on >= :since and d.allocation_id is not null
        group by d.allocation_id)
     select a.kind, v.what, v.unit,
       sum(case when v.judged_at >= cast(:since as date) then ${taken} else 0 end)::bigint as allocated,
       sum(coalesce(h.delivered, 0))::bigint as delivered
     from crm_allocations a
     join crm_allocation_versions v on v.allocation_id = a.id and v.version = a.in_force
     left join handed h on h.allocation_id = a.id
     where a.request_id = any(:requests) and (v.judged_at >= cast(:since as date) or h.delivered is not null)
     group by a.kind, v.what, v.unit
     order by a.kind, v.what, v.unit`,
    { requests: [...requests], since },
  )) as { rows: HelpRow[] };
  return rows.map(counted);
}
