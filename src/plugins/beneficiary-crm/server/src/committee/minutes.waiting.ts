import type { SessionDetail } from '../../../contracts/sessions';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import type { SessionRow } from './item.repository';
import { frozenOf, signaturesOf, versionsOf } from './minutes.repository';
import type { MinutesRow } from './minutes.repository';
import { maySign } from './minutes.rules';

/** How far the minutes of a session have come; null until they are drafted. */
export async function minutesStateOf(
  crm: Crm,
  session: string,
  staff: Staff,
): Promise<SessionDetail['minutesState']> {
  const [row] = await versionsOf(crm.db, session);
  if (!row) return null;
  return {
    version: row.version,
    state: row.state,
    needsMySignature: await needsSignature(crm, row, staff.id),
  };
}

async function needsSignature(crm: Crm, row: MinutesRow, member: number): Promise<boolean> {
  if (row.state !== 'signing') return false;
  const signed = (await signaturesOf(crm.db, [row.id])).map((one) => one.member_id);
  return maySign({ state: row.state, full: frozenOf(crm, row), signed }, member, null).ok;
}

/** The minutes that wait for a member's signature, the oldest session first. */
export async function minutesToSign(
  crm: Crm,
  member: number,
): Promise<{ session: SessionRow; version: number }[]> {
  const rows: MinutesRow[] = await crm
    .db('crm_minutes as m')
    .where('m.state', 'signing')
    .whereNotExists(
      crm.db('crm_minutes as n').whereRaw('n.session_id = m.session_id and n.version > m.version'),
    )
    .whereNotExists(
      crm
        .db('crm_minutes_signatures as g')
        .whereRaw('g.minutes_id = m.id')
        .where('g.member_id', member),
    )
    .whereExists(
      crm
        .db('crm_agenda_items as i')
        .whereRaw('i.session_id = m.session_id')
        .whereRaw('i.roster::jsonb @> ?::jsonb', [JSON.stringify([{ memberId: member }])]),
    )
    .orderBy('m.submitted_at')
    .limit(20)
    .select('m.*');
  const waiting = [];
  for (const row of rows) if (await needsSignature(crm, row, member)) waiting.push(row);
  const sessions: SessionRow[] = await crm.db('crm_sessions').whereIn(
    'id',
    waiting.map((row) => row.session_id),
  );
  return waiting.flatMap(({ session_id: id, version }) => {
    const session = sessions.find((one) => one.id === id);
    return session ? [{ session, version }] : [];
  });
}
