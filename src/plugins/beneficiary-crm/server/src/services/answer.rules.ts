import { answerGaps } from '../../../contracts/answers';
import type { PublishingFault } from '../kernel/publishing';
import { kindFlags } from './answer.types';
import type { KindFlag } from './answer.types';

const known: ReadonlySet<string> = new Set(answerGaps);

/** Names between double braces, in their order. */
export const gapsOf = (text: string): string[] =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim());

/**
 * What keeps a prepared answer from being published: a gap that nothing fills would reach the applicant as it is
 * written, and so would one that is not closed.
 */
export function answerFault(
  draft: { text: string } & Partial<Record<KindFlag, boolean | null>>,
): PublishingFault | null {
  const gap = gapsOf(draft.text).find((name) => !known.has(name));
  if (gap !== undefined)
    return { code: 'gap_unknown', params: { gap, known: answerGaps.join(', ') } };
  if (/[{}]/.test(draft.text.replace(/\{\{[^{}]*\}\}/g, ''))) return { code: 'gap_open' };
  return Object.values(kindFlags).some((flag) => draft[flag]) ? null : { code: 'no_kind' };
}
