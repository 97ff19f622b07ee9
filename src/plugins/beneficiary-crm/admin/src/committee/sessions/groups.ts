import type { SessionSummary } from '../../../../contracts/sessions';

export const groupNames = ['open', 'upcoming', 'past'] as const;
export type GroupName = (typeof groupNames)[number];

const byDay = (a: SessionSummary, b: SessionSummary) =>
  a.heldOn.localeCompare(b.heldOn) ||
  (a.time ?? '').localeCompare(b.time ?? '') ||
  a.number - b.number;

/** Sessions as one looks for them: what is held now, what comes, the nearest first, and what was, the latest first. */
export function groupSessions(
  sessions: readonly SessionSummary[],
): Record<GroupName, SessionSummary[]> {
  const inOrder = [...sessions].sort(byDay);
  return {
    open: inOrder.filter(({ status }) => status === 'open'),
    upcoming: inOrder.filter(({ status }) => status === 'planned'),
    past: inOrder.filter(({ status }) => status === 'closed' || status === 'cancelled').reverse(),
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
