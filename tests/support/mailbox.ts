import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** types of what is attached */
  attachments: string[];
}

export interface Mailbox {
  url: string;
  /** what was sent to an address, oldest first */
  to(address: string): Mail[];
  close(): Promise<void>;
}

/** A real mail server on a free port that takes everything. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream)
        .then((mail) => {
          for (const { address } of session.envelope.rcptTo) {
            mails.push({
              to: address,
              subject: mail.subject ?? '',
              text: mail.text ?? '',
              attachments: mail.attachments.map((one) => one.contentType),
            });
          }
          done();
        })
        .catch(done);
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    to: (address) => mails.filter((mail) => mail.to === address),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
