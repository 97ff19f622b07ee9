import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import type {
  HomeFigures,
  MessageList,
  Queue,
} from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  FormDefinition,
  SubmitReceipt,
} from '../../src/plugins/beneficiary-crm/contracts/website';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { heard, idempotent, issuesOf } from '../support/http';

/** What the mail server took, and how it answers the next ones. */
const taken: { to: string; text: string }[] = [];
let answer: 'take' | 'refuse' | 'later' | 'hang_up' = 'take';

const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo(_address, _session, done) {
    const refusal = { refuse: 550, later: 451 }[answer as 'refuse' | 'later'];
    if (refusal === undefined) return done();
    return done(Object.assign(new Error('no such mailbox'), { responseCode: refusal }));
  },
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      taken.push({ to, text: Buffer.concat(parts).toString('utf8') });
      // Taken, and the line is cut before it is said so.
      if (answer === 'hang_up') for (const { _socket } of connections()) _socket.destroy();
      else done();
    });
  },
});
const connections = () => [
  ...(smtp as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections,
];

let product: TestCrm;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = smtp.server.address() as AddressInfo;
  product = await bootCrm({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'crm@alkitab.example',
  });
}, 180_000);
afterAll(async () => {
  await product?.stop();
  await new Promise<void>((resolve) => {
    smtp.close(() => resolve());
  });
});
beforeEach(() => {
  answer = 'take';
  taken.length = 0;
});

let people = 0;

/** Somebody asks and withdraws, and is told so by e-mail. @returns the request's reference and address */
async function withdrawn(): Promise<{ reference: string; email: string; accessCode: string }> {
  people += 1;
  const email = `applicant${people}@example.com`;
  const { data: form } = await product.visitor.get<FormDefinition>('/forms/inquiry');
  const { data } = await product.visitor.post<SubmitReceipt>(
    '/requests',
    {
      kind: 'inquiry',
      applicant: { name: 'منيرة الحارثي', phone: `05520${String(people).padStart(5, '0')}`, email },
      consent: { version: form.consent.version },
      message: 'متى تفتحون الفرع؟',
    },
    idempotent(),
  );
  const { reference, accessCode } = data;
  const gone = await product.visitor.post('/requests/withdraw', { reference, accessCode });
  expect(gone.status).toBe(200);
  await product.drain();
  return { reference, email, accessCode };
}

/** How the message about the withdrawal fared. */
async function statusOf(reference: string): Promise<string | undefined> {
  const officer = await product.loginAs('quality_officer');
  const { data } = await officer.get<MessageList>('/messages?pageSize=100');
  return data.rows.find((row) => row.template === 'withdrawn' && row.reference === reference)
    ?.status;
}

/** Runs the waiting attempts now instead of when the worker would. */
async function tryAgain(): Promise<void> {
  await product.crm.db.raw(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`,
  );
  await product.crm.jobs.drain(product.crm);
}

const plain = (mail: string) => mail.replace(/=\r?\n/g, '');

describe('a message', () => {
  it('goes out once, with the reference and without the access code', async () => {
    const { reference, email, accessCode } = await withdrawn();
    expect(taken.filter(({ to }) => to === email)).not.toHaveLength(0);
    expect(await statusOf(reference)).toBe('sent');
    const before = taken.length;
    await product.drain();
    expect(taken).toHaveLength(before);
    expect(taken.map(({ text }) => plain(text)).join()).not.toContain(accessCode);
  });

  it('that the server refuses for good is not tried again', async () => {
    answer = 'refuse';
    const { reference } = await withdrawn();
    expect(await statusOf(reference)).toBe('permanent_failure');
    answer = 'take';
    await tryAgain();
    expect(taken).toHaveLength(0);
  });

  it('that the server cannot take now is tried again', async () => {
    answer = 'later';
    const { reference, email } = await withdrawn();
    expect(await statusOf(reference)).toBe('temporary_failure');
    answer = 'take';
    await tryAgain();
    expect(await statusOf(reference)).toBe('sent');
    expect(taken.filter(({ to }) => to === email)).not.toHaveLength(0);
  });

  it('that may have arrived is not sent again blindly', async () => {
    answer = 'hang_up';
    const { reference } = await withdrawn();
    expect(await statusOf(reference)).toBe('unknown');
    const before = taken.length;
    answer = 'take';
    await tryAgain();
    expect(taken).toHaveLength(before);
  });

  it('that a worker left half-way is unknown, and is not sent again blindly', async () => {
    const { reference } = await withdrawn();
    const [row] = await product.crm
      .db('crm_messages as m')
      .join('crm_requests as r', 'r.id', 'm.request_id')
      .where({ 'r.reference': reference, 'm.template': 'withdrawn' })
      .select<{ id: string }[]>('m.id');
    await product.crm.db('crm_messages').where({ id: row?.id }).update({ status: 'sending' });
    const before = taken.length;
    await product.crm.transaction(async (unit) => {
      unit.enqueue('send_message', { message: row?.id ?? '' });
    });
    await product.drain();
    expect(taken).toHaveLength(before);
    expect(await statusOf(reference)).toBe('unknown');
  });

  it('is told once of one event, however often the event is followed', async () => {
    const { reference } = await withdrawn();
    const count = async () =>
      product.crm
        .db('crm_messages as m')
        .join('crm_requests as r', 'r.id', 'm.request_id')
        .where({ 'r.reference': reference })
        .count<{ n: string }[]>('* as n');
    const before = await count();
    const events = await product.crm
      .db('crm_events as e')
      .join('crm_requests as r', 'r.id', 'e.request_id')
      .where({ 'r.reference': reference })
      .pluck<string[]>('e.seq');
    await product.crm.transaction(async (unit) => {
      for (const seq of events) unit.enqueue('follow_event', { seq: Number(seq) });
    });
    await product.drain();
    expect(await count()).toEqual(before);
  });

  it('keeps its address and its text from lists, logs of failure and the chain', async () => {
    answer = 'later';
    const { email } = await withdrawn();
    const officer = await product.loginAs('relations_officer');
    const list = await officer.get<MessageList>('/messages?pageSize=100');
    expect(list.text).not.toContain(email);
    expect(list.data.transportConfigured).toBe(true);
    const jobs = await product.crm.db.raw(`select last_error from graphile_worker._private_jobs`);
    const events = await product.crm.db('crm_events').select('data');
    const rows = await product.crm.db('crm_messages').select();
    for (const stored of [jobs.rows, events, rows]) {
      expect(JSON.stringify(stored)).not.toContain(email);
    }
  });
});

describe('the list of messages', () => {
  it('opens to be handed over only what did not arrive, on record', async () => {
    answer = 'refuse';
    const failed = await withdrawn();
    answer = 'take';
    const sent = await withdrawn();
    const quality = await product.loginAs('quality_officer');
    const { data } = await quality.get<MessageList>('/messages?pageSize=100');
    const idOf = (reference: string) =>
      data.rows.find((row) => row.template === 'withdrawn' && row.reference === reference)?.id;

    expect((await quality.get(`/messages/${idOf(sent.reference)}`)).status).toBe(404);
    const opened = await quality.get<{ to: string; body: string }>(
      `/messages/${idOf(failed.reference)}`,
    );
    expect(opened.data.to).toBe(failed.email);
    expect(opened.data.body).toContain(failed.reference);
    const handed = await product.crm
      .db('crm_events')
      .where({ type: 'message.handed_over', subject_id: idOf(failed.reference) });
    expect(handed.map(({ actor_id }) => actor_id)).toEqual([String(quality.id)]);
  });

  it('refuses a status that is none, and those who may not read', async () => {
    const quality = await product.loginAs('quality_officer');
    const refused = await quality.get('/messages?status=lost');
    expect([refused.status, issuesOf(refused)]).toEqual([422, ['status: option']]);
    const researcher = await product.loginAs('researcher');
    expect((await researcher.get('/messages')).status).toBe(403);
    expect(heard.filter(({ status }) => status >= 500)).toEqual([]);
  });
});

describe('the home page', () => {
  it('gives each person the figures that they may see', async () => {
    const home = async (who: 'relations_officer' | 'quality_officer' | 'member1') => {
      const reply = await (await product.loginAs(who)).get<HomeFigures>('/home');
      return Object.entries(reply.data)
        .filter(([, figure]) => figure !== null)
        .map(([name]) => name);
    };
    expect(await home('relations_officer')).toEqual([
      'mine',
      'overdue',
      'unassigned',
      'failedMessages',
    ]);
    expect(await home('quality_officer')).toEqual(['failedMessages', 'csat']);
    expect(await home('member1')).toEqual(['needsMyVote']);
    const researcherQueue = await (await product.loginAs('researcher')).get<Queue>('/requests');
    const researcher = await (await product.loginAs('researcher')).get<HomeFigures>('/home');
    expect(researcher.data.unassigned).toBe(researcherQueue.data.counts.unassigned);
  });
});
