import type { Locale } from '../../../../contracts/vocabulary';
import type { Transport } from '../../../../contracts/vocabulary';

/** A message as it leaves the house. */
export interface OutgoingMessage {
  id: string;
  /** the key of its template: WhatsApp lets only words out that it knows beforehand; mail to the staff has none */
  template?: string;
  locale: Locale;
  to: string;
  subject: string;
  body: string;
  attachments: { name: string; body: Buffer }[];
}

/** A way to send. Others are added to `transports/index.ts`. */
export interface MessageTransport {
  name: Transport;
  /**
   * @returns the provider's name for the message, for receipts that come later
   * @throws SendFailure when it was not sent, or when nobody can tell
   */
  send(message: OutgoingMessage): Promise<{ providerId: string | null }>;
}

/** `unknown`: it may have arrived, so it is not sent again blindly. */
export type FailureStatus = 'temporary_failure' | 'permanent_failure' | 'unknown';

/** Why a message was not sent. Holds a code and no address: it is logged. */
export class SendFailure extends Error {
  constructor(
    readonly status: FailureStatus,
    readonly code: string,
  ) {
    super(`${status}: ${code}`);
    this.name = 'SendFailure';
  }
}
