import type { MergeField } from '../../../contracts/duplicates';

/**
 * Merging as a forest of pointers: the file that goes points to the one that stays, and nothing else moves.
 * What the file that stays takes over is written down with what stood there before, so that a merge can be
 * undone alone and in any order.
 */

/** Files by id: which file each was merged into. */
export type Forest = ReadonlyMap<string, string | null>;

/** The file that speaks for this one. */
export function rootOf(forest: Forest, id: string): string {
  const into = forest.get(id) ?? null;
  return into === null ? id : rootOf(forest, into);
}

/** The file and all that were merged into it, at whatever remove. */
export function membersOf(forest: Forest, id: string): string[] {
  const children = [...forest].filter(([, into]) => into === id).map(([child]) => child);
  return [id, ...children.flatMap((child) => membersOf(forest, child))];
}

export type MergeRefusal = 'itself' | 'gone_already' | 'kept_is_gone';

/** Whether one file may go into another: both have to speak for themselves, so that no circle can arise. */
export function mayMerge(forest: Forest, kept: string, gone: string): MergeRefusal | null {
  if (rootOf(forest, kept) === rootOf(forest, gone)) return 'itself';
  if (forest.get(gone) !== null) return 'gone_already';
  if (forest.get(kept) !== null) return 'kept_is_gone';
  return null;
}

/** The columns behind each field that may be taken. */
export const columnsOfField: Readonly<Record<MergeField, readonly string[]>> = {
  name: ['name'],
  sex: ['sex'],
  birth: ['birth_date', 'birth_year'],
  city: ['city'],
  district: ['district'],
  address: ['address'],
  coordinates: ['latitude', 'longitude'],
  branch: ['branch'],
  preferredChannel: ['preferred_channel'],
  preferredTimes: ['preferred_times'],
};

/** Values of columns; what is compared is their JSON. */
export type Values = Readonly<Record<string, unknown>>;

/** What a merge took over: per field, what stood in the file that stays, and what it was given. */
export type Taken = Readonly<Partial<Record<MergeField, { before: Values; after: Values }>>>;

const sameValues = (a: Values, b: Values): boolean =>
  Object.keys(a).every((column) => JSON.stringify(a[column]) === JSON.stringify(b[column]));

/** The values of a field's columns. */
export const valuesOf = (field: MergeField, row: Values): Values =>
  Object.fromEntries(columnsOfField[field].map((column) => [column, row[column] ?? null]));

/** What is taken from the file that goes; a field that is the same on both sides is not. */
export function takeFields(fields: readonly MergeField[], kept: Values, gone: Values): Taken {
  const taken = fields.map((field) => {
    return [field, { before: valuesOf(field, kept), after: valuesOf(field, gone) }] as const;
  });
  return Object.fromEntries(taken.filter(([, { before, after }]) => !sameValues(before, after)));
}

/** What the undoing of a merge does to the file that stayed. */
export interface Restored {
  /** columns to be written back */
  columns: Values;
  /** fields that were changed since by hand: the later change stands */
  left: MergeField[];
  /** later merges into the same file whose "before" was this merge's "after": it becomes this merge's "before" */
  later: { merge: string; taken: Taken }[];
}

/**
 * Gives back what stood before a merge. Where a later merge took the same field, its memory is corrected instead:
 * so all merges of a file can be undone in any order, and the first values return.
 * @param later merges into the same file since this one that stand, oldest first
 */
export function restoreFields(
  taken: Taken,
  current: Values,
  later: readonly { merge: string; taken: Taken }[],
): Restored {
  let columns: Values = {};
  const left: MergeField[] = [];
  const corrected = new Map<string, Taken>();
  for (const [field, change] of Object.entries(taken) as [
    MergeField,
    { before: Values; after: Values },
  ][]) {
    const next = later.find((one) => one.taken[field]);
    const nextTaken = next && (corrected.get(next.merge) ?? next.taken);
    const nextChange = nextTaken?.[field];
    if (next && nextTaken && nextChange) {
      if (sameValues(nextChange.before, change.after))
        corrected.set(next.merge, {
          ...nextTaken,
          [field]: { before: change.before, after: nextChange.after },
        });
      else left.push(field);
    } else if (sameValues(change.after, current)) columns = { ...columns, ...change.before };
    else left.push(field);
  }
  return { columns, left, later: [...corrected].map(([merge, held]) => ({ merge, taken: held })) };
}
