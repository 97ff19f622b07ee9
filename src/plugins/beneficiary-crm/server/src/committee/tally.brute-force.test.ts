/**
 * The count against another one that shares nothing with it, over every committee of up to nine: who is there, who
 * declared a conflict and how each voted, by counts for the members and one by one for the chair and the deputy.
 * Fractions are pairs of whole numbers, compared crosswise.
 *
 * `TALLY_EVERYTHING=1` asks every rule of every committee of nine (some minutes); else the presets are asked of all
 * committees of up to nine, and every other rule of all committees of up to five.
 */
import { presets, tally } from './tally.rules';
import type { CommitteeRules, TallyInput } from './tally.rules';

/** How a member with a vote stands; away: absent, or gone before the vote. */
const states = [
  'yes',
  'no',
  'defer',
  'abstain',
  'silent',
  'away',
  'recused',
  'recused_away',
] as const;
type State = (typeof states)[number];
interface Committee {
  chair: State | null;
  deputy: State | null;
  /** how many of the other members stand in each state */
  others: Record<State, number>;
}

// ── the other count ──────────────────────────────────────────────────────────

type Fraction = readonly [of: number, among: number];
const above = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d > c * b;
const atLeast = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d >= c * b;

function byHand(rules: CommitteeRules, { chair, deputy, others }: Committee): string {
  const how = (state: State) =>
    others[state] + (chair === state ? 1 : 0) + (deputy === state ? 1 : 0);
  const [yes, no, defer] = [how('yes'), how('no'), how('defer')];
  const free = yes + no + defer + how('abstain') + how('silent');
  const present = free + how('recused');
  const everybody = present + how('away') + how('recused_away');

  const enough: Record<CommitteeRules['quorum']['kind'], Fraction> = {
    all: [1, 1],
    more_than_half: [1, 2],
    fraction: rules.quorum.kind === 'fraction' ? [rules.quorum.p, rules.quorum.q] : [1, 1],
  };
  const there: Fraction = [present, everybody];
  const quorate = (rules.quorum.kind === 'more_than_half' ? above : atLeast)(
    there,
    enough[rules.quorum.kind],
  );
  if (present === 0 || !quorate) return 'no_quorum';

  const among = (votes: number, cast: number): Fraction =>
    rules.majority.base === 'cast'
      ? [votes, cast]
      : rules.majority.base === 'present'
        ? [votes, free]
        : [votes, free + how('away')];
  const carries = (share: Fraction): boolean =>
    share[0] > 0 &&
    (rules.majority.kind === 'simple' ? above(share, [1, 2]) : atLeast(share, [2, 3]));
  if (carries(among(defer, yes + no + defer))) return 'deferred';
  if (carries(among(yes, yes + no))) return 'accepted';
  if (carries(among(no, yes + no))) return 'rejected';

  const sides: (State | null)[] =
    yes > 0 && yes === no && rules.majority.kind === 'simple' && rules.tie === 'chair_side'
      ? [chair, deputy]
      : [];
  const side = sides.find((state) => state === 'yes' || state === 'no');
  return side === 'yes' ? 'accepted' : side === 'no' ? 'rejected' : 'deferred';
}

// ── every committee ──────────────────────────────────────────────────────────

/** All ways in which `people` stand in the states from `from` on. */
function* compositions(people: number, from = 0): Generator<number[]> {
  if (from === states.length - 1) {
    yield [people];
    return;
  }
  for (let here = 0; here <= people; here += 1)
    for (const rest of compositions(people - here, from + 1)) yield [here, ...rest];
}

function* committees(size: number): Generator<Committee> {
  for (const chair of [null, ...states]) {
    for (const deputy of [null, ...states]) {
      const others = size - (chair ? 1 : 0) - (deputy ? 1 : 0);
      if (others < 0) continue;
      for (const counts of compositions(others)) {
        const named = states.map((state, at) => [state, counts[at] ?? 0]);
        yield { chair, deputy, others: Object.fromEntries(named) as Committee['others'] };
      }
    }
  }
}

const choiceOf = { yes: 'accept', no: 'reject', defer: 'defer', abstain: 'abstain' } as const;
const hasBallot = (state: State): state is keyof typeof choiceOf => state in choiceOf;

/** As the count is given it: people by name, in an order of their own, with an observer who votes in vain. */
function inputOf({ chair, deputy, others }: Committee): Omit<TallyInput, 'rules'> {
  const people: { seat: 'chair' | 'deputy' | 'member' | 'secretary'; state: State }[] = [];
  for (const state of states)
    for (let nth = 0; nth < others[state]; nth += 1)
      people.push({ seat: nth % 3 === 2 ? 'secretary' : 'member', state });
  if (deputy) people.push({ seat: 'deputy', state: deputy });
  if (chair) people.push({ seat: 'chair', state: chair });
  const attendance: Record<string, 'present' | 'left' | 'absent'> = { o: 'present' };
  const recused: string[] = [];
  const ballots: TallyInput['ballots'][number][] = [{ memberId: 'o', choice: 'accept' }];
  const roster: TallyInput['roster'][number][] = [{ memberId: 'o', seat: 'observer' }];
  people.forEach(({ seat, state }, at) => {
    const memberId = String(at);
    roster.push({ memberId, seat });
    const away = state === 'away' || state === 'recused_away';
    // Unknown, absent and gone are one: not there. Who is gone, or recused, may have voted before.
    if (!away) attendance[memberId] = 'present';
    else if (at % 3 > 0) attendance[memberId] = at % 3 === 1 ? 'left' : 'absent';
    if (state === 'recused' || state === 'recused_away') recused.push(memberId);
    if (hasBallot(state)) ballots.push({ memberId, choice: choiceOf[state] });
    else if (state !== 'silent' && at % 2 === 0) ballots.push({ memberId, choice: 'reject' });
  });
  return { roster, attendance, recused, ballots };
}

const quorums: CommitteeRules['quorum'][] = [
  { kind: 'all' },
  { kind: 'more_than_half' },
  { kind: 'fraction', p: 1, q: 3 },
  { kind: 'fraction', p: 2, q: 3 },
  { kind: 'fraction', p: 3, q: 4 },
];
const custom: CommitteeRules[] = quorums.flatMap((quorum) =>
  (['simple', 'two_thirds'] as const).flatMap((kind) =>
    (['cast', 'present', 'appointed'] as const).flatMap((base) =>
      (['chair_side', 'not_adopted'] as const).map((tie) => ({
        preset: 'custom' as const,
        quorum,
        majority: { kind, base },
        tie,
      })),
    ),
  ),
);

/** @returns how many votes were counted both ways, and the first that differ */
function compare(
  all: readonly CommitteeRules[],
  sizes: readonly number[],
  other: typeof byHand = byHand,
): { counted: number; differing: object[] } {
  const differing: object[] = [];
  let counted = 0;
  for (const size of sizes) {
    for (const committee of committees(size)) {
      const input = inputOf(committee);
      for (const rules of all) {
        counted += 1;
        const [ours, theirs] = [tally({ rules, ...input }).outcome, other(rules, committee)];
        if (ours !== theirs && differing.length < 5)
          differing.push({ rules, committee, ours, theirs });
      }
    }
  }
  return { counted, differing };
}

const upTo = (size: number): number[] => Array.from({ length: size }, (_, at) => at + 1);
const everything = process.env.TALLY_EVERYTHING === '1';

describe('counted another way, one vote after the other', () => {
  it('every preset agrees on every committee of up to nine', () => {
    const { counted, differing } = compare(Object.values(presets), upTo(9));
    expect(differing).toEqual([]);
    expect(counted).toBe(3 * 642_069);
  }, 300_000);

  it('every other rule agrees', () => {
    const { counted, differing } = compare(custom, upTo(everything ? 9 : 5));
    expect(differing).toEqual([]);
    expect(counted).toBeGreaterThan(1_000_000);
  }, 3_600_000);

  it('a count that is wrong by one vote, or by a rounded two thirds, is found', () => {
    const rounded: typeof byHand = (rules, committee) =>
      rules.majority.kind === 'two_thirds' &&
      committee.others.yes === 4 &&
      committee.others.no === 2 &&
      committee.others.defer === 0 &&
      4 / 6 < 0.6667
        ? 'deferred'
        : byHand(rules, committee);
    expect(compare([presets.two_thirds], [6], rounded).differing).not.toEqual([]);
    const withoutChair: typeof byHand = (rules, committee) =>
      byHand(rules, {
        ...committee,
        chair: committee.chair === 'yes' ? 'abstain' : committee.chair,
      });
    expect(compare([presets.saudi_associations], [4], withoutChair).differing).not.toEqual([]);
  });
});
