import fc from 'fast-check';
import {
  daysAfter,
  gregorianDate,
  hijriDate,
  hijriDay,
  isLaterDay,
  longDay,
  typedDate,
} from './dates';

describe('hijriDate', () => {
  it.each([
    [1446, 1, 1, '2024-07-07'],
    [1446, 9, 1, '2025-03-01'],
    [1447, 9, 1, '2026-02-18'],
    [1448, 1, 1, '2026-06-16'],
    [1410, 8, 15, '1990-03-13'],
  ])('%d-%d-%d is %s', (year, month, day, expected) => {
    expect(hijriDate(year, month, day)).toBe(expected);
  });

  it.each([
    [1446, 13, 1],
    [1446, 0, 1],
    [1446, 1, 31],
    [1299, 1, 1],
    [1990, 3, 12],
    [NaN, 1, 1],
  ])('refuses %d-%d-%d', (year, month, day) => {
    expect(hijriDate(year, month, day)).toBeNull();
  });

  it('meets every Gregorian day of a lifetime on its way back', () => {
    const parts = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    const first = Date.UTC(1900, 3, 30);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 55_000 }), (days) => {
        const at = new Date(first + days * 86_400_000);
        const part = Object.fromEntries(
          parts.formatToParts(at).map(({ type, value }) => [type, parseInt(value, 10)]),
        );
        expect(hijriDate(part.year ?? 0, part.month ?? 0, part.day ?? 0)).toBe(
          at.toISOString().slice(0, 10),
        );
      }),
    );
  });
});

describe('gregorianDate', () => {
  it('takes days that exist and no other', () => {
    expect(gregorianDate(2024, 2, 29)).toBe('2024-02-29');
    expect(gregorianDate(2023, 2, 29)).toBeNull();
    expect(gregorianDate(12, 1, 1)).toBeNull();
  });
});

describe('typedDate', () => {
  it('tells the calendar by the year', () => {
    expect(typedDate(1410, 8, 15)).toBe('1990-03-13');
    expect(typedDate(1990, 3, 13)).toBe('1990-03-13');
  });
});

describe('days as they are said', () => {
  const lateInRiyadh = new Date('2026-06-15T21:30:00Z');

  it('says the day it is in Riyadh, in both calendars', () => {
    expect(longDay(lateInRiyadh, 'ar')).toContain('16 يونيو 2026');
    expect(hijriDay(lateInRiyadh, 'ar')).toMatch(/^1 محرم 1448/);
    expect(longDay(lateInRiyadh, 'en')).toContain('16 June 2026');
  });

  it('tells a later day from a later hour of the same day in Riyadh', () => {
    const at = (time: string) => new Date(`2026-06-15T${time}:00Z`);
    expect(isLaterDay(at('20:30'), at('02:00'))).toBe(false);
    expect(isLaterDay(at('21:30'), at('20:30'))).toBe(true);
    expect(isLaterDay(at('20:30'), at('21:30'))).toBe(false);
  });

  it('counts a promise in days of 24 hours', () => {
    expect(daysAfter(lateInRiyadh, 14).toISOString()).toBe('2026-06-29T21:30:00.000Z');
  });
});
