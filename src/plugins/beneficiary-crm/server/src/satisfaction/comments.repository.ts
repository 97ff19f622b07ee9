import type { Knex } from 'knex';
import type { CommentState } from '../../../contracts/comments';
import type { Vault } from '../kernel/vault';

/** Where the text of a comment is sealed for. */
export const commentPlace = (id: string) => ({ table: 'crm_comments', field: 'text', id });

/** The week is its Sunday, YYYY-MM-DD. */
export interface StoredComment {
  id: string;
  week: string;
  service_slug: string | null;
  low: boolean;
  state: CommentState;
  /** null: refused, and destroyed */
  text_sealed: string | null;
}

/** The text, opened; null when it is destroyed. */
export const textOf = (
  { vault }: { vault: Pick<Vault, 'open'> },
  { id, text_sealed }: Pick<StoredComment, 'id' | 'text_sealed'>,
): string | null => text_sealed && vault.open(commentPlace(id), text_sealed);

const stored = (db: Knex) =>
  db('crm_comments').select<StoredComment[]>(
    'id',
    db.raw('week::text as week'),
    'service_slug',
    'low',
    'state',
    'text_sealed',
  );

/** Those that wait, the oldest week first; others the newest first. Within a week in no order. */
export const commentsPage = (
  db: Knex,
  state: CommentState,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<StoredComment[]> =>
  stored(db)
    .where({ state })
    .orderBy([{ column: 'week', order: state === 'waiting' ? 'asc' : 'desc' }, 'id'])
    .limit(pageSize)
    .offset((page - 1) * pageSize);

/** How many there are in each state. */
export async function countComments(db: Knex): Promise<Record<CommentState, number>> {
  const rows = await db('crm_comments')
    .groupBy('state')
    .select<{ state: CommentState; n: number }[]>('state', db.raw('count(*)::int as n'));
  const counted = { waiting: 0, released: 0, refused: 0 };
  for (const { state, n } of rows) counted[state] = n;
  return counted;
}

/** How many are not cleared of names yet, and the Sunday of the oldest one's week. */
export async function commentsWaiting({
  db,
}: {
  db: Knex;
}): Promise<{ waiting: number; oldest: string | null }> {
  return db('crm_comments')
    .where({ state: 'waiting' })
    .first<{ waiting: number; oldest: string | null }>(
      db.raw('count(*)::int as waiting'),
      db.raw('min(week)::text as oldest'),
    );
}

export const findComment = (db: Knex, id: string): Promise<StoredComment | undefined> =>
  stored(db).where({ id }).first();

/** The names of everybody who has an account. */
export async function namesOfStaff(db: Knex): Promise<string[]> {
  const rows = await db('admin_users').select<
    { firstname: string | null; lastname: string | null }[]
  >('firstname', 'lastname');
  return rows.map(({ firstname, lastname }) => `${firstname ?? ''} ${lastname ?? ''}`);
}

/** Released comments of the weeks from one to the other, newest first, within a week in no order. */
export const releasedComments = (
  db: Knex,
  { from, to }: { from: string; to: string },
  most: number,
): Promise<StoredComment[]> =>
  stored(db)
    .where({ state: 'released' })
    .whereBetween('week', [from, to])
    .orderBy([{ column: 'week', order: 'desc' }, 'id'])
    .limit(most);
