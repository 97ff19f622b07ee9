import { committeePurposes } from '../../../contracts/vocabulary';
import type { CommitteePurpose } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { hiddenFrom, notHidden } from '../kernel/hidden';
import { seatOn } from './committee.service';

/** Whether a member has this request before the committee, and it is not hidden from the member. */
export async function mayReadFile(crm: Crm, requestId: string, memberId: number): Promise<boolean> {
  const item = await crm
    .db('crm_agenda_items as i')
    .join('crm_sessions as s', 's.id', 'i.session_id')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    // The panel of an appeal reads the file of the request that it is about.
    .whereRaw(`(r.id = ? or r.kind = 'appeal' and r.parent_id = ?)`, [requestId, requestId])
    .modify(notHidden(memberId, 'i.request_id', 'items'))
    .whereNot('i.status', 'void')
    .whereRaw('(i.roster is null and s.purpose = any(?) or i.roster::jsonb @> ?::jsonb)', [
      await sitsOn(crm, memberId),
      JSON.stringify([{ memberId }]),
    ])
    .first('i.id');
  return item !== undefined;
}

async function sitsOn(crm: Crm, memberId: number): Promise<CommitteePurpose[]> {
  const seats = await Promise.all(
    committeePurposes.map((purpose) => seatOn(crm, purpose, memberId)),
  );
  return committeePurposes.filter((_purpose, at) => seats[at] !== undefined);
}

/** How many open items wait for this member's ballot. */
export async function countNeedsMyVote(crm: Crm, staffId: number): Promise<number> {
  const row = await crm
    .db('crm_agenda_items as i')
    .where('i.status', 'open')
    .whereRaw(`i.roster::jsonb @> ?::jsonb`, [JSON.stringify([{ memberId: staffId }])])
    .whereRaw(
      `i.request_id <> all(array(${hiddenFrom('items')}))
       and not exists (select 1 from crm_ballots b where b.item_id = i.id and b.member_id = ? and b.superseded_at is null)
       and not exists (select 1 from crm_attendance a where a.item_id = i.id and a.member_id = ? and a.state <> 'present')`,
      [staffId, staffId, staffId],
    )
    .count<{ n: string }[]>('* as n');
  return Number(row[0]?.n ?? 0);
}
