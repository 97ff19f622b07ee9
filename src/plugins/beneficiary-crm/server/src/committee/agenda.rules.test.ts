import fc from 'fast-check';
import { fillAgenda, longestAgenda, reorder } from './agenda.rules';
import type { Ready, Standing } from './agenda.rules';

const ready = (id: string, minutes = 10, hidden = false): Ready => ({ id, minutes, hidden });

describe('an agenda that is filled', () => {
  it('takes what is ready in order until the time is used up', () => {
    const all = [ready('a'), ready('b', 15), ready('c'), ready('d', 5)];
    expect(fillAgenda(all, 30)).toEqual(['a', 'b']);
    expect(fillAgenda(all, 35)).toEqual(['a', 'b', 'c']);
    expect(fillAgenda(all, null)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('has one item at least, and never more than can be read', () => {
    expect(fillAgenda([ready('a', 90), ready('b')], 60)).toEqual(['a']);
    const many = Array.from({ length: 80 }, (_, nth) => ready(String(nth)));
    expect(fillAgenda(many, null)).toHaveLength(longestAgenda);
    expect(fillAgenda([], 60)).toEqual([]);
    expect(fillAgenda([ready('a', 10, true)], 60)).toEqual([]);
  });

  const someReady = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      minutes: fc.integer({ min: 1, max: 60 }),
      hidden: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 70 },
  );

  it('looks the same to the planner with and without what is hidden', () => {
    fc.assert(
      fc.property(someReady, fc.option(fc.integer({ min: 5, max: 600 })), (all, minutes) => {
        const hidden = new Set(all.filter((one) => one.hidden).map(({ id }) => id));
        expect(fillAgenda(all, minutes).filter((id) => !hidden.has(id))).toEqual(
          fillAgenda(
            all.filter((one) => !one.hidden),
            minutes,
          ),
        );
      }),
    );
  });
});

describe('an agenda that is put in order', () => {
  const standing = (id: string, more: Partial<Standing> = {}): Standing => ({
    id,
    fixed: false,
    hidden: false,
    ...more,
  });

  it('moves, adds and takes off; what was opened and what is hidden stays', () => {
    const now = [
      standing('a', { fixed: true }),
      standing('b'),
      standing('x', { hidden: true }),
      standing('c'),
    ];
    expect(reorder(now, ['c', 'b'])).toEqual(['a', 'c', 'x', 'b']);
    expect(reorder(now, ['b', 'c', 'new'])).toEqual(['a', 'b', 'x', 'c', 'new']);
    expect(reorder(now, [])).toEqual(['a', 'x']);
  });

  it('holds each item once: all that stay, all that are wanted, in the order wanted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.uuid(), fixed: fc.boolean(), hidden: fc.boolean() }), {
          selector: ({ id }) => id,
          maxLength: 20,
        }),
        fc.array(fc.uuid(), { maxLength: 5 }),
        fc.func(fc.nat()),
        (now, added, rank) => {
          const mine = now.filter(({ fixed, hidden }) => !fixed && !hidden).map(({ id }) => id);
          const wanted = [...new Set([...mine, ...added])].sort((a, b) => rank(a) - rank(b));
          const order = reorder(now, wanted);
          expect([...order].sort()).toEqual(
            [...new Set([...now.map(({ id }) => id), ...added])].sort(),
          );
          expect(order.filter((id) => wanted.includes(id))).toEqual(wanted);
        },
      ),
    );
  });
});
