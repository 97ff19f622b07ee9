import type { PaperState } from '../../../contracts/vocabulary';
import type { AskingView } from '../../../contracts/checking';

/** What may be asked of an applicant, and what of it is asked because the check misses it (S2). */

export type Askable = Omit<AskingView['items'][number], 'label'>;

export interface CheckFound {
  papers: ReadonlyMap<string, { state: PaperState; required: boolean }>;
  /** keys of the questions that the answers lead to */
  questions: readonly string[];
  /** of those, what is required and was not answered */
  unanswered: ReadonlySet<string>;
  /** keys of the checklist in which a problem was found */
  problems: ReadonlySet<string>;
  declaration: 'stands' | 'broken' | 'missing' | 'not_needed';
}

/** Everything that may be asked, in the order of the form; nothing is asked twice. */
export function askable(found: CheckFound): Askable[] {
  const papers = [...found.papers].map(([key, { state, required }]): Askable => ({
    kind: 'document',
    key,
    why: state === 'rejected' ? 'rejected' : state === 'missing' && required ? 'missing' : null,
  }));
  const questions = found.questions.map((key): Askable => ({
    kind: 'field',
    key,
    why: found.unanswered.has(key)
      ? 'missing'
      : found.problems.has(`answer.${key}`)
        ? 'problem'
        : null,
  }));
  const declaration: Askable = {
    kind: 'declaration',
    key: 'declaration',
    why: ['broken', 'missing'].includes(found.declaration) ? 'unsigned' : null,
  };
  const point = [...found.problems].some((key) => key.startsWith('point.'));
  return [
    ...papers,
    ...questions,
    ...(found.declaration === 'not_needed' ? [] : [declaration]),
    { kind: 'text', key: 'text', why: point ? 'problem' : null },
  ];
}
