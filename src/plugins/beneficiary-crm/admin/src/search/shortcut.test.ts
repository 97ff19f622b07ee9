import { opensSearch } from './shortcut';
import type { Pressed } from './shortcut';

const press = (over: Partial<Pressed>): Pressed => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

it.each([
  ['Ctrl+K', press({ key: 'k', code: 'KeyK', ctrlKey: true }), true],
  ['⌘K', press({ key: 'k', code: 'KeyK', metaKey: true }), true],
  ['Ctrl+K on an Arabic keyboard', press({ key: 'ن', code: 'KeyK', ctrlKey: true }), true],
  ['K where another layout has it', press({ key: 'k', code: 'KeyV', ctrlKey: true }), true],
  ['a bare K', press({ key: 'k', code: 'KeyK' }), false],
  ['Ctrl+Shift+K', press({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }), false],
  ['Ctrl+S', press({ key: 's', code: 'KeyS', ctrlKey: true }), false],
])('%s', (_, pressed, opens) => {
  expect(opensSearch(pressed, false)).toBe(opens);
  expect(opensSearch(pressed, true)).toBe(opens);
});

it('the slash opens it only where nothing is being typed', () => {
  for (const pressed of [press({ key: '/', code: 'Slash' }), press({ key: 'ظ', code: 'Slash' })]) {
    expect(opensSearch(pressed, false)).toBe(true);
    expect(opensSearch(pressed, true)).toBe(false);
  }
});
