import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import send from 'koa-send';

/** Paths that are Strapi's own. */
const notTheSite =
  /^\/(api|admin|uploads|beneficiary-crm|content-manager|content-type-builder|upload|i18n|email|users-permissions|_health)(\/|$)/;

/** Strict, because the site needs nothing more: no inline script or style, nobody else's server. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the built site at `/`; Strapi by itself would send `/` to the admin panel. */
export const websiteMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || notTheSite.test(ctx.path)) return next();
    // Strapi's admin calls its own API under /admin, but plugins' admin routes stand at the root.
    if (ctx.headers.authorization) return next();
    const root = path.join(strapi.dirs.static.public, 'site');
    ctx.set('Content-Security-Policy', contentSecurityPolicy);
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.set('Referrer-Policy', 'no-referrer');
    const isAsset = path.extname(ctx.path) !== '';
    if (isAsset) {
      const hashed = ctx.path.startsWith('/assets/');
      const sent = await send(ctx, ctx.path, {
        root,
        maxage: hashed ? 31_536_000_000 : 3_600_000,
        immutable: hashed,
      }).catch((error: { status?: number }) => {
        if (error.status === 404) return undefined;
        throw error;
      });
      if (!sent) ctx.status = 404;
      if (!sent) ctx.body = '';
      return;
    }
    ctx.set('Cache-Control', 'no-cache');
    await send(ctx, '/index.html', { root });
  };
