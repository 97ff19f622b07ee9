import type { OwedItem } from '../api/types';
import { documentId } from '../form/values';
import { controlId, questionOf, refusedAt, responseTo } from './owed';

const field = {
  key: 'rent',
  type: 'money',
  label: 'الإيجار',
  hint: null,
  required: false,
  min: null,
  max: null,
  maxLength: null,
  options: [],
  showIf: { field: 'rents', equals: 'yes' },
} as const;
const items: OwedItem[] = [
  { kind: 'field', key: 'rent', label: 'الإيجار', field: { ...field, options: [] } },
  { kind: 'document', key: 'lease', label: 'عقد الإيجار', field: null },
  { kind: 'document', key: 'income', label: 'تعريف بالدخل', field: null },
  { kind: 'text', key: 'text', label: 'سؤالنا', field: null },
  { kind: 'declaration', key: 'declaration', label: 'الإقرار', field: null },
];
const upload = (token: string) => ({
  upload: token,
  name: 'a.pdf',
  size: 1,
  mime: 'application/pdf',
  expiresAt: '',
});
const uploads = { [documentId('lease')]: upload('one'), [documentId('income')]: upload('two') };

it('sends exactly what was asked', () => {
  const values = {
    [controlId({ kind: 'field', key: 'rent' })]: '١٬٢٠٠',
    'owed-text-text': ' نعم ',
  };
  expect(responseTo(items, values, uploads)).toEqual({
    answers: { rent: 1200 },
    documents: [
      { key: 'lease', upload: 'one' },
      { key: 'income', upload: 'two' },
    ],
    message: 'نعم',
  });
});

it('asks what is owed always, whatever the form made it hang on', () => {
  expect(items.slice(0, 1).map(questionOf)).toMatchObject([{ required: true, showIf: null }]);
});

it.each([
  ['answers.rent', 'owed-field-rent'],
  ['documents.lease', 'owed-document-lease'],
  ['documents.1.upload', 'owed-document-income'],
  ['message', 'owed-text-text'],
  ['declaration.version', 'signed-name'],
  ['answers.unheard_of', undefined],
])('a refusal of %s leads to %s', (path, target) => {
  const [mistake] = refusedAt([{ path, code: 'x', message: 'خطأ' }], items, uploads);
  expect(mistake?.target).toBe(target);
  expect(mistake?.message).toContain('خطأ');
});
