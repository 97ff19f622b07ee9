import type { RulesView } from '../../../contracts/committee';
import type { TallyView } from '../../../contracts/items';

/** A message and its values; the words are in the message files. */
export interface Sentence {
  key: string;
  values?: Record<string, number>;
}

/** The committee's rules in plain sentences: when it may decide, what carries, and what a tie does. */
export function ruleSentences({ quorum, majority, tie }: RulesView): Sentence[] {
  return [
    {
      key: `rule.quorum.${quorum.kind}`,
      values: quorum.kind === 'fraction' ? { p: quorum.p ?? 1, q: quorum.q ?? 2 } : undefined,
    },
    { key: `rule.majority.${majority.kind}.${majority.base}` },
    { key: `rule.tie.${tie}` },
  ];
}

/** After the close: who was there, how they voted, and what decided. */
export function tallySentences(tally: TallyView, rules: RulesView): Sentence[] {
  const { present, appointed, yes, no, defer, abstain, recused } = tally;
  const numbers: Sentence[] = [
    { key: 'tally.attended', values: { present, appointed } },
    { key: 'tally.votes', values: { yes, no, defer, abstain } },
  ];
  if (recused > 0) numbers.push({ key: 'tally.recused', values: { recused } });
  if (!tally.quorumMet || tally.outcome === 'no_quorum')
    return [...numbers, { key: 'tally.no_quorum' }];
  if (tally.decidedBy === 'tie')
    return [...numbers, { key: `tally.${tally.outcome}.tie.${rules.tie}` }];
  return [...numbers, { key: `tally.${tally.outcome}.${rules.majority.base}` }];
}
