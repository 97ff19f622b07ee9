import type { RequestAction } from '../../../contracts/vocabulary';
import { invalid } from '../kernel/errors';
import { staffNames } from '../kernel/staff';
import { draftFaq, holdsPersonalNumber, namesSomebody } from '../reception';
import { onAction, staffId } from './action';
import type { ActionHandler } from './action';
import { supersedeDecision } from './decisions';
import { keepNote } from './notes';

/** Inquiries and complaints: what comes of them beside an answer (O3, O6e). */
export const talkActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  /** What one has asked, others want to know: a draft for the editors, without anything of the person. */
  offer_faq: onAction('offer_faq', async ({ unit, request, body }) => {
    const personal = (['question', 'answer'] as const).filter(
      (field) =>
        holdsPersonalNumber(body[field]) || namesSomebody(body[field], request.applicant_name),
    );
    if (personal.length > 0)
      throw invalid(personal.map((path) => ({ path, code: 'personal_number' })));
    const faq = await draftFaq(unit.crm, body);
    return { patch: { faq_id: faq }, data: { faq } };
  }),

  /** Who is complained about never deals with the complaint; it leaves that person's hands at once. */
  name_staff: onAction('name_staff', async ({ unit, request, acting, body }) => {
    const named = body.staffId;
    if (named !== null && !(await staffNames(unit.crm, [named])).has(named))
      throw invalid([{ path: 'staffId', code: 'not_found' }]);
    if (named !== null && named === staffId(acting))
      throw invalid([{ path: 'staffId', code: 'oneself' }]);
    return {
      patch: {
        about_staff_id: named,
        ...(named !== null && request.assignee_id === named ? { assignee_id: null } : {}),
      },
      data: { staff: named },
    };
  }),

  escalate: onAction('escalate', async ({ unit, request, acting, body }) => {
    await supersedeDecision(unit, request.id);
    const note = await keepNote(unit, request.id, body.reason, staffId(acting));
    return {
      patch: {
        stage: 2,
        first_handler_id: request.assignee_id ?? staffId(acting),
        assignee_id: null,
        replied: false,
      },
      data: { note, stage: 2 },
    };
  }),
};
