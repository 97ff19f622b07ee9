import type { Knex } from 'knex';
import type {
  EffectFigure,
  ImprovementSource,
  ImprovementState,
} from '../../../contracts/improvements';
import type { EarlierAction } from './improvement.rules';
import { improvementState } from './improvement.rules';

/** A row of `crm_improvements`. */
export interface ImprovementTableRow {
  id: string;
  version: number;
  source: ImprovementSource;
  title_ar: string;
  title_en: string | null;
  said_ar: string | null;
  said_en: string | null;
  result_ar: string | null;
  result_en: string | null;
  owner_id: number | null;
  question: string | null;
  service_slug: string | null;
  target: number | null;
  before: EffectFigure | null;
  theme_period: string | null;
  comment_id: string | null;
  /** YYYY-MM-DD, all days */
  due_on: string | null;
  done_on: string | null;
  dropped_on: string | null;
  dropped_reason: string | null;
  published: boolean;
  started_on: Date | null;
}

const table = 'crm_improvements';
export const newestImprovements = 200;

/** Who owns what is looked for; null: everybody. */
const ownedBy = (owner: number | null) => (query: Knex.QueryBuilder) =>
  void (owner !== null && query.where({ owner_id: owner }));

const ofState = (state: ImprovementState | undefined) => (query: Knex.QueryBuilder) => {
  if (state === 'published') void query.where({ published: true });
  if (state === 'done') void query.where({ published: false }).whereNotNull('done_on');
  if (state === 'dropped') void query.whereNotNull('dropped_on');
  if (state === 'open') void query.whereNull('done_on').whereNull('dropped_on');
};

/** Open ones first, what is due soonest before the rest; then the newest. */
export const findImprovements = (
  db: Knex,
  { owner, state }: { owner: number | null; state?: ImprovementState },
): Promise<ImprovementTableRow[]> =>
  db(table)
    .modify(ownedBy(owner))
    .modify(ofState(state))
    .orderByRaw(
      `coalesce(done_on, dropped_on) is not null, coalesce(done_on, dropped_on) desc,
       due_on nulls last, id`,
    )
    .limit(newestImprovements)
    .select<ImprovementTableRow[]>('*');

export async function countImprovements(
  db: Knex,
  owner: number | null,
): Promise<Record<ImprovementState, number>> {
  const rows: { published: boolean; done: boolean; dropped: boolean; n: number }[] = await db(table)
    .modify(ownedBy(owner))
    .groupByRaw('1, 2, 3')
    .select(
      'published',
      db.raw('done_on is not null as done'),
      db.raw('dropped_on is not null as dropped'),
      db.raw('count(*)::int as n'),
    );
  const counts = { open: 0, done: 0, published: 0, dropped: 0 };
  for (const { published, done, dropped, n } of rows)
    counts[
      improvementState({
        published,
        done_on: done ? 'done' : null,
        dropped_on: dropped ? 'dropped' : null,
      })
    ] += n;
  return counts;
}

export const findImprovement = (
  db: Knex,
  id: string,
  lock: 'lock' | 'read',
): Promise<ImprovementTableRow | undefined> => {
  const query = db(table).where({ id }).first<ImprovementTableRow | undefined>('*');
  return lock === 'lock' ? query.forUpdate() : query;
};

/** What has been done about themes, oldest first. */
export async function earlierActions(db: Knex): Promise<EarlierAction[]> {
  const rows: (ImprovementTableRow & { question: string })[] = await db(table)
    .whereNotNull('question')
    .orderByRaw('started_on nulls first, id')
    .select('*');
  return rows.map((row) => ({
    question: row.question,
    service: row.service_slug,
    state: improvementState(row),
    doneOn: row.done_on,
    droppedOn: row.dropped_on,
    target: row.target,
    period: row.theme_period,
  }));
}

export const commentsWithAction = (db: Knex): Promise<string[]> =>
  db(table).whereNotNull('comment_id').pluck<string[]>('comment_id');

/** What stands on the website, newest first. */
export const publishedImprovements = (db: Knex): Promise<ImprovementTableRow[]> =>
  db(table)
    .where({ published: true })
    .orderBy('done_on', 'desc')
    .orderBy('id')
    .limit(50)
    .select<ImprovementTableRow[]>('*');
