import { spawn } from 'node:child_process';
import { once } from 'node:events';

const load = () => import('../../../scripts/lib/test-postgres.mjs');

test('a server is swept when nobody lives who started it, and spared under a living process of any kind', async () => {
  const { isLeftBehind } = await load();
  const other = spawn('tail', ['-f', '/dev/null']);
  await once(other, 'spawn');
  const folder = `crm-test-postgres-${other.pid}-a1B2c3`;
  expect(isLeftBehind(folder)).toBe(false);
  expect(isLeftBehind(`crm-test-postgres-${process.pid}-a1B2c3`)).toBe(false);
  other.kill();
  await once(other, 'exit');
  expect(isLeftBehind(folder)).toBe(true);
  expect(isLeftBehind('crm-bench-a1B2c3')).toBe(false);
});
