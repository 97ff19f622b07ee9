import type { Comparison, Measure, MeasureName } from '../../../contracts/satisfaction';
import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { Worded } from './closing.repository';
import { differenceOf, distributionOf, shownFigure } from './figure.view';
import type { Invited } from './figures.repository';
import type { Grades } from './figures.rules';
import { countOf } from './figures.rules';
import { answersOf, definitionOf, periodView } from './figure.words';

/** A question of the survey that people are asked now. */
export interface AskedQuestion extends Worded {
  key: string;
  type: string;
  label: Bilingual;
  options?: { code: number; label: Bilingual }[];
}

/** What is known of a period. */
export interface Slice {
  period: string;
  /** by `question wording cell` */
  grades: ReadonlyMap<string, Grades>;
  published: ReadonlySet<string>;
  /** by cell */
  invited: ReadonlyMap<string, Invited>;
  /** the cells that have answers */
  cells: ReadonlySet<string>;
}

const measures: Readonly<Record<string, Exclude<MeasureName, 'response'>>> = {
  satisfaction5: 'csat',
  ces: 'ces',
  nps: 'nps',
  choice: 'choice',
};

const none: Grades = new Map();

interface Wanted {
  /** null: the survey does not ask */
  question: AskedQuestion | null;
  now: Slice;
  before: Slice;
  cell: string;
  /** its name among the figures; that of the question otherwise */
  key?: string;
  measure?: Exclude<MeasureName, 'response'>;
}

/** Whether everyone who was invited has answered: the figure is that of all of them. */
function isCensus(grades: Grades, invited: Invited | undefined): boolean {
  const n = countOf(grades);
  return invited !== undefined && invited.invited === invited.complete && n === invited.invited;
}

/** A figure with everything that must be said with it. */
export function measureOf(words: { crm: Crm; locale: Locale }, wanted: Wanted): Measure {
  const { crm, locale } = words;
  const { question, now, before, cell } = wanted;
  const measure = wanted.measure ?? measures[question?.type ?? ''] ?? 'csat';
  const id = question ? `${question.question} ${question.wording} ${cell}` : '';
  const of = (slice: Slice) => {
    const grades = slice.grades.get(id) ?? none;
    const everyone = isCensus(grades, slice.invited.get(cell));
    return { grades, shown: shownFigure(measure, grades, slice.published.has(id), everyone) };
  };
  const [current, earlier] = [of(now), of(before)];
  const { band, ...shown } = current.shown;
  const key = wanted.key ?? question?.key ?? measure;
  return {
    key,
    label:
      question && key === question.key
        ? pick(question.label, locale)
        : crm.say(locale, `figure.${measure}`),
    definition: [
      definitionOf(crm, locale, measure),
      band === null ? '' : crm.say(locale, `figure.${band}`),
      shown.census ? crm.say(locale, 'figure.census') : '',
    ]
      .filter(Boolean)
      .join('\n'),
    measure,
    ...shown,
    distribution: question
      ? distributionOf(current.grades, current.shown, answersOf(crm, locale, question))
      : [],
    comparison: comparisonOf(words, measure, current, { ...earlier, period: before.period }),
  };
}

type Of = { grades: Grades; shown: ReturnType<typeof shownFigure> };

function comparisonOf(
  { crm, locale }: { crm: Crm; locale: Locale },
  measure: MeasureName,
  now: Of,
  before: Of & { period: string },
): Comparison | null {
  const found = differenceOf(measure, now, before);
  const { n, value } = before.shown;
  if (!found || value === null) return null;
  const { key, name } = periodView(crm, locale, before.period);
  const points = Math.abs(measure === 'nps' ? found.difference : 100 * found.difference);
  return {
    period: { key, name },
    n,
    value,
    ...found,
    text: crm.say(locale, `figure.change.${found.verdict}`, {
      period: name,
      points: Math.round(points * 10) / 10,
    }),
  };
}
