import type { Knex } from 'knex';
import type { AttendanceState } from '../../../contracts/vocabulary';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { associationProfile } from '../reception/association.service';
import type { RequestRow } from '../requests';
import { recusedFrom } from './conflict.rules';
import { declaredOn } from './conflict.service';
import { decidersBefore } from './first-decision';
import type { BallotRow, ItemRow, SessionRow } from './item.repository';
import type { FullMinutes, ItemOfMinutes, MinutesBody } from './minutes.rules';
import { rulesInWords, stepsInWords } from './rules.words';
import { committeeOf } from './session.committee';

/** What a person wrote into the minutes. */
export interface Written {
  opening: string;
  closing: string;
  /** the discussion, by the id of the item */
  summaries: Readonly<Record<string, string>>;
}

interface Attended {
  item_id: string;
  member_id: number;
  state: AttendanceState;
}
/** Rows of one item, of each kind. */
interface Rows {
  attendance: Attended[];
  /** by request, what stands in its matter */
  conflicts: ReadonlyMap<string, Awaited<ReturnType<typeof declaredOn>>>;
  /** the current ones, and those declared void */
  ballots: BallotRow[];
  requests: ReadonlyMap<string, RequestRow>;
  reasons: ReadonlyMap<string, string>;
}

/** The minutes of a session as its rows have it now, with what was written. `db`: the caller's transaction, if any. */
export async function composeMinutes(
  crm: Crm,
  db: Knex,
  session: SessionRow,
  version: number,
  written: Written,
): Promise<FullMinutes> {
  const items: ItemRow[] = await db('crm_agenda_items')
    .where({ session_id: session.id })
    .whereNotNull('position')
    .orderBy('position');
  const rows = await rowsOf(db, items);
  const committee = await committeeOf(crm, session);
  const voters = committee.seats.filter(({ seat }) => seat !== 'observer').length;
  const body: MinutesBody = {
    association: {
      ar: (await associationProfile(crm, 'ar')).name,
      en: (await associationProfile(crm, 'en')).name,
    },
    committee: session.committee_name,
    purpose: session.purpose,
    number: session.number,
    ordinal: session.ordinal,
    hijriYear: session.hijri_year,
    form: session.form,
    heldOn: session.held_on,
    time: session.held_at,
    place: session.place,
    closesAt: session.closes_at?.toISOString() ?? null,
    version,
    rules: items.find(({ rules }) => rules)?.rules ?? committee.rules,
    rulesInWords: inBoth(
      (locale) => rulesInWords(crm, committee.rules, Math.max(voters, 1), locale).sentence,
    ),
    opening: written.opening,
    closing: written.closing,
    seats: committee.seats.map(({ memberId, name, seat }) => ({ memberId, name, seat })),
    attendance: await membersAt<{ memberId: number; state: AttendanceState }>(
      db('crm_session_attendance').where({ session_id: session.id }),
      'state',
    ),
    apologies: await membersAt<{ memberId: number; reason: string }>(
      db('crm_session_apologies').where({ session_id: session.id }),
      'reason',
    ),
    items: items.map((item) =>
      itemOf(crm, session.form, item, rows, written.summaries[item.id] ?? ''),
    ),
  };
  return { body, hiddenFrom: await hiddenItems(db, items, rows) };
}

const inBoth = (say: (locale: 'ar' | 'en') => string): Bilingual => ({
  ar: say('ar'),
  en: say('en'),
});

const membersAt = <Row>(query: Knex.QueryBuilder, column: string): Promise<Row[]> =>
  query.orderBy('member_id').select({ memberId: 'member_id' }, column) as unknown as Promise<Row[]>;

async function rowsOf(db: Knex, items: readonly ItemRow[]): Promise<Rows> {
  const ids = items.map(({ id }) => id);
  // One after the other: inside a transaction there is one connection, and it takes one query at a time.
  const attendance: Attended[] = await db('crm_attendance')
    .whereIn('item_id', ids)
    .orderBy('member_id')
    .select('item_id', 'member_id', 'state');
  const conflicts: [string, Awaited<ReturnType<typeof declaredOn>>][] = [];
  for (const { request_id: request } of items)
    conflicts.push([request, await declaredOn(db, request)]);
  const ballots: BallotRow[] = await db('crm_ballots')
    .whereIn('item_id', ids)
    .whereRaw('(superseded_at is null or voided_by is not null)')
    .orderBy('member_id');
  const requests: RequestRow[] = await db('crm_requests').whereIn(
    'id',
    items.map(({ request_id: request }) => request),
  );
  const decisions: { item_id: string; reason: string }[] = await db('crm_decisions')
    .whereIn('item_id', ids)
    .whereNull('appeal_id')
    .select('item_id', 'reason');
  return {
    attendance,
    conflicts: new Map(conflicts),
    ballots,
    requests: new Map(requests.map((row) => [row.id, row])),
    reasons: new Map(decisions.map((row) => [row.item_id, row.reason])),
  };
}

function itemOf(
  crm: Crm,
  form: SessionRow['form'],
  item: ItemRow,
  rows: Rows,
  summary: string,
): ItemOfMinutes {
  const request = rows.requests.get(item.request_id);
  if (!request) throw new Error(`the request of item ${item.id} is gone`);
  const of = <Row extends { item_id: string }>(list: readonly Row[]) =>
    list.filter((row) => row.item_id === item.id);
  const { result, rules } = item;
  const steps = (locale: 'ar' | 'en') =>
    result && rules ? stepsInWords(crm, rules, result, locale).map(({ text }) => text) : [];
  const [arabic, english] = [steps('ar'), steps('en')];
  const ballots = of(rows.ballots);
  const counted = result ? ballots.filter((one) => one.superseded_at === null) : [];
  return {
    id: item.id,
    reference: request.reference,
    applicantName: request.applicant_name,
    about:
      request.form.service?.name ?? inBoth((locale) => crm.say(locale, `kind.${request.kind}`)),
    kind: request.kind,
    status: item.status,
    outcome: result?.outcome ?? null,
    motion: { amount: item.amount, conditions: item.conditions },
    roster: item.roster ?? [],
    attendance:
      // By circulation who answered was there.
      form === 'circulation'
        ? ballots.map(({ member_id }) => ({ memberId: member_id, state: 'present' }))
        : of(rows.attendance).map(({ member_id, state }) => ({ memberId: member_id, state })),
    recusals: recusalsOf(item, rows),
    excluded: item.excluded ?? [],
    votes:
      item.secrecy === 'secret'
        ? []
        : counted.map(({ member_id, choice }) => ({ memberId: member_id, choice })),
    reservations: counted.flatMap(({ member_id, reservation }) =>
      reservation ? [{ memberId: member_id, text: reservation }] : [],
    ),
    voided: ballots.flatMap(({ member_id, void_reason: reason }) =>
      reason ? [{ memberId: member_id, reason }] : [],
    ),
    missing: [...new Set(counted.flatMap(({ missing }) => missing ?? []))].sort(),
    result: arabic.map((ar, at) => ({ ar, en: english[at] ?? ar })),
    decision: rows.reasons.get(item.id) ?? null,
    summary,
  };
}

/** Who did not sit on the item for a conflict, each once: what was declared in an earlier round stands in this one. */
function recusalsOf(item: ItemRow, { conflicts }: Rows): ItemOfMinutes['recusals'] {
  const sits = ({ memberId }: { memberId: number }) =>
    item.roster?.some((one) => one.memberId === memberId) ?? true;
  const declared = recusedFrom(item.closed_at, conflicts.get(item.request_id) ?? []).filter(sits);
  const grounds = new Map(declared.map(({ memberId, ground }) => [memberId, ground]));
  return [...grounds]
    .map(([memberId, ground]) => ({ memberId, ground }))
    .sort((a, b) => a.memberId - b.memberId);
}

/** By item, whoever declared a conflict in its matter, in any session, or decided first on what is appealed. */
async function hiddenItems(
  db: Knex,
  items: readonly ItemRow[],
  { requests, conflicts }: Rows,
): Promise<FullMinutes['hiddenFrom']> {
  const hidden: Record<string, number[]> = {};
  for (const { id, request_id: request } of items) {
    const recused = conflicts.get(request) ?? [];
    const deciders =
      requests.get(request)?.kind === 'appeal' ? await decidersBefore(db, request) : [];
    hidden[id] = [...new Set([...recused.map(({ memberId }) => memberId), ...deciders])].sort(
      (a, b) => a - b,
    );
  }
  return hidden;
}
