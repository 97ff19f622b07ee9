import { CrmError } from '../kernel/errors';
import type { Seat } from '../../../contracts/vocabulary';
import { rulesOf, seatsAreSound } from './committee.service';
import { presets } from './tally.rules';

const seated = (...seats: [memberId: number, seat: Seat][]) =>
  seats.map(([memberId, seat]) => ({ memberId, seat, name: `عضو ${memberId}` }));

describe('seats', () => {
  it('stand with one chair and one seat for each person', () => {
    expect(seatsAreSound(seated([1, 'chair'], [2, 'deputy'], [3, 'member'], [4, 'member']))).toBe(
      true,
    );
    expect(seatsAreSound(seated([1, 'chair']))).toBe(true);
  });
  it.each([
    ['no chair', seated([1, 'member'])],
    ['two chairs', seated([1, 'chair'], [2, 'chair'])],
    ['two deputies', seated([1, 'chair'], [2, 'deputy'], [3, 'deputy'])],
    ['one person in two seats', seated([1, 'chair'], [1, 'member'])],
    ['nobody', seated()],
  ])('do not stand with %s', (_, seats) => expect(seatsAreSound(seats)).toBe(false));
});

describe('rules', () => {
  const own = {
    quorum: { kind: 'fraction', p: 2, q: 3 },
    majority: { kind: 'simple', base: 'present' },
    tie: 'chair_side',
  };
  it('are those of the preset, whatever else is written', () => {
    expect(rulesOf('two_thirds', own)).toEqual(presets.two_thirds);
  });
  it('of one’s own are taken as they are written', () => {
    expect(rulesOf('custom', own)).toEqual({ preset: 'custom', ...own });
  });
  it.each([
    [null],
    [{}],
    [{ ...own, quorum: { kind: 'fraction', p: 3, q: 2 } }],
    [{ ...own, quorum: { kind: 'fraction', p: 0.5, q: 2 } }],
    [{ ...own, tie: 'coin' }],
    [{ ...own, extra: true }],
  ])('of one’s own are refused when they are %j', (rules) => {
    expect(() => rulesOf('custom', rules)).toThrow(CrmError);
  });
});
