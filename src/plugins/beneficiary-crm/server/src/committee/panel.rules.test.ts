import fc from 'fast-check';
import { seats } from '../../../contracts/vocabulary';
import { seatsAreSound } from './committee.service';
import { panelFault, panelFor } from './panel.rules';

const seat = (memberId: number, held: (typeof seats)[number] = 'member') => ({
  memberId,
  name: `عضو ${memberId}`,
  seat: held,
});
const panel = [seat(1, 'chair'), seat(2, 'deputy'), seat(3, 'secretary'), seat(4), seat(5)];
const without = (...deciders: number[]) => panelFor(panel, new Set(deciders));

describe('the panel of an appeal', () => {
  const anyPanel = fc.uniqueArray(
    fc.record({ memberId: fc.nat(12), seat: fc.constantFrom(...seats) }),
    { selector: ({ memberId }) => memberId, maxLength: 9 },
  );
  const anyDeciders = fc.uniqueArray(fc.nat(12), { maxLength: 9 });

  it('never holds anyone of the first decision, and loses nobody else', () => {
    fc.assert(
      fc.property(anyPanel, anyDeciders, (members, deciders) => {
        const { roster, excluded } = panelFor(members, new Set(deciders));
        expect(roster.filter(({ memberId }) => deciders.includes(memberId))).toEqual([]);
        expect(excluded.filter(({ memberId }) => !deciders.includes(memberId))).toEqual([]);
        const all = [...roster, ...excluded].map(({ memberId }) => memberId).sort();
        expect(all).toEqual(members.map(({ memberId }) => memberId).sort());
      }),
    );
  });

  it('that can sit has somebody to preside and more than half of its votes', () => {
    fc.assert(
      fc.property(anyPanel, anyDeciders, (members, deciders) => {
        const heard = panelFor(members, new Set(deciders));
        if (panelFault(heard) !== null) return;
        const votes = (list: typeof members) =>
          list.filter((member) => member.seat !== 'observer').length;
        expect(heard.roster.some((one) => one.seat === 'chair' || one.seat === 'deputy')).toBe(
          true,
        );
        expect(votes(heard.roster)).toBeGreaterThan(votes(heard.excluded));
      }),
    );
  });

  it('is whole when it shares nobody', () => {
    expect(seatsAreSound(panel)).toBe(true);
    expect(panelFault(without(8, 9))).toBeNull();
    expect(without(8).roster).toEqual(panel);
  });

  it('is led by the deputy when the chair decided first, and by nobody when both did', () => {
    expect(panelFault(without(1))).toBeNull();
    expect(panelFault(without(1, 2))).toBe('no_chair');
  });

  it('has no quorum when half of its votes or more are gone; observers do not count', () => {
    expect(panelFault(without(4, 5))).toBeNull();
    expect(panelFault(without(3, 4, 5))).toBe('too_few');
    const four = [seat(1, 'chair'), seat(2), seat(3), seat(4), seat(6, 'observer')];
    expect(panelFault(panelFor(four, new Set([3, 4])))).toBe('too_few');
    expect(panelFault(panelFor(four, new Set([4, 6])))).toBeNull();
  });
});
