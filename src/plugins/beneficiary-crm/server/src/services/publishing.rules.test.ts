import { services } from '../demo/content/services';
import {
  asksForIdentity,
  formFault,
  legalTextFault,
  paperFault,
  serviceFault,
} from './publishing.rules';

const question = (key: string, more: Partial<Parameters<typeof formFault>[0][number]> = {}) => ({
  key,
  label: `سؤال ${key}`,
  type: 'text',
  min: null,
  max: null,
  options: [],
  showIfField: null,
  showIfEquals: null,
  ...more,
});
const housing = question('housing', {
  type: 'choice',
  options: [{ value: 'owned' }, { value: 'rented' }],
});
const shownIf = (showIfField: string | null, showIfEquals: string | null) =>
  question('rent', { showIfField, showIfEquals });

describe('a form', () => {
  it('may be published when it can be answered', () => {
    expect(formFault([housing, shownIf('housing', 'rented')], [{ key: 'lease' }])).toBeNull();
    expect(formFault([], [])).toBeNull();
  });

  it.each([
    ['key_twice', [question('need'), question('need')]],
    ['too_few_options', [question('housing', { type: 'choice', options: [{ value: 'owned' }] })]],
    ['option_twice', [{ ...housing, options: [{ value: 'a' }, { value: 'a' }] }]],
    ['min_above_max', [question('size', { type: 'number', min: 2, max: 1 })]],
    ['condition', [shownIf('housing', 'rented'), housing]],
    ['condition', [housing, shownIf('housing', 'tent')]],
    ['condition', [housing, shownIf('housing', null)]],
    ['condition', [housing, shownIf(null, 'rented')]],
    ['condition', [question('notes'), shownIf('notes', 'yes')]],
  ])('is refused for %s', (code, fields) => {
    expect(formFault(fields, [])?.code).toBe(code);
  });

  it('is refused when two papers share a key', () => {
    expect(formFault([], [{ key: 'lease' }, { key: 'lease' }])).toEqual({
      code: 'key_twice',
      params: { key: 'lease' },
    });
  });

  it.each(services)('of the demo may be published: $slug', ({ fields, documents }) => {
    const questions = fields.map(({ key, type, label, min, max, options, showIf }) =>
      question(key, {
        type,
        label: label.ar,
        min: min ?? null,
        max: max ?? null,
        options: options ?? [],
        showIfField: showIf?.field ?? null,
        showIfEquals: showIf?.equals ?? null,
      }),
    );
    expect(formFault(questions, documents)).toBeNull();
  });
});

describe('a service', () => {
  const service = {
    ...{ fields: [], documents: [], checklist: [], studyQuestions: [] },
    ...{ needsStudy: true, needsCommittee: true, needsEnrolment: true },
  };

  it('has its study and its points to check judged as its form is', () => {
    const heating = question('heating', { type: 'choice', options: [{ value: 'gas' }] });
    expect(serviceFault(service)).toBeNull();
    expect(serviceFault({ ...service, studyQuestions: [heating] })?.code).toBe('too_few_options');
    expect(
      serviceFault({ ...service, studyQuestions: [question('rooms'), question('rooms')] })?.code,
    ).toBe('key_twice');
    expect(serviceFault({ ...service, checklist: [{ key: 'seen' }, { key: 'seen' }] })).toEqual({
      code: 'key_twice',
      params: { key: 'seen' },
    });
    expect(serviceFault({ ...service, needsStudy: false, studyStepDays: 9 })?.code).toBe(
      'study_time_unused',
    );
  });
});

describe('a declaration', () => {
  const version = (name: string, text: string) => ({
    documentId: 'd',
    locale: 'ar',
    kind: 'declaration',
    version: name,
    text,
  });
  it('keeps its words under one version', () => {
    expect(legalTextFault(version('1', 'أقرّ'), version('1', 'أقرّ'))).toBeNull();
    expect(legalTextFault(version('1', 'أتعهد'), version('1', 'أقرّ'))?.code).toBe('same_version');
  });
  it('may say other words under another version, or for the first time', () => {
    expect(legalTextFault(version('2', 'أتعهد'), version('1', 'أقرّ'))).toBeNull();
    expect(legalTextFault(version('1', 'أقرّ'), null)).toBeNull();
  });
});

describe('a paper that is an image of an identity', () => {
  it.each([
    'صورة الهوية الوطنية',
    'صُورة هويّة رب الأسرة',
    'بطاقة الأحوال',
    'صورة الإقامة سارية',
    'جواز السفر',
    'Copy of your ID',
    'Passport',
  ])('is known by its name: %s', (label) => {
    expect(asksForIdentity(label)).toBe(true);
  });

  it.each([
    'تعريف بالراتب',
    'إثبات إقامة في الحي',
    'عقد الإيجار',
    'سجل الأسرة',
    'أحوال الأسرة المعيشية',
    'Income statement',
    'A hidden side of the lease',
  ])('is not seen in another paper: %s', (label) => {
    expect(asksForIdentity(label)).toBe(false);
  });

  it('is published only with its legal basis and where that is written', () => {
    const paper = { key: 'id', label: 'صورة الهوية', legalBasis: null, legalReference: null };
    const fault = { code: 'identity_copied', params: { paper: 'صورة الهوية' } };
    expect(paperFault([paper])).toEqual(fault);
    expect(paperFault([{ ...paper, legalBasis: 'required_by_law' }])).toEqual(fault);
    expect(paperFault([{ ...paper, legalBasis: 'required_by_law', legalReference: ' ' }])).toEqual(
      fault,
    );
    expect(
      paperFault([{ ...paper, legalBasis: 'required_by_law', legalReference: 'المادة 5' }]),
    ).toBeNull();
  });

  it('is in no service of the demo', () => {
    const labels = services.flatMap(({ documents }) =>
      documents.flatMap(({ label }) => [label.ar, label.en]),
    );
    expect(labels.filter(asksForIdentity)).toEqual([]);
  });
});
