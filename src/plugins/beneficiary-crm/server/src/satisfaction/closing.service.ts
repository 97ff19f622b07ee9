import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import type { JobHandler } from '../kernel/room';
import { lastClosedMonth, periodsBetween } from './calendar-period.rules';
import {
  cellName,
  cellOf,
  countedCells,
  firstCountedMonth,
  invitedSurvey,
  keepInvitations,
  kindsOfAnswer,
  unknownWordings,
} from './closing.repository';
import type { CountedCell, Worded } from './closing.repository';
import { publishable } from './disclosure.rules';
import type { Published } from './disclosure.rules';
import { addMonths, firstDay } from './period.rules';
import { lastClosed } from './rollup.repository';
import { satisfactionPolicy } from './satisfaction.policy';
import { activeSurvey } from './survey.service';
import type { SurveyDefinition } from './survey.service';

type Question = SurveyDefinition['questions'][number];

/** Answers to two wordings cannot be counted together; of a choice the numbers are what is counted. */
export function wordingOf({ type, text, options }: Question): string {
  const codes = (options ?? []).map(({ code }) => code);
  return createHash('sha256')
    .update(JSON.stringify([type, text.ar, codes]))
    .digest('hex')
    .slice(0, 16);
}

/** One name for a question and its wording. */
export const wordedKey = ({ question, wording }: Worded): string => `${question} ${wording}`;

/** Learns how the questions were worded that were answered in these months. */
async function learnWordings(
  crm: Crm,
  trx: Knex.Transaction,
  months: { first: string; last: string },
): Promise<void> {
  const unknown = await unknownWordings(trx, months);
  if (unknown.length === 0) return;
  const surveys = new Map<string, SurveyDefinition | null>();
  const active = await activeSurvey(crm);
  if (active) surveys.set(`${active.slug} ${active.version}`, active);
  for (const { survey_slug, survey_version, question } of unknown) {
    const key = `${survey_slug} ${survey_version}`;
    if (!surveys.has(key))
      surveys.set(key, await invitedSurvey<SurveyDefinition>(trx, survey_slug, survey_version));
    const found = surveys.get(key)?.questions.find((one) => one.key === question);
    await trx('crm_question_wordings').insert({
      survey_slug,
      survey_version,
      question,
      // What nobody knows any more is counted with nothing else.
      wording: found ? wordingOf(found) : key,
    });
  }
}

const groupBy = <Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/** What was published of a year before; it stands. */
async function settledCells(
  trx: Knex.Transaction,
  worded: Worded,
  periods: readonly string[],
): Promise<Published> {
  const rows = await trx('crm_published_cells')
    .where({ question: worded.question, wording: worded.wording })
    .whereIn('period', [...periods])
    .select<{ period: string; dimension: string; value: string }[]>('period', 'dimension', 'value');
  const settled: Published = new Map(periods.map((period) => [period, new Set<string>()]));
  for (const { period, dimension, value } of rows)
    settled.get(period)?.add(cellName(dimension, value));
  return settled;
}

/** Decides what is published of one question in the periods of a year that have ended since it was last decided. */
async function decide(
  trx: Knex.Transaction,
  cells: readonly CountedCell[],
  kinds: ReadonlyMap<string, readonly (readonly string[])[]>,
  periods: { all: readonly string[]; settled: readonly string[] },
): Promise<void> {
  const [first] = cells;
  if (!first) return;
  const months = [...groupBy(cells, ({ month }) => month)].map(([month, counted]) => ({
    month,
    cells: new Map(counted.map((cell) => [cellName(cell.dimension, cell.value), cell.n])),
    together: kinds.get(month) ?? [],
  }));
  months.sort((a, b) => a.month.localeCompare(b.month, 'en'));
  const { question, wording } = first;
  const published = publishable(months, periods.all, {
    threshold: satisfactionPolicy.smallestSlice,
    settled: await settledCells(trx, first, periods.settled),
  });
  const rows = [...published].flatMap(([period, names]) =>
    periods.settled.includes(period)
      ? []
      : [...names].map((name) => ({ period, question, wording, ...cellOf(name) })),
  );
  if (rows.length > 0) await trx.batchInsert('crm_published_cells', rows, 500);
}

/**
 * Closes every month that has ended, once: decides what is published of it and of the longer periods that end with
 * it. Whoever reads first does it, or the job of the night; the others wait for it.
 * @returns the last closed month, YYYY-MM
 */
export async function closeMonths(crm: Crm): Promise<string> {
  const last = lastClosedMonth(crm.now());
  const before = await lastClosed(crm.db);
  if (before !== null && before >= last) return before;
  return crm.transaction(async ({ trx, now }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtextextended('crm_closed_months', 0))`);
    const closed = await lastClosed(trx);
    if (closed !== null && closed >= last) return closed;
    const first = closed === null ? ((await firstCountedMonth(trx)) ?? last) : addMonths(closed, 1);
    for (let year = first.slice(0, 4); year <= last.slice(0, 4); year = String(Number(year) + 1)) {
      const end = year < last.slice(0, 4) ? `${year}-12` : last;
      const months = { first: `${year}-01`, last: end };
      await learnWordings(crm, trx, months);
      const kinds = await kindsOfAnswer(trx, months);
      const counted = await countedCells(trx, months);
      const all = periodsBetween(months.first, end);
      const settled = closed === null ? [] : periodsBetween(months.first, closed);
      for (const cells of groupBy(counted, wordedKey).values()) {
        await decide(trx, cells, kinds, { all, settled });
        // The sums take a while where there is much: others are answered in between.
        await setImmediate();
      }
    }
    const months = [];
    for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
    if (months.length > 0)
      await trx('crm_closed_months').insert(months.map((month) => ({ month: firstDay(month) })));
    await keepInvitations(trx, now, crm.settings.clocks.invitationDays);
    return last;
  });
}

/** Job `close_months`: and counts again how many have answered their invitation. */
export const closeMonthsJob: JobHandler = async (crm) => {
  await closeMonths(crm);
  await crm.transaction(({ trx, now }) =>
    keepInvitations(trx, now, crm.settings.clocks.invitationDays),
  );
};
