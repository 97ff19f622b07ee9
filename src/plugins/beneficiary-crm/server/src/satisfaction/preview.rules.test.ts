import { createVault } from '../kernel/vault';
import { previewToken, previewedDocument } from './preview.rules';

const vault = createVault(Buffer.alloc(32, 1), Buffer.alloc(32, 2));
const now = new Date('2026-11-01T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const token = previewToken(vault, 'abc123', now);

test('a preview is open for an hour', () => {
  expect(previewedDocument(vault, token, now)).toBe('abc123');
  expect(previewedDocument(vault, token, later(59))).toBe('abc123');
  expect(previewedDocument(vault, token, later(60))).toBeNull();
});

test('for no other document, for no longer, and with no other key', () => {
  const [, until = '', proof = ''] = token.split('.');
  const stranger = createVault(Buffer.alloc(32, 1), Buffer.alloc(32, 3));
  expect(previewedDocument(vault, `other.${until}.${proof}`, now)).toBeNull();
  expect(previewedDocument(vault, `abc123.${Number(until) + 9999}.${proof}`, now)).toBeNull();
  expect(previewedDocument(stranger, token, now)).toBeNull();
  expect(previewedDocument(vault, 'x'.repeat(43), now)).toBeNull();
  expect(previewedDocument(vault, '', now)).toBeNull();
});
