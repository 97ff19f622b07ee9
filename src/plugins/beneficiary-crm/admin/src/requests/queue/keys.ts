import { isTyping } from '../../search/shortcut';
import type { Pressed } from '../../search/shortcut';

/** What a key of the queue does. */
export type QueueKey =
  'next' | 'previous' | 'left' | 'right' | 'select' | 'assign' | 'search' | 'help';

/**
 * By the place of the key, not by its sign: on an Arabic keyboard J writes ت, K ن, X ء and A ش. The arrows are the
 * same everywhere. Enter is missing on purpose: the focus stands on a link, and a link knows what Enter means.
 */
const byPlace: Readonly<Record<string, QueueKey>> = {
  KeyJ: 'next',
  ArrowDown: 'next',
  KeyK: 'previous',
  ArrowUp: 'previous',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  KeyX: 'select',
  KeyA: 'assign',
  Slash: 'search',
};

/** What a press of a key asks of the queue; nothing while something is being typed, or with Ctrl, ⌘ or Alt held. */
export function queueKeyOf(pressed: Pressed, typing: boolean): QueueKey | null {
  const { code, key } = pressed;
  if (typing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  // Shift with the slash writes a question mark, on either keyboard.
  if (key === '?' || key === '؟' || (code === 'Slash' && pressed.shiftKey)) return 'help';
  return pressed.shiftKey ? null : (byPlace[code] ?? null);
}

/** Where the keys are not the queue's: in a field, in a menu, on a tab, or under a dialog. */
export const isBusyElsewhere = (target: EventTarget | null): boolean =>
  isTyping(target) ||
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null ||
  (target instanceof HTMLElement && target.matches('[role="tab"], [role="radio"]'));
