import type { Pressed } from '../../search/shortcut';
import { queueKeyOf } from './keys';

const press = (code: string, key: string, more: Partial<Pressed> = {}): Pressed => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test.each([
  ['KeyJ', 'j', 'next'],
  ['KeyJ', 'ت', 'next'],
  ['ArrowDown', 'ArrowDown', 'next'],
  ['KeyK', 'ن', 'previous'],
  ['ArrowUp', 'ArrowUp', 'previous'],
  ['KeyX', 'ء', 'select'],
  ['KeyA', 'ش', 'assign'],
  ['Slash', '/', 'search'],
  ['Slash', 'ظ', 'search'],
])('%s, which writes %s, is «%s» on any keyboard', (code, key, wanted) => {
  expect(queueKeyOf(press(code, key), false)).toBe(wanted);
});

test.each([
  ['Slash', '?'],
  ['Slash', '؟'],
])('%s with Shift, which writes %s, shows the help', (code, key) => {
  expect(queueKeyOf(press(code, key, { shiftKey: true }), false)).toBe('help');
});

test.each(['KeyJ', 'KeyA', 'Slash', 'ArrowDown'])('%s does nothing while one types', (code) => {
  expect(queueKeyOf(press(code, 'x'), true)).toBeNull();
});

test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('%s leaves the key to the browser', (held) => {
  expect(queueKeyOf(press('KeyA', 'a', { [held]: true }), false)).toBeNull();
});

test('other keys, and letters with Shift, are nothing', () => {
  expect(queueKeyOf(press('KeyZ', 'z'), false)).toBeNull();
  expect(queueKeyOf(press('KeyA', 'A', { shiftKey: true }), false)).toBeNull();
});
