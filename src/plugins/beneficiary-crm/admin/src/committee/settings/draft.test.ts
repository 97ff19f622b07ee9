import fc from 'fast-check';
import { createCommitteeBody } from '../../../../contracts/committee';
import type { CommitteeCard } from '../../../../contracts/committee';
import { seats } from '../../../../contracts/vocabulary';
import {
  bodyOf,
  draftOf,
  newCommittee,
  newSeat,
  rulesIn,
  seatProblems,
  votersIn,
  withPreset,
} from './draft';
import type { CommitteeDraft, SeatDraft } from './draft';

const card: CommitteeCard = {
  id: 'c',
  version: 3,
  name: 'لجنة البحث',
  nameInEnglish: null,
  purpose: 'requests',
  active: true,
  rules: {
    preset: 'custom',
    quorum: { kind: 'fraction', p: 2, q: 3 },
    majority: { kind: 'simple', base: 'cast' },
    tie: 'chair_side',
  },
  explained: { sentence: '', example: '' },
  secrecy: 'secret',
  discussion: 'before_vote',
  itemMinutes: 15,
  seats: [
    {
      memberId: 7,
      name: 'عبدالرحمن',
      seat: 'chair',
      from: '2026-01-01',
      until: null,
      current: true,
    },
  ],
  locked: false,
  faults: [],
};
const custom = (part: Partial<CommitteeDraft['rules']>): CommitteeDraft => ({
  ...draftOf(card),
  rules: { ...draftOf(card).rules, ...part },
});

test('a committee that is opened and kept again is the same committee', () => {
  const made = bodyOf(draftOf(card));
  expect(made).toEqual({
    ok: true,
    body: {
      name: 'لجنة البحث',
      purpose: 'requests',
      active: true,
      preset: 'custom',
      customRules: {
        quorum: card.rules.quorum,
        majority: card.rules.majority,
        tie: card.rules.tie,
      },
      secrecy: 'secret',
      discussion: 'before_vote',
      itemMinutes: 15,
      seats: [{ memberId: 7, seat: 'chair', from: '2026-01-01' }],
    },
  });
  expect(made.ok && createCommitteeBody.safeParse(made.body).success).toBe(true);
});

test.each([
  ['3', '2', { 'customRules.quorum.p': 'committees.error.fraction-above-one' }],
  ['0', '2', { 'customRules.quorum.p': 'committees.error.fraction-number' }],
  ['1', '', { 'customRules.quorum.q': 'committees.error.fraction-number' }],
  ['٢', '٣', {}],
  ['3', '3', {}],
])('a quorum of %s of every %s', (p, q, problems) => {
  expect(rulesIn(custom({ p, q })).problems).toEqual(problems);
});

test('what is wrong with a fraction does not stand in the way of another quorum', () => {
  expect(bodyOf(custom({ quorum: 'all', p: '3', q: '2' })).ok).toBe(true);
});

test('rules of one’s own begin with the preset that stood before, and two thirds knows no tie', () => {
  expect(withPreset({ ...newCommittee, preset: 'two_thirds' }, 'custom')).toMatchObject({
    preset: 'custom',
    rules: { quorum: 'more_than_half', majority: 'two_thirds', base: 'cast' },
  });
  expect(rulesIn(custom({ majority: 'two_thirds' })).rules.customRules?.tie).toBe('not_adopted');
  const own = custom({ p: '5', q: '9' });
  expect(withPreset(own, 'custom').rules).toEqual(own.rules);
});

const chair = (part: Partial<SeatDraft>): SeatDraft => ({ ...newSeat, seat: 'chair', ...part });
test.each([
  ['two chairs', [chair({ memberId: '1' }), chair({ memberId: '2' })], ['seats.1.seat']],
  [
    'a chair after a chair',
    [chair({ memberId: '1', until: '2026-12-31' }), chair({ memberId: '2', from: '2027-01-01' })],
    [],
  ],
  [
    'two chairs on one day',
    [chair({ memberId: '1', until: '2026-12-31' }), chair({ memberId: '2', from: '2026-12-31' })],
    ['seats.1.seat'],
  ],
  [
    'a person twice',
    [chair({ memberId: '1' }), { ...newSeat, memberId: '1' }],
    ['seats.1.memberId'],
  ],
  ['nobody', [chair({})], ['seats.0.memberId']],
  [
    'a term that ends before it begins',
    [chair({ memberId: '1', from: '2027-01-01', until: '2026-01-01' })],
    ['seats.0.until'],
  ],
] as const)('%s', (_name, held, wrong) => {
  expect(Object.keys(seatProblems(held))).toEqual(wrong);
});

test('an example is counted with those who vote, and with five while nobody is named', () => {
  expect(votersIn(newCommittee.seats)).toBe(5);
  expect(
    votersIn([chair({ memberId: '1' }), { ...newSeat, memberId: '2', seat: 'observer' }]),
  ).toBe(1);
});

test('whatever is sent, the contract takes', () =>
  fc.assert(
    fc.property(
      fc.record({
        name: fc.constantFrom('لجنة', 'ل', ''),
        itemMinutes: fc.constantFrom('10', '٣٠', '0', '241', 'x', ''),
        preset: fc.constantFrom('saudi_associations' as const, 'custom' as const),
        p: fc.constantFrom('1', '2', '٣', '1.5', '-1', '1001'),
        q: fc.constantFrom('1', '2', '٣', ''),
        seats: fc.array(
          fc.record({
            memberId: fc.constantFrom('', '1', '2', '3'),
            seat: fc.constantFrom(...seats),
            from: fc.constantFrom('', '2026-01-01', '2027-01-01'),
            until: fc.constantFrom('', '2026-06-30', '2027-06-30'),
          }),
          { maxLength: 4 },
        ),
      }),
      ({ p, q, ...typed }) => {
        const made = bodyOf({
          ...newCommittee,
          ...typed,
          rules: { ...newCommittee.rules, quorum: 'fraction', p, q },
        });
        if (made.ok) expect(createCommitteeBody.safeParse(made.body).success).toBe(true);
        else expect(Object.keys(made.problems).length).toBeGreaterThan(0);
      },
    ),
  ));
