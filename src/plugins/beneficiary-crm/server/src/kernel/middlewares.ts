import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Crm } from './crm';
import { CrmError } from './errors';
import { answering } from './http';

/** One line for each request: method, path, status, time. Never the query, which may hold a name. */
export const accessLog =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const started = performance.now();
    await next();
    strapi.log.http(
      `${ctx.method} ${ctx.path} ${ctx.status} (${Math.round(performance.now() - started)} ms)`,
    );
  };

/** Bodies that are no JSON or too large are refused by Koa's parser; here they get our sentences. */
export const publicErrors =
  (crmOf: () => Crm) =>
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path.startsWith('/api/crm') || ctx.path.startsWith('/beneficiary-crm')) {
      await answering(crmOf(), ctx, async () => {
        await next();
        if (ctx.status === 404 && !ctx.body) ctx.throw(404);
        if (ctx.status === 405) ctx.throw(404);
        // Strapi answers these itself, in English; the sentence is ours.
        if (ctx.status === 413) throw new CrmError('too_large', 'file.too_large');
        if (ctx.status === 401) throw new CrmError('unauthorized', 'error.not_signed_in');
      });
    } else {
      await next();
    }
  };
