import { readApplicant } from './applicant.rules';

const body = { name: 'أحمد الحارثي', phone: '٠٥٥١٢٣٤٥٦٧' };

describe('reading an applicant', () => {
  it('asks for a name and a mobile alone: nobody is turned away for lack of a number', () => {
    expect(readApplicant(body)).toEqual({
      ok: true,
      applicant: {
        name: 'أحمد الحارثي',
        phone: '+966551234567',
        email: null,
        city: null,
        preferredChannel: null,
        identity: null,
      },
    });
  });

  it.each([
    [
      { idType: 'national_id', idNumber: '١٠٠٠٠٠٠٠٠٨' },
      { type: 'national_id', number: '1000000008' },
    ],
    [
      { idType: 'iqama', idNumber: '2000000006' },
      { type: 'iqama', number: '2000000006' },
    ],
    [{ idNumber: '1000000008' }, { type: 'national_id', number: '1000000008' }],
    [{ idNumber: '2000000006' }, { type: 'iqama', number: '2000000006' }],
    [
      { idType: 'other', idNumber: 'a-77' },
      { type: 'other', number: 'A-77' },
    ],
  ] as const)('reads %o', (identity, read) => {
    expect(readApplicant({ ...body, ...identity })).toMatchObject({
      applicant: { identity: read },
    });
  });

  it.each([
    [{ idNumber: '1000000000' }, 'applicant.idNumber', 'id.checksum'],
    [{ idType: 'iqama', idNumber: '1000000008' }, 'applicant.idNumber', 'id.kind'],
    [{ phone: '0112345678' }, 'applicant.phone', 'phone'],
    [{ email: 'nobody' }, 'applicant.email', 'email'],
  ] as const)('refuses %o at %s', (wrong, path, code) => {
    expect(readApplicant({ ...body, ...wrong })).toEqual({ ok: false, issues: [{ path, code }] });
  });
});
