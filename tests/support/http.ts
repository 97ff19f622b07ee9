import { randomUUID } from 'node:crypto';
import type { FieldError } from '../../src/plugins/beneficiary-crm/contracts/common';

/** An answer, read once. `data` is what stands under `data`, `error` what stands under `error`. */
export interface Reply<Data = unknown> {
  status: number;
  headers: Headers;
  /** the body as it came */
  text: string;
  data: Data;
  error: {
    message: string;
    details: {
      code?: string;
      errors?: FieldError[];
      refusals?: { code: string; message: string }[];
      [key: string]: unknown;
    };
  };
  bytes: Buffer;
}

export interface Client {
  get<Data>(path: string): Promise<Reply<Data>>;
  post<Data>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Data>>;
  put<Data>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Data>>;
  /** a request in the raw */
  send<Data>(path: string, init: RequestInit): Promise<Reply<Data>>;
}

const envelope = (text: string): { data?: unknown; error?: unknown } => {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
};

/** Every answer that any client has had in this file; what must appear nowhere is looked for here. */
export const heard: { path: string; status: number; text: string }[] = [];

export function clientOf(url: string, headers: Record<string, string> = {}): Client {
  async function send<Data>(path: string, init: RequestInit): Promise<Reply<Data>> {
    const response = await fetch(url + path, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const { data, error } = envelope(text);
    heard.push({ path, status: response.status, text });
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: data as Data,
      error: error as Reply['error'],
      bytes,
    };
  }
  const sendJson =
    (method: 'POST' | 'PUT') =>
    <Data>(path: string, body: unknown = {}, more: Record<string, string> = {}) =>
      send<Data>(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...more },
      });
  return {
    send,
    get: (path) => send(path, { method: 'GET' }),
    post: sendJson('POST'),
    put: sendJson('PUT'),
  };
}

/** A fresh key, as a browser sends one for each thing it does. */
export const idempotent = (key: string = randomUUID()) => ({ 'Idempotency-Key': key });

/** The codes of what refuses a step, or an empty list. */
export const refusalsOf = (reply: Reply): string[] =>
  (reply.error?.details.refusals ?? []).map(({ code }) => code);
/** `path: code` of every field that is refused. */
export const issuesOf = (reply: Reply): string[] =>
  (reply.error?.details.errors ?? []).map(({ path, code }) => `${path}: ${code}`);
