import type { Knex } from 'knex';
import type { DecisionOutcome, RequestStatus } from '../../../contracts/vocabulary';
import { notFound } from '../kernel/errors';
import type { Crm } from '../kernel/crm';
import { canonicalJson, sha256 } from '../kernel/vault';
import { promisedDates } from './clock.rules';
import type { ReplyClock, ReplyClockSettings } from './clock.rules';
import type { RequestFacts } from '../policy/guards.policy';
import type {
  Answers,
  DecisionRow,
  DeclarationRow,
  RequestDocumentRow,
  RequestRow,
} from './request.types';

const table = 'crm_requests';

/**
 * Reads a request and locks it until the transaction ends. Of an appeal and its first request the appeal is taken
 * first, by who settles the one by the other; nobody takes them the other way round.
 * @throws CrmError not_found
 */
export async function lockRequest(trx: Knex.Transaction, id: string): Promise<RequestRow> {
  const row: RequestRow | undefined = await trx(table).where({ id }).forUpdate().first();
  if (!row) throw notFound();
  return row;
}

export async function findRequest(
  db: Knex,
  by: { id: string } | { reference: string },
): Promise<RequestRow | null> {
  return (await db<RequestRow>(table).where(by).first()) ?? null;
}

const clockDates = [
  'startedAt',
  'firstReferredAt',
  'referredAt',
  'pausedSince',
  'releasedEarlyAt',
] as const;

/** The clock as the rules know it; JSON keeps its dates as text. */
export function readClock(stored: RequestRow['clock']): ReplyClock {
  const dates = Object.fromEntries(
    clockDates.map((name) => [name, stored[name] === null ? null : new Date(String(stored[name]))]),
  );
  return { ...stored, ...dates } as unknown as ReplyClock;
}

/** The columns that a changed clock changes; `due_*` serve the queue's order. */
export function clockColumns(
  clock: ReplyClock,
  settings: ReplyClockSettings,
  now: Date,
): Record<string, unknown> {
  const promised = promisedDates(clock, settings, now);
  return {
    clock: JSON.stringify(clock),
    due_earliest: promised.earliest,
    due_latest: promised.latest,
    paused: clock.pausedSince !== null,
  };
}

export const answersPlace = (id: string) => ({ table, field: 'answers', id });
export const messagePlace = (id: string) => ({ table, field: 'message', id });
export const identityPlace = (id: string) => ({ table, field: 'id_number', id });

export const openAnswers = (crm: Crm, row: RequestRow): Answers =>
  JSON.parse(crm.vault.open(answersPlace(row.id), row.answers_sealed)) as Answers;

export const openMessage = (crm: Crm, row: RequestRow): string | null =>
  row.message_sealed ? crm.vault.open(messagePlace(row.id), row.message_sealed) : null;

/**
 * What the declaration covers (S4): who declares, and every answer. A change of either gives another
 * hash, and the declaration no longer stands.
 */
export const signedContentHash = (applicantName: string, answers: Answers): string =>
  sha256(canonicalJson({ applicantName, answers }));

export async function documentsOf(db: Knex, requestId: string): Promise<RequestDocumentRow[]> {
  return db<RequestDocumentRow>('crm_request_documents')
    .where({ request_id: requestId })
    .orderBy('received_at');
}

export async function decisionInForce(db: Knex, requestId: string): Promise<DecisionRow | null> {
  return (
    (await db<DecisionRow>('crm_decisions')
      .where({ request_id: requestId, in_force: true })
      .first()) ?? null
  );
}

export async function latestDeclaration(
  db: Knex,
  requestId: string,
): Promise<DeclarationRow | null> {
  const row = await db<DeclarationRow>('crm_declarations')
    .where({ request_id: requestId })
    .orderBy('seq', 'desc')
    .first();
  return row ?? null;
}

export function declarationState(
  row: Pick<RequestRow, 'form' | 'answers_hash'>,
  declaration: Pick<DeclarationRow, 'answers_hash'> | null,
): RequestFacts['declaration'] {
  if (!row.form.declares) return 'not_needed';
  if (!declaration) return 'missing';
  return declaration.answers_hash === row.answers_hash ? 'stands' : 'broken';
}

/** The appeal against what was decided on a request, with the outcome of its answer once that has gone out. */
export async function appealOf(
  db: Knex,
  { id, kind }: Pick<RequestRow, 'id' | 'kind'>,
): Promise<Appeal | null> {
  if (kind !== 'assistance') return null;
  const row = await db('crm_requests as a')
    .leftJoin('crm_decisions as d', (on) =>
      on.on('d.request_id', 'a.id').andOnVal('d.in_force', true).andOnNotNull('d.replied_at'),
    )
    .where({ 'a.parent_id': id, 'a.kind': 'appeal' })
    .first<Appeal | undefined>('a.id', 'a.reference', 'a.status', 'd.outcome as answer');
  return row ?? null;
}

interface Appeal {
  id: string;
  reference: string;
  status: RequestStatus;
  answer: DecisionOutcome | null;
}

/**
 * The keys of everything that the officer has to find in order (S2): answers given, papers asked for, and the
 * points of the service's own list.
 * @param documentKeys papers that were received, or seen and not kept
 */
export function checklistKeys(
  row: RequestRow,
  answers: Answers,
  documentKeys: readonly string[],
): string[] {
  const answered = row.form.fields
    .filter((field) => answers[field.key] != null)
    .map((field) => `answer.${field.key}`);
  const papers = row.form.documents
    .filter((paper) => paper.required || documentKeys.includes(paper.key))
    .map((paper) => `document.${paper.key}`);
  const points = row.form.checklist.map((point) => `point.${point.key}`);
  return [...answered, ...papers, ...points];
}
