import { field, form } from './fixture';
import { answersOf, isAsked, plain, submission, typedNumber, withUpload } from './values';

const receipt = { upload: 'u1', name: 'a.pdf', size: 1, mime: 'application/pdf', expiresAt: '' };

describe('plain', () => {
  it('reads Arabic-Indic and Persian digits and drops what cannot be seen', () => {
    expect(plain(' ٠٥٥١٢٣٤٥٦٧ ')).toBe('0551234567');
    expect(plain('۱۲۳')).toBe('123');
    expect(plain('\u202a+966\u202c\u200f')).toBe('+966');
  });
});

describe('typedNumber', () => {
  it.each([
    ['1200', 1200],
    ['١٬٢٠٠٫٥', 1200.5],
    ['1,200', 1200],
    ['-5', -5],
    ['0', 0],
  ])('reads %s', (text, value) => expect(typedNumber(text)).toBe(value));

  it.each(['', 'ألف', '12a', '1.2.3', '1e5'])('finds no number in "%s"', (text) =>
    expect(typedNumber(text)).toBeNaN(),
  );
});

const rents = field({ key: 'rents', type: 'yes_no' });
const rent = field({ key: 'rent', type: 'money', showIf: { field: 'rents', equals: 'yes' } });
const late = field({ key: 'late', type: 'text', showIf: { field: 'rent', equals: '500' } });
const fields = [rents, rent, late];

describe('isAsked', () => {
  it('follows the answer that a question hangs on', () => {
    expect(isAsked(rent, fields, { 'f.rents': 'yes' })).toBe(true);
    expect(isAsked(rent, fields, { 'f.rents': 'no' })).toBe(false);
    expect(isAsked(rent, fields, {})).toBe(false);
  });

  it('does not ask what hangs on a question that is not asked itself', () => {
    const values = { 'f.rents': 'no', 'f.rent': '500' };
    expect(isAsked(late, fields, values)).toBe(false);
  });
});

describe('answersOf', () => {
  it('sends numbers as numbers, leaves out what is empty and what is not asked', () => {
    const values = { 'f.rents': 'yes', 'f.rent': '١٢٠٠٠', 'f.late': 'x' };
    expect(answersOf(fields, values)).toEqual({ rents: 'yes', rent: 12000 });
    expect(answersOf(fields, { ...values, 'f.rents': 'no' })).toEqual({ rents: 'no' });
  });

  it('sends an IBAN without its spaces', () => {
    const iban = field({ key: 'iban', type: 'iban' });
    expect(answersOf([iban], { 'f.iban': 'sa03 8000 0000 6080 1016 7519' })).toEqual({
      iban: 'SA0380000000608010167519',
    });
  });
});

describe('submission', () => {
  const definition = {
    ...form({
      requiredDocuments: [
        { key: 'lease', label: '', hint: null, required: true },
        { key: 'other', label: '', hint: null, required: false },
      ],
    }),
    slug: 'food-basket',
  };
  const values = { name: ' سارة ', phone: '٠٥٥١٢٣٤٥٦٧', signedName: 'سارة', idNumber: '123' };

  it('is what the server asks for, and nothing that was left empty', () => {
    expect(submission(definition, values, { 'd.lease': receipt })).toEqual({
      kind: 'assistance',
      service: 'food-basket',
      applicant: { name: 'سارة', phone: '0551234567' },
      answers: {},
      documents: [{ key: 'lease', upload: 'u1' }],
      declaration: { version: 'd1', name: 'سارة' },
      consent: { version: 'c1' },
    });
  });

  it('drops the number of an identity whose kind was taken back', () => {
    expect(submission(definition, values, {}).applicant.idNumber).toBeUndefined();
    const kept = submission(definition, { ...values, idType: 'other' }, {}).applicant;
    expect(kept).toMatchObject({ idType: 'other', idNumber: '123' });
  });

  it('carries no declaration where none is asked for', () => {
    const inquiry = form({ kind: 'inquiry', declaration: null });
    expect(submission(inquiry, { message: 'متى؟' }, {})).toMatchObject({
      kind: 'inquiry',
      message: 'متى؟',
      declaration: undefined,
    });
  });
});

describe('withUpload', () => {
  it('puts, replaces and takes away', () => {
    const one = withUpload({}, 'd.a', receipt);
    expect(one).toEqual({ 'd.a': receipt });
    expect(withUpload(one, 'd.a', { ...receipt, upload: 'u2' })['d.a']?.upload).toBe('u2');
    expect(withUpload(one, 'd.a', undefined)).toEqual({});
  });
});
