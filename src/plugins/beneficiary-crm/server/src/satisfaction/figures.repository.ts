import type { Knex } from 'knex';
import { lastMonth, monthsOf } from './calendar-period.rules';
import { cellName } from './closing.repository';
import type { Worded } from './closing.repository';
import { firstDay } from './period.rules';

/** What the figures of a period are worked out from: counts by groups, and nothing finer. */

export interface GradeCount extends Worded {
  dimension: string;
  value: string;
  grade: number;
  n: number;
}

/** How often each grade was given in a period, in every cell. */
export async function gradeCounts(db: Knex, period: string): Promise<GradeCount[]> {
  const { rows } = (await db.raw(
    `select c.dimension, c.value, w.question, w.wording, c.grade::int as grade, sum(c.n)::int as n
       from crm_answer_counts c
       join crm_question_wordings w using (survey_slug, survey_version, question)
      where c.month between ? and ? and c.grade >= 0
      group by 1, 2, 3, 4, 5`,
    [firstDay(monthsOf(period)[0] ?? period), firstDay(lastMonth(period))],
  )) as { rows: GradeCount[] };
  return rows;
}

/** One cell of one question, month by month. */
export async function monthlyGrades(
  db: Knex,
  { question, wording }: Worded,
  cell: { dimension: string; value: string },
  months: { first: string; last: string },
): Promise<{ month: string; grade: number; n: number }[]> {
  const { rows } = (await db.raw(
    `select to_char(c.month, 'YYYY-MM') as month, c.grade::int as grade, sum(c.n)::int as n
       from crm_answer_counts c
       join crm_question_wordings w using (survey_slug, survey_version, question)
      where c.month between ? and ? and c.dimension = ? and c.value = ?
        and w.question = ? and w.wording = ? and c.grade >= 0
      group by 1, 2`,
    [firstDay(months.first), firstDay(months.last), cell.dimension, cell.value, question, wording],
  )) as { rows: { month: string; grade: number; n: number }[] };
  return rows;
}

/** What is published of a period, as `question wording cell`. */
export async function publishedIn(db: Knex, period: string): Promise<Set<string>> {
  const rows = await db('crm_published_cells')
    .where({ period })
    .select<(Worded & { dimension: string; value: string })[]>(
      'question',
      'wording',
      'dimension',
      'value',
    );
  return new Set(
    rows.map(
      ({ question, wording, dimension, value }) =>
        `${question} ${wording} ${cellName(dimension, value)}`,
    ),
  );
}

/** The periods for which one cell of one question is published. */
export async function publishedPeriods(
  db: Knex,
  { question, wording }: Worded,
  cell: { dimension: string; value: string },
): Promise<Set<string>> {
  return new Set(
    await db('crm_published_cells')
      .where({ question, wording, dimension: cell.dimension, value: cell.value })
      .pluck<string[]>('period'),
  );
}

export interface Invited {
  invited: number;
  undeliverable: number;
  complete: number;
}

/** The invitations of a period by cell, as they were last counted. */
export async function invitationsOf(db: Knex, period: string): Promise<Map<string, Invited>> {
  const { rows } = (await db.raw(
    `select dimension, value, sum(invited)::int as invited, sum(undeliverable)::int as undeliverable,
            sum(complete)::int as complete
       from crm_invitation_counts where month between ? and ? group by 1, 2`,
    [firstDay(monthsOf(period)[0] ?? period), firstDay(lastMonth(period))],
  )) as { rows: (Invited & { dimension: string; value: string })[] };
  return new Map(
    rows.map(({ dimension, value, ...counted }) => [cellName(dimension, value), counted]),
  );
}
