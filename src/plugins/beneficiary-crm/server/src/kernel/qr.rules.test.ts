import { qrCode, qrSvg } from './qr.rules';

const drawn = (text: string) =>
  qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));

test('a code that two readers of others have read', () => {
  expect(drawn('A')).toEqual([
    '#######.#..#..#######',
    '#.....#.#####.#.....#',
    '#.###.#...#.#.#.###.#',
    '#.###.#.##.##.#.###.#',
    '#.###.#..###..#.###.#',
    '#.....#..#.##.#.....#',
    '#######.#.#.#.#######',
    '........##.##........',
    '#.##.###..###.#..#.##',
    '.#.##..#.#.####..#...',
    '##..###.##.#.....##.#',
    '#.##.#.....#..#####..',
    '#..####..#..#..#..#..',
    '........#.##..#..#..#',
    '#######.#..##..#.#...',
    '#.....#.##.....##.##.',
    '#.###.#..##.#####...#',
    '#.###.#.####..######.',
    '#.###.#.#.#.#.##.....',
    '#.....#...#..#.#..#.#',
    '#######.#....#..#....',
  ]);
});

test.each([1, 14, 15, 84, 106, 107, 213, 214, 450, 666])(
  'of %i bytes has its three corners and its lines',
  (length) => {
    const code = drawn('x'.repeat(length));
    const size = code.length;
    expect((size - 17) % 4).toBe(0);
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const) {
      const corner = code.slice(y, y + 7).map((row) => row.slice(x, x + 7));
      expect(corner.join()).toBe('#######,#.....#,#.###.#,#.###.#,#.###.#,#.....#,#######');
    }
    expect(code[6]?.slice(7, size - 7)).toBe('.#'.repeat(size).slice(0, size - 14));
  },
);

test('is refused when it says too much, and grows as it says more', () => {
  expect(() => qrCode('x'.repeat(667))).toThrow(RangeError);
  expect(qrCode('س'.repeat(60)).length).toBe(qrCode('x'.repeat(120)).length);
});

test('as a drawing it has its quiet margin, and a square for every dark module', () => {
  const svg = qrSvg('A');
  expect(svg).toContain('viewBox="0 0 29 29"');
  const dark = drawn('A').join('').replaceAll('.', '').length;
  expect(svg.match(/M\d+ \d+h1v1h-1z/g)).toHaveLength(dark);
});
