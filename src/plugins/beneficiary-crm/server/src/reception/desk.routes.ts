import type { z } from 'zod';
import {
  answerQuestionBody,
  arriveBody,
  askBody,
  deskFaqsBody,
  endVisitBody,
  interactionBody,
  linkVisitBody,
  questionsQuery,
  startVisitBody,
  toldBody,
  visitsQuery,
} from '../../../contracts/reception';
import { notFound } from '../kernel/errors';
import { once } from '../kernel/idempotency';
import { adminRoute } from '../kernel/room';
import type { AdminRoute, Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { bestFaqs, faqs } from './faq.service';
import { interactionById, recordInteraction } from './interactions.service';
import { answerQuestion, ask, tellAnswer } from './questions.service';
import { listQuestions, readQuestion } from './questions.views';
import { arrive, endVisit, linkVisit, startVisit } from './visits.service';
import { readDay, readVisit } from './visits.views';

/** As many answers as an officer reads while someone stands before the desk. */
const faqsAtOnce = 6;

/** A step on a visit: done in one transaction, answered with the visit as it is then. */
const visitStep = <Body extends z.ZodType>(
  name: string,
  body: Body,
  run: (unit: UnitOfWork, id: string, body: z.output<Body>, staff: Staff) => Promise<void>,
): AdminRoute =>
  adminRoute({
    method: 'POST',
    path: `/visits/:id/${name}`,
    permissions: ['reception.serve'],
    body,
    async handler({ crm, params, body: given, staff, locale }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => run(unit, id, given, staff));
      return { data: await readVisit(crm, id, staff, locale) };
    },
  });

export const deskRoutes = [
  adminRoute({
    method: 'GET',
    path: '/visits',
    permissions: ['reception.serve'],
    query: visitsQuery,
    handler: async ({ crm, query, staff }) => ({
      data: await readDay(crm, query.day, staff, query.locale),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/visits',
    permissions: ['reception.serve'],
    body: arriveBody,
    async handler({ crm, body, headers, staff, locale }) {
      const id = await once(crm, `visit ${staff.id}`, headers, body, (unit) =>
        arrive(unit, body, staff),
      );
      return { status: 201, data: await readVisit(crm, id, staff, locale) };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/visits/:id',
    permissions: ['reception.serve'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readVisit(crm, params.id ?? '', staff, locale),
    }),
  }),
  visitStep('start', startVisitBody, (unit, id, { expectedVersion }, staff) =>
    startVisit(unit, id, expectedVersion, staff),
  ),
  visitStep('end', endVisitBody, endVisit),
  visitStep('link', linkVisitBody, linkVisit),
  adminRoute({
    method: 'POST',
    path: '/interactions',
    permissions: ['reception.serve'],
    body: interactionBody,
    async handler({ crm, body, headers, staff }) {
      const id = await once(crm, `interaction ${staff.id}`, headers, body, (unit) =>
        recordInteraction(unit, body, staff),
      );
      const kept = await interactionById(crm, crm.db, id);
      if (!kept) throw notFound();
      return { status: 201, data: kept };
    },
  }),
  // A visitor's words do not stand in an address. The editors look here for the question that answers.
  adminRoute({
    method: 'POST',
    path: '/desk/faqs',
    permissions: ['reception.serve', 'content.answer'],
    body: deskFaqsBody,
    handler: async ({ crm, body, locale }) => ({
      data: bestFaqs(await faqs(crm, body.locale ?? locale), body.q).slice(0, faqsAtOnce),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/questions',
    permissions: ['reception.serve', 'research.study', 'content.answer'],
    query: questionsQuery,
    handler: async ({ crm, query, staff }) => ({ data: await listQuestions(crm, query, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/questions',
    permissions: ['reception.serve'],
    body: askBody,
    async handler({ crm, body, headers, staff }) {
      const id = await once(crm, `question ${staff.id}`, headers, body, (unit) =>
        ask(unit, body, staff),
      );
      return { status: 201, data: await readQuestion(crm, id, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/questions/:id/answer',
    permissions: ['research.study', 'content.answer'],
    body: answerQuestionBody,
    async handler({ crm, params, body, staff, locale }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => answerQuestion(unit, id, body, staff, locale));
      return { data: await readQuestion(crm, id, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/questions/:id/told',
    permissions: ['reception.serve'],
    body: toldBody,
    async handler({ crm, params, body, staff }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => tellAnswer(unit, id, body.channel, staff));
      return { data: await readQuestion(crm, id, staff) };
    },
  }),
] as const;
