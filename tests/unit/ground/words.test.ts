import { readFileSync } from 'node:fs';
import path from 'node:path';

const plugin = path.join(__dirname, '../../../src/plugins/beneficiary-crm');

// JSON takes the last of two, without a word: the first screen then says what was meant for the second.
test.each(
  ['admin/src/app/translations', 'contracts/words', 'server/src/texts'].flatMap((folder) =>
    ['ar', 'en'].map((language) => `${folder}/${language}.json`),
  ),
)('no word is written twice in %s', (file) => {
  const text = readFileSync(path.join(plugin, file), 'utf8');
  const keys = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
  expect(keys).toHaveLength(Object.keys(JSON.parse(text) as object).length);
});
