import { askable } from './asking.rules';
import type { CheckFound } from './asking.rules';

const found = (more: Partial<CheckFound> = {}): CheckFound => ({
  papers: new Map([
    ['income', { state: 'rejected', required: true }],
    ['lease', { state: 'missing', required: false }],
    ['school', { state: 'missing', required: true }],
    ['iban', { state: 'accepted', required: true }],
  ]),
  questions: ['need', 'rent', 'size'],
  unanswered: new Set(['rent']),
  problems: new Set(['answer.size']),
  declaration: 'stands',
  ...more,
});
const whyOf = (given: CheckFound) =>
  Object.fromEntries(askable(given).map(({ kind, key, why }) => [`${kind}.${key}`, why]));

test('everything that the check misses is proposed, and all else may be asked', () => {
  expect(whyOf(found())).toEqual({
    'document.income': 'rejected',
    'document.lease': null,
    'document.school': 'missing',
    'document.iban': null,
    'field.need': null,
    'field.rent': 'missing',
    'field.size': 'problem',
    'declaration.declaration': null,
    'text.text': null,
  });
});

test.each([
  ['missing', 'unsigned'],
  ['broken', 'unsigned'],
  ['stands', null],
] as const)('a declaration that is %s', (declaration, why) => {
  expect(whyOf(found({ declaration }))['declaration.declaration']).toBe(why);
});

test('where none is signed, none is asked for', () => {
  expect(whyOf(found({ declaration: 'not_needed' }))).not.toHaveProperty('declaration.declaration');
});

test('a problem with a point of the service’s own list is asked about in words', () => {
  expect(whyOf(found({ problems: new Set(['point.dates_told']) }))['text.text']).toBe('problem');
});
