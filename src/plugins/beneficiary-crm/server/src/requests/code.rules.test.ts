import fc from 'fast-check';
import { judgeCode, mostAttempts, readContact, readDigits } from './code.rules';
import type { CodeState } from './code.rules';

const now = new Date('2026-11-22T09:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const fresh: CodeState = { attempts: 0, expiresAt: after(60_000), usedAt: null };

const state: fc.Arbitrary<CodeState> = fc.record({
  attempts: fc.integer({ min: 0, max: 2 * mostAttempts }),
  expiresAt: fc.integer({ min: -600_000, max: 600_000 }).map(after),
  usedAt: fc.option(fc.constant(now)),
});

describe('a code', () => {
  it('fits when it is right, and is wrong when it is not', () => {
    expect(judgeCode(fresh, true, now)).toBe('fits');
    expect(judgeCode(fresh, false, now)).toBe('wrong');
  });
  it('is good until its last moment, and no longer', () => {
    expect(judgeCode(fresh, true, after(59_999))).toBe('fits');
    expect(judgeCode(fresh, true, after(60_000))).toBe('expired');
  });
  it('takes five attempts', () => {
    expect(judgeCode({ ...fresh, attempts: mostAttempts - 1 }, true, now)).toBe('fits');
    expect(judgeCode({ ...fresh, attempts: mostAttempts }, true, now)).toBe('spent');
  });

  it('fits only while it is unused, in time and not tried too often', () => {
    fc.assert(
      fc.property(state, fc.boolean(), (one, right) => {
        const good = !one.usedAt && one.expiresAt > now && one.attempts < mostAttempts;
        expect(judgeCode(one, right, now) === 'fits').toBe(good && right);
      }),
    );
  });
  it('that is good no more tells nothing of whether it was right', () => {
    fc.assert(
      fc.property(state, (one) => {
        const told = judgeCode(one, true, now) !== judgeCode(one, false, now);
        expect(told).toBe(!one.usedAt && one.expiresAt > now && one.attempts < mostAttempts);
      }),
    );
  });
  it('may be typed in groups', () => expect(readDigits('482 - 913')).toBe('482913'));
});

describe('where a code goes', () => {
  it.each([
    ['0551234567', { kind: 'phone', value: '+966551234567' }],
    ['+966 55 123 4567', { kind: 'phone', value: '+966551234567' }],
    ['Sara@Example.com', { kind: 'email' }],
  ])('%s', (typed, contact) => expect(readContact(typed)).toMatchObject(contact));
  it.each(['', 'سارة', '12', '@', 'a@', '+15551234567'])('not to %p', (typed) =>
    expect(readContact(typed)).toBeNull(),
  );
});
