import fc from 'fast-check';
import { createTexts } from '../kernel/texts';
import { explainRules, leastPresent } from './explain.rules';
import { rulesInWords, stepsInWords } from './rules.words';
import { presets, tally } from './tally.rules';
import type { CommitteeRules } from './tally.rules';

const texts = createTexts();
const crm = { say: texts.say };

const quorums: CommitteeRules['quorum'][] = [
  { kind: 'all' },
  { kind: 'more_than_half' },
  { kind: 'fraction', p: 2, q: 3 },
  { kind: 'fraction', p: 1, q: 4 },
];
const every: CommitteeRules[] = quorums.flatMap((quorum) =>
  (['simple', 'two_thirds'] as const).flatMap((kind) =>
    (['cast', 'present', 'appointed'] as const).flatMap((base) =>
      (['chair_side', 'not_adopted'] as const).map((tie) => ({
        preset: 'custom' as const,
        quorum,
        majority: { kind, base },
        tie,
      })),
    ),
  ),
);
const someRules = fc.constantFrom(...every, ...Object.values(presets));
const someSize = fc.integer({ min: 1, max: 15 });

describe('the rules of Saudi associations, explained for five', () => {
  it('in Arabic', () => {
    expect(rulesInWords(crm, presets.saudi_associations, 5, 'ar')).toEqual({
      sentence:
        'لا يصح الاجتماع إلا بحضور جميع الأعضاء (عددهم 5)، ولا يُنيب عضو غيره. ' +
        'ويُعتمد الرأي إذا زاد من معه على نصف الحاضرين، فالممتنع كمن لم يوافق، ولا يُعدّ فيهم من تنحّى. ' +
        'وإذا تساوى الموافقون والرافضون رجح الجانب الذي صوّت معه الرئيس، فإن لم يصوّت لأحدهما فجانب نائبه.',
      example:
        'مثال: حضر 5 من 5؛ الموافقون 2، والرافضون 2، والممتنعون 1: تتساوى الأصوات فيُقبل الطلب بترجيح جانب الرئيس. ' +
        'ولو كان الموافقون 1 والرافضون 3: يُرفض الطلب بالأغلبية.',
    });
  });
  it('in English', () => {
    expect(rulesInWords(crm, presets.saudi_associations, 5, 'en').example).toBe(
      'Example: 5 of 5 are present; 2 accept, 2 reject, 1 abstain: a tie, accepted by the chair’s side. ' +
        'With 1 to accept and 3 to reject: rejected by majority.',
    );
  });
});

it('shows two thirds of votes cast for six: two of three carry, one of three does not', () => {
  const [least, less] = explainRules(presets.two_thirds, 6).example;
  expect(least).toMatchObject({ present: 4, yes: 2, no: 1, abstain: 1, result: { adopted: true } });
  expect(less).toMatchObject({ yes: 1, no: 2, result: { adopted: false } });
});

describe('whatever the rules are', () => {
  it('the least number of present is a quorum, and one less is none', () => {
    fc.assert(
      fc.property(someRules, someSize, (rules, members) => {
        const least = leastPresent(rules, members);
        const { kind } = rules.quorum;
        const { p, q } = rules.quorum.kind === 'fraction' ? rules.quorum : { p: 1, q: 1 };
        const enough = (present: number) =>
          present > 0 &&
          (kind === 'more_than_half' ? 2 * present > members : q * present >= p * members);
        expect([enough(least), enough(least - 1)]).toEqual([true, false]);
      }),
    );
  });

  it('the example adds up, and its second vote no longer accepts', () => {
    fc.assert(
      fc.property(someRules, someSize, (rules, members) => {
        const [first, less] = explainRules(rules, members).example;
        expect((first?.yes ?? 0) + (first?.no ?? 0) + (first?.abstain ?? 0)).toBe(first?.present);
        expect(first?.result.quorumMet).toBe(true);
        if (less) expect([first?.result.adopted, less.result.adopted]).toEqual([true, false]);
      }),
    );
  });

  it('sentence and example are said in both languages without a gap', () => {
    for (const rules of every)
      for (const members of [1, 2, 5, 9])
        for (const locale of ['ar', 'en'] as const)
          for (const text of Object.values(rulesInWords(crm, rules, members, locale))) {
            expect(text.length).toBeGreaterThan(20);
            expect(text).not.toMatch(/[{}]|undefined/);
          }
  });
});

describe('the steps of a count', () => {
  const roster = (['chair', 'deputy', 'member'] as const).map((seat, at) => ({
    memberId: `m${at}`,
    seat,
  }));
  const attendance = { m0: 'present', m1: 'present', m2: 'present' } as const;

  it('say their numbers: a tie that the deputy breaks', () => {
    const result = tally({
      rules: presets.saudi_associations,
      roster,
      attendance,
      recused: ['m0'],
      ballots: [
        { memberId: 'm1', choice: 'reject' },
        { memberId: 'm2', choice: 'accept' },
      ],
    });
    const steps = stepsInWords(crm, presets.saudi_associations, result, 'ar');
    expect(steps.map(({ step, passed, text }) => [step, passed, text])).toEqual([
      ['quorum', true, 'النصاب حضور الجميع، وقد حضر 3 من 3: اكتمل.'],
      [
        'rule',
        false,
        'التأجيل: 0 من الحاضرين الذين لم يتنحّوا وعددهم 2، والمطلوب أكثر من النصف: لم يتحقق.',
      ],
      [
        'rule',
        false,
        'القبول: 1 من الحاضرين الذين لم يتنحّوا وعددهم 2، والمطلوب أكثر من النصف: لم يتحقق.',
      ],
      [
        'rule',
        false,
        'الرفض: 1 من الحاضرين الذين لم يتنحّوا وعددهم 2، والمطلوب أكثر من النصف: لم يتحقق.',
      ],
      [
        'tie',
        false,
        'تساوى القبول (1) والرفض (1): لم يصوّت الرئيس لأحدهما، فرجح جانب نائبه، وهو الرفض.',
      ],
      ['outcome', false, 'النتيجة: تتساوى الأصوات فيُرفض الطلب بترجيح جانب نائب الرئيس.'],
    ]);
  });

  it('are said of every rule in both languages', () => {
    for (const rules of every) {
      for (const choice of ['accept', 'reject', 'defer', 'abstain'] as const) {
        const result = tally({
          rules,
          roster,
          attendance,
          recused: [],
          ballots: [
            { memberId: 'm0', choice },
            { memberId: 'm1', choice: 'reject' },
          ],
        });
        for (const locale of ['ar', 'en'] as const)
          for (const { text } of stepsInWords(crm, rules, result, locale))
            expect(text).not.toMatch(/[{}]|undefined/);
      }
    }
  });
});
