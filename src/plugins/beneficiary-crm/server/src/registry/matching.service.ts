import { randomUUID } from 'node:crypto';
import type { MatchReason } from '../../../contracts/vocabulary';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdLikeness, resembling, traitsOf } from './candidates';
import type { Resembling } from './candidates';
import { actorOf } from './entry.rules';
import type { Entry } from './person.types';
import { filesOfPeople } from './summary.service';

interface Pair {
  left: string;
  right: string;
  reasons: MatchReason[];
}

const rowsInOneInsert = 500;
const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Finds whom files resemble and puts each pair before a person, who judges; nothing is merged by itself. A merged
 * file counts as the one that speaks for it, and a pair that was found before, whatever was judged, is not opened
 * again. One event for each call: an import calls it once for a batch.
 * @param joining the household that these people are about to join
 * @returns ids of the pairs that are new
 */
export async function noteMatches(
  unit: UnitOfWork,
  files: readonly string[],
  entry: Entry,
  joining: string | null = null,
): Promise<string[]> {
  const { trx } = unit;
  const held = [...(await traitsOf(trx, new Set(files))).values()].map((traits) =>
    joining === null ? traits : { ...traits, households: [...traits.households, joining] },
  );
  await holdLikeness(trx, held);
  return keepMatches(unit, held, await resembling(trx, held), entry);
}

/**
 * Puts those whom files resemble before a person.
 * @param found for each file, in the same order, whom it resembles; the caller held them all before looking
 */
export async function keepMatches(
  unit: UnitOfWork,
  held: readonly { id: string; root: string }[],
  found: readonly (readonly Pick<Resembling, 'root' | 'judgement'>[])[],
  entry: Entry,
): Promise<string[]> {
  const { trx, now } = unit;
  const pairs = new Map<string, Pair>();
  held.forEach(({ root: mine }, at) => {
    for (const { root, judgement } of found[at] ?? []) {
      if (root === mine) continue;
      const [left = mine, right = root] = [mine, root].sort();
      const before = pairs.get(keyOf(left, right))?.reasons ?? [];
      const reasons = [...new Set([...before, ...judgement.reasons])];
      pairs.set(keyOf(left, right), { left, right, reasons });
    }
  });
  for (const known of await knownPairs(unit, [...pairs.values()])) pairs.delete(known);
  if (pairs.size === 0) return [];

  const rows = [...pairs.values()].map(({ left, right, reasons }) => ({
    id: randomUUID(),
    left_id: left,
    right_id: right,
    reasons: JSON.stringify(reasons),
    found_on: entry.path,
    found_at: now,
  }));
  for (let from = 0; from < rows.length; from += rowsInOneInsert) {
    await trx('crm_file_matches').insert(rows.slice(from, from + rowsInOneInsert));
  }
  const [only, ...more] = held;
  unit.record({
    type: 'file.match_found',
    actor: actorOf(entry.staffId),
    ...(only !== undefined && more.length === 0
      ? { subject: { kind: 'beneficiary', id: only.id } }
      : {}),
    data: {
      path: entry.path,
      pairs: rows.length,
      ...(entry.importId ? { import: entry.importId } : {}),
    },
  });
  return rows.map(({ id }) => id);
}

/** Keys of the pairs that stand before a person already, or were judged, under whichever file of the people. */
async function knownPairs({ trx }: UnitOfWork, pairs: readonly Pair[]): Promise<string[]> {
  if (pairs.length === 0) return [];
  const roots = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))];
  const rootOf = await filesOfPeople(trx, roots);
  const ids = [...rootOf.keys()];
  const rows = await trx('crm_file_matches')
    .whereRaw('left_id = any(?::uuid[]) and right_id = any(?::uuid[])', [ids, ids])
    .select<{ left_id: string; right_id: string }[]>('left_id', 'right_id');
  return rows.map(({ left_id, right_id }) =>
    keyOf(rootOf.get(left_id) ?? left_id, rootOf.get(right_id) ?? right_id),
  );
}
