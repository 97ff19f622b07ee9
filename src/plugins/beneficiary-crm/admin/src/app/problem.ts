import type { FieldError } from '../../../contracts/common';

/** What went wrong with a call, in words for a person. */
export interface Problem {
  status: number | null;
  code: string | null;
  message: string;
  /** messages by the path of the field; empty when no field is at fault */
  fields: Record<string, string>;
  /** what the server adds to a refusal, as the contract of the endpoint names it */
  details?: Readonly<Record<string, unknown>>;
}

interface Answered {
  response?: {
    status?: number;
    data?: {
      error?: {
        status?: number;
        message?: string;
        details?: {
          code?: string;
          errors?: FieldError[];
          refusals?: { message: string }[];
          [more: string]: unknown;
        };
      };
    };
  };
}

const isAnswered = (error: unknown): error is Answered =>
  typeof error === 'object' && error !== null && 'response' in error;

/**
 * Reads Strapi's error envelope out of what the fetch client threw; `fallback` is said when it holds none.
 * Where the server gives its reasons for a refusal, they are said: they tell the person what to do.
 */
export function describeProblem(error: unknown, fallback: string): Problem {
  const envelope = isAnswered(error) ? error.response?.data?.error : undefined;
  const fields: Record<string, string> = {};
  for (const { path, message } of envelope?.details?.errors ?? []) fields[path] ??= message;
  const reasons = (envelope?.details?.refusals ?? []).map(({ message }) => message).join(' ');
  return {
    status: envelope?.status ?? null,
    code: envelope?.details?.code ?? null,
    message: reasons || envelope?.message || fallback,
    fields,
    details: envelope?.details,
  };
}
