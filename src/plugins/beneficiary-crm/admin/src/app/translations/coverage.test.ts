import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionBodies } from '../../../../contracts/admin';
import { requestActions, requestStatuses } from '../../../../contracts/vocabulary';
import shared from '../../../../contracts/words/ar.json';
import { fieldLabelKey } from '../../requests/actions/labels';
import { views } from '../../requests/queue';
import own from './ar.json';

const known = new Set([...Object.keys(shared), ...Object.keys(own)]);
const root = join(__dirname, '../..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'),
);

test('every message named in the code has its words', () => {
  const missing = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)]
      .map(([, key]) => key ?? '')
      .filter((key) => !known.has(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('no word is there that nothing says', () => {
  const code = sources.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const families = /^(form|tally|rule|study)\./;
  const unused = Object.keys(own).filter((key) => {
    const [list, name] = key.split('.');
    if (list === 'ask') return !requestActions.some((action) => action === name);
    if (list === 'status-sentence') return !requestStatuses.some((status) => status === name);
    const family = key.split('.').slice(0, -1).join('.');
    return !code.includes(`'${key}'`) && !code.includes(`\`${family}.\${`) && !families.test(key);
  });
  expect(unused).toEqual([]);
});

test('both languages are the same set as the shared words: no key twice', () => {
  expect(Object.keys(own).filter((key) => key in shared)).toEqual([]);
});

test.each([
  ...requestActions.map((action) => `ask.${action}`),
  ...requestStatuses.map((status) => `status-sentence.${status}`),
  ...views.flatMap((view) => [`inbox.view.${view}`, `inbox.empty.${view}`]),
])('%s', (key) => {
  expect(known.has(key)).toBe(true);
});

test('every field of every form has its label', () => {
  const keys = (Object.keys(actionBodies) as (keyof typeof actionBodies)[])
    .filter(
      (action) =>
        action !== 'check_item' &&
        action !== 'judge_document' &&
        action !== 'sign_declaration' &&
        action !== 'write_study',
    )
    .flatMap((action) =>
      Object.keys(actionBodies[action].shape)
        .filter((name) => !['expectedVersion', 'way'].includes(name))
        .map((name) => fieldLabelKey(action, name)),
    );
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
});
