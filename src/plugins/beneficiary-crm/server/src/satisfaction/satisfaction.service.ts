import type { Locale } from '../../../contracts/vocabulary';
import type { Figure, PublicSatisfaction } from '../../../contracts/website';
import type { Crm } from '../kernel/crm';
import { satisfactionFigures } from './figures.service';
import { improvementsForAll } from './improvement.view';

const figureOf = ({ key, label, definition, n, value, low, high, withheld }: Figure): Figure => ({
  key,
  label,
  definition,
  n,
  value,
  low,
  high,
  withheld,
});

/** GET /satisfaction: what the association tells everyone, of the last quarter that has ended. */
export async function publicSatisfaction(crm: Crm, locale: Locale): Promise<PublicSatisfaction> {
  const [figures, improvements] = await Promise.all([
    satisfactionFigures(crm, { period: 'quarter', locale }),
    improvementsForAll(crm, locale),
  ]);
  const { from, to } = figures.period;
  const { invited, complete, value } = figures.responseRate;
  return {
    period: { from, to },
    csat: figureOf(figures.csat),
    questions: figures.questions.map(figureOf),
    responseRate: { invited, complete, value },
    improvements,
  };
}

/** The headline alone, of the last quarter that has ended. */
export async function latestSatisfaction(crm: Crm, locale: Locale): Promise<Figure> {
  return figureOf((await satisfactionFigures(crm, { period: 'quarter', locale })).csat);
}
