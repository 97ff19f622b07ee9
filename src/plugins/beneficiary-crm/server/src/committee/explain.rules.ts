import { tally } from './tally.rules';
import type { Choice, CommitteeRules, TallyInput, TallyResult } from './tally.rules';

/** A rule explained: its sentences by name with their numbers, and votes that are counted by the rule itself. */
export interface Explained {
  sentence: Said[];
  /** the least that carries, and the same with one vote less; one alone where nothing carries */
  example: ExampleVote[];
}
export interface Said {
  key: string;
  params: Record<string, string | number>;
}
export interface ExampleVote {
  members: number;
  present: number;
  yes: number;
  no: number;
  abstain: number;
  /** the chair is the first of those who vote to accept, where anybody does */
  result: TallyResult;
}

const member = (at: number): string => `m${at}`;

/** A committee of `members`, of whom the first `choices.length` are present and vote like that; the chair first. */
function vote(rules: CommitteeRules, members: number, choices: readonly Choice[]): TallyResult {
  const roster: TallyInput['roster'] = Array.from({ length: members }, (_, at) => ({
    memberId: member(at),
    seat: at === 0 ? 'chair' : 'member',
  }));
  return tally({
    rules,
    roster,
    attendance: Object.fromEntries(choices.map((_, at) => [member(at), 'present'])),
    recused: [],
    ballots: choices.map((choice, at) => ({ memberId: member(at), choice })),
  });
}

/** The fewest who must be there, asked of the count itself. */
export function leastPresent(rules: CommitteeRules, members: number): number {
  for (let present = 1; present < members; present += 1) {
    const choices = Array.from({ length: present }, (): Choice => 'accept');
    if (vote(rules, members, choices).quorumMet) return present;
  }
  return members;
}

/**
 * Explains rules to who is no jurist, for a committee of that many members with a vote.
 * @param members 1 or more
 */
export function explainRules(rules: CommitteeRules, members: number): Explained {
  const { quorum, majority, tie } = rules;
  const present = leastPresent(rules, members);
  const fraction: Said['params'] = quorum.kind === 'fraction' ? { p: quorum.p, q: quorum.q } : {};
  return {
    sentence: [
      { key: `rules.quorum.${quorum.kind}`, params: { members, present, ...fraction } },
      { key: `rules.majority.${majority.kind}.${majority.base}`, params: {} },
      // Two thirds knows no tie.
      ...(majority.kind === 'simple' ? [{ key: `rules.tie.${tie}`, params: {} }] : []),
    ],
    example: exampleVotes(rules, members, present),
  };
}

/** At the quorum, with one who abstains where there are enough: the least that accepts, and one vote less. */
function exampleVotes(rules: CommitteeRules, members: number, present: number): ExampleVote[] {
  const abstain = present >= 4 ? 1 : 0;
  const voting = present - abstain;
  const withYes = (yes: number): ExampleVote => {
    const choices = [
      ...Array.from({ length: yes }, (): Choice => 'accept'),
      ...Array.from({ length: voting - yes }, (): Choice => 'reject'),
      ...Array.from({ length: abstain }, (): Choice => 'abstain'),
    ];
    const result = vote(rules, members, choices);
    return { members, present, yes, no: voting - yes, abstain, result };
  };
  for (let yes = 1; yes <= voting; yes += 1) {
    const carried = withYes(yes);
    if (carried.result.adopted) return yes > 1 ? [carried, withYes(yes - 1)] : [carried];
  }
  return [withYes(voting)];
}
