import type { Knex } from 'knex';
import type { QuestionState, QuestionView } from '../../../contracts/reception';
import type { QuestionAudience } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { ofBranch } from './people';
import { audiencesOf, mayAnswer, maySee, questionState, seesAsker } from './questions.rules';
import { questionPlace } from './questions.service';
import type { StoredQuestion } from './questions.service';

type ReadQuestion = StoredQuestion & {
  file_id: string | null;
  file_number: string | null;
  file_name: string | null;
};

const withFile = (db: Knex) =>
  db('crm_questions as q')
    .leftJoin('crm_beneficiaries as own', 'own.id', 'q.beneficiary_id')
    .leftJoin('crm_beneficiaries as root', 'root.id', 'own.root_id')
    .select<ReadQuestion[]>(
      'q.*',
      'root.id as file_id',
      'root.file_number',
      'root.name as file_name',
    );

/** What one may see: as an answerer all that is asked of one, at the desk what the own branch asked. */
const seenBy = (staff: Staff) => (query: Knex.QueryBuilder) =>
  query.where((any) => {
    void any.whereIn('q.audience', audiencesOf(staff));
    if (staff.permissions.has('reception.serve'))
      void any.orWhere((own) => void own.whereNotNull('q.id').modify(ofBranch(staff, 'q.branch')));
  });

/** Each state in the order in which it is worked off; what was told, the latest first. */
const inState: Readonly<Record<QuestionState, (query: Knex.QueryBuilder) => void>> = {
  open: (query) => void query.whereNull('q.answered_at').orderBy('q.asked_at'),
  answered: (query) =>
    void query.whereNotNull('q.answered_at').whereNull('q.told_at').orderBy('q.answered_at'),
  told: (query) => void query.whereNotNull('q.told_at').orderBy('q.told_at', 'desc'),
};

function askerOf(row: ReadQuestion): QuestionView['asker'] {
  const person =
    row.file_id && row.file_number && row.file_name
      ? { id: row.file_id, fileNumber: row.file_number, name: row.file_name }
      : null;
  return { name: row.name, phone: row.phone, visit: row.visit_id, person };
}

async function views(
  crm: Pick<Crm, 'db' | 'vault'>,
  rows: readonly ReadQuestion[],
  staff: Staff,
): Promise<QuestionView[]> {
  const names = await staffNames(
    crm,
    rows.flatMap((row) => [row.asked_by, ...(row.answered_by === null ? [] : [row.answered_by])]),
  );
  return rows.map((row) => {
    const state = questionState({ answeredAt: row.answered_at, toldAt: row.told_at });
    return {
      id: row.id,
      audience: row.audience,
      question: crm.vault.open(questionPlace(row.id, 'question'), row.question_sealed),
      state,
      askedBy: names.get(row.asked_by) ?? '',
      askedAt: row.asked_at.toISOString(),
      mine: row.asked_by === staff.id,
      answer:
        row.answer_sealed && crm.vault.open(questionPlace(row.id, 'answer'), row.answer_sealed),
      faq: row.faq_id,
      answeredBy: row.answered_by === null ? null : (names.get(row.answered_by) ?? null),
      answeredAt: row.answered_at?.toISOString() ?? null,
      toldAt: row.told_at?.toISOString() ?? null,
      asker: seesAsker(row.audience, staff) ? askerOf(row) : null,
      may: {
        answer: state === 'open' && mayAnswer(row.audience, staff),
        tell: state === 'answered' && staff.permissions.has('reception.serve'),
      },
    };
  });
}

/** GET /questions, 100 at most. */
export async function listQuestions(
  crm: Crm,
  query: { audience?: QuestionAudience | undefined; state: QuestionState },
  staff: Staff,
): Promise<QuestionView[]> {
  const rows = await withFile(crm.db)
    .modify(seenBy(staff))
    .modify((narrow) => query.audience && narrow.where('q.audience', query.audience))
    .modify(inState[query.state])
    .limit(100);
  return views(crm, rows, staff);
}

/** One question, after a step on it. @throws CrmError 404 when it is not this person's to see */
export async function readQuestion(crm: Crm, id: string, staff: Staff): Promise<QuestionView> {
  const rows = await withFile(crm.db).where('q.id', id).modify(seenBy(staff));
  const [view] = await views(crm, rows, staff);
  if (!view) throw notFound();
  return view;
}

/** What was passed on in a visit that the caller may see, the oldest first. */
export async function questionsOfVisit(
  crm: Crm,
  visitId: string,
  staff: Staff,
): Promise<QuestionView[]> {
  const rows = await withFile(crm.db).where('q.visit_id', visitId).orderBy('q.asked_at');
  return views(
    crm,
    rows.filter((row) => maySee(row.audience, staff)),
    staff,
  );
}

/** Questions that wait for this person to answer them. */
export async function countQuestionsToAnswer(
  crm: Pick<Crm, 'db'>,
  staff: Pick<Staff, 'permissions'>,
): Promise<number> {
  const [counted] = await crm
    .db('crm_questions')
    .whereNull('answered_at')
    .whereIn('audience', audiencesOf(staff))
    .count<{ n: string }[]>('* as n');
  return Number(counted?.n ?? 0);
}

/** Answers that the desk has not told yet. */
export async function countAnswersToTell(
  crm: Pick<Crm, 'db'>,
  staff: Pick<Staff, 'branch'>,
): Promise<number> {
  const [counted] = await crm
    .db('crm_questions')
    .whereNotNull('answered_at')
    .whereNull('told_at')
    .modify(ofBranch(staff))
    .count<{ n: string }[]>('* as n');
  return Number(counted?.n ?? 0);
}
