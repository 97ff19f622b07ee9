import type { Knex } from 'knex';
import type { AnswerMode } from '../../../contracts/satisfaction';
import type { ChannelSlug, RequestKind } from '../../../contracts/vocabulary';
import { addDays } from '../kernel/calendar.rules';
import { addMonths, firstDay, startOfDay } from './period.rules';
import { cellsOf } from './rollup.repository';
import { weeksOfMonths } from './week.rules';

/** A question as it was worded; answers to it are counted together. */
export interface Worded {
  question: string;
  wording: string;
}

/** The name of a cell in `disclosure.rules.ts`. */
export const cellName = (dimension: string, value: string): string =>
  dimension === 'all' ? 'all' : `${dimension}:${value}`;
export const cellOf = (name: string): { dimension: string; value: string } => {
  const at = name.indexOf(':');
  return at === -1
    ? { dimension: 'all', value: '' }
    : { dimension: name.slice(0, at), value: name.slice(at + 1) };
};

/** The month of the first answer, YYYY-MM; null: there is none. */
export async function firstCountedMonth(db: Knex): Promise<string | null> {
  const row = await db('crm_answer_counts').first<{ month: string | null }>(
    db.raw(`to_char(min(month), 'YYYY-MM') as month`),
  );
  return row.month;
}

/** Versions of surveys that were answered in these months, and that are not known by their wording yet. */
export async function unknownWordings(
  db: Knex,
  months: { first: string; last: string },
): Promise<{ survey_slug: string; survey_version: string; question: string }[]> {
  const { rows } = (await db.raw(
    `select distinct survey_slug, survey_version, question from crm_answer_counts c
      where month between ? and ? and not exists (
        select from crm_question_wordings w
         where (w.survey_slug, w.survey_version, w.question) = (c.survey_slug, c.survey_version, c.question))`,
    [firstDay(months.first), firstDay(months.last)],
  )) as { rows: { survey_slug: string; survey_version: string; question: string }[] };
  return rows;
}

/** A survey as somebody was invited to it; null: nobody was. */
export async function invitedSurvey<Survey>(
  db: Knex,
  slug: string,
  version: string,
): Promise<Survey | null> {
  const row = await db('crm_invitations')
    .where({ survey_slug: slug, survey_version: version })
    .first<{ survey: Survey } | undefined>('survey');
  return row?.survey ?? null;
}

export interface CountedCell extends Worded {
  /** YYYY-MM */
  month: string;
  dimension: string;
  value: string;
  n: number;
}

/** How many answered each question, cell by cell, of the months from one to the other. */
export async function countedCells(
  db: Knex,
  months: { first: string; last: string },
): Promise<CountedCell[]> {
  const { rows } = (await db.raw(
    `select to_char(c.month, 'YYYY-MM') as month, w.question, w.wording, c.dimension, c.value, sum(c.n)::int as n
       from crm_answer_counts c
       join crm_question_wordings w using (survey_slug, survey_version, question)
      where c.month between ? and ? and c.grade >= 0
      group by 1, 2, 3, 4, 5`,
    [firstDay(months.first), firstDay(months.last)],
  )) as { rows: CountedCell[] };
  return rows;
}

/** By month, the cells that one answer lies in, for every kind of answer that there was. */
export async function kindsOfAnswer(
  db: Knex,
  months: { first: string; last: string },
): Promise<Map<string, string[][]>> {
  const { from, to } = weeksOfMonths(months.first, months.last);
  const { rows } = (await db.raw(
    `select distinct to_char(week + 3, 'YYYY-MM') as month, service_slug, channel, branch, kind, outcome, mode
       from crm_responses where week between ? and ?`,
    [from, to],
  )) as {
    rows: {
      month: string;
      service_slug: string | null;
      channel: ChannelSlug | null;
      branch: string | null;
      kind: RequestKind | null;
      outcome: string | null;
      mode: AnswerMode;
    }[];
  };
  const kinds = new Map<string, string[][]>();
  for (const { month, ...attributes } of rows) {
    const cells = cellsOf(attributes).map(([dimension, value]) => cellName(dimension, value));
    const known = kinds.get(month);
    if (known) known.push(cells);
    else kinds.set(month, [cells]);
  }
  return kinds;
}

/** Of the invitations that were sent in these months, how many could arrive and were answered. */
const invitationCounts = `
  select to_char(i.created_at at time zone 'Asia/Riyadh', 'YYYY-MM') as month,
         case 0 when grouping(r.service_slug) then 'service' when grouping(r.channel) then 'channel'
                when grouping(r.branch) then 'branch' when grouping(r.kind) then 'kind'
                when grouping(i.outcome) then 'outcome' else 'all' end as dimension,
         case when grouping(r.service_slug, r.channel, r.branch, r.kind, i.outcome) = 31 then '' else
           coalesce(r.service_slug, r.channel, r.branch, r.kind, i.outcome, '-') end as value,
         count(*)::int as invited,
         count(*) filter (where not i.used and m.status = 'permanent_failure')::int as undeliverable,
         count(*) filter (where i.used)::int as complete
    from crm_invitations i
    join crm_requests r on r.id = i.request_id
    join crm_messages m on m.id = i.message_id
   where i.created_at >= ? and i.created_at < ?
   group by 1, grouping sets ((), (r.service_slug), (r.channel), (r.branch), (r.kind), (i.outcome))`;

/** Counts the invitations of closed months, anew each time until they have all run out. */
export async function keepInvitations(
  trx: Knex.Transaction,
  now: Date,
  expiryDays: number,
): Promise<void> {
  const open = await trx('crm_closed_months')
    .where({ invitations: false })
    .orderBy('crm_closed_months.month')
    .select<{ month: string }[]>(trx.raw(`to_char(month, 'YYYY-MM') as month`));
  for (const { month } of open) {
    await trx('crm_invitation_counts')
      .where({ month: firstDay(month) })
      .delete();
    await trx.raw(
      `insert into crm_invitation_counts (month, dimension, value, invited, undeliverable, complete)
         select (month || '-01')::date, dimension, value, invited, undeliverable, complete
           from (${invitationCounts}) counted`,
      [startOfDay(firstDay(month)), startOfDay(firstDay(addMonths(month, 1)))],
    );
    const end = startOfDay(addDays(firstDay(addMonths(month, 1)), expiryDays + 1));
    if (end <= now)
      await trx('crm_closed_months')
        .where({ month: firstDay(month) })
        .update({ invitations: true });
  }
}
