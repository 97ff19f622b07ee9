import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import type { AnswerMode } from '../../../contracts/satisfaction';
import type { ChannelSlug, RequestKind } from '../../../contracts/vocabulary';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Vault } from '../kernel/vault';

/**
 * The pool: where an answer waits until it can leave in a crowd. One row holds all that wait, sealed together, so
 * that no key, order, transaction or time of the database pairs an invitation with an answer: whoever has the
 * database sees one sealed text that is written anew each time, and whoever has the key too a shuffled heap.
 */

/** What is kept of an answer about where it belongs; an answer leaves the pool with as many others that share all of it. */
export interface AnswerAttributes {
  surveySlug: string;
  surveyVersion: string;
  mode: AnswerMode;
  service: string | null;
  /** null: coarsened */
  channel: ChannelSlug | null;
  branch: string | null;
  /** null: coarsened */
  kind: RequestKind | null;
  /** null: coarsened */
  outcome: string | null;
}

export interface PooledAnswer extends AnswerAttributes {
  /** the Sunday of the week in which it was given, YYYY-MM-DD; nothing finer is known of its time */
  week: string;
  /** by the question's key: a grade, a chosen option or `not_applicable`; null where it was skipped */
  answers: Readonly<Record<string, number | string | null>>;
  comments: readonly { question: string; text: string }[];
  /** the grade of the whole is 1 or 2: what is written beside it may call for an improvement */
  low: boolean;
}

/** A row of `crm_responses`. */
export interface ResponseRow {
  id: string;
  survey_slug: string;
  survey_version: string;
  /** the Sunday of the week of the release, YYYY-MM-DD */
  week: string;
  service_slug: string | null;
  channel: ChannelSlug | null;
  branch: string | null;
  kind: RequestKind | null;
  outcome: string | null;
  mode: AnswerMode;
  answers: PooledAnswer['answers'];
}

const table = 'crm_answer_pool';
const place = { table, field: 'sealed', id: 'pool' };
/** The sealed text grows in steps, so that its length does not tell how much somebody wrote. */
const step = 64 * 1024;

/** In an order that nobody chose and nobody can foretell (Fisher and Yates, the system's own randomness). */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const heap = [...items];
  for (let last = heap.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const moved = heap[last] as Item;
    heap[last] = heap[other] as Item;
    heap[other] = moved;
  }
  return heap;
}

/** All that wait, in no order. Held until the transaction ends: answers come in one after the other. */
export async function openPool(
  trx: Knex.Transaction,
  vault: Pick<Vault, 'open'>,
): Promise<PooledAnswer[]> {
  const row = await trx(table).forUpdate().first<{ sealed: string | null } | undefined>('sealed');
  if (!row) throw new Error('the pool of answers is gone');
  return row.sealed === null ? [] : (JSON.parse(vault.open(place, row.sealed)) as PooledAnswer[]);
}

/** The answers as the text that is sealed: shuffled, and as long as the next step. */
export function heapOf(answers: readonly PooledAnswer[]): string {
  const text = JSON.stringify(shuffled(answers));
  const length = Buffer.byteLength(text);
  return text + ' '.repeat(Math.ceil(length / step) * step - length);
}

/** Writes the pool anew. By whoever has opened it. */
export async function sealPool(
  trx: Knex.Transaction,
  vault: Pick<Vault, 'seal'>,
  waiting: readonly PooledAnswer[],
): Promise<void> {
  await trx(table).update({ sealed: vault.seal(place, heapOf(waiting)) });
}

/** Puts an answer into the pool, in the transaction that spends its invitation. */
export async function poolAnswer(
  { trx, crm: { vault } }: UnitOfWork,
  answer: PooledAnswer,
): Promise<void> {
  await sealPool(trx, vault, [...(await openPool(trx, vault)), answer]);
}
