import type { Measure, SatisfactionFigures, TrendPoint } from '../../../contracts/satisfaction';
import type { Figure } from '../../../contracts/website';

/** The figures as they stand in a table or on paper: written out, and nothing in them that the page does not show. */

export type Say = (key: string, params?: Record<string, string | number>) => string;

/** A number keeps its sign and its percent sign where they are, in a line of either direction. */
const apart = (number: string): string => `\u2066${number}\u2069`;

export interface ReportLine {
  name: string;
  value: string;
  range: string;
  n: string;
  /** the change to the period before; empty where it is not told */
  change: string;
  /** from 0 to 100, for a bar; null: none */
  bar: { at: number; low: number; high: number } | null;
}

type Written = Pick<Figure, 'n' | 'value' | 'low' | 'high' | 'withheld'> & {
  state?: Measure['state'];
  measure?: Measure['measure'];
};

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
const score = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return rounded < 0 ? `−${-rounded}` : String(rounded);
};

/** A figure as a line. A withheld one says that it is, and no data is not nought. */
export function lineOf(say: Say, name: string, figure: Written, change = ''): ReportLine {
  const { n, value, low, high, withheld, state, measure } = figure;
  const write = measure === 'nps' ? score : percent;
  const none = { name, range: '', n: '', change: '', bar: null };
  if (withheld) return { ...none, value: say('report.withheld') };
  if (n === 0) return { ...none, value: say('report.no_data') };
  if (value === null || low === null || high === null) return { ...none, value: '', n: String(n) };
  const place = (at: number) => (measure === 'nps' ? (at + 100) / 2 : 100 * at);
  return {
    name,
    value:
      state === 'band' && measure !== 'nps'
        ? say(value < 0.5 ? 'report.under_5' : 'report.over_95')
        : write(value),
    range:
      low === high ? '' : say('report.range', { low: apart(write(low)), high: apart(write(high)) }),
    n: String(n),
    change,
    bar: { at: place(value), low: place(low), high: place(high) },
  };
}

const measured = (say: Say, figure: Measure, name = figure.label): ReportLine =>
  lineOf(say, name, figure, figure.comparison?.text ?? '');

export interface ReportTable {
  title: string;
  rows: ReportLine[];
}

export interface Report {
  title: string;
  period: string;
  filter: string;
  headline: ReportLine[];
  responseRate: string;
  questions: ReportTable;
  breakdowns: ReportTable[];
  trend: ReportTable;
  definitions: { title: string; text: string }[];
}

function responseLine(say: Say, rate: SatisfactionFigures['responseRate']): string {
  if (rate.withheld) return say('report.withheld');
  if (rate.value === null) return say('report.no_data');
  return say('report.response', {
    rate: apart(percent(rate.value)),
    complete: rate.complete,
    invited: rate.invited,
    undeliverable: rate.undeliverable,
  });
}

const point = (say: Say, { name, n, value, low, high, state }: TrendPoint): ReportLine =>
  lineOf(say, name, { n, value, low, high, state, withheld: state === 'withheld' });

/** Everything that the dashboard shows of these figures, written out. */
export function reportOf(say: Say, figures: SatisfactionFigures): Report {
  const { csat, ces, nps, period, filter, questions, breakdowns, trend, modes } = figures;
  const answered = modes
    .filter(({ n, withheld }) => withheld || n !== 0)
    .map(({ name, n, withheld }) =>
      withheld ? `${name}: ${say('report.withheld')}` : `${name}: ${n}`,
    );
  return {
    title: say('report.title'),
    period: period.name,
    filter: filter ? `${filter.label}: ${filter.name}` : '',
    headline: [csat, ces, nps].flatMap((figure) => (figure ? [measured(say, figure)] : [])),
    responseRate: responseLine(say, figures.responseRate),
    questions: { title: say('report.questions'), rows: questions.map((one) => measured(say, one)) },
    breakdowns: breakdowns
      .filter(({ rows }) => rows.length > 0)
      .map(({ label, rows }) => ({
        title: say('report.by', { dimension: label }),
        rows: rows.map(({ name, figure }) => measured(say, figure, name)),
      })),
    trend: { title: say('report.trend'), rows: trend.map((one) => point(say, one)) },
    definitions: [
      ...figures.definitions.map(({ title, text }) => ({ title, text })),
      ...(answered.length > 0 ? [{ title: say('report.modes'), text: answered.join(' · ') }] : []),
    ],
  };
}

/** One row for each figure, for who reckons on; numbers are numbers, and what is hidden is empty. */
export function* sheetRows(say: Say, figures: SatisfactionFigures): Generator<(string | number)[]> {
  const { csat, ces, nps, questions, breakdowns, trend, quarters } = figures;
  const states = {
    shown: say('report.shown'),
    band: say('report.band'),
    withheld: say('report.withheld'),
    no_data: say('report.no_data'),
  };
  const row = (
    period: string,
    slice: string,
    name: string,
    figure: Written,
  ): (string | number)[] => {
    const state =
      figure.state ?? (figure.withheld ? 'withheld' : figure.n === 0 ? 'no_data' : 'shown');
    const said = state === 'shown' || state === 'band';
    const number = (value: number | null): string | number =>
      value === null ? '' : Math.round(value * 10_000) / 10_000;
    return [
      period,
      slice,
      name,
      said ? figure.n : '',
      number(figure.value),
      number(figure.low),
      number(figure.high),
      states[state],
    ];
  };
  const here = figures.period.name;
  const slice = figures.filter
    ? `${figures.filter.label}: ${figures.filter.name}`
    : say('report.all');
  for (const figure of [csat, ces, nps, ...questions])
    if (figure) yield row(here, slice, figure.label, figure);
  for (const { label, rows } of breakdowns)
    for (const { name, figure, cells } of rows) {
      const part = `${label}: ${name}`;
      yield row(here, part, figure.label, figure);
      for (const cell of cells) yield row(here, part, cell.label, cell);
    }
  for (const { name, state, n, value, low, high } of [...trend, ...quarters])
    yield row(name, slice, csat.label, {
      n,
      value,
      low,
      high,
      state,
      withheld: state === 'withheld',
    });
}
