import type { CommitteeBody, CommitteeCard, RulePreset } from '../../../../contracts/committee';
import type { CommitteePurpose, Seat } from '../../../../contracts/vocabulary';
import { presets } from '../../../../server/src/committee/tally.rules';
import { readNumber } from '../../requests/actions/forms';

export interface SeatDraft {
  /** empty: nobody is chosen yet */
  memberId: string;
  seat: Seat;
  from: string;
  until: string;
}
type Rules = NonNullable<CommitteeBody['customRules']>;
/** Rules of a committee's own, as they are typed. */
export interface RulesDraft {
  quorum: Rules['quorum']['kind'];
  p: string;
  q: string;
  majority: Rules['majority']['kind'];
  base: Rules['majority']['base'];
  tie: Rules['tie'];
}
export interface CommitteeDraft {
  name: string;
  nameInEnglish: string;
  purpose: CommitteePurpose;
  active: boolean;
  preset: RulePreset;
  rules: RulesDraft;
  secrecy: CommitteeBody['secrecy'];
  discussion: CommitteeBody['discussion'];
  itemMinutes: string;
  seats: SeatDraft[];
}

export const newSeat: SeatDraft = { memberId: '', seat: 'member', from: '', until: '' };

export const typedRules = ({ quorum, majority, tie }: CommitteeCard['rules']): RulesDraft => ({
  quorum: quorum.kind,
  p: String(quorum.p ?? 1),
  q: String(quorum.q ?? 2),
  majority: majority.kind,
  base: majority.base,
  tie,
});

/** A committee that is not there yet: the rules of Saudi associations, until others are chosen. */
export const newCommittee: CommitteeDraft = {
  name: '',
  nameInEnglish: '',
  purpose: 'requests',
  active: true,
  preset: 'saudi_associations',
  rules: typedRules(presets.saudi_associations),
  secrecy: 'named_after',
  discussion: 'after_vote',
  itemMinutes: '10',
  seats: [{ ...newSeat, seat: 'chair' }],
};

export const draftOf = (card: CommitteeCard): CommitteeDraft => ({
  name: card.name,
  nameInEnglish: card.nameInEnglish ?? '',
  purpose: card.purpose,
  active: card.active,
  preset: rulePresetOf(card.rules.preset),
  rules: typedRules(card.rules),
  secrecy: card.secrecy,
  discussion: card.discussion,
  itemMinutes: String(card.itemMinutes),
  seats: card.seats.map(({ memberId, seat, from, until }) => ({
    memberId: String(memberId),
    seat,
    from: from ?? '',
    until: until ?? '',
  })),
});
const rulePresetOf = (preset: string): RulePreset =>
  preset === 'saudi_associations' || preset === 'roberts' || preset === 'two_thirds'
    ? preset
    : 'custom';

/** Another preset; rules of one's own begin with those that stood before them. */
export const withPreset = (
  { preset: before, rules }: Pick<CommitteeDraft, 'preset' | 'rules'>,
  preset: RulePreset,
): Pick<CommitteeDraft, 'preset' | 'rules'> => ({
  preset,
  rules: preset === 'custom' && before !== 'custom' ? typedRules(presets[before]) : rules,
});

/** Keys of messages by the path of what is wrong. */
export type Problems = Record<string, string>;

const wholeBetween = (min: number, max: number, text: string): number | null => {
  const number = readNumber(text.trim());
  return number !== null && Number.isInteger(number) && number >= min && number <= max
    ? number
    : null;
};

/** Rules as the server takes them, or what is wrong with them. Two thirds knows no tie. */
export function rulesIn({ preset, rules }: Pick<CommitteeDraft, 'preset' | 'rules'>): {
  rules: { preset: RulePreset; customRules?: Rules };
  problems: Problems;
} {
  if (preset !== 'custom') return { rules: { preset }, problems: {} };
  const problems: Problems = {};
  const [p, q] = [wholeBetween(1, 1_000, rules.p), wholeBetween(1, 1_000, rules.q)];
  if (rules.quorum === 'fraction') {
    if (p === null) problems['customRules.quorum.p'] = 'committees.error.fraction-number';
    if (q === null) problems['customRules.quorum.q'] = 'committees.error.fraction-number';
    if (p !== null && q !== null && p > q)
      problems['customRules.quorum.p'] = 'committees.error.fraction-above-one';
  }
  return {
    problems,
    rules: {
      preset,
      customRules: {
        quorum:
          rules.quorum === 'fraction'
            ? { kind: 'fraction', p: p ?? 1, q: q ?? 1 }
            : { kind: rules.quorum },
        majority: { kind: rules.majority, base: rules.base },
        tie: rules.majority === 'two_thirds' ? 'not_adopted' : rules.tie,
      },
    },
  };
}

/** Terms that share a day; a term without a beginning or an end runs on. Both days belong to it. */
const overlap = (one: SeatDraft, other: SeatDraft): boolean =>
  (one.until === '' || other.from === '' || other.from <= one.until) &&
  (other.until === '' || one.from === '' || one.from <= other.until);

/** One person, one seat; one chair and one deputy: at any one time. The later line is the one that is named. */
export function seatProblems(seats: readonly SeatDraft[]): Problems {
  const problems: Problems = {};
  seats.forEach((held, at) => {
    const before = seats.slice(0, at).filter((other) => overlap(other, held));
    if (held.memberId === '') problems[`seats.${at}.memberId`] = 'form.error.required';
    else if (before.some(({ memberId }) => memberId === held.memberId))
      problems[`seats.${at}.memberId`] = 'committees.error.twice';
    if (
      (held.seat === 'chair' || held.seat === 'deputy') &&
      before.some(({ seat }) => seat === held.seat)
    )
      problems[`seats.${at}.seat`] = `committees.error.second.${held.seat}`;
    if (held.from !== '' && held.until !== '' && held.until < held.from)
      problems[`seats.${at}.until`] = 'committees.error.term';
  });
  return problems;
}

/** What is sent, or what keeps it from being sent, by field. */
export function bodyOf(
  draft: CommitteeDraft,
): { ok: true; body: CommitteeBody } | { ok: false; problems: Problems } {
  const { rules, problems: inRules } = rulesIn(draft);
  const problems = { ...inRules, ...seatProblems(draft.seats) };
  const itemMinutes = wholeBetween(1, 240, draft.itemMinutes);
  if (draft.name.trim().length < 2) problems.name = 'form.error.required';
  if (itemMinutes === null) problems.itemMinutes = 'committees.error.minutes';
  if (Object.keys(problems).length > 0 || itemMinutes === null) return { ok: false, problems };
  return {
    ok: true,
    body: {
      name: draft.name,
      ...(draft.nameInEnglish.trim() && { nameInEnglish: draft.nameInEnglish }),
      purpose: draft.purpose,
      active: draft.active,
      ...rules,
      secrecy: draft.secrecy,
      discussion: draft.discussion,
      itemMinutes,
      seats: draft.seats.map(({ memberId, seat, from, until }) => ({
        memberId: Number(memberId),
        seat,
        ...(from && { from }),
        ...(until && { until }),
      })),
    },
  };
}

/** With how many an example is counted: those who vote; five while there is nobody. */
export const votersIn = (seats: readonly SeatDraft[]): number =>
  seats.filter(({ seat, memberId }) => seat !== 'observer' && memberId !== '').length || 5;
