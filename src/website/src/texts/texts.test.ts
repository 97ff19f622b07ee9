import { ar } from './ar';
import { en } from './en';
import { pieces } from './format';
import type { Text } from './format';

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const places = (text: Text) =>
  new Set(
    forms(text)
      .flatMap(pieces)
      .flatMap((part) => (typeof part === 'string' ? [] : [part.place])),
  );
const entries = Object.entries(ar) as [keyof typeof ar, Text][];

describe('texts', () => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ar).sort());
  });

  it.each(entries)('%s has the same places to fill in both languages', (key, text) => {
    expect(places(en[key])).toEqual(places(text));
  });

  it.each(entries)('%s is said in both languages', (key, text) => {
    for (const said of [...forms(text), ...forms(en[key])]) expect(said.trim()).not.toBe('');
  });

  const counted = entries.filter(([, text]) => typeof text !== 'string');

  it.each(counted)('%s has the six Arabic plural forms and the English ones', (key, text) => {
    expect(Object.keys(text).sort()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
    expect(Object.keys(en[key])).toEqual(expect.arrayContaining(['one', 'other']));
  });

  it('speaks Arabic in Arabic, and English in English', () => {
    const exempt = /^(site\.language|check\.email)$/;
    for (const [key, text] of entries) {
      if (exempt.test(key) || key.startsWith('form.progress')) continue;
      expect(forms(text).join()).toMatch(/[\u0621-\u064a]/);
      expect(forms(en[key]).join()).not.toMatch(/[\u0621-\u064a]/);
    }
  });
});
