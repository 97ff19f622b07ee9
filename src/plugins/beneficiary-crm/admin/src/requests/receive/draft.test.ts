import fc from 'fast-check';
import { receiveBody } from '../../../../contracts/receiving';
import type { FormDefinition, FormField } from '../../../../contracts/website';
import { askedFields, bodyOf, newDraft, signedOver, unsigned } from './draft';
import type { Draft } from './draft';
import { pathHere, problemsOf, stepOf, stepsOf } from './problems';

const field = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  type: 'text',
  label: key,
  hint: null,
  required: true,
  min: null,
  max: null,
  maxLength: null,
  options: [],
  showIf: null,
  ...more,
});
const text = { version: '2026-1', text: 'نص', plain: null };
const form: FormDefinition = {
  kind: 'assistance',
  form: {
    fields: [
      field('rents', { type: 'yes_no' }),
      field('rent', { type: 'money', showIf: { field: 'rents', equals: 'yes' } }),
    ],
  },
  requiredDocuments: [
    { key: 'income', label: 'الدخل', hint: null, required: true },
    { key: 'lease', label: 'العقد', hint: null, required: false },
  ],
  declaration: text,
  consent: text,
  promise: { earliestDays: 14, latestDays: 30 },
};
const upload = { upload: 'token', name: 'a.pdf', size: 1, mime: 'application/pdf', expiresAt: '' };

const filled = (more: Partial<Draft> = {}): Draft => {
  const draft: Draft = {
    ...newDraft({ channel: 'interview', kind: 'assistance', locale: 'ar' }),
    service: 'family-support',
    answers: { rents: 'no', rent: '900' },
    uploads: { income: upload },
    consented: true,
    ...more,
  };
  draft.applicant = { ...draft.applicant, name: 'سارة بنت علي', phone: '0551234567' };
  const signing = { ...unsigned, way: 'paper' as const, witnessed: true };
  return { ...draft, signing: { ...signing, over: signedOver(form, draft), ...more.signing } };
};
const nowhere = { beneficiary: null, visit: null };

describe('a draft', () => {
  it('that is complete has no problem on any step, and is what the contract takes', () => {
    for (const step of stepsOf(form)) expect(problemsOf(form, filled(), step)).toEqual({});
    const body = bodyOf(form, filled(), nowhere);
    expect(receiveBody.safeParse(body).success).toBe(true);
    expect(body.request.answers).toEqual({ rents: 'no' });
    expect(body.request.documents).toEqual([{ key: 'income', upload: 'token' }]);
  });

  it('asks a question only where an answer leads to it', () => {
    expect(askedFields(form, { rents: 'no' }).map(({ key }) => key)).toEqual(['rents']);
    expect(askedFields(form, { rents: 'yes' }).map(({ key }) => key)).toEqual(['rents', 'rent']);
    const draft = filled({ answers: { rents: 'yes' } });
    expect(problemsOf(form, draft, 'answers')).toHaveProperty(['answers.rent']);
  });

  it('asks for the papers that are required, and for no others', () => {
    const found = problemsOf(form, filled({ uploads: {} }), 'documents');
    expect(Object.keys(found)).toEqual(['documents.income']);
  });

  it('is signed anew when what was signed has changed, and only then', () => {
    fc.assert(
      fc.property(fc.constantFrom('yes', 'no'), fc.string(), (rents, rent) => {
        const before = filled();
        const after = { ...before, answers: { rents, rent } };
        const changed = signedOver(form, after) !== signedOver(form, before);
        const found = problemsOf(form, after, 'declaration').declaration;
        expect(found).toBe(changed ? 'receive.error.changed' : undefined);
        expect(changed).toBe(rents === 'yes');
      }),
    );
  });

  it('has a key of its own', () => {
    const start = { channel: 'phone', kind: '', locale: 'ar' } as const;
    expect(newDraft(start).key).not.toBe(newDraft(start).key);
  });
});

describe('what the server names', () => {
  it.each([
    ['request.applicant.phone', 'applicant.phone', 'start'],
    ['answers.rent', 'answers.rent', 'answers'],
    ['documents.0.upload', 'documents.income', 'documents'],
    ['documents.lease', 'documents.lease', 'documents'],
    ['declaration.code', 'declaration.code', 'declaration'],
    ['consent.version', 'consent.version', 'declaration'],
    ['beneficiary', 'beneficiary', 'start'],
  ])('%s is mended at %s, on the step %s', (path, here, step) => {
    expect(pathHere(path, [{ key: 'income' }])).toBe(here);
    expect(stepOf(here)).toBe(step);
  });
});
