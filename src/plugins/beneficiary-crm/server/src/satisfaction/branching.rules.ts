import type { AskedIf } from '../../../contracts/branching';
import type { QuestionType } from './content-types';

/** What may be answered to a question, and what a question may hang on. */

/** The numbers that may be answered to a question; none where it takes words. */
export interface Range {
  least: number;
  greatest: number;
}
export const ranges: Readonly<Partial<Record<QuestionType, Range>>> = {
  satisfaction5: { least: 1, greatest: 5 },
  ces: { least: 1, greatest: 7 },
  nps: { least: 0, greatest: 10 },
};

interface Answerable {
  type: QuestionType;
  options?: readonly { code: number }[];
}

/** Whether a number is one of a question's answers. */
export function canBeAnswered({ type, options = [] }: Answerable, answer: number): boolean {
  if (type === 'choice') return options.some(({ code }) => code === answer);
  const range = ranges[type];
  return (
    range !== undefined &&
    Number.isInteger(answer) &&
    answer >= range.least &&
    answer <= range.greatest
  );
}

/** Reads what an editor wrote: `1, 2` → [1, 2]. */
export const readAnswers = (written: string): number[] =>
  written.split(',').flatMap((one) => (one.trim() === '' ? [] : [Number(one)]));

/** What is wrong with the branch of a question, given those before it. Only looking back, branches form no circle. */
export function branchFault(
  before: readonly (Answerable & { key: string })[],
  askedIf: AskedIf,
): 'branch_question' | 'branch_answers' | null {
  const parent = before.find(({ key }) => key === askedIf.key);
  if (!parent || parent.type === 'comment') return 'branch_question';
  const possible = askedIf.answers.every((answer) => canBeAnswered(parent, answer));
  return possible && askedIf.answers.length > 0 ? null : 'branch_answers';
}
