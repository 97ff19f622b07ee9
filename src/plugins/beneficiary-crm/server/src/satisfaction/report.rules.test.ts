import { lineOf } from './report.rules';

/** Without the marks that keep a number in its direction. */
const say = (key: string, params: Record<string, string | number> = {}) =>
  [key, ...Object.values(params)].join(' ').replace(/[\u2066\u2069]/g, '');
const shown = { n: 40, value: 0.725, low: 0.571, high: 0.839, withheld: false } as const;

describe('a line of the report', () => {
  it('has the figure, its interval and how many answered', () => {
    expect(lineOf(say, 'الرضا', shown, 'أعلى')).toEqual({
      name: 'الرضا',
      value: '72.5%',
      range: 'report.range 57.1% 83.9%',
      n: '40',
      change: 'أعلى',
      bar: { at: 72.5, low: 57.099999999999994, high: 83.89999999999999 },
    });
  });

  it('tells withheld from no data, and says nothing else of either', () => {
    const none = { n: 0, value: null, low: null, high: null };
    const empty = { name: '', range: '', n: '', change: '', bar: null };
    expect(lineOf(say, '', { ...none, withheld: true })).toEqual({
      ...empty,
      value: 'report.withheld',
    });
    expect(lineOf(say, '', { ...none, withheld: false })).toEqual({
      ...empty,
      value: 'report.no_data',
    });
  });

  it('says of a band only the side', () => {
    const band = {
      n: 20,
      value: 0.95,
      low: 0.95,
      high: 1,
      withheld: false,
      state: 'band',
    } as const;
    expect(lineOf(say, '', band).value).toBe('report.over_95');
    expect(lineOf(say, '', { ...band, value: 0.05, low: 0, high: 0.05 }).value).toBe(
      'report.under_5',
    );
  });

  it('writes a score with its sign, and a census without an interval', () => {
    const nps = {
      n: 30,
      value: -12.5,
      low: -30,
      high: 5,
      withheld: false,
      measure: 'nps',
    } as const;
    expect(lineOf(say, '', nps)).toMatchObject({ value: '−12.5', range: 'report.range −30 5' });
    expect(lineOf(say, '', { ...shown, low: 0.725, high: 0.725 }).range).toBe('');
  });
});
