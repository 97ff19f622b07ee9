// @ts-check
/** The secrets of an installation: made for demo and development, only ever read in production. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { Stop, text } from './say.mjs';

/** Strapi's own: any long random text. */
const texts = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
];
/** Ours, for the personal data: 32 bytes in base64. */
const keys = ['CRM_FIELD_KEY', 'CRM_INDEX_KEY'];

export const requiredSecrets = [...texts, ...keys];

const mark = 'demo';
/** Values known from templates, which are no secrets either. */
const placeholders = /^(tobemodified|change.?me|secret|test)/i;

/** Random, and recognisable by its first letters, so that `npm start` can refuse it. */
function demoSecret(/** @type {string} */ name) {
  if (keys.includes(name))
    return Buffer.concat([Buffer.from(mark), randomBytes(28)]).toString('base64');
  const one = () => `${mark}-${randomBytes(24).toString('base64url')}`;
  return name === 'APP_KEYS' ? [one(), one()].join(',') : one();
}

/** @param {string} value */
const isDemo = (value) =>
  value.split(',').some((part) => part.startsWith(`${mark}-`) || placeholders.test(part)) ||
  Buffer.from(value, 'base64').subarray(0, 4).toString('latin1') === mark;

/**
 * The demo secrets of a data directory, made on first use.
 * @param {string} dataDir
 * @returns {Record<string, string>}
 */
export function demoSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  /** @type {Record<string, string>} */
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const missing = requiredSecrets.filter((name) => !known[name]);
  if (missing.length === 0) return known;
  for (const name of missing) known[name] = demoSecret(name);
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
  return known;
}

/** @typedef {'missing' | 'demo' | 'length'} Fault */

/** @param {string} name @param {string | undefined} value @returns {Fault | undefined} */
function faultOf(name, value) {
  if (!value) return 'missing';
  if (isDemo(value)) return 'demo';
  if (keys.includes(name) && Buffer.from(value, 'base64').length !== 32) return 'length';
  return undefined;
}

/**
 * What keeps an environment from production: nothing missing, nothing from a demo, keys of 32 bytes.
 * @param {Record<string, string | undefined>} env
 * @returns {{ name: string, fault: Fault }[]}
 */
export function secretFaults(env) {
  return requiredSecrets.flatMap((name) => {
    const fault = faultOf(name, env[name]?.trim());
    return fault ? [{ name, fault }] : [];
  });
}

/**
 * @param {Record<string, string | undefined>} env
 * @throws {Stop} naming each secret that production cannot start with
 */
export function assertProductionSecrets(env) {
  const faults = secretFaults(env);
  if (faults.length === 0) return;
  const lines = faults.map(({ name, fault }) => text(`secrets.${fault}`, { name }));
  const list = (/** @type {'ar' | 'en'} */ language) =>
    lines.map((line) => `– ${line[language]}`).join('\n');
  throw new Stop('secrets.refused', { list: { ar: list('ar'), en: list('en') } });
}
