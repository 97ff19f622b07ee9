import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const load = () => import('../../../scripts/lib/secrets.mjs');
const fresh = () => randomBytes(32).toString('base64');

async function goodEnvironment(): Promise<Record<string, string>> {
  const { requiredSecrets } = await load();
  return Object.fromEntries(requiredSecrets.map((name) => [name, fresh()]));
}

test('secrets made with openssl are accepted', async () => {
  const { secretFaults } = await load();
  expect(secretFaults(await goodEnvironment())).toEqual([]);
});

test('each missing or empty secret is named', async () => {
  const { requiredSecrets, secretFaults } = await load();
  expect(secretFaults({})).toEqual(requiredSecrets.map((name) => ({ name, fault: 'missing' })));
  const env = { ...(await goodEnvironment()), JWT_SECRET: ' ' };
  expect(secretFaults(env)).toEqual([{ name: 'JWT_SECRET', fault: 'missing' }]);
});

test('every demo secret is refused in production, and kept from one demo to the next', async () => {
  const { demoSecrets, requiredSecrets, secretFaults } = await load();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'secrets-'));
  const secrets = demoSecrets(folder);
  expect(secretFaults(secrets)).toEqual(requiredSecrets.map((name) => ({ name, fault: 'demo' })));
  expect(demoSecrets(folder)).toEqual(secrets);
  expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(Buffer.from(secrets.CRM_FIELD_KEY ?? '', 'base64')).toHaveLength(32);
  fs.rmSync(folder, { recursive: true });
});

test('one demo key among several application keys is enough to refuse', async () => {
  const { secretFaults } = await load();
  const env = { ...(await goodEnvironment()), APP_KEYS: `${fresh()},demo-abc` };
  expect(secretFaults(env)).toEqual([{ name: 'APP_KEYS', fault: 'demo' }]);
});

test('placeholders of templates and the secrets of the tests are refused', async () => {
  const { secretFaults } = await load();
  const { testEnvironment } = await import('../../../scripts/lib/environment.mjs');
  const env = { ...(await goodEnvironment()), APP_KEYS: 'toBeModified1,toBeModified2' };
  expect(secretFaults(env)).toEqual([{ name: 'APP_KEYS', fault: 'demo' }]);
  expect(secretFaults(testEnvironment({})).map(({ name }) => name)).toContain('ADMIN_JWT_SECRET');
});

test('a key of another length than 32 bytes is refused', async () => {
  const { secretFaults } = await load();
  const env = { ...(await goodEnvironment()), CRM_FIELD_KEY: randomBytes(16).toString('base64') };
  expect(secretFaults(env)).toEqual([{ name: 'CRM_FIELD_KEY', fault: 'length' }]);
});

test('the refusal says in both languages what is wrong and how to make a secret', async () => {
  const { assertProductionSecrets } = await load();
  const env = { ...(await goodEnvironment()), CRM_INDEX_KEY: '', JWT_SECRET: 'demo-1' };
  const refusal = () => assertProductionSecrets(env);
  expect(refusal).toThrow('CRM_INDEX_KEY is not set');
  expect(refusal).toThrow('JWT_SECRET is a demonstration secret');
  expect(refusal).toThrow('السر CRM_INDEX_KEY غير مضبوط');
  expect(refusal).toThrow('openssl rand -base64 32');
});

test('tests never see a database or the demo switch of their surroundings', async () => {
  const { testEnvironment } = await import('../../../scripts/lib/environment.mjs');
  const env = testEnvironment({
    DATABASE_URL: 'postgres://real/db',
    CRM_DEMO: '1',
    TZ: 'Asia/Riyadh',
  });
  expect(env).toMatchObject({ DATABASE_URL: undefined, CRM_DEMO: undefined, TZ: 'Asia/Riyadh' });
});
