import net from 'node:net';
import type { AddressInfo } from 'node:net';

const load = () => import('../../../scripts/lib/checks.mjs');

test.each([
  ['v18.20.0', false],
  ['v20.18.9', false],
  ['v20.19.0', true],
  ['v20.20.2', true],
  ['v22.1.0', true],
  ['v26.3.0', true],
  ['v27.0.0', false],
])('Node.js %s: %s', async (version, expected) => {
  const { supports } = await load();
  expect(supports('>=20.19.0 <=26.x.x', version)).toBe(expected);
});

test('too little space is said with both numbers', async () => {
  const { checkSpace } = await load();
  const disk = (megabytes: number) => () => ({ bavail: megabytes * 256, bsize: 4096 });
  expect(() => checkSpace('/data', 200, disk(200))).not.toThrow();
  expect(() => checkSpace('/data', 200, disk(199))).toThrow('199 MB free, 200 MB needed');
});

test('a port in use is named, with another one to try', async () => {
  const { checkPort } = await load();
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(checkPort('127.0.0.1', port, 'npm run demo')).rejects.toThrow(
    `PORT=${port + 1} npm run demo`,
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort('127.0.0.1', port, 'npm run demo')).resolves.toBeUndefined();
});

test.each(['0', '65536', '80a', '-1', '13.5'])('PORT=%s is refused', async (value) => {
  const { portOf } = await import('../../../scripts/lib/environment.mjs');
  expect(() => portOf(value)).toThrow(`PORT is “${value}”`);
  expect(portOf(undefined)).toBe(1337);
});
