import { rm } from 'node:fs/promises';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { permissionUid } from '../policy/roles.policy';
import type { Crm } from './crm';
import { CrmError } from './errors';
import { answering, localeOf, parse } from './http';
import type { AdminRoute, Answer, PublicRoute, UploadedFile } from './room';
import { staffFromContext } from './staff';

type CrmOf = () => Crm;
type KoaHandler = (ctx: Context, next: Next) => Promise<void>;

export interface StrapiRoute {
  method: string;
  path: string;
  handler: KoaHandler;
  config: Record<string, unknown>;
}

const onlyLocale = z.strictObject({ locale: z.string().max(10).optional() });

function send(ctx: Context, answer: Answer): void {
  // Every answer may hold personal data: no cache keeps it.
  ctx.set('Cache-Control', 'no-store');
  if ('file' in answer) {
    ctx.status = 200;
    ctx.type = answer.file.mime;
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
    ctx.attachment(answer.file.name);
    ctx.body = answer.file.body;
    return;
  }
  ctx.status = answer.status ?? 200;
  ctx.body = { data: answer.data };
}

const bodyOf = (ctx: Context): unknown => (ctx.request as unknown as { body?: unknown }).body ?? {};

const input = (crm: Crm, ctx: Context, route: PublicRoute | AdminRoute) => ({
  crm,
  locale: localeOf(ctx.query.locale),
  params: ctx.params as Record<string, string>,
  query: parse(route.query ?? onlyLocale, { ...ctx.query }),
  body: route.body ? parse(route.body, bodyOf(ctx)) : {},
  headers: ctx.headers,
  ip: ctx.ip,
});

interface FormidableFile {
  filepath: string;
  originalFilename: string | null;
  size: number;
}

/** The one multipart field `file`. @throws CrmError 422 when it is missing or there are several */
function fileOf(ctx: Context): UploadedFile {
  const files =
    (ctx.request as unknown as { files?: Record<string, FormidableFile | FormidableFile[]> })
      .files ?? {};
  const held = files.file;
  if (!held || Array.isArray(held) || Object.keys(files).length > 1)
    throw new CrmError('invalid', 'file.missing');
  return { path: held.filepath, name: held.originalFilename ?? 'file', size: held.size };
}

async function forgetTemporary(ctx: Context): Promise<void> {
  const files =
    (ctx.request as unknown as { files?: Record<string, FormidableFile | FormidableFile[]> })
      .files ?? {};
  await Promise.all(
    Object.values(files)
      .flat()
      .map((file) => rm(file.filepath, { force: true })),
  );
}

export function publicStrapiRoute(crmOf: CrmOf, route: PublicRoute): StrapiRoute {
  return {
    method: route.method,
    path: route.path,
    // Open to all: who may see what is decided by what the request proves (a code, a token).
    config: { auth: false },
    async handler(ctx) {
      const crm = crmOf();
      await answering(crm, ctx, async () => {
        try {
          await crm.limits.spend(route.limit, ctx.ip);
          const given = input(crm, ctx, route);
          const file = route.takesFile ? fileOf(ctx) : null;
          send(ctx, await route.handler({ ...given, file }));
        } finally {
          await forgetTemporary(ctx);
        }
      });
    },
  };
}

export function adminStrapiRoute(crmOf: CrmOf, route: AdminRoute): StrapiRoute {
  return {
    method: route.method,
    path: route.path,
    config: { policies: ['admin::isAuthenticatedAdmin'] },
    async handler(ctx) {
      const crm = crmOf();
      await answering(crm, ctx, async () => {
        const staff = await staffFromContext(crm, ctx);
        if (!route.permissions.some((permission) => staff.permissions.has(permission))) {
          throw new CrmError('forbidden', 'error.not_permitted', {
            details: { needs: route.permissions.map(permissionUid) },
          });
        }
        try {
          const file = route.takesFile ? fileOf(ctx) : null;
          send(ctx, await route.handler({ ...input(crm, ctx, route), staff, file }));
        } finally {
          await forgetTemporary(ctx);
        }
      });
    },
  };
}
