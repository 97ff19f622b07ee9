import { locale } from '../texts/i18n';
import type { ErrorEnvelope, FieldError } from './types';

const ROOT = '/api/crm';
const PATIENCE_MS = 45_000;

export type FailureReason = 'offline' | 'network' | 'server';

/** What went wrong, in the terms a page needs to say so. `status` is 0 when no answer came. */
export class ApiError extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly status = 0,
    message = '',
    readonly code = '',
    readonly errors: FieldError[] = [],
    /** Seconds, from `Retry-After`. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }
}

/** The address of an endpoint, with the reader's language; a full path of ours is left as it is. */
export function address(path: string): string {
  const full = path.startsWith('/api/') ? path : ROOT + path;
  return `${full}${full.includes('?') ? '&' : '?'}locale=${locale()}`;
}

/** The error that an answer of the server stands for. */
export function failure(status: number, body: string, retryAfter: string | null): ApiError {
  let error: Partial<ErrorEnvelope['error']> = {};
  try {
    error = (JSON.parse(body) as ErrorEnvelope).error ?? {};
  } catch (notJson) {
    // A proxy answered in its own words: the status is all there is to go by.
    if (!(notJson instanceof SyntaxError)) throw notJson;
  }
  const { details, message } = error;
  const seconds = Number(retryAfter) || 0;
  return new ApiError('server', status, message, details?.code, details?.errors, seconds);
}

export function unreachable(): ApiError {
  return new ApiError(navigator.onLine === false ? 'offline' : 'network');
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  let response: Response;
  try {
    response = await fetch(address(path), { ...init, signal: abort.signal });
  } catch {
    throw unreachable();
  } finally {
    clearTimeout(timer);
  }
  if (response.ok) return response;
  throw failure(response.status, await response.text(), response.headers.get('Retry-After'));
}

async function data<T>(response: Response): Promise<T> {
  try {
    return ((await response.json()) as { data: T }).data;
  } catch {
    // The connection broke in the middle of the answer.
    throw unreachable();
  }
}

export async function get<T>(path: string): Promise<T> {
  return data<T>(await send(path, { headers: { Accept: 'application/json' } }));
}

const asJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export async function post<T>(
  path: string,
  body: unknown,
  headers?: Record<string, string>,
): Promise<T> {
  return data<T>(await send(path, asJson(body, headers)));
}

/** Fetches a file with a POST, so that no secret stands in an address, and hands it to the person. */
export async function download(path: string, body: unknown, name: string): Promise<void> {
  const blob = await (await send(path, asJson(body))).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
