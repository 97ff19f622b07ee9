import fc from 'fast-check';
import type { EffectFigure, ImprovementState } from '../../../contracts/improvements';
import { wilson } from './figures.rules';
import {
  changeBetween,
  improvementState,
  mayDo,
  missingTexts,
  themesToOpen,
} from './improvement.rules';
import type { EarlierAction, MeasuredTheme } from './improvement.rules';

const of = (k: number, n: number): EffectFigure => ({
  from: '2026-07-01',
  to: '2026-09-30',
  n,
  value: k / n,
  ...wilson(k, n),
});

describe('the state of an action', () => {
  it('is what has happened to it last', () => {
    const open = { published: false, done_on: null, dropped_on: null };
    expect(improvementState(open)).toBe('open');
    expect(improvementState({ ...open, dropped_on: '2026-01-01' })).toBe('dropped');
    expect(improvementState({ ...open, done_on: '2026-01-01' })).toBe('done');
    expect(improvementState({ ...open, done_on: '2026-01-01', published: true })).toBe('published');
  });

  const states: ImprovementState[] = ['open', 'done', 'published', 'dropped'];
  it.each(states)(
    '%s: a stranger does nothing, and the owner never more than a keeper',
    (state) => {
      const stranger = mayDo(state, { keeper: false, owner: false });
      const owner = mayDo(state, { keeper: false, owner: true });
      const keeper = mayDo(state, { keeper: true, owner: false });
      expect(Object.values(stranger)).not.toContain(true);
      for (const right of Object.keys(owner) as (keyof typeof owner)[])
        expect([right, owner[right] && !keeper[right]]).toEqual([right, false]);
      expect([owner.assign, owner.publish, owner.withdraw, owner.drop]).not.toContain(true);
    },
  );

  it('what is published is taken off the website before it is changed', () => {
    const may = mayDo('published', { keeper: true, owner: true });
    expect(may).toMatchObject({ change: false, withdraw: true });
  });
});

it('what is missing before publishing is named by the fields of the form', () => {
  const full = {
    title_ar: 'ا',
    title_en: 'a',
    said_ar: 'ا',
    said_en: 'a',
    result_ar: 'ا',
    result_en: 'a',
  };
  expect(missingTexts(full)).toEqual([]);
  expect(missingTexts({ ...full, title_en: null, said_ar: ' ' })).toEqual(['titleEn', 'saidAr']);
});

describe('the effect since', () => {
  it('is called an effect only where chance would not bring it', () => {
    expect(changeBetween(of(60, 100), of(85, 100))).toBe('better');
    expect(changeBetween(of(85, 100), of(60, 100))).toBe('worse');
    expect(changeBetween(of(7, 10), of(8, 10))).toBe('chance');
    expect(changeBetween(null, of(8, 10))).toBeNull();
    expect(
      changeBetween(of(8, 10), { ...of(8, 10), value: null, low: null, high: null }),
    ).toBeNull();
  });

  /** Newcombe 1998, table II, case a: 56/70 and 48/80, difference 0.2, method 10: 0.0524 to 0.3339. */
  it('agrees with the published example', () => {
    expect(changeBetween(of(48, 80), of(56, 70))).toBe('better');
    expect(changeBetween(of(48, 80), of(48, 70))).toBe('chance');
  });

  it('is the other way round when the periods are, and chance between alike ones', () => {
    const share = fc
      .tuple(fc.integer({ min: 10, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, p]) => of(Math.round(n * p), n));
    const other = { better: 'worse', worse: 'better', chance: 'chance' } as const;
    fc.assert(
      fc.property(share, share, (a, b) => {
        const change = changeBetween(a, b);
        if (change === null) throw new Error('both are known');
        expect(changeBetween(b, a)).toBe(other[change]);
        expect(changeBetween(a, a)).toBe('chance');
      }),
    );
  });
});

describe('themes at a period’s close', () => {
  const theme = (value: number | null, question = 'speed'): MeasuredTheme => ({
    question,
    service: null,
    figure: { ...of(8, 10), value },
  });
  const action = (part: Partial<EarlierAction>): EarlierAction => ({
    question: 'speed',
    service: null,
    state: 'open',
    doneOn: null,
    droppedOn: null,
    target: null,
    period: null,
    ...part,
  });
  const opened = (themes: MeasuredTheme[], earlier: EarlierAction[] = []) =>
    themesToOpen(themes, earlier, '2026-Q3', 0.8).map(({ question }) => question);

  it('below the target get an action; at it, above it, and withheld ones get none', () => {
    expect(opened([theme(0.79)])).toEqual(['speed']);
    expect(opened([theme(0.8), theme(0.9, 'dignity'), theme(null, 'ease')])).toEqual([]);
  });

  it('get no second one while something is being done, or was done or refused after the period began', () => {
    expect(opened([theme(0.5)], [action({})])).toEqual([]);
    expect(opened([theme(0.5)], [action({ state: 'done', doneOn: '2026-08-10' })])).toEqual([]);
    expect(opened([theme(0.5)], [action({ state: 'dropped', droppedOn: '2026-10-02' })])).toEqual(
      [],
    );
    expect(opened([theme(0.5)], [action({ state: 'done', doneOn: '2026-05-10' })])).toEqual([
      'speed',
    ]);
    expect(opened([theme(0.5)], [action({ question: 'dignity' })])).toEqual(['speed']);
    expect(opened([theme(0.5)], [action({ service: 'zakat' })])).toEqual(['speed']);
  });

  it('aim at what the newest action about them aimed at', () => {
    const done = { state: 'done', doneOn: '2026-02-01' } as const;
    const earlier = [action({ ...done, target: 0.6 }), action({ ...done, target: 0.9 })];
    expect(opened([theme(0.85)], earlier)).toEqual(['speed']);
    expect(opened([theme(0.85)], earlier.slice(0, 1))).toEqual([]);
  });

  it('open once, however often the job comes round', () => {
    const figures = fc.array(
      fc.record({
        question: fc.constantFrom('speed', 'ease', 'dignity'),
        service: fc.constantFrom(null, 'zakat', 'iftar'),
        value: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(figures, (found) => {
        const unique = new Map(
          found.map((one) => [`${one.question}/${one.service ?? ''}`, one]),
        ).values();
        const themes = [...unique].map(({ question, service, value }) => ({
          question,
          service,
          figure: { ...of(8, 10), value },
        }));
        const first = themesToOpen(themes, [], '2026-Q3', 0.8);
        const after = first.map(({ question, service, target }) =>
          action({ question, service, target, period: '2026-Q3' }),
        );
        expect(themesToOpen(themes, after, '2026-Q3', 0.8)).toEqual([]);
        for (const one of first) expect(one.figure.value ?? 1).toBeLessThan(0.8);
      }),
    );
  });
});
