import { commentsQuery, refuseCommentBody, releaseCommentBody } from '../../../contracts/comments';
import { adminRoute } from '../kernel/room';
import { listComments, readComment, refuseComment, releaseComment } from './comments.service';

export const commentRoutes = [
  adminRoute({
    method: 'GET',
    path: '/satisfaction/comments',
    permissions: ['comments.release'],
    query: commentsQuery,
    handler: async ({ crm, query }) => ({ data: await listComments(crm, query) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/satisfaction/comments/:id/release',
    permissions: ['comments.release'],
    body: releaseCommentBody,
    async handler({ crm, params, body, staff, locale }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => releaseComment(unit, id, body.text, staff));
      return { data: await readComment(crm, id, locale) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/satisfaction/comments/:id/refuse',
    permissions: ['comments.release'],
    body: refuseCommentBody,
    async handler({ crm, params, staff }) {
      await crm.transaction((unit) => refuseComment(unit, params.id ?? '', staff));
      return { data: { refused: true } };
    },
  }),
] as const;
