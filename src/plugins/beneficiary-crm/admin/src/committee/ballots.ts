import type { BallotChoice } from '../../../contracts/vocabulary';

/** What a member puts on the ballot. */
export interface BallotBody {
  choice: BallotChoice;
  /** with a deferral: what the committee still has to know */
  missing?: string;
  reservation?: string;
}

/** A ballot that has not been answered yet: where it goes, and the key under which it counts once. */
export interface Waiting {
  /** address of the item's commands */
  path: string;
  key: string;
  body: BallotBody;
}

/**
 * Puts a ballot among those that wait. The same words for the same item keep their key, so that a repeat counts once;
 * other words take the place of what waited, under a key of their own.
 */
export function withBallot(
  waiting: readonly Waiting[],
  path: string,
  body: BallotBody,
  key: string,
): Waiting[] {
  const before = waiting.find((one) => one.path === path);
  const same = before !== undefined && JSON.stringify(before.body) === JSON.stringify(body);
  return [
    ...waiting.filter((one) => one.path !== path),
    { path, body, key: same ? before.key : key },
  ];
}

/** Takes away what was answered, and leaves what has taken its place since. */
export const withoutBallot = (waiting: readonly Waiting[], answered: Waiting): Waiting[] =>
  waiting.filter(({ key }) => key !== answered.key);

/** Whether the answer may be missing only: the ballot may have arrived, and is sent again. */
export const unanswered = (status: number | null): boolean =>
  status === null || status === 429 || status >= 500;
