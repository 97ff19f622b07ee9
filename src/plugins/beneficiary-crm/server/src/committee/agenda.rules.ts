/** How an agenda is filled and put in order. Ids are those of requests. */

export interface Ready {
  id: string;
  minutes: number;
  /** of which the person who plans may know nothing */
  hidden: boolean;
}

/** The longest agenda of a session that is not limited by time. */
export const longestAgenda = 50;

/** What fits, in order, until the first that does not; the first always does. */
function fitting(ready: readonly Ready[], minutes: number | null): Ready[] {
  let used = 0;
  const end = ready.findIndex((one, at) => {
    used += one.minutes;
    return at >= longestAgenda || (at > 0 && minutes !== null && used > minutes);
  });
  return ready.slice(0, end < 0 ? undefined : end);
}

/**
 * What is ready, in order, until the time is used up. Whoever plans gets the same agenda before the eyes whether or
 * not something is hidden from them, so what is hidden takes nothing from the time that they divide.
 * @returns ids in order; none where the planner sees nothing that is ready
 */
export function fillAgenda(ready: readonly Ready[], minutes: number | null): string[] {
  const seen = fitting(
    ready.filter(({ hidden }) => !hidden),
    minutes,
  );
  if (seen.length === 0) return [];
  const chosen = new Set([...seen, ...fitting(ready, minutes)].map(({ id }) => id));
  return ready.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}

/** An item as it stands: `fixed` was opened, `hidden` is not known to who puts the agenda in order. */
export interface Standing {
  id: string;
  fixed: boolean;
  hidden: boolean;
}

/**
 * The agenda after somebody put in order what they see of it and may move: what is fixed, and what is hidden from
 * them, keeps its place among the others.
 * @param wanted ids in order: those kept and those that are new; what is missing is taken off
 * @returns all ids in their new order
 */
export function reorder(standing: readonly Standing[], wanted: readonly string[]): string[] {
  const left = [...wanted];
  const order = standing.flatMap(({ id, fixed, hidden }) => {
    if (fixed || hidden) return [id];
    const next = left.shift();
    return next === undefined ? [] : [next];
  });
  return [...order, ...left];
}
