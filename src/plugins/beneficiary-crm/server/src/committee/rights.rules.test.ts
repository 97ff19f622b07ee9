import fc from 'fast-check';
import type { ItemContext, ItemState } from './rights.rules';
import {
  mayChangeMotion,
  mayClose,
  mayOpen,
  mayRelease,
  mayVoidBallot,
  mayVote,
  presidingMember,
  reachedBy,
} from './rights.rules';
import type { Attendance, RosterEntry } from './tally.rules';

const roster: RosterEntry[] = [
  { memberId: 'chair', seat: 'chair' },
  { memberId: 'deputy', seat: 'deputy' },
  { memberId: 'secretary', seat: 'secretary' },
  { memberId: 'member', seat: 'member' },
  { memberId: 'observer', seat: 'observer' },
];
const everyone: Attendance = Object.fromEntries(
  roster.map(({ memberId }) => [memberId, 'present' as const]),
);
const now = new Date('2026-04-01T09:00:00Z');
const open: ItemState = { status: 'open', closesAt: null };
const pending: ItemState = { status: 'pending', closesAt: null };

const context = (memberId: string, changes: Partial<ItemContext> = {}): ItemContext => ({
  memberId,
  roster,
  recused: [],
  attendance: everyone,
  item: open,
  ...changes,
});

describe('presidingMember', () => {
  it('is the chair', () => {
    expect(presidingMember(roster, [], everyone)).toBe('chair');
  });

  it.each([
    ['recused', ['chair'], everyone],
    ['absent', [], { ...everyone, chair: 'absent' as const }],
    ['gone', [], { ...everyone, chair: 'left' as const }],
    ['of unknown attendance', [], { deputy: 'present' as const }],
  ])('is the deputy where the chair is %s', (_, recused, attendance) => {
    expect(presidingMember(roster, recused, attendance)).toBe('deputy');
  });

  it('is nobody where both are recused or away', () => {
    expect(presidingMember(roster, ['chair', 'deputy'], everyone)).toBeNull();
    expect(presidingMember(roster, ['chair'], { ...everyone, deputy: 'left' })).toBeNull();
    expect(presidingMember([], [], {})).toBeNull();
  });
});

describe('by circulation', () => {
  const circulated = (changes: Partial<ItemContext> = {}) =>
    context('chair', { attendance: reachedBy('circulation', roster, {}), ...changes });

  it('presides the chair, who need not have come; or the deputy where the chair is recused', () => {
    const presiding = (...recused: string[]) =>
      presidingMember(roster, recused, reachedBy('circulation', roster, { chair: 'absent' }));
    expect([presiding(), presiding('chair'), presiding('chair', 'deputy')]).toEqual([
      'chair',
      'deputy',
      null,
    ]);
    expect(presidingMember(roster, [], reachedBy('room', roster, {}))).toBeNull();
  });

  it('lets the chair open and close, and everybody vote', () => {
    expect(mayOpen(circulated({ item: pending }))).toEqual({ ok: true });
    expect(mayClose(circulated())).toEqual({ ok: true });
    expect(mayVote({ ...circulated({ memberId: 'member' }), now })).toEqual({ ok: true });
  });
});

describe('the motion', () => {
  it('is changed by who presides, until the item opens', () => {
    expect(mayChangeMotion(context('chair', { item: pending }))).toEqual({ ok: true });
    expect(mayChangeMotion(context('deputy', { item: pending }))).toEqual({
      ok: false,
      code: 'member.not_presiding',
    });
    expect(mayChangeMotion(context('chair'))).toEqual({ ok: false, code: 'item.not_pending' });
  });

  it('is the chair’s before anybody came, and the deputy’s only where the chair is known to be away or recused', () => {
    const before = (who: string, changes: Partial<ItemContext> = {}) =>
      mayChangeMotion(context(who, { item: pending, attendance: {}, ...changes })).ok;
    expect([before('chair'), before('deputy'), before('secretary')]).toEqual([true, false, false]);
    expect(before('deputy', { attendance: { chair: 'absent' } })).toBe(true);
    expect(before('deputy', { recused: ['chair'] })).toBe(true);
  });
});

describe('a ballot', () => {
  const gone = { hasVoted: true, stillSeated: false };

  it('of who lost the seat is declared void by who presides', () => {
    expect(mayVoidBallot(context('chair'), gone)).toEqual({ ok: true });
  });

  it.each([
    ['deputy', {}, gone, 'member.not_presiding'],
    ['chair', { item: { status: 'closed', closesAt: null } }, gone, 'item.closed'],
    ['chair', {}, { ...gone, stillSeated: true }, 'ballot.still_seated'],
    ['chair', {}, { ...gone, hasVoted: false }, 'ballot.none'],
  ] as const)('by %s with %j and %j is not: %#', (who, changes, ballot, code) => {
    expect(mayVoidBallot(context(who, changes), ballot)).toEqual({ ok: false, code });
  });

  it('that was declared void is the member’s last one on the item', () => {
    expect(mayVote({ ...context('member', { voided: ['member'] }), now })).toEqual({
      ok: false,
      code: 'member.ballot_voided',
    });
  });
});

describe('mayVote', () => {
  const vote = (memberId: string, changes: Partial<ItemContext> = {}) =>
    mayVote({ ...context(memberId, changes), now });

  it.each(['chair', 'deputy', 'secretary', 'member'])('allows the %s', (memberId) => {
    expect(vote(memberId)).toEqual({ ok: true });
  });

  it.each([
    ['stranger', {}, 'member.not_on_roster'],
    ['observer', {}, 'member.observer'],
    ['member', { recused: ['member'] }, 'member.recused'],
    ['member', { attendance: {} }, 'member.absent'],
    ['member', { attendance: { member: 'left' } }, 'member.left'],
    ['member', { item: pending }, 'item.not_open'],
    ['member', { item: { status: 'closed', closesAt: null } }, 'item.closed'],
    ['member', { item: { status: 'void', closesAt: null } }, 'item.void'],
    ['member', { item: { status: 'open', closesAt: now } }, 'item.deadline_passed'],
  ] as [string, Partial<ItemContext>, string][])(
    'refuses the %s, %j: %s',
    (memberId, changes, code) => {
      expect(vote(memberId, changes)).toEqual({ ok: false, code });
    },
  );

  it('allows a vote until just before the deadline', () => {
    const item: ItemState = { status: 'open', closesAt: new Date(now.getTime() + 1) };
    expect(vote('member', { item })).toEqual({ ok: true });
  });

  it('tells a recused member the same whatever became of the item', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('pending', 'open', 'closed', 'void'),
        fc.option(fc.date({ noInvalidDate: true })),
        (status, closesAt) => {
          expect(vote('chair', { recused: ['chair'], item: { status, closesAt } })).toEqual({
            ok: false,
            code: 'member.recused',
          });
        },
      ),
    );
  });
});

describe('mayOpen and mayClose', () => {
  it('are rights of who presides', () => {
    expect(mayOpen(context('chair', { item: pending }))).toEqual({ ok: true });
    expect(mayClose(context('chair'))).toEqual({ ok: true });
    for (const other of ['deputy', 'secretary', 'member', 'observer', 'administrator']) {
      expect(mayOpen(context(other, { item: pending }))).toEqual({
        ok: false,
        code: 'member.not_presiding',
      });
      expect(mayClose(context(other))).toEqual({ ok: false, code: 'member.not_presiding' });
    }
  });

  it('pass to the deputy where the chair is recused, and leave the chair', () => {
    const recused = ['chair'];
    expect(mayOpen(context('deputy', { recused, item: pending }))).toEqual({ ok: true });
    expect(mayClose(context('deputy', { recused }))).toEqual({ ok: true });
    expect(mayClose(context('chair', { recused }))).toEqual({
      ok: false,
      code: 'member.not_presiding',
    });
  });

  it('are nobody’s where nobody presides', () => {
    const recused = ['chair', 'deputy'];
    const refusal = { ok: false, code: 'session.no_presiding_member' };
    expect(mayOpen(context('deputy', { recused, item: pending }))).toEqual(refusal);
    expect(mayClose(context('secretary', { recused }))).toEqual(refusal);
  });

  it.each(['open', 'closed', 'void'] as const)('do not open an item that is %s', (status) => {
    expect(mayOpen(context('chair', { item: { status, closesAt: null } }))).toEqual({
      ok: false,
      code: 'item.not_pending',
    });
  });

  it.each([
    ['pending', 'item.not_open'],
    ['closed', 'item.closed'],
    ['void', 'item.void'],
  ] as const)('do not close an item that is %s', (status, code) => {
    expect(mayClose(context('chair', { item: { status, closesAt: null } }))).toEqual({
      ok: false,
      code,
    });
  });

  it('are never rights of more than one member', () => {
    const presence = fc.constantFrom('present' as const, 'left' as const, 'absent' as const);
    fc.assert(
      fc.property(
        fc.record({ chair: presence, deputy: presence, secretary: presence, member: presence }),
        fc.subarray(roster.map(({ memberId }) => memberId)),
        (attendance, recused) => {
          const holders = roster.filter(
            ({ memberId }) => mayClose(context(memberId, { attendance, recused })).ok,
          );
          expect(holders.length).toBeLessThanOrEqual(1);
          expect(holders[0]?.memberId ?? null).toBe(presidingMember(roster, recused, attendance));
        },
      ),
    );
  });
});

describe('mayRelease', () => {
  it('allows whoever presides while the reply is held', () => {
    expect(mayRelease(context('chair'), 'held')).toEqual({ ok: true });
    expect(mayRelease(context('deputy', { recused: ['chair'] }), 'held')).toEqual({ ok: true });
  });

  it.each([
    ['undecided', 'item.not_decided'],
    ['due', 'reply.not_held'],
    ['sent', 'reply.sent'],
  ] as const)('refuses when the reply is %s', (reply, code) => {
    expect(mayRelease(context('chair'), reply)).toEqual({ ok: false, code });
  });

  it.each(['deputy', 'secretary', 'member', 'observer', 'stranger'])(
    'tells the %s nothing of the reply',
    (memberId) => {
      for (const reply of ['undecided', 'held', 'due', 'sent'] as const)
        expect(mayRelease(context(memberId), reply)).toEqual({
          ok: false,
          code: 'member.not_presiding',
        });
    },
  );
});
