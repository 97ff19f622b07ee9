import { SendFailure } from './transport';

/** What nodemailer says of a failure. Its `message` and `response` hold the address, and stay here. */
interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
  syscall?: unknown;
  message?: unknown;
}

/** Before these the server has not been told anything. */
const beforeTheSession = /^(Connection timeout|Greeting never received)/;
const lostConnection: ReadonlySet<unknown> = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET']);

/**
 * Reads a failure of SMTP (RFC 5321 §4.2.1: 4yz may be tried again, 5yz may not). A refused login is our
 * own mistake and not the recipient's, so it is tried again. A connection that broke during the session
 * leaves open whether the server took the message.
 */
export function smtpFailure(error: unknown): SendFailure {
  const { code, responseCode, syscall, message }: SmtpError =
    error !== null && typeof error === 'object' ? error : {};
  const name = typeof code === 'string' ? code : 'ESEND';
  if (code === 'EAUTH') return new SendFailure('temporary_failure', name);
  if (typeof responseCode === 'number' && responseCode >= 400) {
    const status = responseCode >= 500 ? 'permanent_failure' : 'temporary_failure';
    return new SendFailure(status, `smtp_${responseCode}`);
  }
  if (code === 'EENVELOPE') return new SendFailure('permanent_failure', name);
  const neverStarted = syscall === 'connect' || beforeTheSession.test(String(message));
  if (lostConnection.has(code) && !neverStarted) return new SendFailure('unknown', name);
  return new SendFailure('temporary_failure', name);
}
