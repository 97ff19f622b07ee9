import { randomUUID } from 'node:crypto';
import { createVault } from '../kernel/vault';
import { paperToken, requestOnPaper } from './evaluation-paper';

const vault = createVault(Buffer.alloc(32, 1), Buffer.alloc(32, 2));
const id = randomUUID();
const token = paperToken(vault, id);

test('a receipt bears the same token however often it is printed, and the token leads back to its request', () => {
  expect(paperToken(vault, id)).toBe(token);
  expect(requestOnPaper(vault, token)).toBe(id);
  expect(token.length).toBeLessThan(80);
});

test('what was made without the key leads to no request', () => {
  const stranger = createVault(Buffer.alloc(32, 1), Buffer.alloc(32, 3));
  const [, proof = ''] = token.split('.');
  const [other = ''] = paperToken(vault, randomUUID()).split('.');
  for (const wrong of [
    paperToken(stranger, id),
    `${other}.${proof}`,
    token.slice(0, -1),
    `${token}x`,
    token.replace('.', ''),
    '.',
    'x'.repeat(43),
    '',
  ])
    expect(requestOnPaper(vault, wrong)).toBeNull();
});
