/** What of a key press decides. */
export interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Whether a key opens the search: Ctrl+K or ⌘K anywhere, the slash where nothing is being typed. The place of the
 * key counts as well as its sign: on an Arabic keyboard K writes ن, and the slash ظ.
 */
export function opensSearch(pressed: Pressed, typing: boolean): boolean {
  const { key, code, altKey, shiftKey } = pressed;
  const command = pressed.ctrlKey || pressed.metaKey;
  if (altKey || shiftKey) return false;
  if (command) return code === 'KeyK' || key.toLowerCase() === 'k';
  return !typing && (code === 'Slash' || key === '/');
}

/** Whether what is typed goes into a field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));
