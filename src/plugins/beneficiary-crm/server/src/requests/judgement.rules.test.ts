import fc from 'fast-check';
import { checkOf, paperState, validAtSubmission } from './judgement.rules';
import type { Judgement, ReceivedFile } from './judgement.rules';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const file = (id: string, hour: number): ReceivedFile => ({ id, receivedAt: at(hour) });
const said = (fileId: string | null, state: Judgement['state'], hour: number): Judgement => ({
  fileId,
  state,
  at: at(hour),
});

describe('paperState', () => {
  const a = file('a', 1);
  const b = file('b', 1);
  const later = file('later', 5);
  it.each<[string, ReceivedFile[], Judgement[], ReturnType<typeof paperState>]>([
    ['nothing came', [], [], 'missing'],
    ['nobody has judged it', [a], [], 'pending'],
    ['accepted', [a], [said('a', 'accepted', 2)], 'accepted'],
    ['the last word stands', [a], [said('a', 'accepted', 2), said('a', 'rejected', 3)], 'rejected'],
    ['one of two is still to be judged', [a, b], [said('a', 'accepted', 2)], 'pending'],
    [
      'one of two that came together is rejected',
      [a, b],
      [said('a', 'rejected', 2), said('b', 'accepted', 2)],
      'rejected',
    ],
    ['sent anew after a rejection', [a, later], [said('a', 'rejected', 2)], 'pending'],
    [
      'made good by a later one',
      [a, later],
      [said('a', 'rejected', 2), said('later', 'accepted', 6)],
      'accepted',
    ],
    [
      'made good by one that came at the moment of the rejection',
      [a, file('now', 2)],
      [said('a', 'rejected', 2), said('now', 'accepted', 2)],
      'accepted',
    ],
    [
      'the later one is rejected too',
      [a, later],
      [said('a', 'accepted', 2), said('later', 'rejected', 6)],
      'rejected',
    ],
    ['seen and not kept', [], [said(null, 'sighted', 2)], 'sighted'],
    [
      'the original was seen after a bad copy',
      [a],
      [said('a', 'rejected', 2), said(null, 'sighted', 3)],
      'sighted',
    ],
    ['a file came after the original was seen', [later], [said(null, 'sighted', 2)], 'pending'],
    [
      'the paper that was shown is rejected',
      [],
      [said(null, 'sighted', 2), said(null, 'rejected', 3)],
      'rejected',
    ],
    [
      'a copy is judged anew after the original was seen',
      [a],
      [said(null, 'sighted', 2), said('a', 'rejected', 3)],
      'rejected',
    ],
  ])('%s', (_, files, judgements, expected) => {
    expect(paperState(files, judgements)).toBe(expected);
  });

  const files = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.integer({ min: 0, max: 9 }).map((hour) => file(id, hour)))),
    );
  const judgementsOf = (known: readonly ReceivedFile[]) =>
    fc
      .array(
        fc.oneof(
          fc.constantFrom(said(null, 'sighted', 0), said(null, 'rejected', 0)),
          ...(known.length === 0
            ? []
            : [
                fc
                  .tuple(
                    fc.constantFrom(...known),
                    fc.constantFrom<Judgement['state']>('accepted', 'rejected'),
                  )
                  .map(([{ id }, state]) => said(id, state, 0)),
              ]),
        ),
        { maxLength: 6 },
      )
      // Judged one after another, and nothing before it came.
      .map((list) => list.map((one, index) => ({ ...one, at: at(10 + index) })));
  const history = files.chain((known) => fc.tuple(fc.constant(known), judgementsOf(known)));

  it('a file that comes now is to be judged, whatever was said before', () => {
    fc.assert(
      fc.property(history, ([known, judgements]) => {
        expect(paperState([...known, file('new', 20)], judgements)).toBe('pending');
      }),
    );
  });

  it('whoever sees the original now has the paper in order, whatever was said before', () => {
    fc.assert(
      fc.property(history, ([known, judgements]) => {
        const state = paperState(known, [...judgements, said(null, 'sighted', 22)]);
        expect(checkOf(state)).toBe('ok');
      }),
    );
  });

  it('a file rejected last, with nothing newer, keeps the paper out of order', () => {
    fc.assert(
      fc.property(history, ([known, judgements]) => {
        const newest = file('new', 20);
        const state = paperState([...known, newest], [...judgements, said('new', 'rejected', 21)]);
        expect(['rejected', 'pending']).toContain(state);
      }),
    );
  });
});

test.each([
  [undefined, true],
  ['2026-11-22', true],
  ['2026-11-21', false],
])('valid until %s on 2026-11-22: %s', (until, valid) => {
  expect(validAtSubmission(until, '2026-11-22')).toBe(valid);
});
