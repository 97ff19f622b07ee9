import { randomBytes, scryptSync } from 'node:crypto';
import fc from 'fast-check';
import {
  accessCodeFits,
  canonicalJson,
  createVault,
  hashAccessCode,
  newAccessCode,
  newReference,
  readCode,
} from './vault';

const ascending = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const vault = createVault(randomBytes(32), ascending);
const place = { table: 'crm_requests', field: 'id_number', id: 'a' };

describe('vault', () => {
  it('opens what it sealed, and nothing that was moved or changed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sealed = vault.seal(place, text);
        expect(vault.open(place, sealed)).toBe(text);
        expect(() => vault.open({ ...place, id: 'b' }, sealed)).toThrow();
      }),
    );
    const sealed = vault.seal(place, '1000000008');
    expect(sealed).not.toContain('1000000008');
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => vault.open(place, `k1.${bytes.toString('base64')}`)).toThrow();
  });

  it('indexes an ID as the published vector has it', () => {
    expect(vault.blindIndex('beneficiary.national_id:v1', '1000000008')).toBe(
      '65151ebca7c067ee4fa92bcca56893e7afce974085ce6869ef002a5069562860',
    );
  });
});

describe('codes', () => {
  it('reads a code as people type it', () => {
    expect(readCode('7k2m 9qxf')).toBe('7K2M-9QXF');
    expect(readCode('oilO-1234')).toBe('0110-1234');
    fc.assert(
      fc.property(fc.constant(null), () => {
        const reference = newReference();
        expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readCode(reference.toLowerCase().replace('-', ''))).toBe(reference);
      }),
      { numRuns: 50 },
    );
  });

  it('knows the right access code from a wrong one and from none', async () => {
    const code = newAccessCode();
    const stored = hashAccessCode(code);
    expect(stored).not.toContain(code);
    await expect(accessCodeFits(code, stored)).resolves.toBe(true);
    await expect(accessCodeFits(newAccessCode(), stored)).resolves.toBe(false);
    await expect(accessCodeFits(code, null)).resolves.toBe(false);
    // given out at the cost of a password, before
    const salt = Buffer.alloc(16, 7);
    const before = `scrypt$${salt.toString('base64url')}$${scryptSync(code, salt, 32).toString('base64url')}`;
    await expect(accessCodeFits(code, before)).resolves.toBe(true);
    await expect(accessCodeFits(newAccessCode(), before)).resolves.toBe(false);
  });
});

describe('canonicalJson', () => {
  it('gives equal text to equal values whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });
});
