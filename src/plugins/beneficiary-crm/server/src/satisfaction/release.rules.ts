import type { AnswerAttributes, PooledAnswer } from './pool';
import { weeksBetween } from './week.rules';

/**
 * When an answer leaves the pool: only in a crowd, with so many others given in weeks that are over that nothing
 * that is kept of one tells it from the rest. What finds no crowd waits; what has waited for long gives up what
 * tells it apart, one attribute after the other, until it finds one.
 */

export interface CrowdSettings {
  /** fewer answers than this never leave together */
  smallestCrowd: number;
  /** from so many weeks on an answer is coarsened */
  coarsenedAfterWeeks: number;
}

/** What is given up, in this order. How an answer came and to which questions is never given up: figures stand on it. */
const givenUp = ['branch', 'channel', 'kind', 'service', 'outcome'] as const;

/** All that is kept of where an answer belongs, as one text. */
export const attributesOf = (answer: AnswerAttributes): string =>
  JSON.stringify([
    answer.surveySlug,
    answer.surveyVersion,
    answer.mode,
    answer.service,
    answer.channel,
    answer.branch,
    answer.kind,
    answer.outcome,
  ]);

/** The answers that are alike once these attributes are given up: in groups. */
function groups(
  answers: readonly PooledAnswer[],
  without: readonly (typeof givenUp)[number][],
): { coarse: PooledAnswer; of: PooledAnswer }[][] {
  const found = new Map<string, { coarse: PooledAnswer; of: PooledAnswer }[]>();
  const nothing = Object.fromEntries(without.map((name) => [name, null]));
  for (const of of answers) {
    const coarse: PooledAnswer = { ...of, ...nothing };
    const key = attributesOf(coarse);
    const group = found.get(key);
    if (group) group.push({ coarse, of });
    else found.set(key, [{ coarse, of }]);
  }
  return [...found.values()];
}

/**
 * Which of the answers leave, and which wait on as they are.
 * @param closed the last week that is over
 * @returns the released ones with what is still kept of them, `week` being the week of the release for all
 */
export function release(
  pool: readonly PooledAnswer[],
  closed: string,
  { smallestCrowd, coarsenedAfterWeeks }: CrowdSettings,
): { released: PooledAnswer[]; waiting: PooledAnswer[] } {
  const released: PooledAnswer[] = [];
  const gone = new Set<PooledAnswer>();
  const leave = (
    answers: readonly PooledAnswer[],
    without: readonly (typeof givenUp)[number][],
  ): void => {
    for (const group of groups(answers, without)) {
      if (group.length < smallestCrowd) continue;
      for (const { coarse, of } of group) {
        released.push({ ...coarse, week: closed });
        gone.add(of);
      }
    }
  };

  const over = pool.filter(({ week }) => week <= closed);
  leave(over, []);
  const old = over.filter(({ week }) => weeksBetween(week, closed) >= coarsenedAfterWeeks);
  for (let steps = 1; steps <= givenUp.length; steps += 1) {
    leave(
      old.filter((answer) => !gone.has(answer)),
      givenUp.slice(0, steps),
    );
  }
  return { released, waiting: pool.filter((answer) => !gone.has(answer)) };
}
