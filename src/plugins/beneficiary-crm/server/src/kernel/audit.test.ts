import fc from 'fast-check';
import { aroundSeq, eventHash } from './audit';
import { sha256 } from './vault';

test('what stands around the number, with the number between, is what is hashed', () => {
  const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: null });
  const event = fc.record({
    at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    type: fc.string(),
    actorKind: fc.string(),
    actorId: text,
    requestId: text,
    subjectKind: text,
    subjectId: text,
    data: fc.dictionary(fc.string(), fc.jsonValue()),
  });
  fc.assert(
    fc.property(event, fc.string(), fc.nat(), (row, previous, seq) => {
      const { before, after } = aroundSeq(row);
      expect(sha256(`${previous}|${seq}|${before}${seq}${after}`)).toBe(
        eventHash(previous, { ...row, seq }),
      );
    }),
  );
});
