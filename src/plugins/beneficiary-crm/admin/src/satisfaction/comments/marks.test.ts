import fc from 'fast-check';
import { cutAt } from './marks';

it('marks what it is told to, every time it stands there', () => {
  expect(cutAt('قال خالد لخالد', ['خالد'])).toEqual([
    { part: 'قال ', marked: false },
    { part: 'خالد', marked: true },
    { part: ' ل', marked: false },
    { part: 'خالد', marked: true },
  ]);
});

it('marks the longer of two that begin alike', () => {
  expect(cutAt('خالد العتيبي', ['خالد', 'خالد العتيبي'])).toEqual([
    { part: 'خالد العتيبي', marked: true },
  ]);
});

it('loses nothing and adds nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 })), (text, marks) => {
      const pieces = cutAt(text, marks);
      expect(pieces.map(({ part }) => part).join('')).toBe(text);
      for (const { part, marked } of pieces) if (marked) expect(marks).toContain(part);
    }),
  );
});
