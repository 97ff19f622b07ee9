import type { AddressInfo } from 'node:net';
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

const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_all, how: string, words: string) =>
      how.toLowerCase() === 'b'
        ? `\0${words}\0`
        : `\0${Buffer.from(unquote(words.replace(/_/g, ' '))).toString('base64')}\0`,
    )
    // A letter may be cut between two words, so bytes are joined before they are read.
    .replace(/(\0[^\0]*\0)+/g, (words) =>
      Buffer.concat(
        words
          .split('\0')
          .filter(Boolean)
          .map((word) => Buffer.from(word, 'base64')),
      ).toString('utf8'),
    );

const unquote = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

interface Part {
  headers: Record<string, string>;
  type: string;
  bytes: Buffer;
  parts: Part[];
}

/** As much of MIME as nodemailer writes. `raw` in latin1, so that a character is a byte. */
function readPart(raw: string): Part {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
  const body = rest.join('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [name = '', ...value] = line.split(':');
    headers[name.toLowerCase()] = value.join(':').trim();
  }
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary) {
    const parts = body
      .split(new RegExp(`--${boundary.replace(/[^\w]/g, '\\$&')}(?:--)?\\r?\\n?`))
      .slice(1, -1);
    return { headers, type, bytes: Buffer.alloc(0), parts: parts.map(readPart) };
  }
  const encoding = headers['content-transfer-encoding'] ?? '7bit';
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? unquote(body)
        : Buffer.from(body, 'latin1');
  return { headers, type, bytes, parts: [] };
}

const leaves = (part: Part): Part[] =>
  part.parts.length > 0 ? part.parts.flatMap(leaves) : [part];

function readMail(raw: Buffer, from: string, to: string): Mail {
  const whole = readPart(raw.toString('latin1'));
  const all = leaves(whole);
  const textOf = (type: string) =>
    all
      .find(
        (part) =>
          part.type.startsWith(type) &&
          !part.headers['content-disposition']?.startsWith('attachment'),
      )
      ?.bytes.toString('utf8') ?? '';
  return {
    from,
    to,
    headers: whole.headers,
    subject: decodeWords(whole.headers.subject ?? ''),
    text: textOf('text/plain').replace(/\r\n/g, '\n'),
    html: textOf('text/html'),
    attachments: all
      .filter((part) => part.headers['content-disposition']?.startsWith('attachment'))
      .map((part) => ({
        name: /filename="?([^";]+)"?/.exec(part.headers['content-disposition'] ?? '')?.[1] ?? '',
        type: part.type.split(';')[0] ?? '',
        bytes: part.bytes,
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
        mails.push(readMail(Buffer.concat(chunks), from, to));
        done();
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
