import { SendFailure } from './transport';

/** What a gateway's answer says of a message that it did not take; null: it took it. */
export function gatewayRefusal(status: number): SendFailure | null {
  if (status >= 200 && status < 300) return null;
  const code = `gateway_${status}`;
  // A refused token or another address is our own mistake and not the recipient's.
  const later = [401, 403, 404, 408, 425, 429, 503].includes(status);
  if (later || status < 400) return new SendFailure('temporary_failure', code);
  // A server that failed may have passed the message on before.
  if (status >= 500) return new SendFailure('unknown', code);
  return new SendFailure('permanent_failure', code);
}

/** Nobody was spoken to yet. */
const neverStarted: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Reads why no answer came. A connection that broke leaves open whether the gateway took the message. */
export function gatewayFault(error: unknown): SendFailure {
  const cause: unknown =
    error !== null && typeof error === 'object' && 'cause' in error ? error.cause : null;
  const code: unknown =
    cause !== null && typeof cause === 'object' && 'code' in cause ? cause.code : null;
  const name = typeof code === 'string' ? code : 'ENOANSWER';
  return new SendFailure(neverStarted.has(code) ? 'temporary_failure' : 'unknown', name);
}
