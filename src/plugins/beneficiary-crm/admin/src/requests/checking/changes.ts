import type { RequestDetail } from '../../../../contracts/admin';

export type Happened = RequestDetail['timeline'][number];

/** The last event that this copy of the request knows. */
export const lastSeen = ({ timeline }: Pick<RequestDetail, 'timeline'>): number =>
  timeline.reduce((last, { seq }) => Math.max(last, seq), 0);

/** What happened to the request after that event, oldest first. */
export const changesSince = (
  { timeline }: Pick<RequestDetail, 'timeline'>,
  seen: number,
): Happened[] => timeline.filter(({ seq }) => seq > seen).sort((a, b) => a.seq - b.seq);
