import { bulkSteps } from '../../../../contracts/queue';
import type { BulkResult, QueueRow } from '../../../../contracts/queue';
import type { RequestAction, RequestKind, RequestStatus } from '../../../../contracts/vocabulary';
import { transitions } from '../../../../server/src/policy/transitions.policy';

export type BulkStep = (typeof bulkSteps)[number];

const leads = (action: RequestAction, kind: RequestKind, status: RequestStatus): boolean =>
  transitions.some(
    (row) => row.action === action && row.kinds.includes(kind) && row.from.includes(status),
  );

/** The steps that the table knows for at least one of the rows, and for how many; the commonest first. */
export function stepsFor(
  rows: readonly Pick<QueueRow, 'kind' | 'status'>[],
): { step: BulkStep; rows: number }[] {
  const fits = (step: BulkStep) =>
    rows.filter(({ kind, status }) => leads(step, kind, status)).length;
  return bulkSteps
    .map((step) => ({ step, rows: fits(step) }))
    .filter((found) => found.rows > 0)
    .sort((a, b) => b.rows - a.rows);
}

export interface Merging<Row> {
  /** the earliest, so that nobody loses an earlier promise */
  stays: Row;
  others: Row[];
}

/** Which of the chosen requests the others can be followed in; null where the table knows no such step for them. */
export function mergingOf<Row extends Pick<QueueRow, 'kind' | 'status' | 'submittedAt'>>(
  rows: readonly Row[],
): Merging<Row> | null {
  const [stays, ...others] = [...rows].sort(
    (a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt),
  );
  if (!stays || others.length === 0) return null;
  const fits = others.every(({ kind, status }) => leads('mark_duplicate', kind, status));
  return fits && others.every(({ kind }) => kind === stays.kind) ? { stays, others } : null;
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
