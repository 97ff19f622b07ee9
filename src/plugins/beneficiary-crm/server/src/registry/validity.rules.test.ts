import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules';
import { ageAt, datesOfPaper, daysUntil, lastAnnouncedDay, validityOf } from './validity.rules';

const today = '2026-11-01';

test.each([
  [null, 'open'],
  ['2026-10-31', 'expired'],
  ['2026-11-01', 'expiring'],
  ['2026-12-31', 'expiring'],
  ['2027-01-01', 'valid'],
] as const)('%s is %s', (until, state) => {
  expect(validityOf(until, today, 60)).toBe(state);
});

test('a paper is valid on its last day, and announced from the notice on', () => {
  const days = fc.integer({ min: -4000, max: 4000 });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 365 }), (ahead, notice) => {
      const until = addDays(today, ahead);
      expect(daysUntil(until, today)).toBe(ahead);
      expect(validityOf(until, today, notice)).toBe(
        ahead < 0 ? 'expired' : ahead <= notice ? 'expiring' : 'valid',
      );
      expect(daysUntil(lastAnnouncedDay(today, notice), today)).toBe(notice);
    }),
  );
});

test.each([
  [{ birthDate: '2010-11-01', birthYear: 2010 }, 16],
  [{ birthDate: '2010-11-02', birthYear: 2010 }, 15],
  [{ birthDate: null, birthYear: 2010 }, 16],
  [{ birthDate: null, birthYear: null }, null],
  [{ birthDate: '2026-10-30', birthYear: 2026 }, 0],
])('%j: %s years', (birth, age) => {
  expect(ageAt(today, birth)).toBe(age);
});

test('nobody grows younger', () => {
  const day = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(day, day, day, (born, first, more) => {
      const birthDate = addDays('1920-01-01', born);
      const birth = { birthDate, birthYear: Number(birthDate.slice(0, 4)) };
      const then = addDays(birthDate, first);
      expect(ageAt(addDays(then, more), birth)).toBeGreaterThanOrEqual(ageAt(then, birth) ?? 0);
    }),
  );
});

test('a paper is not issued tomorrow, and does not end before it begins', () => {
  expect(datesOfPaper({ issuedOn: '2026-11-02' }, today)).toEqual([
    { field: 'issuedOn', code: 'future' },
  ]);
  expect(datesOfPaper({ issuedOn: '2026-05-01', until: '2026-04-30' }, today)).toEqual([
    { field: 'until', code: 'before_issue' },
  ]);
  expect(datesOfPaper({ issuedOn: today, until: today }, today)).toEqual([]);
  expect(datesOfPaper({ until: '1990-01-01' }, today)).toEqual([]);
});
