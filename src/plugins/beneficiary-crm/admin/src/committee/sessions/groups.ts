import type { SessionSummary } from '../../../../contracts/sessions';

export const groupNames = ['open', 'upcoming', 'past'] as const;
export type GroupName = (typeof groupNames)[number];

const byDay = (a: SessionSummary, b: SessionSummary) =>
  a.heldOn.localeCompare(b.heldOn) ||
  (a.time ?? '').localeCompare(b.time ?? '') ||
  a.number - b.number;

/**
 * Sessions as one looks for them: what is held now, what comes, the nearest first, and what was, the latest first;
 * a session whose day went by without it has been.
 * @param today `YYYY-MM-DD` in Riyadh
 */
export function groupSessions(
  sessions: readonly SessionSummary[],
  today: string,
): Record<GroupName, SessionSummary[]> {
  const comes = ({ status, heldOn }: SessionSummary) => status === 'planned' && heldOn >= today;
  const inOrder = [...sessions].sort(byDay);
  return {
    open: inOrder.filter(({ status }) => status === 'open'),
    upcoming: inOrder.filter(comes),
    past: inOrder.filter((one) => one.status !== 'open' && !comes(one)).reverse(),
  };
}

/** The committees that the sessions are of, each once, by name. */
export function committeesOf(
  sessions: readonly SessionSummary[],
  locale: string,
): { id: string; name: string }[] {
  const names = new Map(sessions.map(({ committee, committeeName }) => [committee, committeeName]));
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
