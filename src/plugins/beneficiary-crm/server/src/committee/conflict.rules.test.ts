import fc from 'fast-check';
import { agendaItemStatuses } from '../../../contracts/vocabulary';
import { mayTakeBack, recusedFrom, statusAsSeen } from './conflict.rules';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 9, minute));

describe('a declared conflict', () => {
  it('takes out of an item whoever declared it until the close, and not who did in a later round', () => {
    const declared = [
      { memberId: 1, declaredAt: at(0) },
      { memberId: 2, declaredAt: at(30) },
    ];
    expect(recusedFrom(at(10), declared)).toEqual(declared.slice(0, 1));
    expect(recusedFrom(null, declared)).toEqual(declared);
  });
  it('is taken back before anything was opened, and not after', () => {
    expect(mayTakeBack([])).toBe(true);
    expect(mayTakeBack([{ openedAt: null }])).toBe(true);
    expect(mayTakeBack([{ openedAt: at(0) }, { openedAt: null }])).toBe(false);
  });
});

describe('a session, for who does not see all of it', () => {
  const status = fc.constantFrom(...agendaItemStatuses);
  const items = fc.array(fc.record({ status }), { maxLength: 6 });
  const stored = fc.constantFrom('planned' as const, 'open' as const, 'closed' as const);

  it.each([
    [['pending', 'pending'], 'planned'],
    [['decided', 'pending'], 'open'],
    [['closed'], 'open'],
    [['decided', 'void', 'no_quorum'], 'closed'],
    [[], 'planned'],
  ] as const)('with %j stands as %s', (seen, as) => {
    expect(
      statusAsSeen(
        'open',
        seen.map((one) => ({ status: one })),
      ),
    ).toBe(as);
  });
  it('stands as if the rest were not there, however far the session has come with it', () => {
    fc.assert(
      fc.property(items, stored, stored, (seen, one, other) => {
        fc.pre(one !== 'planned' && other !== 'planned');
        expect(statusAsSeen(one, seen)).toBe(statusAsSeen(other, seen));
      }),
    );
  });
});
