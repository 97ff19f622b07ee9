import { requestKinds } from '../../../contracts/vocabulary';
import { appealUntil, deciderOf, nextStepsKey } from './appeal.rules';

const replied_at = new Date('2026-11-01T09:00:00Z');

describe('an appeal', () => {
  it('is open for the days of the policy from the reply to a rejected request for support', () => {
    expect(appealUntil('assistance', { outcome: 'rejected', replied_at }, 30)).toEqual(
      new Date('2026-12-01T09:00:00Z'),
    );
  });

  it.each(requestKinds.filter((kind) => kind !== 'assistance'))('is not open for %s', (kind) => {
    expect(appealUntil(kind, { outcome: 'rejected', replied_at }, 30)).toBeNull();
  });

  it('is not open before the reply, after another outcome, or without a decision', () => {
    expect(appealUntil('assistance', { outcome: 'rejected', replied_at: null }, 30)).toBeNull();
    expect(appealUntil('assistance', { outcome: 'accepted', replied_at }, 30)).toBeNull();
    expect(appealUntil('assistance', null, 30)).toBeNull();
  });

  it('is not promised where there is none', () => {
    expect(nextStepsKey('assistance', 'rejected', replied_at)).toBe('letter.next.rejected');
    expect(nextStepsKey('assistance', 'rejected', null)).toBe('letter.next.rejected_finally');
    expect(nextStepsKey('appeal', 'rejected', null)).toBe('letter.next.rejected_finally');
    expect(nextStepsKey('assistance', 'accepted', null)).toBe('letter.next.accepted');
    expect(nextStepsKey('appeal', 'accepted', null)).toBe('letter.next.appeal_accepted');
    expect(nextStepsKey('appeal', 'deferred', null)).toBe('letter.next.appeal_deferred');
  });

  it('is answered by the panel, a request by the committee or without one', () => {
    const direct = { item_id: null, appeal_id: null };
    expect(deciderOf('assistance', direct)).toBe('association');
    expect(deciderOf('assistance', { item_id: 'i', appeal_id: null })).toBe('committee');
    expect(deciderOf('assistance', { item_id: 'i', appeal_id: 'a' })).toBe('panel');
    expect(deciderOf('appeal', { item_id: 'i', appeal_id: null })).toBe('panel');
  });
});
