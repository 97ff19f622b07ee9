import { mayBeInvited, outcomeToEvaluate } from './invitation.rules';

describe('outcomeToEvaluate', () => {
  it.each([
    ['request.completed', 'assistance', null, 'completed'],
    ['request.replied', 'assistance', 'rejected', 'rejected'],
    ['request.replied', 'inquiry', 'answered', 'answered'],
    ['request.replied', 'volunteering', 'declined', 'declined'],
    ['request.replied', 'volunteering', 'accepted', 'accepted'],
    ['request.replied', 'appeal', 'accepted', 'accepted'],
    ['request.replied', 'complaint', 'answered', 'answered'],
    ['request.withdrawn', 'inquiry', null, 'withdrawn'],
    ['request.expired', 'assistance', null, 'expired'],
  ] as const)('%s of %s with %s: invited as %s', (event, kind, replied, outcome) => {
    expect(outcomeToEvaluate(event, kind, replied)).toBe(outcome);
  });

  it.each([
    ['request.replied', 'assistance', 'accepted'],
    ['request.replied', 'assistance', 'deferred'],
    ['request.replied', 'inquiry', null],
    ['request.submitted', 'inquiry', 'answered'],
  ] as const)('%s of %s with %s: the matter goes on', (event, kind, replied) => {
    expect(outcomeToEvaluate(event, kind, replied)).toBeNull();
  });
});

describe('mayBeInvited', () => {
  const now = new Date('2026-07-01T09:00:00Z');
  const daysAgo = (...days: number[]) =>
    days.map((count) => new Date(now.getTime() - count * 86_400_000));

  it('invites who was never invited', () => {
    expect(mayBeInvited([], now)).toBe(true);
  });

  it('leaves thirty days between two invitations', () => {
    expect(mayBeInvited(daysAgo(29), now)).toBe(false);
    expect(mayBeInvited(daysAgo(30), now)).toBe(true);
  });

  it('asks four times a year at most', () => {
    expect(mayBeInvited(daysAgo(40, 80, 120), now)).toBe(true);
    expect(mayBeInvited(daysAgo(40, 80, 120, 364), now)).toBe(false);
    expect(mayBeInvited(daysAgo(40, 80, 120, 365), now)).toBe(true);
  });
});
