import { field, form } from './fixture';
import { isAnswered, stepOfError, stepsOf } from './steps';
import type { Values } from './values';

const say = (key: string) => key;
const ids = (definition: ReturnType<typeof form>, values: Values = {}) =>
  stepsOf(definition, values, say).map(({ id }) => id);

const full = form({
  form: {
    fields: [
      field({ key: 'rents', type: 'yes_no' }),
      field({ key: 'rent', type: 'money', showIf: { field: 'rents', equals: 'yes' } }),
    ],
  },
  requiredDocuments: [
    { key: 'income', label: '', hint: null, required: true },
    { key: 'lease', label: '', hint: null, required: false },
  ],
});

describe('stepsOf', () => {
  it('asks who, then what, then for papers, then agrees, checks and signs', () => {
    expect(ids(full)).toEqual([
      'name',
      'phone',
      'email',
      'idType',
      'city',
      'preferredChannel',
      'f.rents',
      'd.income',
      'd.lease',
      'consent',
      'check',
      'declaration',
    ]);
  });

  it('asks for a number once there is an identity, and for what an answer leads to', () => {
    const asked = ids(full, { idType: 'iqama', 'f.rents': 'yes' });
    expect(asked).toEqual(expect.arrayContaining(['idNumber', 'f.rent']));
  });

  it('asks no identity of who has a question, and has no signature where none is asked', () => {
    const asked = ids(form({ kind: 'inquiry', declaration: null }));
    expect(asked).toEqual([
      'name',
      'phone',
      'email',
      'preferredChannel',
      'message',
      'consent',
      'check',
    ]);
  });

  it('leaves the free message out where the form has questions of its own', () => {
    const fields = [field({ key: 'details', type: 'textarea' })];
    expect(ids(form({ kind: 'complaint', form: { fields } }))).not.toContain('message');
  });

  it('gives every page an id of its own', () => {
    const asked = ids(full, { idType: 'other', 'f.rents': 'yes' });
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('isAnswered', () => {
  const steps = stepsOf(full, {}, say);
  const step = (id: string) => {
    const found = steps.find((one) => one.id === id);
    if (!found) throw new Error(`no step ${id}`);
    return found;
  };

  it('holds only what is required against the person', () => {
    expect(isAnswered(step('name'), {}, {})).toBe(false);
    expect(isAnswered(step('name'), { name: '  ' }, {})).toBe(false);
    expect(isAnswered(step('name'), { name: 'سارة' }, {})).toBe(true);
    expect(isAnswered(step('email'), {}, {})).toBe(true);
    expect(isAnswered(step('d.income'), {}, {})).toBe(false);
    expect(isAnswered(step('d.lease'), {}, {})).toBe(true);
    expect(isAnswered(step('consent'), {}, {})).toBe(false);
    expect(isAnswered(step('consent'), { consent: 'true' }, {})).toBe(true);
  });
});

describe('stepOfError', () => {
  const steps = stepsOf(full, { 'f.rents': 'yes' }, say);
  const page = (path: string) => stepOfError(path, steps, ['income', 'lease'])?.id;

  it.each([
    ['applicant.phone', 'phone'],
    ['answers.rent', 'f.rent'],
    ['documents.lease', 'd.lease'],
    ['documents.1.upload', 'd.lease'],
    ['documents[0].upload', 'd.income'],
    ['consent.version', 'consent'],
    ['declaration.name', 'declaration'],
    ['declaration', 'declaration'],
  ])('%s is mended on page %s', (path, id) => expect(page(path)).toBe(id));

  it.each(['', 'Idempotency-Key', 'kind', 'answers.gone', 'documents.9.upload'])(
    'knows no page for "%s"',
    (path) => expect(page(path)).toBeUndefined(),
  );
});
