import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from 'koa';
import type { z } from 'zod';
import type { ErrorEnvelope } from '../../../contracts/common';
import { locales } from '../../../contracts/vocabulary';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from './crm';
import { CrmError, invalid } from './errors';
import type { FieldIssue } from './errors';

/** Names of the envelope, as Strapi's own errors have them. */
const errorNames: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'ValidationError',
  429: 'RateLimitError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};

/** The asked language; Arabic when none or an unknown one is named. */
export function localeOf(value: unknown): Locale {
  return locales.find((locale) => locale === value) ?? 'ar';
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (held, step) =>
      held !== null && typeof held === 'object'
        ? (held as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );

function issueOf(issue: z.core.$ZodIssue, raw: unknown): FieldIssue[] {
  const path = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ path: path ? `${path}.${name}` : name, code: 'unknown' }));
    case 'invalid_type':
      return [{ path, code: valueAt(raw, issue.path) == null ? 'required' : 'type' }];
    case 'too_big':
      return [
        {
          path,
          code: issue.origin === 'string' ? 'too_long' : 'max',
          params: { max: Number(issue.maximum) },
        },
      ];
    case 'too_small': {
      const empty = issue.origin === 'string' && Number(issue.minimum) <= 1;
      if (empty) return [{ path, code: 'required' }];
      return [
        {
          path,
          code: issue.origin === 'string' ? 'too_short' : 'min',
          params: { min: Number(issue.minimum) },
        },
      ];
    }
    case 'invalid_value':
      return [{ path, code: valueAt(raw, issue.path) == null ? 'required' : 'option' }];
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return [{ path, code: valueAt(raw, issue.path) == null ? 'required' : 'type' }];
    default:
      return [{ path, code: 'format' }];
  }
}

/** Parses what came in, once. @throws CrmError 400 when it is no object, 422 naming every field */
export function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    throw new CrmError('malformed', 'error.malformed_json');
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap((issue) => issueOf(issue, raw)));
}

/**
 * Whether a text of an address can be the id of a row, as PostgreSQL writes it: one address for one thing.
 * What cannot is simply not found.
 */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The client's key for something that is to happen once. @throws CrmError 422 when it is missing or unfit */
export function idempotencyKey(headers: IncomingHttpHeaders): string {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid([{ path: 'Idempotency-Key', code: 'required' }]);
  }
  return key;
}

/** Strapi's envelope with sentences in the asked language. */
export function errorEnvelope(crm: Crm, locale: Locale, error: CrmError): ErrorEnvelope {
  const { status } = error;
  return {
    data: null,
    error: {
      status,
      name: errorNames[status] ?? 'Error',
      message: crm.say(locale, error.code),
      details: {
        code: error.code,
        ...error.details,
        ...(error.issues.length > 0
          ? {
              errors: error.issues.map(({ path, code, params }) => ({
                path,
                code,
                message: crm.say(locale, `field.${code}`, params),
              })),
            }
          : {}),
      },
    },
  };
}

/** Unique and foreign-key refusals of the database, as refusals of ours; anything else is a fault. */
function translated(error: unknown): CrmError | null {
  if (error instanceof CrmError) return error;
  if (error !== null && typeof error === 'object' && 'code' in error) {
    if (error.code === '23505') return new CrmError('conflict', 'error.conflict');
    // serialization failure, deadlock, lock timeout: nothing was written, and trying again is right
    if (error.code === '40001' || error.code === '40P01' || error.code === '55P03') {
      return new CrmError('unavailable', 'error.unavailable');
    }
    // a text that no text column can hold (NUL), a date that no calendar has
    if (error.code === '22021' || error.code === '22P05' || error.code === '22008')
      return new CrmError('malformed', 'error.malformed_json');
  }
  return null;
}

/** HTTP errors that Koa's own parts throw (a body that is no JSON, a form that is none, or too large). */
function fromKoa(error: unknown): CrmError | null {
  if (error === null || typeof error !== 'object') return null;
  // formidable's, about a form that it cannot read; many of them claim to be a fault of the server
  if ('httpCode' in error)
    return error.httpCode === 413
      ? new CrmError('too_large', 'error.too_large')
      : new CrmError('malformed', 'error.malformed_json');
  if (!('status' in error)) return null;
  switch (error.status) {
    case 400:
      return new CrmError('malformed', 'error.malformed_json');
    case 413:
      return new CrmError('too_large', 'error.too_large');
    case 415:
      return new CrmError('unsupported_type', 'error.unsupported_type');
    case 404:
      return new CrmError('not_found', 'error.not_found');
    default:
      return null;
  }
}

/** Runs a handler; a refusal becomes an envelope, a fault is logged without its values. */
export async function answering(crm: Crm, ctx: Context, run: () => Promise<void>): Promise<void> {
  const locale = localeOf(ctx.query.locale);
  try {
    await run();
  } catch (error) {
    const refusal = translated(error) ?? fromKoa(error);
    if (refusal) {
      ctx.status = refusal.status;
      ctx.body = errorEnvelope(crm, locale, refusal);
      const { retryAfter } = refusal.details;
      if (typeof retryAfter === 'number') ctx.set('Retry-After', String(retryAfter));
      return;
    }
    logFault(crm, ctx, error);
    ctx.status = 500;
    ctx.body = {
      data: null,
      error: {
        status: 500,
        name: errorNames[500],
        message: crm.say(locale, 'error.fault'),
        details: {},
      },
    };
  }
}

/** The stack tells where; a database error's message holds values, so only its code is kept. */
export function logFault(crm: Crm, ctx: Context, error: unknown): void {
  const fault = error instanceof Error ? error : new Error('a fault that is no error');
  const code = 'code' in fault ? ` code ${String(fault.code)}` : '';
  const fromDatabase = 'severity' in fault;
  const where = (fault.stack ?? '')
    .split('\n')
    .filter((row) => row.trim().startsWith('at '))
    .slice(0, 8)
    .join('\n');
  crm.strapi.log.error(
    `${ctx.method} ${ctx.path}: ${fault.name}${code}${fromDatabase ? '' : ` ${fault.message}`}\n${where}`,
  );
}
