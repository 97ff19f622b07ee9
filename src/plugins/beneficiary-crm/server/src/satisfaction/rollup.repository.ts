import type { Knex } from 'knex';
import { assistedModes } from '../../../contracts/satisfaction';
import { addMonths, firstDay } from './period.rules';
import type { ResponseRow } from './pool';
import { monthOfWeek } from './week.rules';

/** The question was asked and left out; it does not apply. Neither is in any figure's n. */
export const skippedGrade = -1;
export const notApplicableGrade = -2;

/** No value: none is stated, or it was given up to hide in a crowd. */
export const noValue = '-';

const gradeOf = (answer: number | string | null): number | null => {
  if (answer === null) return skippedGrade;
  if (typeof answer === 'number') return answer;
  return answer === 'not_applicable' ? notApplicableGrade : null;
};

type Attributes = Pick<
  ResponseRow,
  'service_slug' | 'channel' | 'branch' | 'kind' | 'outcome' | 'mode'
>;

/** The cells that an answer is counted in. What staff took down is another measurement, and stands apart. */
export function cellsOf(row: Attributes): [string, string][] {
  const mode: [string, string] = ['mode', row.mode];
  if (assistedModes.includes(row.mode)) return [mode];
  return [
    ['all', ''],
    ['service', row.service_slug ?? noValue],
    ['channel', row.channel ?? noValue],
    ['branch', row.branch ?? noValue],
    ['kind', row.kind ?? noValue],
    ['outcome', row.outcome ?? noValue],
    mode,
  ];
}

interface Counted {
  month: string;
  dimension: string;
  value: string;
  survey_slug: string;
  survey_version: string;
  question: string;
  grade: number;
  n: number;
}

function counted(rows: readonly ResponseRow[], open: string): Counted[] {
  const counts = new Map<string, Counted>();
  for (const row of rows) {
    const { survey_slug, survey_version } = row;
    const month = monthOfWeek(row.week);
    for (const [dimension, value] of cellsOf(row))
      for (const [question, answer] of Object.entries(row.answers)) {
        const grade = gradeOf(answer);
        if (grade === null) continue;
        const count: Counted = {
          // What is published of a closed month stands: whatever comes too late counts in the first open one.
          month: firstDay(month < open ? open : month),
          dimension,
          value,
          survey_slug,
          survey_version,
          question,
          grade,
          n: 0,
        };
        const key = JSON.stringify(count);
        const known = counts.get(key) ?? count;
        known.n += 1;
        counts.set(key, known);
      }
  }
  return [...counts.values()];
}

/** Counts the answers of a release in, within its transaction: figures are read from counts and not from rows. */
export async function countIn(trx: Knex.Transaction, rows: readonly ResponseRow[]): Promise<void> {
  if (rows.length === 0) return;
  const closed = await lastClosed(trx);
  const counts = counted(rows, closed === null ? '' : addMonths(closed, 1));
  await trx.raw(
    `insert into crm_answer_counts
       select month, dimension, value, survey_slug, survey_version, question, grade, n
         from json_to_recordset(?::json) as counted (month date, dimension text, value text, survey_slug text,
              survey_version text, question text, grade smallint, n integer)
     on conflict (month, dimension, value, survey_slug, survey_version, question, grade)
       do update set n = crm_answer_counts.n + excluded.n`,
    [JSON.stringify(counts)],
  );
}

/** The last closed month, YYYY-MM; null: none is. */
export async function lastClosed(db: Knex): Promise<string | null> {
  const row = await db('crm_closed_months').first<{ month: string | null }>(
    db.raw(`to_char(max(month), 'YYYY-MM') as month`),
  );
  return row.month;
}
