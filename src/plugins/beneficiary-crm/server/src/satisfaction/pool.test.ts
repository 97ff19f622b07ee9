import { heapOf, shuffled } from './pool';
import type { PooledAnswer } from './pool';

describe('the heap', () => {
  it('holds the same, in any order alike', () => {
    const seen = new Map<string, number>();
    for (let round = 0; round < 6_000; round += 1) {
      const heap = shuffled(['a', 'b', 'c']).join('');
      seen.set(heap, (seen.get(heap) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // Of 6,000 drawn evenly over six, 1,000 each: 180 away is more than six standard deviations.
    for (const times of seen.values()) expect(Math.abs(times - 1_000)).toBeLessThan(180);
  });
});

describe('what is sealed', () => {
  const answer = (text: string) =>
    ({ week: '2026-11-15', comments: [{ question: 'comment', text }] }) as unknown as PooledAnswer;

  it('is what was given', () => {
    const heap = [answer('شكرًا'), answer('أحسنتم')];
    expect(JSON.parse(heapOf(heap))).toEqual(expect.arrayContaining(heap));
    expect(JSON.parse(heapOf([]))).toEqual([]);
  });

  it('is as long for a word as for a page', () => {
    const lengths = ['', 'أ', 'ب'.repeat(2_000)].map((text) =>
      Buffer.byteLength(heapOf([answer(text)])),
    );
    expect(new Set(lengths)).toEqual(new Set([64 * 1024]));
  });
});
