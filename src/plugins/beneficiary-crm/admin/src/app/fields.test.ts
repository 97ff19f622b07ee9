import * as messages from '../../../server/src/messages/content-types';
import * as reception from '../../../server/src/reception/content-types';
import * as registry from '../../../server/src/registry/content-types';
import * as satisfaction from '../../../server/src/satisfaction/content-types';
import * as services from '../../../server/src/services/content-types';
import { fieldMessages } from './fields';

interface Described {
  attributes?: object;
}
const attributesOf = (list: string, uid: string, { attributes }: Described) =>
  Object.keys(attributes ?? {}).map((name) => `content-manager.${list}.${uid}.${name}`);

// A committee is kept on a page of the CRM, not in the content manager.
const expected = [
  ...[messages, reception, registry, satisfaction, services].flatMap(({ contentTypes }) =>
    Object.entries(contentTypes).flatMap(([name, { schema }]) =>
      attributesOf('content-types', `plugin::beneficiary-crm.${name}`, schema),
    ),
  ),
  ...[satisfaction, services].flatMap(({ components }) =>
    Object.entries<Described>(components).flatMap(([uid, schema]) =>
      attributesOf('components', uid, schema),
    ),
  ),
].sort();

test.each([
  ['ar', /[\u0621-\u064A]/],
  ['en', /[a-z]/],
])('in %s every field that editors fill in has its label, and no other', (locale, letters) => {
  const messages = fieldMessages(locale);
  expect(Object.keys(messages).sort()).toEqual(expected);
  for (const label of Object.values(messages)) expect(label).toMatch(letters);
});
