import { randomUUID } from 'node:crypto';
import type { AnswerQuestionBody, AskBody } from '../../../contracts/reception';
import type { ChannelSlug, Locale, QuestionAudience } from '../../../contracts/vocabulary';
import { conflict, forbidden, invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { faqBySlug } from './faq.service';
import { keepInteraction, visitOfTalk } from './interactions.service';
import { mobileAtDesk, personAtDesk } from './people';
import { holdsPersonalNumber, mayAnswer, maySee } from './questions.rules';

/** Questions that the desk could not answer, until the answer has reached who asked. */

export const questionPlace = (id: string, field: 'question' | 'answer') => ({
  table: 'crm_questions',
  field,
  id,
});

export interface StoredQuestion {
  id: string;
  audience: QuestionAudience;
  question_sealed: string;
  visit_id: string | null;
  beneficiary_id: string | null;
  name: string | null;
  phone: string | null;
  branch: string | null;
  asked_by: number;
  asked_at: Date;
  answer_sealed: string | null;
  faq_id: string | null;
  answered_by: number | null;
  answered_at: Date | null;
  told_at: Date | null;
}

/** POST /questions. @returns its id. @throws CrmError 422: what is not found, or a number of a person for the editors */
export async function ask(unit: UnitOfWork, body: AskBody, staff: Staff): Promise<string> {
  const { crm, trx, now, record } = unit;
  if (body.audience === 'editors' && holdsPersonalNumber(body.question))
    throw invalid([{ path: 'question', code: 'personal_number' }]);
  const visit = body.visit ? await visitOfTalk(trx, body.visit, staff) : null;
  const person = body.person ? await personAtDesk(trx, body.person, staff, 'person') : null;
  const id = randomUUID();
  await trx('crm_questions').insert({
    id,
    audience: body.audience,
    question_sealed: crm.vault.seal(questionPlace(id, 'question'), body.question),
    visit_id: visit?.id ?? null,
    beneficiary_id: person?.id ?? visit?.beneficiary_id ?? null,
    name: visit?.name ?? person?.name ?? body.name ?? null,
    phone: visit ? visit.phone : mobileAtDesk(body.phone),
    branch: visit ? visit.branch : staff.branch,
    asked_by: staff.id,
    asked_at: now,
  });
  record({
    type: 'question.asked',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'question', id },
    data: { audience: body.audience, ...(visit ? { visit: visit.id } : {}) },
  });
  return id;
}

/** The question, held until the transaction ends. @throws CrmError 404 when it is not this person's to see */
async function held(unit: UnitOfWork, id: string, staff: Staff): Promise<StoredQuestion> {
  if (!isId(id)) throw notFound();
  const row: StoredQuestion | undefined = await unit
    .trx('crm_questions')
    .where({ id })
    .forUpdate()
    .first();
  if (!row || !maySee(row.audience, staff)) throw notFound();
  // The editors answer for all branches; the desk of a branch sees its own.
  const foreign = staff.branch !== null && row.branch !== staff.branch;
  if (foreign && !mayAnswer(row.audience, staff)) throw notFound();
  return row;
}

/**
 * POST /questions/:id/answer. Editors may name the published question that answers it from now on: its words are
 * the answer. @throws CrmError 403 for the other audience's, 404, 409 when it has an answer, 422 without any
 */
export async function answerQuestion(
  unit: UnitOfWork,
  id: string,
  body: AnswerQuestionBody,
  staff: Staff,
  locale: Locale,
): Promise<void> {
  const { crm, trx, now, record } = unit;
  const question = await held(unit, id, staff);
  if (!mayAnswer(question.audience, staff)) throw forbidden();
  if (question.answered_at !== null) throw conflict('error.question_answered');
  const faq = body.faq ? await faqBySlug(crm, body.faq, locale) : null;
  if (body.faq && !faq) throw invalid([{ path: 'faq', code: 'not_found' }]);
  const answer = body.answer ?? faq?.answer;
  if (!answer) throw invalid([{ path: 'answer', code: 'required' }]);
  await trx('crm_questions')
    .where({ id })
    .update({
      answer_sealed: crm.vault.seal(questionPlace(id, 'answer'), answer),
      faq_id: faq?.slug ?? null,
      answered_by: staff.id,
      answered_at: now,
    });
  record({
    type: 'question.answered',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'question', id },
    data: { audience: question.audience, ...(faq ? { faq: faq.slug } : {}) },
  });
}

/** POST /questions/:id/told: the answer has reached who asked, and is kept as what was said. @throws CrmError 404, 409 */
export async function tellAnswer(
  unit: UnitOfWork,
  id: string,
  channel: ChannelSlug,
  staff: Staff,
): Promise<void> {
  const { crm, trx, now } = unit;
  const question = await held(unit, id, staff);
  if (question.answer_sealed === null) throw conflict('error.question_open');
  if (question.told_at !== null) throw conflict('error.question_told');
  await trx('crm_questions').where({ id }).update({ told_at: now });
  await keepInteraction(unit, {
    personId: question.beneficiary_id,
    requestId: null,
    visitId: question.visit_id,
    name: question.name,
    phone: question.phone,
    channel,
    direction: 'outgoing',
    reason: 'inquiry',
    summary: crm.vault.open(questionPlace(id, 'answer'), question.answer_sealed),
    faq: question.faq_id,
    branch: question.branch,
    staffId: staff.id,
  });
}
