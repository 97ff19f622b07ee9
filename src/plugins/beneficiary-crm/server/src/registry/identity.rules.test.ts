import fc from 'fast-check';
import {
  maskEmail,
  maskMobile,
  maskNationalId,
  parseEmail,
  parseIban,
  parseMobile,
  parseNationalId,
} from './identity.rules';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

const easternDigits = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
const ARABIC_INDIC = 0x0660;
const PERSIAN = 0x06f0;

/** The last digit that makes nine digits a valid number: written apart from the rule it tests. */
function withCheckDigit(nine: string): string {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  let sum = 0;
  for (let index = 0; index < 9; index += 1) {
    const digit = Number(nine[index]);
    sum += index % 2 === 0 ? Number(doubled[digit]) : digit;
  }
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

const validId = fc
  .tuple(fc.constantFrom('1', '2'), digits(8))
  .map(([first, rest]) => withCheckDigit(first + rest));

describe('parseNationalId', () => {
  it.each([
    ['1000000008', '1000000008', 'citizen'],
    ['2000000006', '2000000006', 'resident'],
    ['2345678904', '2345678904', 'resident'],
    ['1010101010', '1010101010', 'citizen'],
    ['١٠٠٠٠٠٠٠٠٨', '1000000008', 'citizen'],
    ['۱۰۰۰۰۰۰۰۰۸', '1000000008', 'citizen'],
    [' 100 000 0008\u200F', '1000000008', 'citizen'],
    ['\u20661000000008\u2069', '1000000008', 'citizen'],
  ])('takes %j', (raw, number, kind) => {
    expect(parseNationalId(raw)).toEqual({ ok: true, value: { number, kind } });
  });

  it.each([
    ['1000000000', 'id.checksum'],
    ['1098765437', 'id.checksum'],
    ['2123456786', 'id.checksum'],
    ['3000000004', 'id.first_digit'],
    ['0000000000', 'id.first_digit'],
    ['100000000', 'id.length'],
    ['10000000080', 'id.length'],
    ['', 'id.format'],
    ['A123456789', 'id.format'],
    ['1000000008x', 'id.format'],
  ])('refuses %j: %s', (raw, code) => {
    expect(parseNationalId(raw)).toEqual({ ok: false, code });
  });

  it('takes every number with a right check digit', () => {
    fc.assert(
      fc.property(validId, (number) => {
        expect(parseNationalId(number)).toEqual({
          ok: true,
          value: { number, kind: number.startsWith('1') ? 'citizen' : 'resident' },
        });
      }),
    );
  });

  it('refuses a valid number with any one digit changed', () => {
    fc.assert(
      fc.property(
        validId,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          const changed =
            number.slice(0, place) +
            String((Number(number[place]) + shift) % 10) +
            number.slice(place + 1);
          expect(parseNationalId(changed).ok).toBe(false);
        },
      ),
    );
  });

  it('reads every kind of digit alike', () => {
    fc.assert(
      fc.property(fc.oneof(validId, digits(10), digits(9)), (number) => {
        const western = parseNationalId(number);
        expect(parseNationalId(easternDigits(number, ARABIC_INDIC))).toEqual(western);
        expect(parseNationalId(easternDigits(number, PERSIAN))).toEqual(western);
      }),
    );
  });
});

describe('parseMobile', () => {
  it.each([
    '0551234567',
    '551234567',
    '966551234567',
    '00966551234567',
    '٠٥٥١٢٣٤٥٦٧',
    '۰۵۵۱۲۳۴۵۶۷',
    '+966 (0)55 123 4567',
    '+966-55-123-4567',
    '\u202A+966551234567\u202C',
    '055\u00A0123\u00A04567',
  ])('reads %j as one number', (raw) => {
    expect(parseMobile(raw)).toEqual({ ok: true, value: '+966551234567' });
  });

  it('takes 052, which the library holds for invalid', () => {
    expect(parseMobile('0521234567')).toEqual({ ok: true, value: '+966521234567' });
  });

  it.each([
    ['0112345678', 'mobile.not_saudi_mobile'],
    ['055123456', 'mobile.not_saudi_mobile'],
    ['05512345678', 'mobile.not_saudi_mobile'],
    ['+201001234567', 'mobile.not_saudi_mobile'],
    ['', 'mobile.format'],
    ['جوال', 'mobile.format'],
    ['0551234567 ext 5', 'mobile.format'],
    ['0551234567/0561234567', 'mobile.format'],
  ])('refuses %j: %s', (raw, code) => {
    expect(parseMobile(raw)).toEqual({ ok: false, code });
  });

  it('gives the same number for each way of writing it, in each kind of digits', () => {
    fc.assert(
      fc.property(
        digits(8),
        fc.constantFrom('0', '', '966', '00966', '+966', '+966 (0)', '+9660', '966 '),
        fc.constantFrom(0x30, ARABIC_INDIC, PERSIAN),
        (rest, prefix, zero) => {
          expect(parseMobile(easternDigits(`${prefix}5${rest}`, zero))).toEqual({
            ok: true,
            value: `+9665${rest}`,
          });
        },
      ),
    );
  });

  it('gives nothing but Saudi mobile numbers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits(9), digits(10), digits(12)), (raw) => {
        const parsed = parseMobile(raw);
        expect(parsed.ok ? parsed.value : '+966500000000').toMatch(/^\+9665\d{8}$/);
      }),
    );
  });
});

/** ISO 7064 by hand, digit by digit; S = 28, A = 10. */
function withIbanCheck(account: string): string {
  let remainder = 0;
  for (const digit of `${account}281000`) remainder = (remainder * 10 + Number(digit)) % 97;
  return `SA${String(98 - remainder).padStart(2, '0')}${account}`;
}

describe('parseIban', () => {
  it.each([
    ['SA0380000000608010167519', 'SA0380000000608010167519'],
    ['SA4420000001234567891234', 'SA4420000001234567891234'],
    ['sa03 8000 0000 6080 1016 7519', 'SA0380000000608010167519'],
    ['SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩', 'SA0380000000608010167519'],
    ['SA03-8000-0000-6080-1016-7519\u200E', 'SA0380000000608010167519'],
  ])('takes %j', (raw, value) => {
    expect(parseIban(raw)).toEqual({ ok: true, value });
  });

  it.each([
    ['SA0380000000608010167518', 'iban.checksum'],
    ['SA038000000060801016751', 'iban.length'],
    ['GB82WEST12345698765432', 'iban.country'],
    ['SA03800000006080101675AB', 'iban.format'],
    ['0380000000608010167519', 'iban.format'],
    ['', 'iban.format'],
  ])('refuses %j: %s', (raw, code) => {
    expect(parseIban(raw)).toEqual({ ok: false, code });
  });

  it('takes every account with its check digits, and none with one digit changed', () => {
    fc.assert(
      fc.property(
        digits(20),
        fc.integer({ min: 2, max: 23 }),
        fc.integer({ min: 1, max: 9 }),
        (account, place, shift) => {
          const iban = withIbanCheck(account);
          expect(parseIban(iban)).toEqual({ ok: true, value: iban });
          const changed =
            iban.slice(0, place) +
            String((Number(iban[place]) + shift) % 10) +
            iban.slice(place + 1);
          expect(parseIban(changed)).toEqual({ ok: false, code: 'iban.checksum' });
        },
      ),
    );
  });
});

describe('parseEmail', () => {
  it.each([
    [' Name.Last+tag@Example.ORG ', 'Name.Last+tag@example.org'],
    ['\u200Fa@b.sa\u200E', 'a@b.sa'],
    ['ａ＠ｂ．ｓａ', 'a@b.sa'],
    ['user٧@example.com', 'user7@example.com'],
    ['خالد@مثال.السعودية', 'خالد@مثال.السعودية'],
    ['a@mail.example.co.uk', 'a@mail.example.co.uk'],
    ['a@xn--mgbh0fb.xn--kgbechtv', 'a@xn--mgbh0fb.xn--kgbechtv'],
  ])('takes %j', (raw, value) => {
    expect(parseEmail(raw)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'email.format'],
    ['a', 'email.format'],
    ['@example.org', 'email.format'],
    ['a@', 'email.format'],
    ['a@localhost', 'email.format'],
    ['a b@example.org', 'email.format'],
    ['a@b@example.org', 'email.format'],
    ['a..b@example.org', 'email.format'],
    ['.a@example.org', 'email.format'],
    ['a@-example.org', 'email.format'],
    ['a@example..org', 'email.format'],
    ['a@192.168.0.1', 'email.format'],
    ['a@example.org, b@example.org', 'email.format'],
    ['a@example.org\r\nBcc: b@example.org', 'email.format'],
    ['"A" <a@example.org>', 'email.format'],
    [`${'a'.repeat(65)}@example.org`, 'email.length'],
    [`a@${'b'.repeat(50)}.${'c'.repeat(260)}.org`, 'email.length'],
  ])('refuses %j: %s', (raw, code) => {
    expect(parseEmail(raw)).toEqual({ ok: false, code });
  });

  it('takes every ordinary address, and its own answer again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = parseEmail(address);
        expect(once.ok && parseEmail(once.value)).toEqual(once);
      }),
    );
  });

  it('gives nothing that could break a mail header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        const parsed = parseEmail(`a${noise}@example.org`);
        expect(parsed.ok ? parsed.value : 'a@b.sa').toMatch(/^[^\s,;<>"()]+$/);
      }),
    );
  });
});

describe('masks', () => {
  it('show just enough to recognise', () => {
    expect(maskMobile('+966551234567')).toBe('05•••••567');
    expect(maskNationalId('1000000008')).toBe('•••••••008');
    expect(maskEmail('name@example.org')).toBe('n•••@example.org');
  });

  it('keep the rest to themselves', () => {
    fc.assert(
      fc.property(validId, digits(8), (id, rest) => {
        expect(maskNationalId(id).replace(/•/g, '')).toBe(id.slice(-3));
        expect(maskMobile(`+9665${rest}`).replace(/•/g, '')).toBe(`05${rest.slice(-3)}`);
      }),
    );
  });

  it('do not tell how long an address is', () => {
    expect(maskEmail('a@example.org')).toBe('a•••@example.org');
    expect(maskEmail('abcdefghij@example.org')).toBe('a•••@example.org');
  });
});
