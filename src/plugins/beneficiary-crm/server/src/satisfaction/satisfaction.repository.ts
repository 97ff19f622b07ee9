import type { Knex } from 'knex';
import type { AnswerCount } from './counts.rules';
import { startOfDay } from './period.rules';
import type { Period } from './period.rules';
import { addDays } from '../kernel/calendar.rules';
import { responseRate } from './figures.rules';
import type { ResponseRate } from './figures.rules';
import { weeksOfMonths } from './week.rules';

/**
 * How often each grade was given, in one grouped query. Only what people filled in themselves: answers that
 * staff took down are another measurement, and are not pooled with these.
 */
export async function countAnswers(db: Knex, { months }: Period): Promise<AnswerCount[]> {
  const { from, to } = weeksOfMonths(months[0] ?? '', months.at(-1) ?? '');
  const { rows } = (await db.raw(
    `select r.service_slug as service, to_char(r.week + 3, 'YYYY-MM') as month, a.key as question,
            (a.value #>> '{}')::int as grade, count(*)::int as n
       from crm_responses r cross join lateral json_each(r.answers) as a (key, value)
      where r.mode = 'self' and json_typeof(a.value) = 'number' and r.week between ? and ?
      group by 1, 2, 3, 4`,
    [from, to],
  )) as { rows: AnswerCount[] };
  return rows;
}

/** The month of the first answer, YYYY-MM; null when there is none. */
export async function firstAnswerMonth(db: Knex): Promise<string | null> {
  const { rows } = (await db.raw(
    `select to_char(min(week) + 3, 'YYYY-MM') as month from crm_responses`,
  )) as { rows: { month: string | null }[] };
  return rows[0]?.month ?? null;
}

/** Of those who were invited in the period, how many have answered. */
export async function countInvitations(db: Knex, { from, to }: Period): Promise<ResponseRate> {
  const { rows } = (await db.raw(
    `select count(*)::int as invited, count(*) filter (where i.used)::int as complete,
            count(*) filter (where not i.used and m.status = 'permanent_failure')::int as undeliverable
       from crm_invitations i join crm_messages m on m.id = i.message_id
      where i.created_at >= ? and i.created_at < ?`,
    [startOfDay(from), startOfDay(addDays(to, 1))],
  )) as { rows: { invited: number; complete: number; undeliverable: number }[] };
  const { invited = 0, complete = 0, undeliverable = 0 } = rows[0] ?? {};
  return responseRate(invited, complete, undeliverable);
}
