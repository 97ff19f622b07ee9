import type {
  AgendaLine,
  SessionDetail,
  SessionList,
  SessionMember,
  SessionName,
  SessionPlan,
  SessionSummary,
} from '../../../contracts/sessions';
import { committeePurposes } from '../../../contracts/vocabulary';
import type { AttendanceState, Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { agendasOf } from './agenda.view';
import { sittingFor, usualItemMinutes } from './committee.service';
import { sessionAsSeen } from './conflict.rules';
import type { ActiveCommittee } from './committee.service';
import { invitationState } from './invitation.service';
import type { SessionRow } from './item.repository';
import { countReady } from './ready.service';
import { minutesStateOf } from './minutes.waiting';
import { committeeOf, leadingSeat, mayPlan } from './session.committee';
import { bothDates } from './session.dates';

export const sessionName = (row: SessionRow, locale: Locale): SessionName => ({
  id: row.id,
  number: row.number,
  ordinal: row.ordinal,
  hijriYear: row.hijri_year,
  form: row.form,
  status: row.status,
  committee: row.committee,
  committeeName: pick(row.committee_name, locale),
  purpose: row.purpose,
  heldOn: row.held_on,
  dates: bothDates(row.held_on, locale),
  time: row.held_at,
  place: row.place,
  closesAt: row.closes_at?.toISOString() ?? null,
});

const summaryOf = (
  row: SessionRow,
  agenda: readonly AgendaLine[],
  locale: Locale,
): SessionSummary => ({
  ...sessionName(row, locale),
  version: row.version,
  minutes: row.minutes,
  items: agenda.length,
  decided: agenda.filter((item) => item.status === 'decided').length,
  needsMyVote: agenda.filter((item) => item.needsMyVote).length,
});

/** @throws CrmError 404 */
export async function findSession(crm: Crm, id: string): Promise<SessionRow> {
  const row: SessionRow | undefined = isId(id)
    ? await crm.db('crm_sessions').where({ id }).first()
    : undefined;
  if (!row) throw notFound();
  return row;
}

export async function listSessions(crm: Crm, staff: Staff, locale: Locale): Promise<SessionList> {
  const rows: SessionRow[] = await crm.db('crm_sessions').orderBy('number', 'desc').limit(100);
  const [agendas, plans] = await Promise.all([
    agendasOf(
      crm,
      rows.map((row) => row.id),
      staff,
      locale,
    ),
    plansFor(crm, staff, locale),
  ]);
  return {
    sessions: rows.map((row) => {
      const agenda = agendas.get(row.id) ?? [];
      return summaryOf(sessionAsSeen(row, agenda), agenda, locale);
    }),
    plans,
  };
}

/** What can be planned: for each committee that sits, and for each purpose that nobody sits for. */
async function plansFor(crm: Crm, staff: Staff, locale: Locale): Promise<SessionPlan[]> {
  const plans = await Promise.all(
    committeePurposes.map(async (purpose): Promise<SessionPlan[]> => {
      const [sitting, ready] = await Promise.all([
        sittingFor(crm, purpose),
        countReady(crm, purpose, staff),
      ]);
      if (sitting.length === 0) {
        const mayCreate = await mayPlan(crm, staff, { purpose });
        return [
          {
            committee: null,
            name: null,
            purpose,
            ready,
            mayCreate,
            itemMinutes: usualItemMinutes,
          },
        ];
      }
      return Promise.all(
        sitting.map(async ({ documentId, name, itemMinutes }) => ({
          committee: documentId,
          name: pick(name, locale),
          purpose,
          ready,
          mayCreate: await mayPlan(crm, staff, { committee: documentId, purpose }),
          itemMinutes,
        })),
      );
    }),
  );
  return plans.flat();
}

export async function readSession(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<SessionDetail> {
  const stored = await findSession(crm, id);
  const committee = await committeeOf(crm, stored);
  const [agendas, members, invitations, leads, plans, minutes] = await Promise.all([
    agendasOf(crm, [id], staff, locale, committee.itemMinutes),
    membersOf(crm, id, committee.seats, staff),
    invitationState(crm, stored),
    leadingSeat(crm, staff, stored),
    mayPlan(crm, staff, stored),
    minutesStateOf(crm, id, staff),
  ]);
  const agenda = agendas.get(id) ?? [];
  const row = sessionAsSeen(stored, agenda);
  const live = row.status === 'planned' || row.status === 'open';
  const seated = members.some(({ me }) => me);
  return {
    ...summaryOf(row, agenda, locale),
    members,
    rules: committee.rules,
    agenda,
    planned: agenda
      .filter(({ status }) => status === 'pending' || status === 'open')
      .reduce((sum, item) => sum + item.minutes, 0),
    invitations,
    cancelled: row.cancelled_at
      ? { reason: row.cancel_reason ?? '', at: row.cancelled_at.toISOString() }
      : null,
    minutesState: minutes,
    may: {
      keep: plans && live,
      takeAttendance: leads !== undefined && live && row.form === 'room',
      apologise: seated && live,
      readMinutes: staff.permissions.has('committee.read'),
      writeMinutes: leads !== undefined,
    },
  };
}

async function membersOf(
  crm: Crm,
  session: string,
  seats: ActiveCommittee['seats'],
  staff: Staff,
): Promise<SessionMember[]> {
  const [attendance, apologies] = await Promise.all([
    crm
      .db('crm_session_attendance')
      .where({ session_id: session })
      .select<{ member_id: number; state: AttendanceState }[]>('member_id', 'state'),
    crm
      .db('crm_session_apologies')
      .where({ session_id: session })
      .select<{ member_id: number; reason: string; made_at: Date }[]>(
        'member_id',
        'reason',
        'made_at',
      ),
  ]);
  return seats.map(({ memberId, name, seat }) => {
    const apology = apologies.find((one) => one.member_id === memberId);
    return {
      memberId,
      name,
      seat,
      me: memberId === staff.id,
      attendance: attendance.find((one) => one.member_id === memberId)?.state ?? null,
      apology: apology ? { reason: apology.reason, at: apology.made_at.toISOString() } : null,
    };
  });
}
