import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import ar from './ar.json';

const sixForms = ['few', 'many', 'one', 'other', 'two', 'zero'];
const plurals = (elements: MessageFormatElement[]): string[][] =>
  elements.flatMap((part) =>
    part.type === TYPE.plural
      ? [Object.keys(part.options).sort()]
      : part.type === TYPE.tag
        ? plurals(part.children)
        : [],
  );

test.each(Object.entries(ar))('%s is a message that can be said', (_key, text) => {
  for (const forms of plurals(parse(text))) expect(forms).toEqual(sixForms);
  expect(text.trim()).not.toBe('');
});
