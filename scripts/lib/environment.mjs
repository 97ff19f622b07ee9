// @ts-check
/** The environment of the application's process, for each way of running it. */
import * as fs from 'node:fs';
import path from 'node:path';
import { dataDirectory, inRoot } from './paths.mjs';
import { assertProductionSecrets, demoSecrets } from './secrets.mjs';
import { Stop } from './say.mjs';

/** @typedef {Record<string, string | undefined>} Env */

/** Reads `.env`, if there is one; what the environment already says wins. */
export function readDotEnv() {
  const file = inRoot('.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/**
 * @param {string | undefined} value of PORT
 * @throws {Stop} when it is no port
 */
export function portOf(value) {
  const port = Number(value || 1337);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop('port.invalid', { port: String(value) });
  return port;
}

/** @param {Env} env @param {string} databaseUrl @returns {Env} */
function common(env, databaseUrl) {
  const port = portOf(env.PORT);
  return {
    ...env,
    PORT: String(port),
    PUBLIC_URL: env.PUBLIC_URL || `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDirectory(),
    STRAPI_TELEMETRY_DISABLED: 'true',
    // The language content is first written in; read only by the very first boot.
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'ar',
  };
}

/**
 * Demo and development: secrets are made once and kept, and only this machine is served.
 * @param {Env} env @param {string} databaseUrl @returns {Env}
 */
export const demoEnvironment = (env, databaseUrl) => ({
  HOST: '127.0.0.1',
  // Whoever tries the demo does in a minute what a village does in a day, from one address.
  LIMIT_READ: '3000',
  LIMIT_WRITE: '300',
  LIMIT_UPLOAD: '300',
  LIMIT_CREDENTIALS: '60',
  ...demoSecrets(dataDirectory()),
  ...common(env, databaseUrl),
});

/**
 * Production: secrets come from outside, and the demo's switches do not count.
 * @param {Env} env @param {string} databaseUrl @returns {Env}
 * @throws {import('./say.mjs').Stop} when a secret is missing or a demo one
 */
export function productionEnvironment(env, databaseUrl) {
  assertProductionSecrets(env);
  const switches = { CRM_DEMO: undefined, CRM_DEMO_FILE: undefined, CRM_SEED_ONLY: undefined };
  return { HOST: '0.0.0.0', ...common(env, databaseUrl), ...switches, NODE_ENV: 'production' };
}

/**
 * Tests: fixed secrets, and never a database that somebody set for something else.
 * @param {Env} env @returns {Env}
 */
export function testEnvironment(env) {
  const key = (/** @type {string} */ seed) => Buffer.alloc(32, seed).toString('base64');
  return {
    ...env,
    NODE_ENV: 'test',
    DATABASE_URL: undefined,
    CRM_DEMO: undefined,
    APP_KEYS: 'test-app-key-one,test-app-key-two',
    API_TOKEN_SALT: 'test-api-token-salt',
    ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
    TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
    JWT_SECRET: 'test-jwt-secret',
    ENCRYPTION_KEY: 'test-encryption-key',
    CRM_FIELD_KEY: key('field'),
    CRM_INDEX_KEY: key('index'),
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'ar',
    DATA_DIR: path.join(inRoot('.tmp'), 'test-data'),
  };
}
