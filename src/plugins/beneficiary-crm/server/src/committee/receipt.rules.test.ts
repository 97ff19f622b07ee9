import fc from 'fast-check';
import { receiptCode } from './receipt.rules';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the code on a receipt', () => {
  it('is eight letters and digits that nobody takes for others', () => {
    fc.assert(
      fc.property(bytes, (drawn) => {
        fc.pre(drawn.filter((byte) => byte < 240).length >= 8);
        expect(receiptCode(drawn)).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
      }),
    );
  });

  it('has every letter equally often: each is as many of the bytes as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 240; byte += 1) {
      const letter = receiptCode(new Uint8Array(8).fill(byte)).charAt(0);
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([counts.size, ...new Set(counts.values())]).toEqual([30, 8]);
  });

  it('is not made of too little', () => {
    expect(() => receiptCode(new Uint8Array(8).fill(250))).toThrow(RangeError);
  });
});
