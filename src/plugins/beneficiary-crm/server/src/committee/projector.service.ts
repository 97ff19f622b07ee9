import type { ProjectorView } from '../../../contracts/sessions';
import type { AttendanceState, Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { agendasOf } from './agenda.view';
import { sessionAsSeen } from './conflict.rules';
import { itemState } from './item.repository';
import { turnout } from './on-item';
import { stepsInWords } from './rules.words';
import { committeeOf } from './session.committee';
import { findSession, sessionName } from './session.service';

/**
 * What may stand on the wall of the room: no applicant, and of the votes only how many there are. What is hidden from
 * the member who opens it is not on it.
 */
export async function readProjector(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<ProjectorView> {
  const row = await findSession(crm, id);
  const [agendas, committee, attendance] = await Promise.all([
    agendasOf(crm, [id], staff, locale),
    committeeOf(crm, row),
    crm
      .db('crm_session_attendance')
      .where({ session_id: id })
      .select<{ member_id: number; state: AttendanceState }[]>('member_id', 'state'),
  ]);
  const agenda = agendas.get(id) ?? [];
  const items = await Promise.all(
    agenda.map(async (item) => {
      const opened = item.status !== 'pending' && item.status !== 'void';
      const state = opened ? await itemState(crm, crm.db, id, item.id) : null;
      return {
        id: item.id,
        position: item.position,
        reference: item.reference,
        serviceName: item.serviceName,
        kind: item.kind,
        status: item.status,
        turnout: state && turnout(state),
        outcome: item.outcome,
        steps: state?.row.result ? stepsInWords(crm, state.rules, state.row.result, locale) : [],
      };
    }),
  );
  const current =
    items.find(({ status }) => status === 'open') ??
    items.find(({ status }) => status === 'closed') ??
    items.find(({ status }) => status === 'pending');
  const voters = committee.seats.filter(({ seat }) => seat !== 'observer');
  return {
    ...sessionName(sessionAsSeen(row, agenda), locale),
    now: crm.now().toISOString(),
    items,
    current: current?.id ?? null,
    present: voters.filter(({ memberId }) =>
      attendance.some((one) => one.member_id === memberId && one.state === 'present'),
    ).length,
    members: voters.length,
  };
}
