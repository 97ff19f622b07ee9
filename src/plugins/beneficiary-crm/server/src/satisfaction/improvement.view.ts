import type {
  Effect,
  ImprovementDetail,
  ImprovementList,
  ImprovementRow,
  ImprovementsQuery,
} from '../../../contracts/improvements';
import type { Locale } from '../../../contracts/vocabulary';
import type { PublicSatisfaction } from '../../../contracts/website';
import { bilingual, pick } from '../kernel/bilingual';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { improvementPolicy } from './improvement.policy';
import {
  commentsWithAction,
  countImprovements,
  findImprovement,
  findImprovements,
  publishedImprovements,
} from './improvement.repository';
import type { ImprovementTableRow } from './improvement.repository';
import {
  changeBetween,
  improvementState,
  mayDo,
  missingTexts,
  themeKey,
} from './improvement.rules';
import type { MeasuredTheme } from './improvement.rules';
import { maySee, possibleOwners, readsAll, roleOf } from './improvement.staff';
import { measuredThemes, nameTheme, themeNames } from './themes.service';
import type { ThemeNames } from './themes.service';

interface Around {
  names: ThemeNames;
  staff: Map<number, string>;
  themes: readonly MeasuredTheme[];
  today: string;
  locale: Locale;
  reader: Staff;
}

async function around(
  crm: Crm,
  rows: readonly ImprovementTableRow[],
  locale: Locale,
  reader: Staff,
): Promise<Around> {
  const owners = rows.flatMap(({ owner_id }) => owner_id ?? []);
  const [names, staff, { themes }] = await Promise.all([
    themeNames(crm),
    staffNames(crm, owners),
    measuredThemes(crm),
  ]);
  return { names, staff, themes, today: riyadhDate(crm.now()), locale, reader };
}

const themeOf = ({ question, service_slug }: ImprovementTableRow) =>
  question === null ? null : { question, service: service_slug };

/** Before it was opened, and since it is done: the newest period, once one that began after it has ended. */
function effectOf(row: ImprovementTableRow, themes: readonly MeasuredTheme[]): Effect | null {
  const theme = themeOf(row);
  if (!theme) return null;
  const now = themes.find((one) => themeKey(one) === themeKey(theme))?.figure;
  const since = now && row.done_on !== null && now.from > row.done_on ? now : null;
  return { before: row.before, since, change: changeBetween(row.before, since) };
}

function rowOf(row: ImprovementTableRow, about: Around): ImprovementRow {
  const { names, staff, themes, today, locale, reader } = about;
  const theme = themeOf(row);
  const state = improvementState(row);
  return {
    id: row.id,
    state,
    source: row.source,
    title: pick(bilingual(row.title_ar, row.title_en), locale),
    owner:
      row.owner_id === null ? null : { id: row.owner_id, name: staff.get(row.owner_id) ?? '—' },
    dueOn: row.due_on,
    doneOn: row.done_on,
    late: state === 'open' && row.due_on !== null && row.due_on < today,
    theme: theme && { ...theme, ...nameTheme(theme, names, locale) },
    target: row.target,
    effect: readsAll(reader) ? effectOf(row, themes) : null,
  };
}

/** GET /improvements */
export async function listImprovements(
  crm: Crm,
  { state, locale }: ImprovementsQuery,
  reader: Staff,
): Promise<ImprovementList> {
  const owner = readsAll(reader) ? null : reader.id;
  const keeper = reader.permissions.has('improvements.keep');
  const [rows, counts, comments, staff] = await Promise.all([
    findImprovements(crm.db, { owner, state }),
    countImprovements(crm.db, owner),
    keeper ? commentsWithAction(crm.db) : [],
    keeper ? possibleOwners(crm) : [],
  ]);
  const about = await around(crm, rows, locale, reader);
  return {
    rows: rows.map((row) => rowOf(row, about)),
    counts,
    comments,
    choices: keeper
      ? {
          staff,
          questions: about.names.questions.map(({ key, label }) => ({
            key,
            label: pick(label, locale),
          })),
          services: about.names.services.map(({ slug, name }) => ({
            slug,
            name: pick(name, locale),
          })),
          target: improvementPolicy.target,
        }
      : null,
  };
}

/** GET /improvements/:id. @throws CrmError 404 for what the reader may not see */
export async function readImprovement(
  crm: Crm,
  id: string,
  locale: Locale,
  reader: Staff,
): Promise<ImprovementDetail> {
  const row = isId(id) ? await findImprovement(crm.db, id, 'read') : undefined;
  if (!row || !maySee(reader, row)) throw notFound();
  const about = await around(crm, [row], locale, reader);
  const may = mayDo(improvementState(row), roleOf(reader, row));
  return {
    ...rowOf(row, about),
    version: row.version,
    titleAr: row.title_ar,
    titleEn: row.title_en ?? '',
    saidAr: row.said_ar ?? '',
    saidEn: row.said_en ?? '',
    resultAr: row.result_ar ?? '',
    resultEn: row.result_en ?? '',
    droppedReason: row.dropped_reason,
    openedAt: row.started_on?.toISOString() ?? null,
    may,
    missing: missingTexts(row),
    staff: may.assign ? await possibleOwners(crm) : [],
  };
}

/** What the website says: what people said, what was done about it, and what the figure was before and is since. */
export async function improvementsForAll(
  crm: Crm,
  locale: Locale,
): Promise<PublicSatisfaction['improvements']> {
  const rows = await publishedImprovements(crm.db);
  const { themes } = rows.some(themeOf) ? await measuredThemes(crm) : { themes: [] };
  return rows.map((row) => {
    // Of a service by itself nothing is published.
    const effect = row.service_slug === null ? effectOf(row, themes) : null;
    return {
      title: pick(bilingual(row.title_ar, row.title_en), locale),
      said: row.said_ar && pick(bilingual(row.said_ar, row.said_en), locale),
      result: pick(bilingual(row.result_ar ?? '', row.result_en), locale),
      doneOn: row.done_on ?? '',
      effect: effect?.since && effect.before ? effect : null,
    };
  });
}

/** How much there is to do, for the home page. */
export async function improvementsWaiting(
  crm: Crm,
  reader: Staff,
): Promise<{ open: number; late: number; unowned: number }> {
  const row = await crm
    .db('crm_improvements')
    .whereNull('done_on')
    .whereNull('dropped_on')
    .modify((query) => void (readsAll(reader) || query.where({ owner_id: reader.id })))
    .first<{ open: number; late: number; unowned: number }>(
      crm.db.raw('count(*)::int as open'),
      crm.db.raw('count(*) filter (where due_on < ?)::int as late', [riyadhDate(crm.now())]),
      crm.db.raw('count(*) filter (where owner_id is null)::int as unowned'),
    );
  return row;
}
