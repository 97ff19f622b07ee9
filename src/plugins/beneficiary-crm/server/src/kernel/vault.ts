import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  randomInt,
  scrypt,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  cost: { N: number },
) => Promise<Buffer>;

/**
 * A person's password needs a hash that is slow to try; a code of 60 random bits does not, and whoever sends or
 * follows a request waits for it. Codes given out before were hashed at the cost of a password.
 */
const costs = { 'scrypt-128': 128, 'scrypt-1k': 1_024, scrypt: 16_384 } as const;
const cost = 'scrypt-128';
const isCost = (name: string): name is keyof typeof costs => name in costs;

/** Crockford's base32: no I, L, O, U, so that a code can be read aloud and copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyId = 'k1';

const randomCode = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

const grouped = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** Reads a code as people type it: any case, dashes and spaces, O for 0, I and L for 1. */
export function readCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return grouped(plain);
}

/** Random, never sequential, and not a secret: `7K2M-9QXF`. */
export const newReference = (): string => grouped(randomCode(8));
/** The applicant's secret beside the reference: 60 bits, shown once. */
export const newAccessCode = (): string => grouped(randomCode(12));
/** A one-time link's secret: 32 random bytes. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** Only this of a token is stored. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');
export const sha256 = (bytes: Buffer | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** JSON with sorted keys: equal values have equal text, whatever their order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([name, held]) => `${JSON.stringify(name)}:${canonicalJson(held)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** At this cost in less time than the way to another thread and back takes. */
export function hashAccessCode(code: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(code, salt, 32, { N: costs[cost] });
  return `${cost}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** A hash that no code fits: a look-up that misses takes as long as one that hits. */
const nobody = `${cost}$${randomBytes(16).toString('base64url')}$${randomBytes(32).toString('base64url')}`;

/** `stored` null: nothing was found; the same work is done and the answer is no. */
export async function accessCodeFits(code: string, stored: string | null): Promise<boolean> {
  const [made = '', salt = '', expected = ''] = (stored ?? nobody).split('$');
  const N = costs[isCost(made) ? made : cost];
  const hash = await derive(code, Buffer.from(salt, 'base64url'), 32, { N });
  return timingSafeEqual(hash, Buffer.from(expected, 'base64url')) && stored !== null;
}

/** Where a sealed value stands: sealing it for one place makes it unreadable in any other. */
export interface Place {
  table: string;
  field: string;
  id: string;
}

export interface Vault {
  seal(place: Place, text: string): string;
  /** @throws Error when the value was changed or moved */
  open(place: Place, sealed: string): string;
  /** Equal values of one domain have equal indexes; without the key nobody can go back. */
  blindIndex(domain: string, value: string): string;
}

/**
 * Field encryption: AES-256-GCM, 12 random bytes nonce, the place as authenticated data, the key's
 * id in the envelope. Equality look-up: HMAC-SHA-256 with another key, separated by domain.
 */
export function createVault(fieldKey: Buffer, indexKey: Buffer): Vault {
  const aad = (place: Place) => Buffer.from(`${place.table}|${place.field}|${place.id}`);
  return {
    seal(place, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce).setAAD(aad(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
    },
    open(place, sealed) {
      const [id, envelope = ''] = sealed.split('.');
      if (id !== keyId) throw new Error(`sealed with the unknown key ${String(id)}`);
      const bytes = Buffer.from(envelope, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, bytes.subarray(0, 12))
        .setAAD(aad(place))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(
        'utf8',
      );
    },
    blindIndex(domain, value) {
      return createHmac('sha256', indexKey).update(`${domain}\0${value}`).digest('hex');
    },
  };
}
