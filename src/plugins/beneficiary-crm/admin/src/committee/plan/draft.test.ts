import { createSessionBody } from '../../../../contracts/sessions';
import { newWhen, typedWhen, whenOf } from './draft';

const room = {
  ...newWhen,
  heldOn: '2026-11-25',
  time: '16:30',
  place: ' قاعة الاجتماعات ',
  minutes: '٩٠',
};

test('a session in a room has a place and a time that it takes', () => {
  const made = whenOf(room, 'room');
  expect(made).toEqual({
    ok: true,
    when: { heldOn: '2026-11-25', time: '16:30', place: 'قاعة الاجتماعات', minutes: 90 },
  });
  expect(made.ok && createSessionBody.safeParse(made.when).success).toBe(true);
});

test('a circulation has a deadline, in the time of Riyadh', () => {
  const made = whenOf({ ...room, closesOn: '2026-11-27', closesTime: '12:00' }, 'circulation');
  expect(made).toEqual({
    ok: true,
    when: { heldOn: '2026-11-25', time: '16:30', closesAt: '2026-11-27T09:00:00.000Z' },
  });
  expect(
    made.ok && createSessionBody.safeParse({ form: 'circulation', ...made.when }).success,
  ).toBe(true);
});

test('a plan that is opened and kept again is the same plan', () => {
  const plan = {
    heldOn: '2026-11-25',
    time: null,
    place: null,
    minutes: null,
    closesAt: '2026-11-27T20:59:00.000Z',
  };
  const typed = typedWhen(plan);
  expect([typed.closesOn, typed.closesTime]).toEqual(['2026-11-27', '23:59']);
  expect(whenOf(typed, 'circulation')).toEqual({
    ok: true,
    when: { heldOn: '2026-11-25', closesAt: plan.closesAt },
  });
});

test.each([
  ['no day', { heldOn: '' }, 'room', { heldOn: 'form.error.required' }],
  ['too short', { minutes: '4' }, 'room', { minutes: 'plan.error.minutes' }],
  ['no number', { minutes: 'ساعة' }, 'room', { minutes: 'plan.error.minutes' }],
  ['no deadline', {}, 'circulation', { closesOn: 'form.error.required' }],
  [
    'a deadline before it begins',
    { closesOn: '2026-11-24' },
    'circulation',
    { closesOn: 'plan.error.ends-before' },
  ],
] as const)('%s', (_name, part, form, problems) => {
  expect(whenOf({ ...room, ...part }, form)).toEqual({ ok: false, problems });
});
