import type { AgendaLine } from '../../../contracts/sessions';
import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import type { RequestRow } from '../requests';
import type { ItemRow } from './item.repository';
import { carriedOver } from './ready.service';
import { notHiddenFrom } from './seen.sql';

type AgendaRow = ItemRow &
  Pick<RequestRow, 'reference' | 'applicant_name' | 'kind' | 'form'> & {
    voted: boolean;
    away: boolean;
    carried_over: boolean;
  };

/**
 * The agendas of some sessions as one person may know of them: what is hidden from the person is not there at all,
 * and the positions count the rest.
 */
export async function agendasOf(
  crm: Crm,
  sessions: readonly string[],
  staff: Staff,
  locale: Locale,
  itemMinutes = 0,
): Promise<ReadonlyMap<string, AgendaLine[]>> {
  const rows: AgendaRow[] = await crm
    .db('crm_agenda_items as i')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    .whereIn('i.session_id', [...sessions])
    .whereNotNull('i.position')
    .modify(notHiddenFrom(staff.id, 'i.request_id'))
    .orderBy('i.position')
    .select('i.*', 'r.reference', 'r.applicant_name', 'r.kind', 'r.form')
    .select(
      crm.db.raw(
        `exists (select 1 from crm_ballots b where b.item_id = i.id and b.member_id = ? and b.superseded_at is null) as voted,
         exists (select 1 from crm_attendance a where a.item_id = i.id and a.member_id = ? and a.state <> 'present') as away,
         ${carriedOver('i.request_id', 'i')} as carried_over`,
        [staff.id, staff.id],
      ),
    );
  const agendas = new Map<string, AgendaLine[]>(sessions.map((id) => [id, []]));
  for (const row of rows) {
    const agenda = agendas.get(row.session_id);
    agenda?.push({
      id: row.id,
      position: agenda.length + 1,
      status: row.status,
      requestId: row.request_id,
      reference: row.reference,
      applicantName: row.applicant_name,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      kind: row.kind,
      outcome: row.result?.outcome ?? null,
      needsMyVote: row.status === 'open' && hasVote(row, staff.id) && !row.voted && !row.away,
      minutes: row.minutes ?? itemMinutes,
      carriedOver: row.carried_over,
    });
  }
  return agendas;
}

const hasVote = (row: Pick<ItemRow, 'roster'>, member: number): boolean =>
  row.roster?.some((one) => one.memberId === member && one.seat !== 'observer') ?? false;
