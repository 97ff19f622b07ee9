import type { Locator, Page } from 'playwright-core';
import panelWords from '../../src/plugins/beneficiary-crm/admin/src/app/translations/ar.json';
import words from '../../src/plugins/beneficiary-crm/contracts/words/ar.json';

const texts = { ...words, ...panelWords } as Record<string, string>;

/** What the panel says in Arabic. @throws Error for a key that has no words */
export function label(key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`no word for ${key}`);
  return text;
}

/** A button by its words; in a dialog there may be one of the same name as on the page behind it. */
export const button = (within: Locator | Page, key: string): Locator =>
  within.getByRole('button', { name: label(key), exact: true });
export const inDialog = (page: Page, key: string): Locator => button(page.getByRole('dialog'), key);
