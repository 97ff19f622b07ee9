import fc from 'fast-check';
import { relationships } from '../../../contracts/vocabulary';
import { headOf, refusesJoining, refusesLeaving, underNewHead } from './household.rules';
import type { Member } from './household.rules';

const family: Member[] = [
  { person: 'fahd', relationship: 'head' },
  { person: 'sara', relationship: 'spouse' },
  { person: 'omar', relationship: 'son' },
];

test('nobody joins twice, and there is one head', () => {
  const son = { person: 'ali', relationship: 'son', livesElsewhere: false } as const;
  expect(refusesJoining(family, son)).toBeNull();
  expect(refusesJoining(family, { ...son, livesElsewhere: true })).toBe('has_household');
  expect(refusesJoining(family, { ...son, person: 'omar' })).toBe('has_household');
  expect(refusesJoining(family, { ...son, relationship: 'head' })).toBe('has_head');
  expect(refusesJoining([], son)).toBe('needs_head');
});

test('the head leaves last', () => {
  expect(refusesLeaving(family, 'fahd')).toBe('head_stays');
  expect(refusesLeaving(family, 'omar')).toBeNull();
  expect(refusesLeaving(family, 'ali')).toBe('not_a_member');
  expect(refusesLeaving([{ person: 'fahd', relationship: 'head' }], 'fahd')).toBeNull();
});

test('under a new head every other member is named once', () => {
  const others: Member[] = [
    { person: 'fahd', relationship: 'spouse' },
    { person: 'omar', relationship: 'son' },
  ];
  const anew = underNewHead(family, 'sara', others);
  expect(anew.ok && headOf(anew.members)).toBe('sara');
  expect(underNewHead(family, 'fahd', others)).toEqual({ ok: false, refusal: 'is_head' });
  expect(underNewHead(family, 'ali', others)).toEqual({ ok: false, refusal: 'not_a_member' });
  expect(underNewHead(family, 'sara', others.slice(0, 1))).toEqual({
    ok: false,
    unnamed: ['omar'],
    unknown: [],
  });
  for (const more of ['ali', 'sara', 'omar'])
    expect(
      underNewHead(family, 'sara', [...others, { person: more, relationship: 'ward' }]),
    ).toMatchObject({ ok: false, unknown: expect.arrayContaining([more]) as unknown });
  const twoHeads: Member[] = [
    { person: 'fahd', relationship: 'head' },
    { person: 'omar', relationship: 'son' },
  ];
  expect(underNewHead(family, 'sara', twoHeads).ok).toBe(false);
});

/** Any sequence of steps, each taken only when the rule allows it. */
const people = ['a', 'b', 'c', 'd', 'e'];
const step = fc.record({
  do: fc.constantFrom('join', 'leave', 'lead'),
  person: fc.constantFrom(...people),
  relationship: fc.constantFrom(...relationships),
});

test('after any steps a household has one head, or nobody at all', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let members: Member[] = [];
      for (const { do: what, person, relationship } of steps) {
        if (what === 'join') {
          if (!refusesJoining(members, { person, relationship, livesElsewhere: false }))
            members = [...members, { person, relationship }];
        } else if (what === 'leave') {
          if (!refusesLeaving(members, person))
            members = members.filter((member) => member.person !== person);
        } else {
          const others = members
            .filter((member) => member.person !== person)
            .map((member): Member => ({ person: member.person, relationship: 'other' }));
          const anew = underNewHead(members, person, others);
          if (anew.ok) members = anew.members;
        }
        const heads = members.filter((member) => member.relationship === 'head');
        expect(heads).toHaveLength(members.length === 0 ? 0 : 1);
        expect(new Set(members.map((member) => member.person)).size).toBe(members.length);
      }
    }),
  );
});
