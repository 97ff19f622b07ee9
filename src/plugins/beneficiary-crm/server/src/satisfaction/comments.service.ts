import type { CommentList, CommentRow, CommentsQuery } from '../../../contracts/comments';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdsPersonalNumber } from '../reception';
import { listServices } from '../services';
import { marksIn } from './comments.rules';
import {
  commentPlace,
  commentsPage,
  countComments,
  findComment,
  namesOfStaff,
  textOf,
} from './comments.repository';
import type { StoredComment } from './comments.repository';

/** Comments that the quality officer reads before anyone else, and clears of who is named in them. */

async function views(
  crm: Crm,
  rows: readonly StoredComment[],
  locale: Locale,
): Promise<CommentRow[]> {
  const [services, staff] = await Promise.all([listServices(crm, locale), namesOfStaff(crm.db)]);
  const names = new Map(services.map(({ slug, name }) => [slug, name]));
  return rows.flatMap((row) => {
    const { id, week, service_slug: slug, low, state } = row;
    const text = textOf(crm, row);
    if (text === null || state === 'refused') return [];
    const service = slug === null ? null : { slug, name: names.get(slug) ?? slug };
    const marks = state === 'waiting' ? marksIn(text, staff) : [];
    return [{ id, state, week, service, low, text, marks }];
  });
}

/** GET /satisfaction/comments */
export async function listComments(crm: Crm, query: CommentsQuery): Promise<CommentList> {
  const [rows, counted] = await Promise.all([
    commentsPage(crm.db, query.state, query),
    countComments(crm.db),
  ]);
  return { rows: await views(crm, rows, query.locale), total: counted[query.state] };
}

/** How many wait for the quality officer. */
export const countWaitingComments = async ({ db }: Pick<Crm, 'db'>): Promise<number> =>
  (await countComments(db)).waiting;

/** The comment as it may be read, after it was released. @throws CrmError 404 */
export async function readComment(crm: Crm, id: string, locale: Locale): Promise<CommentRow> {
  const row = await findComment(crm.db, id);
  const [view] = await views(crm, row ? [row] : [], locale);
  if (!view) throw notFound();
  return view;
}

/** Holds a comment that waits until the transaction ends. @throws CrmError 404, 409 when it is settled already */
async function holdWaiting({ trx }: UnitOfWork, id: string): Promise<void> {
  if (!isId(id)) throw notFound();
  await trx('crm_comments').where({ id }).forUpdate().first('id');
  const row = await findComment(trx, id);
  if (!row) throw notFound();
  if (row.state !== 'waiting') throw conflict('error.comment_settled');
}

/**
 * POST /satisfaction/comments/:id/release: the text as others may read it takes the place of what was written.
 * @throws CrmError 404, 409, and 422 while a number of a person stands in it
 */
export async function releaseComment(
  unit: UnitOfWork,
  id: string,
  text: string,
  staff: Pick<Staff, 'id'>,
): Promise<void> {
  const { crm, trx, record } = unit;
  await holdWaiting(unit, id);
  if (holdsPersonalNumber(text)) throw invalid([{ path: 'text', code: 'number_in_comment' }]);
  await trx('crm_comments')
    .where({ id })
    .update({ state: 'released', text_sealed: crm.vault.seal(commentPlace(id), text) });
  record({
    type: 'comment.released',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'comment', id },
  });
}

/** POST /satisfaction/comments/:id/refuse: nothing is left of it but that there was one. @throws CrmError 404, 409 */
export async function refuseComment(
  unit: UnitOfWork,
  id: string,
  staff: Pick<Staff, 'id'>,
): Promise<void> {
  await holdWaiting(unit, id);
  await unit.trx('crm_comments').where({ id }).update({ state: 'refused', text_sealed: null });
  unit.record({
    type: 'comment.refused',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'comment', id },
  });
}
