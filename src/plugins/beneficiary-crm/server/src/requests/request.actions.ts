import { randomUUID } from 'node:crypto';
import type { RequestAction, RequestKind, RequestStatus } from '../../../contracts/vocabulary';
import { invalid } from '../kernel/errors';
import { currentLegalText } from '../services/catalogue.service';
import { actingStaffId, onAction, staffId } from './action';
import type { ActionHandler, ActionInput, Effect } from './action';
import { takeResponse } from './answering';
import type { Response } from './answering';
import { replaceDecision, settleAppealed } from './appeal.service';
import { pause, referToCommittee, releaseEarly, resume } from './clock.rules';
import { signDeclaration } from './declaration.service';
import { putDecision, supersedeDecision } from './decisions';
import { judgeDocument } from './judgement.service';
import { judgementsOf, presentPapers } from './judgements';
import { keepNote } from './notes';
import { appealOf, checklistKeys, documentsOf, openAnswers, readClock } from './request.repository';
import type { Owed } from './request.types';
import { studyActions } from './study/study.actions';

const takeOver = async ({ acting }: ActionInput): Promise<Effect> => ({
  patch: { assignee_id: staffId(acting) },
});

const askResearch = async ({
  unit,
  request,
  acting,
  body,
}: ActionInput<{ question: string }>): Promise<Effect> => {
  const id = randomUUID();
  await unit.trx('crm_referrals').insert({
    id,
    request_id: request.id,
    question: body.question,
    asked_by: actingStaffId(acting),
    asked_at: unit.now,
  });
  return { data: { referral: id } };
};

const withReason =
  (outcome: 'accepted' | 'rejected' | 'declined' | 'answered', text: (body: unknown) => string) =>
  async ({ unit, request, acting, body }: ActionInput): Promise<Effect> => {
    const decision = await putDecision(unit, request.id, {
      outcome,
      reason: text(body),
      decided_by: actingStaffId(acting),
    });
    return { patch: { replied: false }, data: { decision, outcome } };
  };
/** Where a deferred matter is taken up again. */
const beginsAgain = (kind: RequestKind): RequestStatus =>
  kind === 'appeal' ? 'submitted' : 'checking';

const reasonOf = (body: unknown) => (body as { reason?: string }).reason ?? '';
const answerOf = (body: unknown) => (body as { answer: string }).answer;

/** What each action of the requests room changes. Who may do it, and when, stands in the table. */
export const requestActionHandlers: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  start_check: takeOver,
  start: takeOver,
  start_screening: takeOver,

  check_item: onAction('check_item', async ({ unit, request, acting, body }) => {
    const documents = await documentsOf(unit.trx, request.id);
    const judgements = await judgementsOf(unit.trx, request.id);
    const keys = checklistKeys(
      request,
      openAnswers(unit.crm, request),
      presentPapers(documents, judgements),
      // Papers are judged file by file, by `judge_document`.
    ).filter((key) => !key.startsWith('document.'));
    if (!keys.includes(body.key)) throw invalid([{ path: 'key', code: 'not_found' }]);
    await unit
      .trx('crm_checks')
      .insert({
        request_id: request.id,
        key: body.key,
        state: body.state,
        note: body.note || null,
        checked_by: actingStaffId(acting),
        checked_at: unit.now,
      })
      .onConflict(['request_id', 'key'])
      .merge();
    return { data: { key: body.key, state: body.state } };
  }),

  judge_document: onAction('judge_document', judgeDocument),

  sign_declaration: onAction('sign_declaration', async ({ unit, request, acting, body }) => {
    const { version } = await currentLegalText(unit.crm, 'declaration');
    await signDeclaration(unit, request, { ...body, version }, actingStaffId(acting));
    return { data: { way: body.way, version } };
  }),

  ask_applicant: onAction('ask_applicant', async ({ unit, request, acting, body }) => {
    const known = {
      document: new Set(request.form.documents.map((paper) => paper.key)),
      field: new Set(request.form.fields.map((field) => field.key)),
      declaration: new Set(request.form.declares ? ['declaration'] : []),
      text: new Set(['text']),
    };
    const issues = body.items.flatMap((item, index) =>
      known[item.kind].has(item.key) ? [] : [{ path: `items.${index}.key`, code: 'not_found' }],
    );
    if (issues.length > 0) throw invalid(issues);
    const items: Owed['items'] = [...body.items];
    // A changed answer breaks the declaration (S4), so a new one is asked for with it.
    const changesAnswers = items.some((item) => item.kind === 'field');
    if (
      changesAnswers &&
      request.form.declares &&
      !items.some((item) => item.kind === 'declaration')
    ) {
      items.push({ kind: 'declaration', key: 'declaration' });
    }
    if (request.status === 'deferred') await supersedeDecision(unit, request.id);
    const note = await keepNote(unit, request.id, body.note, staffId(acting));
    const deadline = new Date(unit.now.getTime() + request.workflow.answerDays * 86_400_000);
    return {
      clock: pause(readClock(request.clock), unit.now),
      patch: {
        owed: JSON.stringify({ note: body.note, items } satisfies Owed),
        owed_since: unit.now,
        owed_deadline: deadline,
        reminders_sent: 0,
        reminded_at: null,
        resume_to: request.status === 'deferred' ? beginsAgain(request.kind) : request.status,
      },
      data: { note, items },
    };
  }),

  async respond({ unit, request, acting, body }) {
    const response = body as Response;
    const columns = await takeResponse(unit, request, response);
    const note = await keepNote(unit, request.id, response.message, staffId(acting));
    return {
      clock: resume(readClock(request.clock), unit.now),
      patch: { ...columns, owed: null, owed_since: null, owed_deadline: null, resume_to: null },
      data: { note, answered: request.owed?.items.map((item) => item.key) ?? [] },
    };
  },

  refer_to_research: onAction('refer_to_research', askResearch),
  return_to_research: onAction('return_to_research', async (input) => {
    await supersedeDecision(input.unit, input.request.id);
    return askResearch(input);
  }),

  ...studyActions,

  answer_research: onAction('answer_research', async ({ unit, request, acting, body }) => {
    const rows: { id: string }[] = await unit
      .trx('crm_referrals')
      .where({ request_id: request.id })
      .whereNull('answered_at')
      .update({ answer: body.answer, answered_by: actingStaffId(acting), answered_at: unit.now })
      .returning('id');
    return { data: { referral: rows[0]?.id ?? null } };
  }),

  async refer_to_committee({ unit, request }) {
    await supersedeDecision(unit, request.id);
    return {
      clock: referToCommittee(readClock(request.clock), unit.now),
      patch: { replied: false },
    };
  },
  async refer_to_panel({ unit, request }) {
    await supersedeDecision(unit, request.id);
    return {
      clock: referToCommittee(readClock(request.clock), unit.now),
      patch: { replied: false },
    };
  },

  // The matter stays ended while its appeal is heard: nothing is owed under its own number.
  async appeal({ request, body }) {
    return {
      patch: { ended_at: request.ended_at },
      data: { appeal: (body as { appeal: string }).appeal },
    };
  },
  async replace_decision({ unit, request }) {
    return { patch: { replied: true }, data: await replaceDecision(unit, request) };
  },
  async uphold_decision({ unit, request }) {
    const appeal = await appealOf(unit.trx, request);
    return { patch: { ended_at: request.ended_at }, data: { appeal: appeal?.id ?? null } };
  },

  accept_directly: withReason('accepted', reasonOf),
  reject_directly: withReason('rejected', reasonOf),
  decline_volunteer: withReason('declined', reasonOf),
  answer: withReason('answered', answerOf),

  release_early: onAction('release_early', async ({ unit, request, acting, body }) => {
    await unit
      .trx('crm_decisions')
      .where({ request_id: request.id, in_force: true })
      .update({
        released_early_by: actingStaffId(acting),
        released_early_reason: body.reason,
      });
    const note = await keepNote(unit, request.id, body.reason, staffId(acting));
    unit.enqueue('send_reply', { request: request.id }, { key: `send_reply:${request.id}` });
    return { clock: releaseEarly(readClock(request.clock), unit.now), data: { note } };
  }),

  async send_reply({ unit, request, facts }) {
    await unit
      .trx('crm_decisions')
      .where({ request_id: request.id, in_force: true })
      .update({ replied_at: unit.now });
    const outcome = facts.decision?.outcome ?? null;
    const over =
      outcome === 'rejected' ||
      outcome === 'declined' ||
      (request.kind !== 'assistance' && outcome === 'accepted');
    await settleAppealed(unit, request);
    return {
      patch: { replied: true, ...(over ? { ended_at: unit.now } : {}) },
      data: { outcome, ...(request.kind === 'appeal' ? { of: request.parent_id } : {}) },
    };
  },
};
