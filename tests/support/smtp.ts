import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface Mail {
  to: string;
  from: string;
  headers: Record<string, string>;
  subject: string;
  text: string;
  html: string;
  attachments: { name: string; type: string; bytes: Buffer }[];
}

/** How the server answers for an address; else it takes the mail. */
export type Fate = 'refused' | 'full' | 'cut off';

export interface TestSmtp {
  url: string;
  mails: Mail[];
  /** mails to one person, oldest first */
  to(address: string): Mail[];
  fates: Map<string, Fate>;
  stop(): Promise<void>;
}

async function readMail(raw: Buffer, from: string, to: string): Promise<Mail> {
  const mail = await simpleParser(raw);
  return {
    from,
    to,
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
    ),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : '',
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? '',
      type: contentType,
      bytes: content,
    })),
  };
}

const refusal = (code: number, message: string) =>
  Object.assign(new Error(message), { responseCode: code });

/** A real mail server on a free port, which keeps what it is given. */
export async function startSmtp(): Promise<TestSmtp> {
  const mails: Mail[] = [];
  const fates = new Map<string, Fate>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const fate = fates.get(address);
      if (fate === 'refused') done(refusal(550, `no ${address} here`));
      else if (fate === 'full') done(refusal(452, 'mailbox full'));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
      const [recipient] = session.envelope.rcptTo;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = recipient?.address ?? '';
        if (fates.get(to) === 'cut off') {
          // Taken or not: the line is gone before the sender knows.
          for (const connection of server.connections as unknown as Set<{
            _socket: { destroy(): void };
          }>)
            connection._socket.destroy();
          return;
        }
        readMail(Buffer.concat(chunks), from, to).then((mail) => {
          mails.push(mail);
          done();
        }, done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    mails,
    to: (address) => mails.filter((mail) => mail.to === address),
    fates,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
