import { both, inOneVersion } from './published';

const document = (en: { version: string; text: string | null } | null) => ({
  documentId: 'd',
  main: { version: '2', text: 'نص' },
  en,
});

it('lends the English words where they are there', () => {
  expect(both(document({ version: '2', text: 'Text' }), 'text')).toEqual({ ar: 'نص', en: 'Text' });
});

it.each([[null], [{ version: '2', text: null }], [{ version: '2', text: ' ' }]])(
  'lets Arabic stand in for %j',
  (en) => expect(both(document(en), 'text')).toEqual({ ar: 'نص', en: 'نص' }),
);

it('leaves out English words of another version', () => {
  const lagging = inOneVersion(document({ version: '1', text: 'Text' }));
  expect(both(lagging, 'text').en).toBe('نص');
  const current = inOneVersion(document({ version: '2', text: 'Text' }));
  expect(both(current, 'text').en).toBe('Text');
});
