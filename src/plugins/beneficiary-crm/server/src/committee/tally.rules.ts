/**
 * The count of a committee's vote on one application, in integers only: quorum, then the majority rule, then
 * the tie, then the outcome.
 *
 * Three motions stand on one ballot paper: to defer, to accept, to reject. To defer goes first, as a motion to
 * postpone does; it carries by the majority rule. Otherwise a vote to defer counts as an abstention, and the
 * application is accepted, or rejected, only if that motion carries by the same rule or by the tie-break.
 * Where neither does, the application is deferred: nobody is refused by a rule that nobody wrote.
 */

export type Seat = 'chair' | 'deputy' | 'secretary' | 'member' | 'observer';
/** A committee has at most one chair and one deputy. */
export type RosterEntry = { memberId: string; seat: Seat };
/** Attendance of one item: who left before the vote is not present. Missing means absent. */
export type Attendance = Readonly<Record<string, 'present' | 'left' | 'absent'>>;
export type Choice = 'accept' | 'reject' | 'defer' | 'abstain';
export type Ballot = { memberId: string; choice: Choice };

export type Quorum =
  | { kind: 'all' }
  | { kind: 'more_than_half' }
  /** At least p/q of the appointed; whole numbers, 0 < p ≤ q. */
  | { kind: 'fraction'; p: number; q: number };

export type Majority = {
  kind: 'simple' | 'two_thirds';
  /** Of whom: votes for and against; members present; members appointed. Less the recused. */
  base: 'cast' | 'present' | 'appointed';
};

export type CommitteeRules = {
  preset: 'saudi_associations' | 'roberts' | 'two_thirds' | 'custom';
  quorum: Quorum;
  majority: Majority;
  /** What as many votes for as against mean under a simple majority; two thirds knows no tie. */
  tie: 'chair_side' | 'not_adopted';
};

export const presets: Readonly<
  Record<Exclude<CommitteeRules['preset'], 'custom'>, CommitteeRules>
> = {
  saudi_associations: {
    preset: 'saudi_associations',
    quorum: { kind: 'all' },
    majority: { kind: 'simple', base: 'present' },
    tie: 'chair_side',
  },
  roberts: {
    preset: 'roberts',
    quorum: { kind: 'more_than_half' },
    majority: { kind: 'simple', base: 'cast' },
    tie: 'not_adopted',
  },
  two_thirds: {
    preset: 'two_thirds',
    quorum: { kind: 'more_than_half' },
    majority: { kind: 'two_thirds', base: 'cast' },
    tie: 'not_adopted',
  },
};

export type TallyInput = {
  rules: CommitteeRules;
  roster: readonly RosterEntry[];
  attendance: Attendance;
  recused: readonly string[];
  /** One current ballot a member. Those of anyone without a vote here are ignored. */
  ballots: readonly Ballot[];
};

export type TallyNumbers = {
  /** Members with a vote on this committee, observers not counted. */
  appointed: number;
  /** Of them present at this item; a recused member who stays counts. */
  present: number;
  recused: number;
  yes: number;
  no: number;
  defer: number;
  abstain: number;
  /** Present, not recused, and without a ballot. */
  notVoted: number;
  /** What the votes to accept, or to reject, are measured against. */
  base: number;
};

export type Motion = 'defer' | 'accept' | 'reject';
export type Outcome = 'accepted' | 'rejected' | 'deferred' | 'no_quorum';
export type OutcomeReason = 'majority' | 'chair_side' | 'deputy_side' | 'no_majority' | 'no_quorum';

export type TallyStep =
  | { step: 'quorum'; appointed: number; present: number; passed: boolean }
  | { step: 'rule'; motion: Motion; votes: number; base: number; passed: boolean }
  | {
      step: 'tie';
      yes: number;
      no: number;
      brokenBy: 'chair' | 'deputy' | null;
      side: 'accept' | 'reject' | null;
      passed: boolean;
    }
  | { step: 'outcome'; outcome: Outcome; reason: OutcomeReason; passed: boolean };

export type TallyResult = TallyNumbers & {
  quorumMet: boolean;
  /** Whether the motion to accept was adopted. */
  adopted: boolean;
  outcome: Outcome;
  reason: OutcomeReason;
  /** Each step taken, with its numbers, in order; the minutes are written from them. */
  steps: TallyStep[];
};

/** Throws RangeError where a member stands twice on the roster or has two ballots. */
export function tally(input: TallyInput): TallyResult {
  const { rules } = input;
  const ballots = countedBallots(input);
  const numbers = count(input, ballots);
  const { appointed, present, yes, no, defer, base } = numbers;
  const steps: TallyStep[] = [];

  const conclude = (outcome: Outcome, reason: OutcomeReason): TallyResult => {
    const adopted = outcome === 'accepted';
    steps.push({ step: 'outcome', outcome, reason, passed: adopted });
    return { ...numbers, quorumMet: outcome !== 'no_quorum', adopted, outcome, reason, steps };
  };
  const carries = (motion: Motion, votes: number, of: number): boolean => {
    const passed = reaches(rules.majority.kind, votes, of);
    steps.push({ step: 'rule', motion, votes, base: of, passed });
    return passed;
  };

  const quorumMet = meetsQuorum(rules.quorum, present, appointed);
  steps.push({ step: 'quorum', appointed, present, passed: quorumMet });
  if (!quorumMet) return conclude('no_quorum', 'no_quorum');

  const deferBase = rules.majority.base === 'cast' ? base + defer : base;
  if (carries('defer', defer, deferBase)) return conclude('deferred', 'majority');
  if (carries('accept', yes, base)) return conclude('accepted', 'majority');
  if (carries('reject', no, base)) return conclude('rejected', 'majority');

  if (yes === no && yes > 0 && rules.majority.kind === 'simple') {
    const breaker = rules.tie === 'chair_side' ? tieBreaker(input.roster, ballots) : null;
    const side = breaker?.side ?? null;
    steps.push({
      step: 'tie',
      yes,
      no,
      brokenBy: breaker?.seat ?? null,
      side,
      passed: side === 'accept',
    });
    if (breaker !== null) {
      return conclude(
        breaker.side === 'accept' ? 'accepted' : 'rejected',
        breaker.seat === 'chair' ? 'chair_side' : 'deputy_side',
      );
    }
  }
  return conclude('deferred', 'no_majority');
}

function meetsQuorum(quorum: Quorum, present: number, appointed: number): boolean {
  if (present === 0) return false;
  switch (quorum.kind) {
    case 'all':
      return present === appointed;
    case 'more_than_half':
      return 2 * present > appointed;
    case 'fraction':
      return quorum.q * present >= quorum.p * appointed;
  }
}

/** No votes reach nothing, not even two thirds of nobody. */
function reaches(kind: Majority['kind'], votes: number, base: number): boolean {
  if (votes === 0) return false;
  return kind === 'simple' ? 2 * votes > base : 3 * votes >= 2 * base;
}

function voters(roster: readonly RosterEntry[]): RosterEntry[] {
  return roster.filter(({ seat }) => seat !== 'observer');
}

/** Ballots of those who have a vote on this item: on the roster, present, not recused, no observers. */
function countedBallots({ roster, attendance, recused, ballots }: TallyInput): Ballot[] {
  refuseDuplicates(roster, 'roster');
  refuseDuplicates(ballots, 'ballots');
  const entitled = new Set(
    voters(roster)
      .map(({ memberId }) => memberId)
      .filter((memberId) => attendance[memberId] === 'present' && !recused.includes(memberId)),
  );
  return ballots.filter(({ memberId }) => entitled.has(memberId));
}

function refuseDuplicates(list: readonly { memberId: string }[], name: string): void {
  if (new Set(list.map(({ memberId }) => memberId)).size !== list.length) {
    throw new RangeError(`a member stands twice in ${name}`);
  }
}

function count(input: TallyInput, ballots: readonly Ballot[]): TallyNumbers {
  const members = voters(input.roster);
  const isPresent = ({ memberId }: RosterEntry) => input.attendance[memberId] === 'present';
  const isRecused = ({ memberId }: RosterEntry) => input.recused.includes(memberId);
  const votesFor = (choice: Choice) => ballots.filter((ballot) => ballot.choice === choice).length;

  const yes = votesFor('accept');
  const no = votesFor('reject');
  const presentAndFree = members.filter((member) => isPresent(member) && !isRecused(member)).length;
  const base = {
    cast: yes + no,
    present: presentAndFree,
    appointed: members.filter((member) => !isRecused(member)).length,
  }[input.rules.majority.base];
  return {
    appointed: members.length,
    present: members.filter(isPresent).length,
    recused: members.filter(isRecused).length,
    yes,
    no,
    defer: votesFor('defer'),
    abstain: votesFor('abstain'),
    notVoted: presentAndFree - ballots.length,
    base,
  };
}

/** The chair's side; where the chair took none (abstained, absent, recused), the deputy's; or nobody's. */
function tieBreaker(
  roster: readonly RosterEntry[],
  ballots: readonly Ballot[],
): { seat: 'chair' | 'deputy'; side: 'accept' | 'reject' } | null {
  for (const seat of ['chair', 'deputy'] as const) {
    const holder = roster.find((entry) => entry.seat === seat);
    const side = ballots.find(({ memberId }) => memberId === holder?.memberId)?.choice;
    if (side === 'accept' || side === 'reject') return { seat, side };
  }
  return null;
}
