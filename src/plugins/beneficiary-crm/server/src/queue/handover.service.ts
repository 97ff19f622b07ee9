import type { z } from 'zod';
import type { HandoverResult, handoverBody } from '../../../contracts/queue';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { forbidden, invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { knownTo } from '../requests';
import type { RequestRow } from '../requests';
import { lightest, mayHold, presentOf, refusalsOfHolder } from './assign.rules';
import type { AssignRefusal, Worker } from './assign.rules';
import { assignable, put, readWorkforce } from './assign.service';
import type { Workforce } from './assign.service';

type Asked = z.output<typeof handoverBody>;

const batch = 200;
/** The list of what stays is for a person to read. */
const mostNamed = 200;

/** Who may get this one; empty: nobody, and `refusals` say why. */
function takersOf(
  { people }: Workforce,
  { from, to }: Asked,
  row: RequestRow,
): { takers: Worker[]; refusals: AssignRefusal[] } {
  const request = assignable(row);
  if ('team' in to) {
    const takers = presentOf(people, to.team, request).filter(({ id }) => id !== from);
    return { takers, refusals: takers.length > 0 ? [] : ['nobody_present'] };
  }
  const named = to.people.map((id) => people.find((one) => one.id === id));
  return {
    takers: named.filter((one) => one !== undefined).filter((one) => mayHold(one, request)),
    refusals: [...new Set(named.flatMap((one) => refusalsOfHolder(one, request)))],
  };
}

interface Some {
  rows: RequestRow[];
  moved: Worker[];
  left: { row: RequestRow; refusals: AssignRefusal[] }[];
}

/** Moves up to `batch` requests after `last`, all in one transaction. */
async function moveSome(
  unit: UnitOfWork,
  asked: Asked,
  staff: Staff,
  last: string | null,
): Promise<Some> {
  const { trx } = unit;
  const held = trx<RequestRow>('crm_requests')
    .where({ assignee_id: asked.from })
    .whereNull('ended_at')
    .orderBy('id')
    .limit(batch)
    .forUpdate();
  if (last !== null) void held.where('id', '>', last);
  void held.modify(knownTo(staff));
  const rows = (await held) as RequestRow[];
  const force = await readWorkforce(unit);
  const moved: Worker[] = [];
  const left: { row: RequestRow; refusals: AssignRefusal[] }[] = [];
  for (const row of rows) {
    const { takers, refusals } = takersOf(force, asked, row);
    const taker = lightest(takers, force.loads);
    if (taker === null) {
      left.push({ row, refusals });
      continue;
    }
    const actor = { kind: 'staff', id: staff.id } as const;
    await put(unit, row, taker.id, actor, { how: 'handover' });
    force.loads.set(taker.id, (force.loads.get(taker.id) ?? 0) + 1);
    moved.push(taker);
  }
  return { rows, moved, left };
}

/**
 * Hands over everything open in one person's hands, by load among those named. A call that is sent again finds what
 * the first one left, and nothing twice. Appointments stay: somebody else was not promised.
 * @throws CrmError 403 for another person's without `requests.assign`, 422 when the person is among the takers
 */
export async function handOver(
  crm: Crm,
  staff: Staff,
  asked: Asked,
  locale: Locale,
): Promise<HandoverResult> {
  if (asked.from !== staff.id && !staff.permissions.has('requests.assign')) throw forbidden();
  if ('people' in asked.to && asked.to.people.includes(asked.from))
    throw invalid([{ path: 'to.people', code: 'another_person' }]);
  const moved = new Map<number, { id: number; name: string; moved: number }>();
  const left: { row: RequestRow; refusals: AssignRefusal[] }[] = [];
  let leftCount = 0;
  let last: string | null = null;
  for (;;) {
    const place: string | null = last;
    const some: Some = await crm.transaction((unit) => moveSome(unit, asked, staff, place));
    for (const { id, name } of some.moved)
      moved.set(id, { id, name, moved: (moved.get(id)?.moved ?? 0) + 1 });
    left.push(...some.left.slice(0, mostNamed - left.length));
    leftCount += some.left.length;
    if (some.rows.length < batch) break;
    last = some.rows.at(-1)?.id ?? null;
  }
  const to = [...moved.values()].sort((a, b) => b.moved - a.moved);
  return {
    moved: to.reduce((sum, one) => sum + one.moved, 0),
    to,
    left: left.map(({ row, refusals }) => ({
      id: row.id,
      reference: row.reference,
      refusals: refusals.map((code) => ({ code, message: crm.say(locale, `refusal.${code}`) })),
    })),
    leftCount,
  };
}
