import type { ReadyRequest } from '../../../../contracts/sessions';

/** One line of an agenda that is being put in order; `minutes` as it is typed. */
export interface Entry {
  request: string;
  minutes: string;
}

/** One line to another place; the others close up. */
export function placed<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(list.length - 1, to)), 0, one);
  return next;
}

export interface TimeUsed {
  used: number;
  /** null: the session is not limited */
  available: number | null;
  /** minutes that are too many; 0 when it fits */
  over: number;
}

/** How much of the session's time an agenda takes. What is not a number yet counts as nothing. */
export function timeUsed(minutes: readonly (number | null)[], available: number | null): TimeUsed {
  const used = minutes.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { used, available, over: available === null ? 0 : Math.max(0, used - available) };
}

/** What fits into the time, in the order of what is ready; the first always does. As the server fills an agenda. */
export function filled(
  ready: readonly Pick<ReadyRequest, 'requestId'>[],
  each: number,
  available: number | null,
): string[] {
  const room = available === null ? ready.length : Math.max(1, Math.floor(available / each));
  return ready.slice(0, Math.min(room, 50)).map(({ requestId }) => requestId);
}
