import fc from 'fast-check';
import type { ReplyClock, ReplyClockSettings } from './clock.rules';
import {
  daysLeft,
  defaultReplyClockSettings as settings,
  isOverdue,
  mayReply,
  pause,
  promisedDates,
  referToCommittee,
  releaseEarly,
  resume,
  startReplyClock,
} from './clock.rules';

const DAY = 24 * 60 * 60 * 1000;
/** Noon of a day, counted from submission. */
const day = (n: number) => new Date(Date.UTC(2026, 3, 1, 12) + n * DAY);
const started = startReplyClock(day(0));
const promise = (clock: ReplyClock, now: Date) => promisedDates(clock, settings, now);

describe('the promise', () => {
  it('on the receipt counts the check in', () => {
    expect(promise(started, day(0))).toEqual({ earliest: day(14), latest: day(37) });
  });

  it('counts from referral once referred, and may tighten', () => {
    const referred = referToCommittee(started, day(2));
    expect(promise(referred, day(2))).toEqual({ earliest: day(16), latest: day(32) });
  });

  it('is not loosened by a late referral', () => {
    const referred = referToCommittee(started, day(20));
    expect(promise(referred, day(20))).toEqual({ earliest: day(34), latest: day(37) });
  });

  it('is loosened only where the floor forces it', () => {
    const referred = referToCommittee(started, day(30));
    expect(promise(referred, day(30))).toEqual({ earliest: day(44), latest: day(44) });
  });

  it('has a new floor when referred again after a deferral', () => {
    const again = referToCommittee(referToCommittee(started, day(3)), day(21));
    expect(promise(again, day(21))).toEqual({ earliest: day(35), latest: day(35) });
  });

  it('is not loosened by a second referral soon after the first', () => {
    const again = referToCommittee(referToCommittee(started, day(2)), day(5));
    expect(promise(again, day(5))).toEqual({ earliest: day(19), latest: day(32) });
  });
});

describe('a pause', () => {
  it('before referral moves both dates', () => {
    const clock = resume(pause(started, day(1)), day(6));
    expect(promise(clock, day(6))).toEqual({ earliest: day(19), latest: day(42) });
  });

  it('before referral does not lengthen the time after it', () => {
    const clock = referToCommittee(resume(pause(started, day(1)), day(6)), day(8));
    expect(promise(clock, day(8))).toEqual({ earliest: day(22), latest: day(38) });
  });

  it('counts up to now while it runs', () => {
    const clock = pause(started, day(1));
    expect(promise(clock, day(4))).toEqual({ earliest: day(17), latest: day(40) });
  });

  it('that spans the referral counts from the referral for the floor', () => {
    const clock = resume(referToCommittee(pause(started, day(1)), day(5)), day(8));
    expect(clock).toMatchObject({ pausedMs: 7 * DAY, pausedMsSinceReferral: 3 * DAY });
    expect(promise(clock, day(8))).toEqual({ earliest: day(22), latest: day(38) });
  });

  it('twice keeps the first instant', () => {
    expect(pause(pause(started, day(1)), day(3))).toEqual(pause(started, day(1)));
  });

  it('is ended once; resuming what runs changes nothing', () => {
    const clock = resume(pause(started, day(1)), day(3));
    expect(resume(clock, day(9))).toEqual(clock);
    expect(resume(started, day(9))).toEqual(started);
  });
});

describe('mayReply', () => {
  const referred = referToCommittee(started, day(2));

  it('holds the reply until the earliest date, that instant included', () => {
    expect(mayReply(referred, settings, new Date(day(16).getTime() - 1))).toBe(false);
    expect(mayReply(referred, settings, day(16))).toBe(true);
  });

  it('lets it go earlier once the chair released it', () => {
    expect(mayReply(releaseEarly(referred, day(3)), settings, day(3))).toBe(true);
  });

  it('asks for a new release after a new referral', () => {
    const again = referToCommittee(releaseEarly(referred, day(3)), day(10));
    expect(mayReply(again, settings, day(11))).toBe(false);
  });

  it('lets it go at once where the association does not hold replies', () => {
    expect(mayReply(referred, { ...settings, holdUntilEarliest: false }, day(3))).toBe(true);
  });

  it('never lets it go while the applicant owes an answer', () => {
    const owing = pause(releaseEarly(referred, day(3)), day(4));
    expect(mayReply(owing, { ...settings, holdUntilEarliest: false }, day(90))).toBe(false);
  });

  it('keeps the first release', () => {
    expect(releaseEarly(releaseEarly(referred, day(3)), day(5)).releasedEarlyAt).toEqual(day(3));
  });
});

describe('isOverdue and daysLeft', () => {
  it('turn just after the latest date', () => {
    expect(isOverdue(started, settings, day(37))).toBe(false);
    expect(daysLeft(started, settings, day(37))).toBe(0);
    const after = new Date(day(37).getTime() + 1);
    expect(isOverdue(started, settings, after)).toBe(true);
    expect(daysLeft(started, settings, after)).toBe(-1);
  });

  it('count whole days', () => {
    expect(daysLeft(started, settings, day(0))).toBe(37);
    expect(daysLeft(started, settings, new Date(day(0).getTime() + 1))).toBe(36);
  });

  it('stand still in a pause', () => {
    const clock = pause(started, day(10));
    expect(daysLeft(clock, settings, day(10))).toBe(27);
    expect(daysLeft(clock, settings, day(400))).toBe(27);
    expect(isOverdue(clock, settings, day(400))).toBe(false);
  });
});

/** Any life of a request: steps with the days that pass before each. */
type Step = 'refer' | 'pause' | 'resume' | 'release';
const apply = { refer: referToCommittee, pause, resume, release: releaseEarly };
const someLife = fc.array(
  fc.record({
    step: fc.constantFrom<Step>('refer', 'pause', 'resume', 'release'),
    after: fc.integer({ min: 0, max: 20 * DAY }),
  }),
  { maxLength: 12 },
);
const someSettings: fc.Arbitrary<ReplyClockSettings> = fc.record({
  earliestDays: fc.integer({ min: 0, max: 60 }),
  latestDays: fc.integer({ min: 0, max: 60 }),
  checkingDays: fc.integer({ min: 0, max: 20 }),
  holdUntilEarliest: fc.boolean(),
});
const someClock = someLife.map((life) => {
  let now = day(0);
  let clock = startReplyClock(now);
  for (const { step, after } of life) {
    now = new Date(now.getTime() + after);
    clock = apply[step](clock, now);
  }
  return { clock, now };
});
const someTime = fc.integer({ min: 0, max: 40 * DAY });
const later = (date: Date, ms: number) => new Date(date.getTime() + ms);

describe('in every life of a request', () => {
  it('the earliest date is not after the latest', () => {
    fc.assert(
      fc.property(someClock, someSettings, ({ clock, now }, chosen) => {
        const { earliest, latest } = promisedDates(clock, chosen, now);
        expect(earliest.getTime()).toBeLessThanOrEqual(latest.getTime());
      }),
    );
  });

  it('a pause moves both dates by exactly its length', () => {
    fc.assert(
      fc.property(someClock, someSettings, someTime, ({ clock, now }, chosen, length) => {
        const running = resume(clock, now);
        const before = promisedDates(running, chosen, now);
        const end = later(now, length);
        expect(promisedDates(pause(running, now), chosen, end)).toEqual({
          earliest: later(before.earliest, length),
          latest: later(before.latest, length),
        });
        expect(promisedDates(resume(pause(running, now), end), chosen, end)).toEqual(
          promisedDates(pause(running, now), chosen, end),
        );
      }),
    );
  });

  it('time alone moves no date, and resuming none either', () => {
    fc.assert(
      fc.property(someClock, someSettings, someTime, ({ clock, now }, chosen, length) => {
        const running = resume(clock, now);
        expect(promisedDates(running, chosen, now)).toEqual(promisedDates(clock, chosen, now));
        expect(promisedDates(running, chosen, later(now, length))).toEqual(
          promisedDates(running, chosen, now),
        );
      }),
    );
  });

  it('a referral moves the latest date later only to the floor', () => {
    fc.assert(
      fc.property(someClock, someSettings, ({ clock, now }, chosen) => {
        const before = promisedDates(clock, chosen, now);
        const after = promisedDates(referToCommittee(clock, now), chosen, now);
        const allowed = Math.max(before.latest.getTime(), after.earliest.getTime());
        expect(after.latest.getTime()).toBeLessThanOrEqual(allowed);
      }),
    );
  });

  it('the reply leaves at least the floor after referral, pauses not counted', () => {
    fc.assert(
      fc.property(someClock, someTime, ({ clock, now }, length) => {
        const referred = referToCommittee(resume(clock, now), now);
        const at = later(now, length);
        expect(mayReply(referred, settings, at)).toBe(length >= settings.earliestDays * DAY);
      }),
    );
  });

  it('once a reply may go out, waiting does not take that away', () => {
    fc.assert(
      fc.property(someClock, someSettings, someTime, ({ clock, now }, chosen, length) => {
        fc.pre(mayReply(clock, chosen, now));
        expect(mayReply(clock, chosen, later(now, length))).toBe(true);
      }),
    );
  });

  it('overdue is having fewer than no days left', () => {
    fc.assert(
      fc.property(someClock, someSettings, someTime, ({ clock, now }, chosen, length) => {
        const at = later(now, length);
        expect(daysLeft(clock, chosen, at) < 0).toBe(isOverdue(clock, chosen, at));
      }),
    );
  });

  it('no step touches the clock it was given', () => {
    fc.assert(
      fc.property(
        someClock,
        fc.constantFrom<Step>('refer', 'pause', 'resume', 'release'),
        ({ clock, now }, step) => {
          const copy = structuredClone(clock);
          apply[step](clock, now);
          expect(clock).toEqual(copy);
        },
      ),
    );
  });
});
