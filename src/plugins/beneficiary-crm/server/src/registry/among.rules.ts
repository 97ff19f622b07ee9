import { folded, judgePair, nameBlocks } from './matching.rules';
import type { MatchJudgement, Traits } from './matching.rules';

/** As `mostForOneValue` of those who have files: a value that more than these share tells nobody apart. */
const mostForOneValue = 50;

/** By what two entries can be found to resemble each other. */
const valuesOf = (entry: Traits): string[] => [
  ...entry.identities,
  ...entry.phones,
  ...folded(entry.emails),
  ...entry.households,
  ...nameBlocks(entry.name, entry.birthYear),
];

/**
 * Whom of the others that come together with it each entry resembles, each pair told once, at the later of the two.
 * Only entries that share a value are compared: every other pair is two people by every rule.
 */
export function resemblingAmong(
  entries: readonly (Traits & { root: string })[],
): { root: string; judgement: MatchJudgement }[][] {
  const before = new Map<string, number[]>();
  return entries.map((entry, at) => {
    const values = valuesOf(entry);
    const others = new Set(values.flatMap((value) => before.get(value) ?? []));
    for (const value of values) {
      const sharing = before.get(value) ?? [];
      if (sharing.length < mostForOneValue) before.set(value, [...sharing, at]);
    }
    return [...others].flatMap((other) => {
      const earlier = entries[other];
      if (!earlier) return [];
      const judgement = judgePair(entry, earlier);
      return judgement.verdict === 'none' ? [] : [{ root: earlier.root, judgement }];
    });
  });
}
