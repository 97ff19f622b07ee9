import type { AgendaItemSummary } from '../../../contracts/items';
import type { SessionDetail, SessionList, SessionSummary } from '../../../contracts/sessions';
import { committeePurposes } from '../../../contracts/vocabulary';
import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { RequestRow } from '../requests';
import { activeCommittee } from './committee.service';
import { notDecidedBefore } from './first-decision';
import type { ItemRow, SessionRow } from './item.repository';
import { mayPlan } from './planning.service';
import { countReady } from './ready.service';

/** Items as one person may know of them: those with a declared conflict or an own first decision are not there at all. */
async function agendaOf(crm: Crm, sessions: readonly string[], staff: Staff, locale: Locale) {
  const rows: (ItemRow &
    Pick<RequestRow, 'reference' | 'applicant_name' | 'kind' | 'form'> & {
      voted: boolean;
      away: boolean;
    })[] = await crm
    .db('crm_agenda_items as i')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    .whereIn('i.session_id', [...sessions])
    .whereNotExists(
      crm.db('crm_recusals as c').whereRaw('c.item_id = i.id').where('c.member_id', staff.id),
    )
    .modify(notDecidedBefore(staff.id, 'i.request_id'))
    .orderBy('i.position')
    .select('i.*', 'r.reference', 'r.applicant_name', 'r.kind', 'r.form')
    .select(
      crm.db.raw(
        `exists (select 1 from crm_ballots b where b.item_id = i.id and b.member_id = ? and b.superseded_at is null) as voted,
           exists (select 1 from crm_attendance a where a.item_id = i.id and a.member_id = ? and a.state <> 'present') as away`,
        [staff.id, staff.id],
      ),
    );
  return rows.map((row) => ({
    session: row.session_id,
    summary: {
      id: row.id,
      position: row.position,
      status: row.status,
      reference: row.reference,
      applicantName: row.applicant_name,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      kind: row.kind,
      outcome: row.result?.outcome ?? null,
      needsMyVote: row.status === 'open' && hasVote(row, staff.id) && !row.voted && !row.away,
    } satisfies AgendaItemSummary,
  }));
}

const hasVote = (row: Pick<ItemRow, 'roster'>, member: number): boolean =>
  row.roster?.some((one) => one.memberId === member && one.seat !== 'observer') ?? false;

function sessionSummary(
  row: SessionRow,
  agenda: AgendaItemSummary[],
  locale: Locale,
): SessionSummary {
  return {
    id: row.id,
    number: row.number,
    heldOn: row.held_on,
    status: row.status,
    committeeName: pick(row.committee_name, locale),
    purpose: row.purpose,
    items: agenda.length,
    decided: agenda.filter((item) => item.status === 'decided').length,
    needsMyVote: agenda.filter((item) => item.needsMyVote).length,
  };
}

export async function listSessions(crm: Crm, staff: Staff, locale: Locale): Promise<SessionList> {
  const rows: SessionRow[] = await crm.db('crm_sessions').orderBy('number', 'desc').limit(100);
  const [agenda, ...plans] = await Promise.all([
    agendaOf(
      crm,
      rows.map((row) => row.id),
      staff,
      locale,
    ),
    ...committeePurposes.map(async (purpose) => ({
      purpose,
      ready: await countReady(crm, purpose, staff),
      mayCreate: await mayPlan(crm, staff, purpose),
    })),
  ]);
  return {
    sessions: rows.map((row) =>
      sessionSummary(
        row,
        agenda.filter((item) => item.session === row.id).map((item) => item.summary),
        locale,
      ),
    ),
    plans,
  };
}

export async function readSession(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<SessionDetail> {
  const row: SessionRow | undefined = isId(id)
    ? await crm.db('crm_sessions').where({ id }).first()
    : undefined;
  if (!row) throw notFound();
  const [agenda, committee] = await Promise.all([
    agendaOf(crm, [id], staff, locale),
    activeCommittee(crm, row.purpose),
  ]);
  const summaries = agenda.map((item) => item.summary);
  return {
    ...sessionSummary(row, summaries, locale),
    members: committee.seats.map((member) => ({ ...member, me: member.memberId === staff.id })),
    rules: committee.rules,
    agenda: summaries,
  };
}
