import fc from 'fast-check';
import { signaturePaper } from '../../../contracts/receiving';
import type { Strokes } from '../../../contracts/receiving';
import { isSignature, leastSpan, mostPoints } from './signature.rules';

const { width, height } = signaturePaper;
const point = fc.tuple(fc.integer({ min: 0, max: width }), fc.integer({ min: 0, max: height }));
const stroke = fc.array(point, { minLength: 1, maxLength: 40 });
const drawing: fc.Arbitrary<Strokes> = fc.array(stroke, { minLength: 1, maxLength: 8 });

const line = (points: number, length: number): Strokes => [
  Array.from({ length: points }, (_, at): [number, number] => [
    Math.round((at * length) / Math.max(1, points - 1)),
    200,
  ]),
];

describe('a signature', () => {
  it('is a line across the paper', () => expect(isSignature(line(20, 600))).toBe(true));
  it('may be small', () => expect(isSignature(line(5, leastSpan * width))).toBe(true));
  it('is no dot', () => expect(isSignature(line(50, 0))).toBe(false));
  it('is no slip of the finger', () => {
    expect(isSignature(line(4, 600))).toBe(false);
    expect(isSignature(line(20, leastSpan * width - 1))).toBe(false);
  });
  it('is no more than a hand draws', () => {
    expect(isSignature(line(mostPoints, width))).toBe(true);
    expect(isSignature(line(mostPoints + 1, width))).toBe(false);
  });

  it('stays one when more is drawn, until it is too much', () => {
    fc.assert(
      fc.property(drawing, stroke, (strokes, more) => {
        fc.pre(isSignature(strokes));
        expect(isSignature([...strokes, more])).toBe(true);
      }),
    );
  });

  it('is judged alike wherever on the paper it stands, and in whatever order it was drawn', () => {
    fc.assert(
      fc.property(drawing, fc.integer({ min: -300, max: 300 }), (strokes, by) => {
        const moved = strokes.map((one) => one.map(([x, y]): [number, number] => [x + by, y - by]));
        expect(isSignature(moved)).toBe(isSignature(strokes));
        expect(isSignature([...strokes].reverse())).toBe(isSignature(strokes));
      }),
    );
  });
});
