import { figuresQuery, operationsQuery } from '../../../contracts/satisfaction';
import { evaluationBody, evaluationTokenBody } from '../../../contracts/website';
import { adminRoute, publicRoute } from '../kernel/room';
import { openEvaluation, submitEvaluation } from './evaluation.service';
import { satisfactionFigures } from './figures.service';
import { operationsFigures } from './operations.service';
import { satisfactionReport, satisfactionSheet } from './report.service';
import { publicSatisfaction } from './satisfaction.service';

export const publicRoutes = [
  // The token comes in the body: it stands in no address, and so in no log.
  publicRoute({
    method: 'POST',
    path: '/evaluations/open',
    limit: 'credentials',
    body: evaluationTokenBody,
    handler: async ({ crm, body, locale }) => ({
      data: await openEvaluation(crm, body.token, locale),
    }),
  }),
  publicRoute({
    method: 'POST',
    path: '/evaluations',
    limit: 'credentials',
    body: evaluationBody,
    async handler({ crm, body }) {
      await submitEvaluation(crm, body.token, body.answers);
      return { status: 201, data: { received: true } };
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/satisfaction',
    limit: 'read',
    handler: async ({ crm, locale }) => ({ data: await publicSatisfaction(crm, locale) }),
  }),
] as const;

export const adminRoutes = [
  adminRoute({
    method: 'GET',
    path: '/satisfaction/figures',
    permissions: ['satisfaction.read'],
    query: figuresQuery,
    handler: async ({ crm, query }) => ({ data: await satisfactionFigures(crm, query) }),
  }),
  // Nothing else than the dashboard shows: both are made from its figures.
  adminRoute({
    method: 'GET',
    path: '/satisfaction/report.xlsx',
    permissions: ['satisfaction.read'],
    query: figuresQuery,
    handler: async ({ crm, query }) => satisfactionSheet(crm, query),
  }),
  adminRoute({
    method: 'GET',
    path: '/satisfaction/report.pdf',
    permissions: ['satisfaction.read'],
    query: figuresQuery,
    handler: async ({ crm, query }) => satisfactionReport(crm, query),
  }),
  adminRoute({
    method: 'GET',
    path: '/operations/figures',
    permissions: ['operations.read'],
    query: operationsQuery,
    handler: async ({ crm, query, staff }) => ({
      data: await operationsFigures(crm, query, staff),
    }),
  }),
] as const;
