import type { MyCommittee, MyItem } from '../../../contracts/sessions';
import type { BallotChoice, Locale, RequestKind } from '../../../contracts/vocabulary';
import { pickOrNull } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { agendasOf } from './agenda.view';
import { allCommittees, currentSeats } from './committee.service';
import { sessionAsSeen } from './conflict.rules';
import type { SessionRow } from './item.repository';
import { minutesToSign } from './minutes.waiting';
import { notHiddenFrom } from './seen.sql';
import { sessionName } from './session.service';

interface OpenRow {
  id: string;
  session_id: string;
  reference: string;
  kind: RequestKind;
  service_name: Bilingual | null;
  closes_at: Date | null;
  choice: BallotChoice | null;
  cast_at: Date | null;
}

/** What waits for a member, what the member voted on, and the sessions to come; small, for a phone. */
export async function readMine(crm: Crm, staff: Staff, locale: Locale): Promise<MyCommittee> {
  const [open, next, toSign] = await Promise.all([
    openItems(crm, staff),
    nextSessions(crm, staff, locale),
    minutesToSign(crm, staff.id),
  ]);
  const view = (row: OpenRow): MyItem => ({
    sessionId: row.session_id,
    itemId: row.id,
    reference: row.reference,
    serviceName: pickOrNull(row.service_name, locale),
    kind: row.kind,
    closesAt: row.closes_at?.toISOString() ?? null,
  });
  return {
    needsMyVote: open.filter(({ choice }) => choice === null).map(view),
    voted: open.flatMap((row) =>
      row.choice && row.cast_at
        ? [{ ...view(row), choice: row.choice, castAt: row.cast_at.toISOString() }]
        : [],
    ),
    next,
    toSign: toSign.map(({ session, version }) => ({
      session: sessionName(session, locale),
      version,
    })),
  };
}

/** Open items on which the person has a vote, with the own ballot. */
const openItems = (crm: Crm, staff: Staff): Promise<OpenRow[]> =>
  crm
    .db('crm_agenda_items as i')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    .join('crm_sessions as s', 's.id', 'i.session_id')
    .leftJoin('crm_ballots as b', (on) =>
      on.on('b.item_id', 'i.id').andOnVal('b.member_id', staff.id).andOnNull('b.superseded_at'),
    )
    .where('i.status', 'open')
    .whereRaw(
      `exists (select 1 from jsonb_array_elements(i.roster::jsonb) seat
        where (seat ->> 'memberId')::int = ? and seat ->> 'seat' <> 'observer')`,
      [staff.id],
    )
    .whereNotExists(
      crm
        .db('crm_attendance as a')
        .whereRaw('a.item_id = i.id')
        .where('a.member_id', staff.id)
        .whereNot('a.state', 'present'),
    )
    .modify(notHiddenFrom(staff.id, 'i.request_id'))
    .orderByRaw('s.closes_at nulls last, s.held_on, i.position')
    .select('i.id', 'i.session_id', 'r.reference', 'r.kind', 's.closes_at', 'b.choice', 'b.cast_at')
    .select(crm.db.raw(`r.form -> 'service' -> 'name' as service_name`));

async function nextSessions(crm: Crm, staff: Staff, locale: Locale): Promise<MyCommittee['next']> {
  const mine = await committeesOf(crm, staff.id);
  if (mine.length === 0) return [];
  const rows: SessionRow[] = await crm
    .db('crm_sessions')
    .whereIn('committee', mine)
    .where((query) =>
      query
        .where('status', 'open')
        .orWhere((planned) =>
          planned.where('status', 'planned').where('held_on', '>=', riyadhDate(crm.now())),
        ),
    )
    .orderBy('held_on')
    .orderBy('number')
    .limit(10);
  const ids = rows.map(({ id }) => id);
  const [agendas, apologies] = await Promise.all([
    agendasOf(crm, ids, staff, locale),
    crm
      .db('crm_session_apologies')
      .whereIn('session_id', ids)
      .where({ member_id: staff.id })
      .pluck<string[]>('session_id'),
  ]);
  return rows.flatMap((stored) => {
    const agenda = agendas.get(stored.id) ?? [];
    const row = sessionAsSeen(stored, agenda);
    // A session of a day that is over is still to come only for who sees that it goes on.
    if (row.status !== 'open' && row.held_on < riyadhDate(crm.now())) return [];
    return {
      ...sessionName(row, locale),
      items: agenda.length,
      apologised: apologies.includes(row.id),
    };
  });
}

/** Ids of the committees on which somebody sits today. */
const committeesOf = async (crm: Crm, member: number): Promise<string[]> =>
  (await allCommittees(crm, { active: true }))
    .filter(({ main }) => currentSeats(crm, main).some(({ memberId }) => memberId === member))
    .map(({ documentId }) => documentId);
