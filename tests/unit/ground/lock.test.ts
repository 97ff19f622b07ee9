import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const load = () => import('../../../scripts/lib/lock.mjs');
const purpose = { what: 'demo', port: 1337 };
let folder: string;
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

const leave = (owner: unknown) =>
  fs.writeFileSync(path.join(folder, 'running.json'), JSON.stringify(owner));

test('a folder that nobody uses is taken and given back', async () => {
  const { takeLock } = await load();
  const lock = takeLock(folder, purpose);
  expect(lock.crashed).toBeUndefined();
  lock.release();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a living owner is named; once it is dead it no longer counts', async () => {
  const { takeLock } = await load();
  const script = path.join(folder, 'demo.mjs');
  fs.writeFileSync(script, 'setInterval(() => {}, 1000); console.log("up");');
  const child = spawn(process.execPath, [script]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  leave({ pid: child.pid, ...purpose });
  expect(() => takeLock(folder, purpose)).toThrow(`process ${child.pid}`);

  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  expect(takeLock(folder, purpose).crashed).toMatchObject({ pid: child.pid, port: 1337 });
});

test('a number that another program has now, and a file cut off by a crash, do not count', async () => {
  const { takeLock } = await load();
  leave({ pid: 1, ...purpose });
  expect(takeLock(folder, purpose).crashed).toMatchObject({ pid: 1 });
  fs.writeFileSync(path.join(folder, 'running.json'), '{"pid"');
  expect(takeLock(folder, purpose).crashed).toBeUndefined();
});
