import type { AnswerAttributes, PooledAnswer } from './pool';
import { weeksBetween } from './week.rules';

/**
 * When an answer leaves the pool: only in a crowd, with so many others given in weeks that are over that nothing
 * that is kept of one tells it from the rest. What finds no crowd waits; the longer it has waited, the more it may
 * give up of what tells it apart, and of all crowds that it could leave in it takes the one that keeps the most.
 * What was answered has no say in it: who knows the rule and the invitations learns nothing by knowing the crowds.
 */

export interface CrowdSettings {
  /** fewer answers than this never leave together */
  smallestCrowd: number;
  /** an answer that has waited so many weeks may leave with no more than so many attributes; before that, with all */
  patience: readonly { weeks: number; keeps: number }[];
}

/**
 * What may be given up, and how much the figures lose by it. How an answer came and to which questions is never
 * given up: every figure stands on it.
 */
const worth = { outcome: 6, service: 5, kind: 3, channel: 3, branch: 2 } as const;
type Attribute = keyof typeof worth;
const attributes = Object.keys(worth) as Attribute[];

/** Every choice of attributes to keep, the worthiest first. */
const choices: readonly (readonly Attribute[])[] = attributes
  .reduce<Attribute[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]])
  .sort((a, b) => worthOf(b) - worthOf(a) || b.length - a.length);

function worthOf(kept: readonly Attribute[]): number {
  return kept.reduce((sum, one) => sum + worth[one], 0);
}

/** All that is kept of where an answer belongs, as one text. */
export const attributesOf = (answer: AnswerAttributes): string =>
  JSON.stringify([
    answer.surveySlug,
    answer.surveyVersion,
    answer.mode,
    ...attributes.map((one) => answer[one]),
  ]);

/** Without what is not kept. */
const coarsened = (answer: PooledAnswer, kept: readonly Attribute[]): PooledAnswer => ({
  ...answer,
  ...Object.fromEntries(attributes.filter((one) => !kept.includes(one)).map((one) => [one, null])),
});

/** With how few attributes an answer may leave by now. */
function fewestFor(week: string, closed: string, { patience }: CrowdSettings): number {
  const waited = weeksBetween(week, closed);
  const reached = patience.filter(({ weeks }) => waited >= weeks).map(({ keeps }) => keeps);
  return Math.min(attributes.length, ...reached);
}

/**
 * Which of the answers leave, and which wait on as they are.
 * @param closed the last week that is over
 * @returns the released ones with what is still kept of them, `week` being the week of the release for all
 */
export function release(
  pool: readonly PooledAnswer[],
  closed: string,
  settings: CrowdSettings,
): { released: PooledAnswer[]; waiting: PooledAnswer[] } {
  const released: PooledAnswer[] = [];
  const waiting = new Set(pool);
  const over = pool.filter(({ week }) => week <= closed);
  for (const kept of choices) {
    const crowds = new Map<string, PooledAnswer[]>();
    for (const answer of over) {
      if (!waiting.has(answer) || fewestFor(answer.week, closed, settings) > kept.length) continue;
      const key = attributesOf(coarsened(answer, kept));
      const crowd = crowds.get(key);
      if (crowd) crowd.push(answer);
      else crowds.set(key, [answer]);
    }
    for (const crowd of crowds.values()) {
      if (crowd.length < settings.smallestCrowd) continue;
      for (const answer of crowd) {
        released.push({ ...coarsened(answer, kept), week: closed });
        waiting.delete(answer);
      }
    }
  }
  return { released, waiting: [...waiting] };
}
