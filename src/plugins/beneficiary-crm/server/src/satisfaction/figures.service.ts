import type {
  Breakdown,
  Dimension,
  FiguresQuery,
  Measure,
  ResponseRateView,
  SatisfactionFigures,
  TrendPoint,
} from '../../../contracts/satisfaction';
import { answerModes, assistedModes, dimensions } from '../../../contracts/satisfaction';
import type { Locale } from '../../../contracts/vocabulary';
import type { Figure } from '../../../contracts/website';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import {
  latestPeriod,
  lastMonth,
  monthsOf,
  periodBefore,
  periodsBetween,
  periodsUpTo,
} from './calendar-period.rules';
import type { PeriodKind } from './calendar-period.rules';
import { cellName, cellOf, firstCountedMonth } from './closing.repository';
import { closeMonths, wordingOf } from './closing.service';
import { shownComments } from './comments.view';
import { headlineOf } from './evaluation.rules';
import { measureOf } from './figure.measure';
import type { AskedQuestion, Slice } from './figure.measure';
import { shownFigure } from './figure.view';
import {
  gradeCounts,
  invitationsOf,
  monthlyGrades,
  publishedIn,
  publishedPeriods,
} from './figures.repository';
import { responseRate } from './figures.rules';
import type { Grades } from './figures.rules';
import { definitions, dimensionName, periodView, sliceNames } from './figure.words';
import type { SliceNames } from './figure.words';
import { satisfactionPolicy } from './satisfaction.policy';
import { activeSurvey } from './survey.service';
import type { SurveyDefinition } from './survey.service';

/** The questions of a survey by what they measure. The headline is the one that must be answered. */
interface Asked {
  headline: AskedQuestion | null;
  scale: AskedQuestion[];
  ces: AskedQuestion | null;
  nps: AskedQuestion | null;
  choices: AskedQuestion[];
}

function askedIn(survey: SurveyDefinition | null): Asked {
  const questions = (survey?.questions ?? []).map((question) => ({
    ...question,
    question: question.key,
    wording: wordingOf(question),
  }));
  const of = (type: string) => questions.filter((question) => question.type === type);
  const scale = of('satisfaction5');
  return {
    headline: headlineOf(scale),
    scale,
    ces: of('ces')[0] ?? null,
    nps: of('nps')[0] ?? null,
    choices: of('choice'),
  };
}

/** What is known of a period: counts, what of them is published, and who was invited. */
async function slicesOf(crm: Crm, period: string): Promise<Slice> {
  const [counts, published, invited] = await Promise.all([
    gradeCounts(crm.db, period),
    publishedIn(crm.db, period),
    invitationsOf(crm.db, period),
  ]);
  const grades = new Map<string, Map<number, number>>();
  const cells = new Set<string>();
  for (const { question, wording, dimension, value, grade, n } of counts) {
    const cell = cellName(dimension, value);
    const key = `${question} ${wording} ${cell}`;
    const known = grades.get(key) ?? new Map<number, number>();
    known.set(grade, n);
    grades.set(key, known);
    cells.add(cell);
  }
  return { period, grades, published, invited, cells };
}

/** The period that is asked for; of a kind the latest. @throws CrmError 404 for one that has not ended */
function periodAsked(asked: FiguresQuery['period'], last: string): string {
  const kind = (['year', 'quarter', 'month'] as const).find((name: PeriodKind) => name === asked);
  if (kind) return latestPeriod(kind, last);
  if (lastMonth(asked) > last) throw notFound();
  return asked;
}

/** GET /satisfaction/figures */
export async function satisfactionFigures(
  crm: Crm,
  query: FiguresQuery,
): Promise<SatisfactionFigures> {
  const { locale, dimension, value } = query;
  const last = await closeMonths(crm);
  const period = periodAsked(query.period, last);
  const before = periodBefore(period);
  const filter = dimension && value !== undefined ? { dimension, value } : null;
  const cell = filter ? cellName(filter.dimension, filter.value) : 'all';
  const [survey, now, earlier, names, first] = await Promise.all([
    activeSurvey(crm),
    slicesOf(crm, period),
    slicesOf(crm, before),
    sliceNames(crm, locale),
    firstCountedMonth(crm.db),
  ]);
  const asked = askedIn(survey);
  const words = { crm, locale };
  const measure = (question: AskedQuestion | null, key?: string): Measure =>
    measureOf(words, { question, now, before: earlier, cell, key });
  const breakdowns = filter ? [] : breakdownsOf(words, asked, now, earlier, names);
  const trend = await trendOf(words, asked.headline, cell, lastMonth(period));
  const values = valuesIn(now, names, locale);
  return {
    period: periodView(crm, locale, period),
    periods: periodsBetween(first ?? last, last)
      .reverse()
      .map((key) => periodView(crm, locale, key)),
    filter: filter && {
      ...filter,
      label: dimensionName(crm, locale, filter.dimension),
      name: names(filter.dimension, filter.value),
    },
    choices: dimensions.map((name) => ({
      dimension: name,
      label: dimensionName(crm, locale, name),
      values: values(name),
    })),
    csat: measure(asked.headline, 'csat'),
    ces: asked.ces && measure(asked.ces),
    nps: measureOf(words, { question: asked.nps, now, before: earlier, cell, measure: 'nps' }),
    responseRate: responseRateOf(now, asked, cell),
    questions: asked.scale.map((question) => measure(question)),
    choiceQuestions: asked.choices.map((question) => measure(question)),
    breakdowns,
    heat: heatOf(breakdowns),
    ...trend,
    modes: modesOf(crm, locale, asked, now),
    threshold: satisfactionPolicy.smallestSlice,
    definitions: definitions(crm, locale),
    comments: filter ? [] : await shownComments(crm, shownMonths(trend.trend, period)),
  };
}

interface Words {
  crm: Crm;
  locale: Locale;
}

/** The values of a dimension that were there in a period, by name: in an order that says nothing of their size. */
const valuesIn =
  ({ cells }: Slice, names: SliceNames, locale: Locale) =>
  (dimension: Dimension): { value: string; name: string }[] =>
    [...cells]
      .map(cellOf)
      .filter((cell) => cell.dimension === dimension)
      .map(({ value }) => ({ value, name: names(dimension, value) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale));

function breakdownsOf(
  words: Words,
  { headline, scale }: Asked,
  now: Slice,
  before: Slice,
  names: SliceNames,
): Breakdown[] {
  const values = valuesIn(now, names, words.locale);
  const asked = { headline, scale };
  return dimensions.map((dimension) => ({
    dimension,
    label: dimensionName(words.crm, words.locale, dimension),
    rows: values(dimension).map(({ value, name }) => {
      const cell = cellName(dimension, value);
      return {
        value,
        name,
        figure: measureOf(words, { question: headline, now, before, cell, key: 'csat' }),
        cells: scale.map((question) => cellFigure(words.locale, question, now, cell)),
        responseRate: dimension === 'mode' ? null : responseRateOf(now, asked, cell),
      };
    }),
  }));
}

/** A question in one slice. How it is worked out is said once, with the question's own figure. */
function cellFigure(
  locale: Locale,
  { key, label, question, wording }: AskedQuestion,
  { grades, published }: Slice,
  cell: string,
): Figure {
  const id = `${question} ${wording} ${cell}`;
  const { n, value, low, high, withheld } = shownFigure(
    'csat',
    grades.get(id) ?? new Map(),
    published.has(id),
  );
  return { key, label: pick(label, locale), definition: '', n, value, low, high, withheld };
}

const heatOf = (breakdowns: readonly Breakdown[]): SatisfactionFigures['heat'] =>
  (breakdowns.find(({ dimension }) => dimension === 'service')?.rows ?? []).map(
    ({ value, name, cells }) => ({ service: value, name, cells }),
  );

/** How many have answered tells how many a slice has: it is said only of slices whose figure is. */
function responseRateOf(
  { invited, grades, published }: Slice,
  { headline }: Pick<Asked, 'headline'>,
  cell: string,
): ResponseRateView {
  const counted = invited.get(cell) ?? { invited: 0, undeliverable: 0, complete: 0 };
  const id = headline ? `${headline.question} ${headline.wording} ${cell}` : '';
  const withheld = !published.has(id) && ((grades.get(id)?.size ?? 0) > 0 || counted.complete > 0);
  if (withheld) return { invited: 0, undeliverable: 0, complete: 0, value: null, withheld };
  const rate = responseRate(counted.invited, counted.complete, counted.undeliverable);
  return { ...rate, withheld };
}

function modesOf(
  crm: Crm,
  locale: Locale,
  { headline }: Asked,
  { grades, published }: Slice,
): SatisfactionFigures['modes'] {
  return answerModes.map((mode) => {
    const id = headline ? `${headline.question} ${headline.wording} mode:${mode}` : '';
    const { n, withheld } = shownFigure('csat', grades.get(id) ?? new Map(), published.has(id));
    return {
      mode,
      name: crm.say(locale, `figure.mode.${mode}`),
      pooled: !assistedModes.includes(mode),
      n: withheld ? null : n,
      withheld,
    };
  });
}

/** Twelve months and eight quarters of the headline in one slice, those without answers too. */
async function trendOf(
  { crm, locale }: Words,
  headline: AskedQuestion | null,
  cell: string,
  last: string,
): Promise<Pick<SatisfactionFigures, 'trend' | 'quarters'>> {
  const keys = { trend: periodsUpTo('month', last, 12), quarters: periodsUpTo('quarter', last, 8) };
  const first = [...keys.trend, ...keys.quarters].flatMap((key) => monthsOf(key)).sort()[0] ?? last;
  const slice = cellOf(cell);
  const [counts, published] = headline
    ? await Promise.all([
        monthlyGrades(crm.db, headline, slice, { first, last }),
        publishedPeriods(crm.db, headline, slice),
      ])
    : [[], new Set<string>()];
  const point = (key: string): TrendPoint => {
    const months = monthsOf(key);
    const grades = new Map<number, number>();
    for (const { month, grade, n } of counts)
      if (months.includes(month)) grades.set(grade, (grades.get(grade) ?? 0) + n);
    const { n, value, low, high, state } = shownFigure(
      'csat',
      grades as Grades,
      published.has(key),
    );
    return { month: key, name: periodView(crm, locale, key).name, n, value, low, high, state };
  };
  return { trend: keys.trend.map(point), quarters: keys.quarters.map(point) };
}

/** A comment can tell who wrote it: only those of months whose figure is shown. */
const shownMonths = (trend: readonly TrendPoint[], period: string): string[] =>
  trend
    .filter(
      ({ month, state }) =>
        monthsOf(period).includes(month) && (state === 'shown' || state === 'band'),
    )
    .map(({ month }) => month);
