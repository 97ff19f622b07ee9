/**
 * QR codes (ISO/IEC 18004): bytes, correction level M, so that a code on a folded receipt is read too. Small enough to
 * be our own: nothing is fetched, and what stands in the code is told to nobody.
 */

/** By version, from 1: correction bytes of one block, and how many blocks there are (level M). */
const correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blockCount = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
/** Level M in the format's bits. */
const level = 0;

type Grid = boolean[][];

const sizeOf = (version: number): number => version * 4 + 17;

/** How many bytes fit into a version, data and correction together. */
function bytesIn(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    modules -= (25 * marks - 10) * marks - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

const dataBytesIn = (version: number): number =>
  bytesIn(version) - (correction[version - 1] ?? 0) * (blockCount[version - 1] ?? 0);

/** Multiplies in the field of 256 elements that the correction works in. */
function times(x: number, y: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((y >>> bit) & 1) * x;
  }
  return product;
}

/** The correction bytes of a block (Reed and Solomon). */
function correctionOf(data: readonly number[], length: number): number[] {
  const divisor: number[] = Array.from({ length }, (_, place) => Number(place === length - 1));
  let root = 1;
  for (let step = 0; step < length; step += 1) {
    for (let place = 0; place < length; place += 1)
      divisor[place] = times(divisor[place] ?? 0, root) ^ (divisor[place + 1] ?? 0);
    root = times(root, 2);
  }
  let rest = Array.from({ length }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((held, place) => held ^ times(divisor[place] ?? 0, factor));
  }
  return rest;
}

/** The text as data bytes: mode, length, the bytes themselves, and what fills the rest. */
function dataOf(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach((byte) => put(byte, 8));
  const room = dataBytesIn(version) * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let even = true; bits.length < room; even = !even) put(even ? 0xec : 0x11, 8);
  return Array.from({ length: bits.length / 8 }, (_, place) =>
    bits.slice(place * 8, place * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** Data and correction of all blocks, one byte of each in turn. */
function woven(data: readonly number[], version: number): number[] {
  const count = blockCount[version - 1] ?? 1;
  const length = correction[version - 1] ?? 0;
  const whole = bytesIn(version);
  const short = count - (whole % count);
  const shortData = Math.floor(whole / count) - length;
  const blocks: { data: number[]; correction: number[] }[] = [];
  let at = 0;
  for (let block = 0; block < count; block += 1) {
    const part = data.slice(at, at + shortData + (block < short ? 0 : 1));
    at += part.length;
    blocks.push({ data: part, correction: correctionOf(part, length) });
  }
  const inTurn = (rows: number[][], longest: number) =>
    Array.from({ length: longest }, (_, place) => rows.flatMap((row) => row[place] ?? [])).flat();
  return [
    ...inTurn(
      blocks.map((block) => block.data),
      shortData + 1,
    ),
    ...inTurn(
      blocks.map((block) => block.correction),
      length,
    ),
  ];
}

/** Where the small marks stand that show how the code is bent. */
function marksOf(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const last = sizeOf(version) - 7;
  return [6, ...Array.from({ length: count - 1 }, (_, place) => last - (count - 2 - place) * step)];
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Bits with their own correction, as the format and the version are written. */
function corrected(value: number, length: number, divisor: number): number {
  let rest = value;
  for (let step = 0; step < length; step += 1)
    rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
  return (value << length) | rest;
}

/** What is the same whatever the code says: `fixed` are the modules that no data may take. */
function frame(version: number): { grid: Grid; fixed: Grid } {
  const size = sizeOf(version);
  const blank = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const [grid, fixed] = [blank(), blank()];
  const set = (x: number, y: number, dark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    (grid[y] ?? [])[x] = dark;
    (fixed[y] ?? [])[x] = true;
  };
  const square = (cx: number, cy: number, reach: number, dark: (distance: number) => boolean) => {
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1)
        set(cx + dx, cy + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let place = 0; place < size; place += 1) {
    set(6, place, place % 2 === 0);
    set(place, 6, place % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4, (distance) => distance !== 2 && distance !== 4);
  const marks = marksOf(version);
  const last = marks.length - 1;
  marks.forEach((x, i) =>
    marks.forEach((y, j) => {
      const corner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!corner) square(x, y, 2, (distance) => distance !== 1);
    }),
  );
  setFormat(size, 0, set);
  if (version >= 7) {
    const bits = corrected(version, 12, 0x1f25);
    for (let bit = 0; bit < 18; bit += 1) {
      const dark = ((bits >>> bit) & 1) === 1;
      const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      set(far, near, dark);
      set(near, far, dark);
    }
  }
  return { grid, fixed };
}

function setFormat(
  size: number,
  mask: number,
  set: (x: number, y: number, dark: boolean) => void,
): void {
  const bits = corrected((level << 3) | mask, 10, 0x537) ^ 0x5412;
  const dark = (bit: number) => ((bits >>> bit) & 1) === 1;
  for (let bit = 0; bit <= 5; bit += 1) set(8, bit, dark(bit));
  set(8, 7, dark(6));
  set(8, 8, dark(7));
  set(7, 8, dark(8));
  for (let bit = 9; bit < 15; bit += 1) set(14 - bit, 8, dark(bit));
  for (let bit = 0; bit < 8; bit += 1) set(size - 1 - bit, 8, dark(bit));
  for (let bit = 8; bit < 15; bit += 1) set(8, size - 15 + bit, dark(bit));
  set(8, size - 8, true);
}

/** Lays the bytes into the free modules, two columns at a time, up and down from the right. */
function fill(grid: Grid, fixed: Grid, bytes: readonly number[]): void {
  const size = grid.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (fixed[y]?.[x] || at >= bytes.length * 8) continue;
        (grid[y] ?? [])[x] = (((bytes[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1;
        at += 1;
      }
    }
  }
}

/** How hard a code is to read: long runs, squares, what looks like a corner, and too much of one colour. */
function penalty(grid: Grid): number {
  const size = grid.length;
  const lines = [...grid, ...grid.map((_, x) => grid.map((row) => row[x] ?? false))];
  let points = 0;
  for (const line of lines) {
    const written = line.map((dark) => (dark ? '1' : '0')).join('');
    for (const run of written.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
    for (const corner of ['10111010000', '00001011101'])
      for (let at = written.indexOf(corner); at >= 0; at = written.indexOf(corner, at + 1))
        points += 40;
  }
  let darkCount = 0;
  grid.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) darkCount += 1;
      const same = [row[x + 1], grid[y + 1]?.[x], grid[y + 1]?.[x + 1]];
      if (same.every((other) => other === dark)) points += 3;
    }),
  );
  return points + Math.floor(Math.abs(darkCount * 20 - size * size * 10) / (size * size)) * 10;
}

/**
 * @returns rows of modules, true is dark, without the quiet margin of four modules that has to surround it
 * @throws RangeError for a text of more than 666 bytes
 */
export function qrCode(text: string): Grid {
  const bytes = new TextEncoder().encode(text);
  const version =
    blockCount.findIndex(
      (_, place) => dataBytesIn(place + 1) >= bytes.length + (place + 1 < 10 ? 2 : 3),
    ) + 1;
  if (version === 0) throw new RangeError('the text is too long for a QR code');
  const content = woven(dataOf(bytes, version), version);
  const candidates = masks.map((covers, mask) => {
    const { grid, fixed } = frame(version);
    fill(grid, fixed, content);
    grid.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (!fixed[y]?.[x]) row[x] = dark !== covers(x, y);
      }),
    );
    setFormat(grid.length, mask, (x, y, dark) => void ((grid[y] ?? [])[x] = dark));
    return { grid, points: penalty(grid) };
  });
  return candidates.reduce((best, one) => (one.points < best.points ? one : best)).grid;
}

const margin = 4;

/** The code as an SVG that may be set on paper or on a screen. */
export function qrSvg(text: string): string {
  const grid = qrCode(text);
  const size = grid.length + 2 * margin;
  const squares = grid.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? `M${x + margin} ${y + margin}h1v1h-1z` : [])),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${squares.join('')}"/></svg>`;
}
