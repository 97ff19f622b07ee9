import {
  answerByLinkBody,
  answerTokenBody,
  appealBody,
  credentialsBody,
  respondBody,
  submitBody,
  escalateBody,
  withdrawBody,
} from '../../../contracts/website';
import { once } from '../kernel/idempotency';
import { publicRoute } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import {
  act,
  actingApplicant,
  answerByLink,
  openAnswerLink,
  renderLetter,
  renderReceipt,
} from '../requests';
import { receiveUpload } from '../requests/uploads';
import { newCredentials, submitRequest } from '../requests/submit.service';
import { submitAppeal } from '../requests/appeal.service';
import { openWithCode, owedView, trackView } from './follow.service';

const pdf = 'application/pdf';

/** Sending a request and following it: what an applicant does on the website. */
export const requestRoutes = [
  publicRoute({
    method: 'POST',
    path: '/uploads',
    limit: 'upload',
    takesFile: true,
    handler: async ({ crm, file }) => ({ status: 201, data: await receiveUpload(crm, file) }),
  }),
  publicRoute({
    method: 'POST',
    path: '/requests',
    limit: 'write',
    body: submitBody,
    async handler({ crm, body, headers, locale }) {
      const credentials = newCredentials();
      const receipt = await once(crm, 'requests', headers, body, async (unit) => {
        const {
          reference,
          accessCode,
          status,
          promise,
          receipt: paper,
        } = await submitRequest(
          unit,
          {
            body: {
              ...body,
              declaration: body.declaration && { ...body.declaration, way: 'typed' },
            },
            channel: 'website',
            branch: null,
            locale,
            acting: actingApplicant,
          },
          credentials,
        );
        return { reference, accessCode, status, promise, receipt: paper };
      });
      return { status: 201, data: receipt };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/requests/track',
    limit: 'credentials',
    body: credentialsBody,
    async handler({ crm, body, locale }) {
      return {
        data: await trackView(
          crm,
          await openWithCode(crm, body.reference, body.accessCode),
          locale,
        ),
      };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/requests/receipt',
    limit: 'credentials',
    body: credentialsBody,
    async handler({ crm, body, locale }) {
      const row = await openWithCode(crm, body.reference, body.accessCode);
      const paper = await renderReceipt(crm, row, body.accessCode, locale);
      return { file: { ...paper, mime: pdf } };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/requests/letter',
    limit: 'credentials',
    body: credentialsBody,
    async handler({ crm, body, locale }) {
      const row = await openWithCode(crm, body.reference, body.accessCode);
      return { file: { ...(await renderLetter(crm, row, locale)), mime: pdf } };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/requests/respond',
    limit: 'credentials',
    body: respondBody,
    async handler({ crm, body: { reference, accessCode, ...response }, locale }) {
      const row = await openWithCode(crm, reference, accessCode);
      const after = await crm.transaction((unit) =>
        act(unit, row.id, 'respond', actingApplicant, { body: response, locale }),
      );
      return { data: await trackView(crm, after, locale) };
    },
  }),
  // The token comes in the body: it stands in no address, and so in no log.
  publicRoute({
    method: 'POST',
    path: '/answers/open',
    limit: 'credentials',
    body: answerTokenBody,
    handler: async ({ crm, body, locale }) => ({
      data: await owedView(crm, await openAnswerLink(crm, body.token), locale),
    }),
  }),
  publicRoute({
    method: 'POST',
    path: '/answers',
    limit: 'credentials',
    body: answerByLinkBody,
    async handler({ crm, body: { token, ...response }, locale }) {
      await answerByLink(crm, token, response, locale);
      return { status: 201, data: { received: true } };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/requests/withdraw',
    limit: 'credentials',
    body: withdrawBody,
    async handler({ crm, body, locale }) {
      const row = await openWithCode(crm, body.reference, body.accessCode);
      const after = await crm.transaction((unit) =>
        act(unit, row.id, 'withdraw', actingApplicant, { body: { reason: body.reason }, locale }),
      );
      return { data: await trackView(crm, after, locale) };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/requests/escalate',
    limit: 'credentials',
    body: escalateBody,
    async handler({ crm, body, locale }) {
      const row = await openWithCode(crm, body.reference, body.accessCode);
      const after = await crm.transaction((unit) =>
        act(unit, row.id, 'escalate', actingApplicant, { body: { reason: body.reason }, locale }),
      );
      return { data: await trackView(crm, after, locale) };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/requests/appeal',
    limit: 'credentials',
    body: appealBody,
    async handler({ crm, body, headers, locale }) {
      const row = await openWithCode(crm, body.reference, body.accessCode);
      const credentials = newCredentials();
      const appeal = async (unit: UnitOfWork) => {
        const given = { message: body.message, channel: 'website' as const, locale };
        const received = await submitAppeal(unit, row.id, given, actingApplicant, credentials);
        const { reference, accessCode, status, promise, receipt } = received;
        return { reference, accessCode, status, promise, receipt };
      };
      // With a key, whoever lost the answer gets the same receipt again; an appeal exists once in any case.
      const receipt =
        headers['idempotency-key'] === undefined
          ? await crm.transaction(appeal)
          : await once(crm, `appeal ${row.id}`, headers, body, appeal);
      return { status: 201, data: receipt };
    },
  }),
];
