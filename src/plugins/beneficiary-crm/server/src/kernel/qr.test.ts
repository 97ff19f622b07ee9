import sharp from 'sharp';
import { qrSvg } from './qr';

/** What a reader sees in the drawing. */
async function read(svg: string): Promise<string> {
  const { default: decodeQR } = await import('qr/decode.js');
  const { data, info } = await sharp(Buffer.from(svg), { density: 72 * 6 })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) });
}

test.each([
  'https://alkitab.example/evaluate?lang=ar#t=Zk3v_0QpA9b-7XcR1mS5tU2wY4eH6jL8',
  'A',
  'جمعية الكتاب الخيرية',
  'x'.repeat(600),
])('is read by a reader of others: %s', async (text) => {
  expect(await read(qrSvg(text))).toBe(text);
});

test('has its quiet margin: four light modules on every side', () => {
  const [, size = '0', path = ''] =
    /viewBox="0 0 (\d+) \1".* d="([^"]+)"/.exec(qrSvg('https://alkitab.example')) ?? [];
  const places = [...path.matchAll(/M(\d+),(\d+)h1/g)].flatMap(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, Number(size) - 5]);
});
