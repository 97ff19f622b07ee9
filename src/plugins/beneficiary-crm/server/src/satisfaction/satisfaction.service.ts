import type { SatisfactionFigures } from '../../../contracts/admin';
import type { Locale } from '../../../contracts/vocabulary';
import type { Figure, PublicSatisfaction } from '../../../contracts/website';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { listServices } from '../services';
import { answersTo, gradesOf, slicesBy, total } from './counts.rules';
import type { AnswerCount } from './counts.rules';
import { releasedComments, textOf } from './comments.repository';
import { headlineOf } from './evaluation.rules';
import { improvementsForAll } from './improvement.view';
import { figureOf, shownNps, shownSlice } from './figure.view';
import type { FigureWords } from './figure.view';
import { suppress } from './figures.rules';
import type { PublishedSlice, Slice } from './figures.rules';
import { periodOf } from './period.rules';
import type { Period, PeriodName } from './period.rules';
import { satisfactionPolicy } from './satisfaction.policy';
import { countAnswers, countInvitations, firstAnswerMonth } from './satisfaction.repository';
import { activeSurvey } from './survey.service';
import type { SurveyDefinition } from './survey.service';
import { monthOfWeek, weeksOfMonths } from './week.rules';

type Question = SurveyDefinition['questions'][number];

/** Requests without a service, as a row of the breakdown. */
const noService = '-';
const threshold = satisfactionPolicy.smallestSlice;

/** The questions of a survey by what they measure. The headline is the one that must be answered. */
interface Questions {
  scale: Question[];
  headline: Question | null;
  nps: Question | null;
}

function questionsOf(survey: SurveyDefinition | null): Questions {
  const scale = survey?.questions.filter(({ type }) => type === 'satisfaction5') ?? [];
  return {
    scale,
    headline: headlineOf(scale),
    nps: survey?.questions.find(({ type }) => type === 'nps') ?? null,
  };
}

const wordsFor = (crm: Crm, locale: Locale, label: string): FigureWords => ({
  label,
  definition: crm.say(locale, 'figure.csat.definition', { threshold }),
  band: {
    under_5_percent: crm.say(locale, 'figure.under_5_percent'),
    over_95_percent: crm.say(locale, 'figure.over_95_percent'),
  },
});

/** One slice by itself, under the same rules as one of many. */
function alone(slice: Slice): PublishedSlice {
  const [published] = suppress([slice], threshold);
  return published ?? { key: slice.key, state: 'no_data', n: 0 };
}

const headlineFigure = (
  crm: Crm,
  locale: Locale,
  counts: readonly AnswerCount[],
  { headline }: Questions,
): Figure => {
  const answers = headline ? answersTo(counts, headline.key) : [];
  const words = wordsFor(crm, locale, crm.say(locale, 'figure.csat'));
  return figureOf(alone(total(answers, 'csat')), 'csat', words);
};

const questionFigures = (
  crm: Crm,
  locale: Locale,
  counts: readonly AnswerCount[],
  { scale }: Questions,
): Figure[] =>
  scale.map(({ key, label }) =>
    figureOf(
      alone(total(answersTo(counts, key), key)),
      key,
      wordsFor(crm, locale, pick(label, locale)),
    ),
  );

/** Months that have ended, so that no figure moves with a single answer. */
async function endedPeriod(crm: Crm, name: PeriodName): Promise<Period> {
  const first = name === 'all' ? await firstAnswerMonth(crm.db) : null;
  return periodOf(name, crm.now(), first, false);
}

const daysOf = ({ from, to }: Period) => ({ from, to });

/** GET /satisfaction/figures */
export async function satisfactionFigures(
  crm: Crm,
  { period: name, locale }: { period: PeriodName; locale: Locale },
): Promise<SatisfactionFigures> {
  const period = await endedPeriod(crm, name);
  const [survey, counts, responseRate, heatNames] = await Promise.all([
    activeSurvey(crm),
    countAnswers(crm.db, period),
    countInvitations(crm.db, period),
    serviceNames(crm, locale),
  ]);
  const questions = questionsOf(survey);
  const months = byMonth(counts, questions, period);
  return {
    period: daysOf(period),
    csat: headlineFigure(crm, locale, counts, questions),
    nps: shownNps(questions.nps ? gradesOf(answersTo(counts, questions.nps.key)) : []),
    responseRate,
    questions: questionFigures(crm, locale, counts, questions),
    heat: heat(crm, locale, counts, questions, heatNames),
    trend: months.map((slice) => {
      const { n, value, low, high } = shownSlice(slice);
      return { month: slice.key, n, value, low, high };
    }),
    threshold,
    comments: await shownComments(crm, months),
  };
}

/** The headline month by month. With the total published too, months cover one another. */
function byMonth(
  counts: readonly AnswerCount[],
  { headline }: Questions,
  { months }: Period,
): PublishedSlice[] {
  const answers = headline ? answersTo(counts, headline.key) : [];
  return suppress(
    slicesBy(answers, months, ({ month }) => month),
    threshold,
  );
}

/** Service by question. The total of each question is published, so its services cover one another. */
function heat(
  crm: Crm,
  locale: Locale,
  counts: readonly AnswerCount[],
  { scale }: Questions,
  names: ReadonlyMap<string, string>,
): SatisfactionFigures['heat'] {
  const services = [...new Set(counts.map(({ service }) => service ?? noService))].sort();
  const columns = scale.map(({ key, label }) => {
    const slices = slicesBy(
      answersTo(counts, key),
      services,
      ({ service }) => service ?? noService,
    );
    // How it is worked out is said once, with the question's own figure.
    const words = { ...wordsFor(crm, locale, pick(label, locale)), definition: '' };
    return suppress(slices, threshold).map((slice) => figureOf(slice, key, words));
  });
  return services.map((service, row) => ({
    service,
    name: names.get(service) ?? service,
    cells: columns.flatMap((column) => column[row] ?? []),
  }));
}

async function serviceNames(crm: Crm, locale: Locale): Promise<Map<string, string>> {
  const services = await listServices(crm, locale);
  return new Map([
    ...services.map(({ slug, name }): [string, string] => [slug, name]),
    [noService, crm.say(locale, 'figure.no_service')],
  ]);
}

/** A comment can tell who wrote it: only released ones, of months that are not withheld. */
async function shownComments(
  crm: Crm,
  months: readonly PublishedSlice[],
): Promise<SatisfactionFigures['comments']> {
  const open = months.flatMap(({ key, state }) =>
    state === 'shown' || state === 'band' ? [key] : [],
  );
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks = weeksOfMonths(first, last);
  const comments = await releasedComments(crm.db, weeks, satisfactionPolicy.shownComments);
  return comments.flatMap((comment) => {
    const month = monthOfWeek(comment.week);
    const text = textOf(crm, comment);
    return text !== null && open.includes(month) ? [{ month, text }] : [];
  });
}

/** GET /satisfaction: what the association tells everyone, of the last twelve months that have ended. */
export async function publicSatisfaction(crm: Crm, locale: Locale): Promise<PublicSatisfaction> {
  const period = await endedPeriod(crm, 'year');
  const [survey, counts, rate, improvements] = await Promise.all([
    activeSurvey(crm),
    countAnswers(crm.db, period),
    countInvitations(crm.db, period),
    improvementsForAll(crm, locale),
  ]);
  const questions = questionsOf(survey);
  const { invited, complete, value } = rate;
  return {
    period: daysOf(period),
    csat: headlineFigure(crm, locale, counts, questions),
    questions: questionFigures(crm, locale, counts, questions),
    responseRate: { invited, complete, value },
    improvements,
  };
}

/** The headline alone, of the last twelve months that have ended. */
export async function yearlySatisfaction(crm: Crm, locale: Locale): Promise<Figure> {
  const period = await endedPeriod(crm, 'year');
  const [survey, counts] = await Promise.all([activeSurvey(crm), countAnswers(crm.db, period)]);
  return headlineFigure(crm, locale, counts, questionsOf(survey));
}
