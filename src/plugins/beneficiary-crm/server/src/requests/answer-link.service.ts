import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, notFound } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { tokenHash } from '../kernel/vault';
import { act, actingApplicant } from './action';
import { linkState } from './answer-link.rules';
import type { Response } from './answering';
import { findRequest, lockRequest } from './request.repository';
import type { RequestRow } from './request.types';

interface LinkRow {
  id: string;
  request_id: string;
  owed_since: Date;
  used_at: Date | null;
}

/** Keeps the link to what the request owes now; of its token only the hash. */
export async function keepAnswerLink(
  { trx, now }: UnitOfWork,
  request: Pick<RequestRow, 'id' | 'owed_since'>,
  token: string,
): Promise<void> {
  await trx('crm_answer_links').insert({
    id: randomUUID(),
    request_id: request.id,
    token_hash: tokenHash(token),
    owed_since: request.owed_since,
    created_at: now,
  });
}

/** @throws CrmError 404 for a token that was never given */
async function findLink(db: Knex, token: string): Promise<LinkRow> {
  const row: LinkRow | undefined = await db('crm_answer_links')
    .where({ token_hash: tokenHash(token) })
    .first();
  if (!row) throw notFound();
  return row;
}

/** @throws CrmError 409 when the link was used, its deadline has passed, or the request moved on */
function refuseClosed(link: LinkRow, request: RequestRow, now: Date): void {
  const state = linkState(
    {
      askedAt: link.owed_since,
      usedAt: link.used_at,
      status: request.status,
      owedSince: request.owed_since,
      deadline: request.owed_deadline,
    },
    now,
  );
  if (state === 'used') throw conflict('error.answer_used');
  if (state === 'expired') throw conflict('error.answer_expired');
}

/**
 * The request behind a one-time link. Reading spends nothing.
 * @throws CrmError 404, 409 as the link stands, 429
 */
export async function openAnswerLink(crm: Crm, token: string): Promise<RequestRow> {
  const link = await findLink(crm.db, token);
  await crm.limits.spend('credentials', `answer:${link.id}`);
  const request = await findRequest(crm.db, { id: link.request_id });
  if (!request) throw notFound();
  refuseClosed(link, request, crm.now());
  return request;
}

/**
 * The applicant answers by a link: once, and nothing but what was asked.
 * @throws CrmError 404, 409 as the link stands, 422 naming every field, 429
 */
export async function answerByLink(
  crm: Crm,
  token: string,
  response: Response,
  locale: Locale,
): Promise<void> {
  const { id } = await openAnswerLink(crm, token);
  await crm.transaction(async (unit) => {
    // Whoever was slower waits here, and finds the link used.
    const request = await lockRequest(unit.trx, id);
    const link = await findLink(unit.trx, token);
    refuseClosed(link, request, unit.now);
    await unit.trx('crm_answer_links').where({ id: link.id }).update({ used_at: unit.now });
    await act(unit, id, 'respond', actingApplicant, { body: response, locale });
  });
}
