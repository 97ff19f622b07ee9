import fc from 'fast-check';
import type {
  Ballot,
  Choice,
  CommitteeRules,
  Majority,
  Quorum,
  RosterEntry,
  Seat,
  TallyInput,
} from './tally.rules';
import { presets, tally } from './tally.rules';

type Presence = 'present' | 'left' | 'absent';
type Person = {
  seat: Seat;
  presence: Presence;
  recused: boolean;
  choice: Choice | null;
};

/** Members m0, m1, … from a list of people. */
function inputOf(rules: CommitteeRules, people: readonly Person[]): TallyInput {
  const named = people.map((person, index) => ({ ...person, memberId: `m${index}` }));
  return {
    rules,
    roster: named.map(({ memberId, seat }) => ({ memberId, seat })),
    attendance: Object.fromEntries(named.map(({ memberId, presence }) => [memberId, presence])),
    recused: named.filter(({ recused }) => recused).map(({ memberId }) => memberId),
    ballots: named.flatMap(({ memberId, choice }) =>
      choice === null ? [] : [{ memberId, choice }],
    ),
  };
}

const person = (
  seat: Seat,
  choice: Choice | null,
  rest: { presence?: Presence; recused?: boolean } = {},
): Person => ({ seat, choice, presence: 'present', recused: false, ...rest });

/** A committee whose chair, deputy and members vote as listed, all present. */
function committee(...choices: (Choice | null)[]): Person[] {
  const seats: Seat[] = ['chair', 'deputy', 'secretary'];
  return choices.map((choice, index) => person(seats[index] ?? 'member', choice));
}

const { saudi_associations: saudi, roberts, two_thirds: twoThirds } = presets;
const custom = (changes: Partial<CommitteeRules>): CommitteeRules => ({
  ...roberts,
  preset: 'custom',
  ...changes,
});

describe('golden cases', () => {
  const twoOneTwo = committee('accept', 'accept', 'reject', 'abstain', 'abstain');

  it('2 for, 1 against, 2 abstaining is adopted of votes cast, not of those present', () => {
    expect(tally(inputOf(roberts, twoOneTwo))).toMatchObject({ adopted: true, base: 3 });
    expect(tally(inputOf(saudi, twoOneTwo))).toMatchObject({
      adopted: false,
      base: 5,
      outcome: 'deferred',
      reason: 'no_majority',
    });
  });

  it.each([
    ['accept', 'reject', 'accepted'],
    ['reject', 'accept', 'rejected'],
  ] as const)('2 against 2 goes to the side of the chair: %s', (chair, others, outcome) => {
    const people = committee(chair, others, chair, others, 'abstain');
    expect(tally(inputOf(saudi, people))).toMatchObject({
      outcome,
      reason: 'chair_side',
      adopted: outcome === 'accepted',
    });
  });

  it('4 against 2 is exactly two thirds', () => {
    const people = committee('accept', 'accept', 'accept', 'accept', 'reject', 'reject');
    expect(tally(inputOf(twoThirds, people)).outcome).toBe('accepted');
  });

  it('all abstaining is not adopted, and not rejected either', () => {
    for (const rules of Object.values(presets)) {
      const result = tally(inputOf(rules, committee('abstain', 'abstain', 'abstain')));
      expect(result).toMatchObject({
        quorumMet: true,
        adopted: false,
        outcome: 'deferred',
        reason: 'no_majority',
      });
    }
  });
});

describe('quorum', () => {
  const outcome = (rules: CommitteeRules, people: Person[]) =>
    tally(inputOf(rules, people)).outcome;
  const absent = person('member', null, { presence: 'absent' });

  it('of all is lost with one absent member', () => {
    expect(outcome(saudi, [...committee('accept', 'accept', 'accept'), absent])).toBe('no_quorum');
  });

  it('counts who is appointed, not who came', () => {
    const two = committee('accept', 'accept');
    expect(outcome(roberts, [...two, absent])).toBe('accepted');
    expect(outcome(roberts, [...two, absent, absent])).toBe('no_quorum');
  });

  it('of a fraction is met exactly at it', () => {
    const rules = custom({ quorum: { kind: 'fraction', p: 2, q: 3 } });
    expect(outcome(rules, [...committee('accept', 'accept'), absent])).toBe('accepted');
    expect(outcome(rules, [...committee('accept', 'accept'), absent, absent])).toBe('no_quorum');
  });

  it('is not met by nobody', () => {
    expect(outcome(saudi, [])).toBe('no_quorum');
    expect(outcome(saudi, [person('observer', 'accept')])).toBe('no_quorum');
  });

  it('does not count who left', () => {
    const people = [
      ...committee('accept', 'accept'),
      person('member', 'accept', { presence: 'left' }),
    ];
    expect(outcome(saudi, people)).toBe('no_quorum');
  });

  it('counts who is recused but present, while the majority does not', () => {
    const people = [
      ...committee('accept', 'accept', 'reject'),
      person('member', null, { recused: true }),
    ];
    expect(tally(inputOf(saudi, people))).toMatchObject({
      present: 4,
      recused: 1,
      base: 3,
      outcome: 'accepted',
    });
  });

  it('says which steps were taken', () => {
    expect(tally(inputOf(saudi, [...committee('accept'), absent])).steps).toEqual([
      { step: 'quorum', appointed: 2, present: 1, passed: false },
      { step: 'outcome', outcome: 'no_quorum', reason: 'no_quorum', passed: false },
    ]);
  });
});

describe('who has a vote', () => {
  const numbers = (people: Person[]) => {
    const { yes, no, defer, abstain, notVoted } = tally(inputOf(roberts, people));
    return { yes, no, defer, abstain, notVoted };
  };

  it('is the secretary, and never an observer', () => {
    expect(numbers([person('secretary', 'accept'), person('observer', 'accept')])).toEqual({
      yes: 1,
      no: 0,
      defer: 0,
      abstain: 0,
      notVoted: 0,
    });
  });

  it('is nobody recused, absent, gone or unknown to the roster', () => {
    const input = inputOf(roberts, [
      ...committee('accept', null),
      person('member', 'reject', { recused: true }),
      person('member', 'reject', { presence: 'absent' }),
      person('member', 'reject', { presence: 'left' }),
    ]);
    const ballots: Ballot[] = [...input.ballots, { memberId: 'administrator', choice: 'reject' }];
    const attendance = { ...input.attendance, administrator: 'present' as const };
    expect(tally({ ...input, ballots, attendance })).toMatchObject({ yes: 1, no: 0, notVoted: 1 });
  });

  it('has one ballot', () => {
    const input = inputOf(roberts, committee('accept', 'reject'));
    const twice: Ballot[] = [...input.ballots, { memberId: 'm0', choice: 'accept' }];
    expect(() => tally({ ...input, ballots: twice })).toThrow(RangeError);
  });

  it('has one seat', () => {
    const input = inputOf(roberts, committee('accept', 'reject'));
    const roster: RosterEntry[] = [...input.roster, { memberId: 'm0', seat: 'member' }];
    expect(() => tally({ ...input, roster })).toThrow(RangeError);
  });
});

describe('a tie', () => {
  const tied = (chair: Person, deputy: Person, ...members: Choice[]) =>
    tally(
      inputOf(custom({ ...saudi, quorum: { kind: 'more_than_half' } }), [
        chair,
        deputy,
        ...members.map((choice) => person('member', choice)),
      ]),
    );

  it.each([
    ['abstained', person('chair', 'abstain')],
    ['is recused', person('chair', 'reject', { recused: true })],
    ['is absent', person('chair', null, { presence: 'absent' })],
    ['left', person('chair', 'reject', { presence: 'left' })],
    ['did not vote', person('chair', null)],
    ['voted to defer', person('chair', 'defer')],
  ])('goes to the side of the deputy where the chair %s', (_, chair) => {
    expect(tied(chair, person('deputy', 'accept'), 'reject', 'accept', 'reject')).toMatchObject({
      outcome: 'accepted',
      reason: 'deputy_side',
    });
    expect(tied(chair, person('deputy', 'reject'), 'accept')).toMatchObject({
      outcome: 'rejected',
      reason: 'deputy_side',
    });
  });

  it('is broken by nobody where the deputy took no side either', () => {
    const result = tied(
      person('chair', 'abstain'),
      person('deputy', 'abstain'),
      'accept',
      'reject',
    );
    expect(result).toMatchObject({ adopted: false, outcome: 'deferred', reason: 'no_majority' });
    expect(result.steps).toContainEqual({
      step: 'tie',
      yes: 1,
      no: 1,
      brokenBy: null,
      side: null,
      passed: false,
    });
  });

  it('is not adopted where the rules have it so', () => {
    expect(tally(inputOf(roberts, committee('accept', 'reject')))).toMatchObject({
      adopted: false,
      outcome: 'deferred',
      reason: 'no_majority',
    });
  });

  it('does not turn half of the votes into two thirds', () => {
    const rules = custom({
      majority: { kind: 'two_thirds', base: 'cast' },
      tie: 'chair_side',
    });
    expect(tally(inputOf(rules, committee('accept', 'reject'))).outcome).toBe('deferred');
  });

  it('of nobody against nobody is none', () => {
    const { steps } = tally(inputOf(saudi, committee('abstain', 'abstain')));
    expect(steps.map(({ step }) => step)).toEqual(['quorum', 'rule', 'rule', 'rule', 'outcome']);
  });
});

describe('a vote to defer', () => {
  it('carries before the others by the same majority', () => {
    expect(
      tally(
        inputOf(
          roberts,
          committee('accept', 'accept', 'reject', 'defer', 'defer', 'defer', 'defer'),
        ),
      ),
    ).toMatchObject({ adopted: false, outcome: 'deferred', reason: 'majority' });
  });

  it('counts as an abstention otherwise', () => {
    const people = committee('accept', 'accept', 'reject', 'defer', 'defer');
    expect(tally(inputOf(roberts, people))).toMatchObject({ base: 3, outcome: 'accepted' });
    expect(tally(inputOf(saudi, people))).toMatchObject({ base: 5, outcome: 'deferred' });
  });

  it('is counted against all three kinds of votes cast', () => {
    expect(tally(inputOf(roberts, committee('accept', 'defer'))).steps[1]).toEqual({
      step: 'rule',
      motion: 'defer',
      votes: 1,
      base: 2,
      passed: false,
    });
  });
});

it('rejects by the same majority that it accepts by', () => {
  expect(tally(inputOf(twoThirds, committee('reject', 'reject', 'accept')))).toMatchObject({
    outcome: 'rejected',
    reason: 'majority',
  });
  expect(
    tally(inputOf(twoThirds, committee('reject', 'reject', 'reject', 'accept', 'accept'))),
  ).toMatchObject({ outcome: 'deferred', reason: 'no_majority' });
});

/* ---- against brute force ---- */

const quorums: Quorum[] = [
  { kind: 'all' },
  { kind: 'more_than_half' },
  { kind: 'fraction', p: 2, q: 3 },
];
const majorities: Majority[] = (['simple', 'two_thirds'] as const).flatMap((kind) =>
  (['cast', 'present', 'appointed'] as const).map((base) => ({ kind, base })),
);
const allRules: CommitteeRules[] = quorums.flatMap((quorum) =>
  majorities.flatMap((majority) =>
    (['chair_side', 'not_adopted'] as const).map((tie): CommitteeRules => ({
      preset: 'custom',
      quorum,
      majority,
      tie,
    })),
  ),
);

/** The same question answered by moving people from hall to hall instead of by formula. */
function outcomeByHand(rules: CommitteeRules, people: readonly Person[]): string {
  const board = people.filter((p) => p.seat !== 'observer');
  const inRoom = board.filter((p) => p.presence === 'present');
  const outside = board.length - inRoom.length;
  if (inRoom.length === 0) return 'no_quorum';
  if (rules.quorum.kind === 'all' && outside > 0) return 'no_quorum';
  if (rules.quorum.kind === 'more_than_half' && inRoom.length <= outside) return 'no_quorum';
  if (rules.quorum.kind === 'fraction') {
    let needed = 0;
    while (needed * rules.quorum.q < rules.quorum.p * board.length) needed += 1;
    if (inRoom.length < needed) return 'no_quorum';
  }

  const free = inRoom.filter((p) => !p.recused);
  const who = (...choices: (Choice | null)[]) => free.filter((p) => choices.includes(p.choice));
  const wins = (side: Choice, opponents: Choice[]) => {
    const others = {
      cast: who(...opponents).length,
      present: free.length - who(side).length,
      appointed: board.filter((p) => !p.recused).length - who(side).length,
    }[rules.majority.base];
    const weight = rules.majority.kind === 'simple' ? 1 : 2;
    const enough = who(side).length - weight * others;
    return who(side).length > 0 && (weight === 1 ? enough > 0 : enough >= 0);
  };
  if (wins('defer', ['accept', 'reject'])) return 'deferred';
  if (wins('accept', ['reject'])) return 'accepted';
  if (wins('reject', ['accept'])) return 'rejected';

  const even = who('accept').length === who('reject').length && who('accept').length > 0;
  if (even && rules.tie === 'chair_side' && rules.majority.kind === 'simple') {
    const sides = who('accept', 'reject');
    const decider = sides.find((p) => p.seat === 'chair') ?? sides.find((p) => p.seat === 'deputy');
    if (decider) return decider.choice === 'accept' ? 'accepted' : 'rejected';
  }
  return 'deferred';
}

describe('brute force', () => {
  const states: Omit<Person, 'seat'>[] = [
    { presence: 'absent', recused: false, choice: 'accept' },
    { presence: 'left', recused: false, choice: 'reject' },
    { presence: 'present', recused: true, choice: 'accept' },
    { presence: 'absent', recused: true, choice: null },
    ...(['accept', 'reject', 'defer', 'abstain', null] as const).map((choice) => ({
      presence: 'present' as const,
      recused: false,
      choice,
    })),
  ];
  const everyCommittee = (seats: readonly Seat[]): Person[][] =>
    seats.reduce<Person[][]>(
      (committees, seat) =>
        committees.flatMap((people) => states.map((state) => [...people, { ...state, seat }])),
      [[]],
    );

  it.each([
    [['chair', 'deputy', 'member', 'secretary']],
    [['chair', 'member', 'observer']],
    [['deputy', 'member']],
    [['member', 'member', 'member']],
  ] as Seat[][][])('agrees on every vote of %j', (seats) => {
    const differing = everyCommittee(seats).flatMap((people) =>
      allRules
        .filter((rules) => tally(inputOf(rules, people)).outcome !== outcomeByHand(rules, people))
        .map((rules) => ({ rules, people })),
    );
    expect(differing).toEqual([]);
  });
});

/* ---- what must hold of every vote ---- */

const someRules = fc.constantFrom(...allRules, ...Object.values(presets));
const somePerson = (seat: fc.Arbitrary<Seat>): fc.Arbitrary<Person> =>
  fc.record({
    seat,
    presence: fc.constantFrom<Presence>(
      'present',
      'present',
      'present',
      'present',
      'left',
      'absent',
    ),
    recused: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    choice: fc.constantFrom<Choice | null>(
      'accept',
      'accept',
      'reject',
      'reject',
      'defer',
      'abstain',
      null,
    ),
  });
const somePeople = fc
  .tuple(
    somePerson(fc.constant('chair')),
    somePerson(fc.constant('deputy')),
    fc.array(somePerson(fc.constantFrom<Seat>('member', 'member', 'secretary', 'observer')), {
      maxLength: 9,
    }),
  )
  .map(([chair, deputy, others]) => [chair, deputy, ...others]);

describe('in every vote', () => {
  it('agrees with the count by hand, on larger committees too', () => {
    fc.assert(
      fc.property(someRules, somePeople, (rules, people) => {
        expect(tally(inputOf(rules, people)).outcome).toBe(outcomeByHand(rules, people));
      }),
      { numRuns: 2000 },
    );
  });

  it('everyone present is counted exactly once', () => {
    fc.assert(
      fc.property(someRules, somePeople, (rules, people) => {
        const result = tally(inputOf(rules, people));
        const recusedPresent = people.filter(
          (p) => p.seat !== 'observer' && p.recused && p.presence === 'present',
        ).length;
        const { yes, no, defer, abstain, notVoted, present, base } = result;
        expect(yes + no + defer + abstain + notVoted + recusedPresent).toBe(present);
        expect(base).toBeGreaterThanOrEqual(yes + no);
        expect(result.adopted).toBe(result.outcome === 'accepted');
        expect(result.quorumMet).toBe(result.outcome !== 'no_quorum');
      }),
    );
  });

  it('neither the order of ballots nor that of the roster matters', () => {
    fc.assert(
      fc.property(someRules, somePeople, (rules, people) => {
        const input = inputOf(rules, people);
        const reversed: TallyInput = {
          ...input,
          roster: input.roster.toReversed(),
          recused: input.recused.toReversed(),
          ballots: input.ballots.toReversed(),
        };
        expect(tally(reversed)).toEqual(tally(input));
      }),
    );
  });

  it('names do not matter', () => {
    fc.assert(
      fc.property(someRules, somePeople, (rules, people) => {
        const input = inputOf(rules, people);
        const rename = <T extends { memberId: string }>(row: T): T => ({
          ...row,
          memberId: `عضو ${row.memberId}`,
        });
        const renamed: TallyInput = {
          rules,
          roster: input.roster.map(rename),
          attendance: Object.fromEntries(
            Object.entries(input.attendance).map(([id, presence]) => [`عضو ${id}`, presence]),
          ),
          recused: input.recused.map((id) => `عضو ${id}`),
          ballots: input.ballots.map(rename),
        };
        expect(tally(renamed)).toEqual(tally(input));
      }),
    );
  });

  it('accepting and rejecting are treated alike', () => {
    const opposite = {
      accept: 'reject',
      reject: 'accept',
      defer: 'defer',
      abstain: 'abstain',
    } as const;
    const mirrored = {
      accepted: 'rejected',
      rejected: 'accepted',
      deferred: 'deferred',
      no_quorum: 'no_quorum',
    } as const;
    fc.assert(
      fc.property(someRules, somePeople, (rules, people) => {
        const swapped = people.map((p) => ({ ...p, choice: p.choice && opposite[p.choice] }));
        expect(tally(inputOf(rules, swapped)).outcome).toBe(
          mirrored[tally(inputOf(rules, people)).outcome],
        );
      }),
    );
  });

  it('one more vote to accept never turns acceptance into rejection', () => {
    fc.assert(
      fc.property(someRules, somePeople, fc.nat(), (rules, people, index) => {
        fc.pre(tally(inputOf(rules, people)).outcome === 'accepted');
        const converted = people.map((p, place) =>
          place === index % people.length ? { ...p, choice: 'accept' as const } : p,
        );
        expect(tally(inputOf(rules, converted)).outcome).not.toBe('rejected');
      }),
    );
  });

  it('ballots without a vote change nothing', () => {
    fc.assert(
      fc.property(
        someRules,
        somePeople,
        fc.constantFrom<Choice>('accept', 'reject', 'defer', 'abstain'),
        (rules, people, choice) => {
          const meddled = people.map((p) =>
            p.presence !== 'present' || p.recused || p.seat === 'observer' ? { ...p, choice } : p,
          );
          expect(tally(inputOf(rules, meddled))).toEqual(tally(inputOf(rules, people)));
        },
      ),
    );
  });

  it('without quorum nothing is decided', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        fc.pre(people.some((p) => p.seat !== 'observer' && p.presence !== 'present'));
        expect(tally(inputOf(saudi, people)).outcome).toBe('no_quorum');
      }),
    );
  });
});
