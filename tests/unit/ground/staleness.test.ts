import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'staleness-'));
  fs.mkdirSync(path.join(folder, 'src/room'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'src/a.ts'), 'a');
  fs.writeFileSync(path.join(folder, 'src/room/b.ts'), 'b');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

async function hash(salt = '20'): Promise<string> {
  const { hashOf } = await import('../../../scripts/lib/staleness.mjs');
  return hashOf(folder, [path.join(folder, 'src'), path.join(folder, 'absent.json')], salt);
}
const write = (name: string, content: string) => fs.writeFileSync(path.join(folder, name), content);

test('the same sources have the same hash, wherever they stand and whenever they were written', async () => {
  const before = await hash();
  write('src/a.ts', 'a');
  expect(await hash()).toBe(before);
  const moved = `${folder}-moved`;
  fs.renameSync(folder, moved);
  folder = moved;
  expect(await hash()).toBe(before);
});

test.each([
  ['a changed file', () => write('src/a.ts', 'aa')],
  ['a new file', () => write('src/c.ts', '')],
  ['a deleted file', () => fs.rmSync(path.join(folder, 'src/room/b.ts'))],
  [
    'a renamed file',
    () => fs.renameSync(path.join(folder, 'src/a.ts'), path.join(folder, 'src/z.ts')),
  ],
  ['a file that appears', () => write('absent.json', '{}')],
])('%s makes it another', async (_what, change) => {
  const before = await hash();
  change();
  expect(await hash()).not.toBe(before);
});

test('text that moves from one file into the next makes it another', async () => {
  write('src/a.ts', 'ab');
  write('src/room/b.ts', 'c');
  const before = await hash();
  write('src/a.ts', 'a');
  write('src/room/b.ts', 'bc');
  expect(await hash()).not.toBe(before);
});

test('another Node.js makes it another; tests, installed packages and output do not', async () => {
  const before = await hash();
  expect(await hash('22')).not.toBe(before);
  write('src/a.test.ts', 'test');
  for (const name of ['node_modules', 'dist']) {
    fs.mkdirSync(path.join(folder, 'src', name));
    write(`src/${name}/x.js`, 'x');
  }
  expect(await hash()).toBe(before);
});
