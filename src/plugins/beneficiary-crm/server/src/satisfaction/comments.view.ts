import type { SatisfactionFigures } from '../../../contracts/satisfaction';
import type { Crm } from '../kernel/crm';
import { releasedComments, textOf } from './comments.repository';
import { satisfactionPolicy } from './satisfaction.policy';
import { monthOfWeek, weeksOfMonths } from './week.rules';

/** Comments of these months that were read and released, newest first. */
export async function shownComments(
  crm: Crm,
  months: readonly string[],
): Promise<SatisfactionFigures['comments']> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks = weeksOfMonths(first, last);
  const comments = await releasedComments(crm.db, weeks, satisfactionPolicy.shownComments);
  return comments.flatMap((comment) => {
    const month = monthOfWeek(comment.week);
    const text = textOf(crm, comment);
    return text !== null && months.includes(month) ? [{ month, text }] : [];
  });
}
