import type { Measure, SatisfactionFigures } from '../../../contracts/satisfaction';

/** One thing worth knowing: what it is about, and its figure. */
export interface Spot {
  key: string;
  label: string;
  figure: Measure;
}
/** What is good, what is poor, and what has changed by more than chance. */
export interface Glance {
  good: Spot[];
  poor: Spot[];
  changed: Spot[];
}

const most = 4;
const valueOf = ({ figure }: Spot): number => figure.value ?? 0;
/** A band says only a side: it is as good or as poor as its bound. */
const isSaid = ({ figure }: Spot): boolean => figure.value !== null;

/**
 * Reads the figures for whoever has a minute: questions, and services by the headline. Good is at its target or above,
 * poor below it; nobody of the staff is among them.
 */
export function glanceAt(
  { questions, breakdowns }: Pick<SatisfactionFigures, 'questions' | 'breakdowns'>,
  target: number,
): Glance {
  const services = breakdowns.find(({ dimension }) => dimension === 'service')?.rows ?? [];
  const spots: Spot[] = [
    ...questions.map((figure) => ({ key: `q.${figure.key}`, label: figure.label, figure })),
    ...services.map(({ value, name, figure }) => ({ key: `s.${value}`, label: name, figure })),
  ].filter(isSaid);
  const best = [...spots].sort((a, b) => valueOf(b) - valueOf(a));
  return {
    good: best.filter((spot) => valueOf(spot) >= target).slice(0, most),
    poor: best
      .filter((spot) => valueOf(spot) < target)
      .reverse()
      .slice(0, most),
    changed: spots
      .filter(
        ({ figure: { comparison } }) => comparison && comparison.verdict !== 'no_clear_change',
      )
      .sort(
        (a, b) =>
          Math.abs(b.figure.comparison?.difference ?? 0) -
          Math.abs(a.figure.comparison?.difference ?? 0),
      )
      .slice(0, most),
  };
}
