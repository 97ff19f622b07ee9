import { asHtml, blankLinks, bullets, embedded, leftToRight, writtenDate } from './writing.rules';

const day = new Date('2024-07-06T22:30:00Z');

describe('values in a message', () => {
  it('isolates a name and a date in Arabic, in the direction of their own letters', () => {
    expect(embedded('سارة', 'ar')).toBe('\u2068سارة\u2069');
    expect(embedded('سارة', 'en')).toBe('\u2068سارة\u2069');
    expect(embedded('Sara', 'en')).toBe('Sara');
  });

  it('runs a reference from left to right', () => {
    expect(leftToRight('7K2M-9QXF', 'ar')).toBe('\u20667K2M-9QXF\u2069');
    expect(leftToRight('7K2M-9QXF', 'en')).toBe('7K2M-9QXF');
  });

  it('writes the day of Riyadh, in both calendars where there is room', () => {
    expect(writtenDate(day, 'ar', 'email')).toBe('\u20687 يوليو 2024 (1 محرم 1446هـ)\u2069');
    expect(writtenDate(day, 'en', 'sms')).toBe('7 July 2024');
  });

  it('lists what is owed line by line', () => {
    expect(bullets(['صورة العقد', 'الدخل'])).toBe('• صورة العقد\n• الدخل');
  });
});

describe('asHtml', () => {
  it('keeps paragraphs and line breaks, in the direction of the language', () => {
    const html = asHtml('أهلًا\n\nسطر\nآخر', 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<p>أهلًا</p><p>سطر<br>آخر</p>');
    expect(asHtml('Hello', 'en')).toContain('dir="ltr"');
  });

  it('lets nothing that a person wrote become markup', () => {
    expect(asHtml('<img src=x onerror="a">', 'en')).toContain(
      '<p>&lt;img src=x onerror=&quot;a&quot;&gt;</p>',
    );
  });

  it('makes links of addresses', () => {
    expect(asHtml('Follow: https://a.example/track\nBye', 'en')).toContain(
      '<a href="https://a.example/track" dir="ltr">https://a.example/track</a><br>Bye',
    );
  });
});

describe('blankLinks', () => {
  it('leaves no secret of a one-time link', () => {
    expect(blankLinks('قيّم: https://a.example/evaluate#t=Ab-9_x\nشكرًا')).toBe(
      'قيّم: https://a.example/evaluate#t=…\nشكرًا',
    );
  });
});
