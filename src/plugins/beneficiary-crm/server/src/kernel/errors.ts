import type { FieldError } from '../../../contracts/common';

/** Kinds of refusal and the HTTP status of each. */
const statusOf = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;
export type ErrorKind = keyof typeof statusOf;

/** A mistake in one field, before it has its sentence: `code` names a message `field.<code>`. */
export interface FieldIssue {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/**
 * A refusal with a reason that a person can act on. `code` names its sentence in the message files.
 * Never carries personal data: it may be logged.
 */
export class CrmError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly issues: FieldIssue[];
  readonly details: Record<string, unknown>;

  constructor(
    kind: ErrorKind,
    code: string,
    more: { issues?: FieldIssue[]; details?: Record<string, unknown> } = {},
  ) {
    super(`${kind}: ${code}`);
    this.name = 'CrmError';
    this.kind = kind;
    this.code = code;
    this.issues = more.issues ?? [];
    this.details = more.details ?? {};
  }

  get status(): number {
    return statusOf[this.kind];
  }
}

export const invalid = (issues: FieldIssue[]) =>
  new CrmError('invalid', 'error.invalid_input', { issues });
export const notFound = () => new CrmError('not_found', 'error.not_found');
export const conflict = (code: string, details: Record<string, unknown> = {}) =>
  new CrmError('conflict', code, { details });
export const forbidden = (code = 'error.not_permitted') => new CrmError('forbidden', code);

export type { FieldError };
