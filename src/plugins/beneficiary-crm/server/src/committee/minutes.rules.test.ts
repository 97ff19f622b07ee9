import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { AttendanceState, Seat } from '../../../contracts/vocabulary';
import {
  hiddenFor,
  isSigned,
  maySign,
  renditionHash,
  renditionOf,
  signatoriesOf,
} from './minutes.rules';
import type { FullMinutes, ItemOfMinutes, MinutesBody, Person } from './minutes.rules';
import { presets } from './tally.rules';

const seats: Seat[] = ['chair', 'deputy', 'secretary', 'member', 'member', 'observer'];
const everyone: Person[] = seats.map((seat, nth) => ({ memberId: nth + 1, name: `م${nth}`, seat }));

const item = (id: string, more: Partial<ItemOfMinutes> = {}): ItemOfMinutes => ({
  id,
  reference: '7K3F-9Q2M',
  applicantName: 'أحمد',
  about: { ar: 'إعانة', en: 'Support' },
  kind: 'assistance',
  status: 'decided',
  outcome: 'accepted',
  motion: { amount: null, conditions: null },
  roster: everyone,
  attendance: everyone.map(({ memberId }) => ({ memberId, state: 'present' })),
  recusals: [],
  excluded: [],
  votes: [],
  reservations: [],
  voided: [],
  missing: [],
  result: [],
  decision: null,
  summary: '',
  ...more,
});
const body = (items: ItemOfMinutes[], more: Partial<MinutesBody> = {}): MinutesBody => ({
  association: { ar: 'جمعية', en: 'Society' },
  committee: { ar: 'لجنة', en: 'Committee' },
  purpose: 'requests',
  number: 4,
  ordinal: 2,
  hijriYear: 1448,
  form: 'room',
  heldOn: '2026-11-25',
  time: null,
  place: null,
  closesAt: null,
  version: 1,
  rules: presets.saudi_associations,
  rulesInWords: { ar: '', en: '' },
  opening: '',
  closing: '',
  seats: everyone,
  attendance: [],
  apologies: [],
  items,
  ...more,
});

const someItems = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    roster: fc.subarray(everyone, { minLength: 1 }),
    states: fc.array(fc.constantFrom<AttendanceState>('present', 'left', 'absent'), {
      minLength: 6,
      maxLength: 6,
    }),
    hidden: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const made = (all: readonly { id: string; roster: Person[]; states: AttendanceState[] }[]) =>
  all.map(({ id, roster, states }) =>
    item(id, {
      roster,
      attendance: everyone.map(({ memberId }, nth) => ({
        memberId,
        state: states[nth] ?? 'absent',
      })),
    }),
  );

describe('a rendition', () => {
  it('is that of minutes in which the hidden items have never been', () => {
    fc.assert(
      fc.property(someItems, (all) => {
        const hidden = new Set(all.filter((one) => one.hidden).map(({ id }) => id));
        const without = body(made(all.filter((one) => !one.hidden)));
        const seen = renditionOf(body(made(all)), hidden);
        expect(seen).toEqual(renditionOf(without, new Set()));
        expect(renditionHash(seen)).toBe(renditionHash(renditionOf(without, new Set())));
      }),
    );
  });

  it('has another hash as soon as anything in it is different', () => {
    const base = body([item('a'), item('b')]);
    const hashOf = (minutes: MinutesBody) => renditionHash(renditionOf(minutes, new Set()));
    const others = [
      { ...base, opening: ' ' },
      { ...base, version: 2 },
      { ...base, items: [...base.items].reverse() },
      { ...base, items: [item('a')] },
      { ...base, items: [item('a'), item('b', { summary: 'نوقش' })] },
      { ...base, items: [item('a'), item('b', { outcome: 'rejected' })] },
      { ...base, apologies: [{ memberId: 4, reason: '' }] },
    ];
    const hashes = [base, ...others].map(hashOf);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is hashed over its frame and the hashes of its items', () => {
    const { items, ...frame } = renditionOf(body([item('a'), item('b')]), new Set());
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, held]) => [key, sorted(held)]),
            )
          : value;
    const sha = (value: unknown) =>
      createHash('sha256')
        .update(JSON.stringify(sorted(value)))
        .digest('hex');
    expect(renditionHash({ ...frame, items })).toBe(sha({ ...frame, items: items.map(sha) }));
  });
});

describe('who signs', () => {
  const away = everyone.map(({ memberId }) => ({
    memberId,
    state: memberId === 5 ? ('absent' as const) : ('present' as const),
  }));
  const full: FullMinutes = {
    body: body([item('a', { attendance: away }), item('b', { attendance: away })]),
    hiddenFrom: { b: [2] },
  };
  const whole = renditionHash(renditionOf(full.body, new Set()));
  const own = renditionHash(renditionOf(full.body, hiddenFor(full, 2)));
  const signing = { state: 'signing' as const, full, signed: [] as number[] };

  it('is everybody with a vote who was there for one item at least', () => {
    const names = signatoriesOf(renditionOf(full.body, new Set())).map(({ memberId }) => memberId);
    expect(names).toEqual([1, 2, 3, 4]);
  });

  it('signs what was read: with a conflict the rendition, and no other', () => {
    expect(maySign(signing, 1, whole)).toEqual({ ok: true });
    expect(maySign(signing, 2, own)).toEqual({ ok: true });
    expect(maySign(signing, 2, whole)).toEqual({ ok: false, code: 'minutes.changed' });
    expect(maySign(signing, 1, own)).toEqual({ ok: false, code: 'minutes.changed' });
  });

  it('is not an observer, nor who stayed away, nor a stranger', () => {
    for (const member of [5, 6, 99])
      expect(maySign(signing, member, whole)).toEqual({ ok: false, code: 'minutes.not_present' });
  });

  it('signs once, and nothing that is not frozen', () => {
    expect(maySign({ ...signing, signed: [1] }, 1, whole)).toEqual({
      ok: false,
      code: 'minutes.signed',
    });
    expect(maySign({ ...signing, state: 'draft', full: null }, 1, whole)).toEqual({
      ok: false,
      code: 'minutes.not_signing',
    });
  });

  it('has signed when everybody has', () => {
    expect(isSigned(full, [1, 2, 3])).toBe(false);
    expect(isSigned(full, [1, 2, 3, 4])).toBe(true);
  });
});
