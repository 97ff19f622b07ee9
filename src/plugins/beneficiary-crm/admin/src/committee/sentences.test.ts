import { IntlMessageFormat } from 'intl-messageformat';
import type { RulesView } from '../../../contracts/committee';
import type { TallyView } from '../../../contracts/items';
import { decisionOutcomes } from '../../../contracts/vocabulary';
import ar from '../app/translations/ar.json';
import { ruleSentences, tallySentences } from './sentences';
import type { Sentence } from './sentences';

const words: Record<string, string> = ar;
const say = ({ key, values }: Sentence) => {
  const message = words[key];
  if (message === undefined) throw new Error(`no words for ${key}`);
  return String(new IntlMessageFormat(message, 'ar').format(values));
};

const saudi: RulesView = {
  preset: 'saudi_associations',
  quorum: { kind: 'all' },
  majority: { kind: 'simple', base: 'present' },
  tie: 'chair_side',
};
const tally: TallyView = {
  appointed: 5,
  present: 5,
  recused: 0,
  yes: 3,
  no: 1,
  defer: 0,
  abstain: 1,
  notVoted: 0,
  base: 5,
  quorumMet: true,
  decidedBy: 'rule',
  outcome: 'accepted',
  steps: [],
};

test('the numbers are said in one sentence, and then what they decided', () => {
  expect(tallySentences(tally, saudi).map(say)).toEqual([
    'حضر 5 من 5',
    'وافق 3، واعترض 1، وامتنع 1',
    'قُبل بأغلبية الحاضرين',
  ]);
});

test('without quorum nothing is said to be carried', () => {
  const spoken = tallySentences(
    { ...tally, present: 4, quorumMet: false, decidedBy: 'quorum', outcome: 'no_quorum' },
    saudi,
  ).map(say);
  expect(spoken.at(-1)).toBe('لم يكتمل النصاب، فيُعرض في جلسة قادمة');
});

test('a tie names the side that decided, and recused members are counted apart', () => {
  const spoken = tallySentences(
    { ...tally, yes: 2, no: 2, recused: 1, abstain: 0, decidedBy: 'tie' },
    saudi,
  ).map(say);
  expect(spoken).toHaveLength(4);
  expect(spoken.at(-1)).toBe('تساوت الأصوات، فقُبل بترجيح جانب الرئيس');
});

const bases = ['cast', 'present', 'appointed'] as const;
const ties = ['chair_side', 'not_adopted'] as const;

test('every outcome under every rule has its words', () => {
  for (const outcome of [...decisionOutcomes, 'no_quorum'] as const)
    for (const base of bases)
      for (const tie of ties)
        for (const decidedBy of ['rule', 'tie'] as const)
          for (const sentence of tallySentences(
            { ...tally, outcome, decidedBy },
            { ...saudi, majority: { kind: 'simple', base }, tie },
          ))
            expect(say(sentence)).not.toBe('');
});

test('every rule has its words', () => {
  for (const quorum of ['all', 'more_than_half', 'fraction'] as const)
    for (const majority of ['simple', 'two_thirds'] as const)
      for (const base of bases)
        for (const tie of ties) {
          const rules: RulesView = {
            preset: 'any',
            quorum: { kind: quorum, p: 2, q: 3 },
            majority: { kind: majority, base },
            tie,
          };
          expect(ruleSentences(rules).map(say)).toHaveLength(3);
        }
});
