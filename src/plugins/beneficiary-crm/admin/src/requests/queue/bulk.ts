import { bulkSteps } from '../../../../contracts/queue';
import type { BulkResult, QueueRow } from '../../../../contracts/queue';
import { transitions } from '../../../../server/src/policy/transitions.policy';

export type BulkStep = (typeof bulkSteps)[number];

/** The steps that the table knows for at least one of the rows, and for how many; the commonest first. */
export function stepsFor(
  rows: readonly Pick<QueueRow, 'kind' | 'status'>[],
): { step: BulkStep; rows: number }[] {
  const fits = (step: BulkStep) =>
    rows.filter(({ kind, status }) =>
      transitions.some(
        (row) => row.action === step && row.kinds.includes(kind) && row.from.includes(status),
      ),
    ).length;
  return bulkSteps
    .map((step) => ({ step, rows: fits(step) }))
    .filter((found) => found.rows > 0)
    .sort((a, b) => b.rows - a.rows);
}

export interface RowOutcome {
  id: string;
  /** what the row was called when it was chosen */
  name: string;
  reference: string;
  done: boolean;
  reasons: string[];
}

/** What came of each row, those that were refused first: they still need somebody. */
export function outcomesOf(
  result: BulkResult,
  chosen: ReadonlyMap<string, Pick<QueueRow, 'applicantName' | 'reference'>>,
): RowOutcome[] {
  return result.rows
    .map(({ id, reference, done, refusals }) => ({
      id,
      name: chosen.get(id)?.applicantName ?? '',
      reference: reference ?? chosen.get(id)?.reference ?? '',
      done,
      reasons: refusals.map(({ message }) => message),
    }))
    .sort((a, b) => Number(a.done) - Number(b.done));
}
