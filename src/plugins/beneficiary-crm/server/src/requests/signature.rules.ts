import { signaturePaper } from '../../../contracts/receiving';
import type { Strokes } from '../../../contracts/receiving';

/** A signature of more points than this was not drawn by a hand. */
export const mostPoints = 5_000;
/** Less ink than this is a slip of the finger: a share of the paper's width. */
export const leastSpan = 0.05;
const leastPoints = 5;

/**
 * Whether strokes can be somebody's signature: enough ink to be meant, and no more than a hand draws.
 * Whose it is no rule can tell: the officer saw it drawn (S4).
 */
export function isSignature(strokes: Strokes): boolean {
  const points = strokes.flat();
  if (points.length < leastPoints || points.length > mostPoints) return false;
  return Math.max(span(points, 0), span(points, 1)) >= leastSpan * signaturePaper.width;
}

function span(points: Strokes[number], axis: 0 | 1): number {
  const values = points.map((point) => point[axis]);
  return Math.max(...values) - Math.min(...values);
}
