/** Messages to phones through the product: by the way that a person chose, once, with what happened to each on record. */
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { startGateway } from '../support/gateway';
import type { TestGateway } from '../support/gateway';
import { bodies, scenario } from '../support/scenario';
import type { Case } from '../support/scenario';

let sms: TestGateway;
let whatsapp: TestGateway;
let t: TestCrm;
let s: ReturnType<typeof scenario>;

beforeAll(async () => {
  [sms, whatsapp] = await Promise.all([startGateway(), startGateway()]);
  t = await bootCrm({
    SMS_GATEWAY_URL: sms.url,
    SMS_GATEWAY_TOKEN: 'secret-of-sms',
    WHATSAPP_GATEWAY_URL: whatsapp.url,
    WHATSAPP_GATEWAY_TOKEN: 'secret-of-whatsapp',
  });
  s = scenario(t);
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await Promise.all([sms?.stop(), whatsapp?.stop()]);
});
beforeEach(() => {
  for (const gateway of [sms, whatsapp]) {
    gateway.asked.length = 0;
    gateway.answers((response) => void response.end('{"id":"provider-1"}'));
  }
});

/** Of one person each: nobody is asked twice in a month how it was. */
const phones = { sms: '+966551230098', whatsapp: '+966551230099' } as const;
const asksBy = (preferredChannel: keyof typeof phones): Promise<Case> =>
  s.submitted('inquiry', undefined, {
    applicant: { phone: phones[preferredChannel], preferredChannel },
  });
const messagesOf = (one: Case) =>
  t.crm
    .db('crm_messages')
    .where({ request_id: one.id })
    .orderBy('event_seq')
    .select<{ id: string; template: string; status: string; provider_id: string | null }[]>(
      'id',
      'template',
      'status',
      'provider_id',
    );

it.each(['sms', 'whatsapp'] as const)(
  'by %s to who chose it: each word once, and at the end the invitation to evaluate with its link',
  async (way) => {
    const chosen = { sms, whatsapp }[way];
    const other = { sms: whatsapp, whatsapp: sms }[way];
    const one = await asksBy(way);
    await one.do('relations_officer', 'start');
    await one.do('relations_officer', 'answer', bodies.answer);
    await t.drain();
    await t.drain();
    const messages = await messagesOf(one);
    expect(messages.map(({ template }) => template)).toEqual([
      'received_for_answer',
      'closed_answered',
      'evaluation_invitation',
    ]);
    expect(messages.map(({ status }) => status)).toEqual(Array(3).fill('sent'));
    expect(messages.map(({ provider_id: id }) => id)).toEqual(Array(3).fill('provider-1'));
    expect(other.asked).toEqual([]);
    expect(chosen.asked.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill(`Bearer secret-of-${way}`),
    );
    expect(chosen.asked.map(({ headers }) => headers['idempotency-key'])).toEqual(
      messages.map(({ id }) => id),
    );
    const bodiesSent = chosen.asked.map(({ body }) => body as { to: string; text: string });
    expect(bodiesSent.map(({ to }) => to)).toEqual(Array(3).fill(phones[way]));
    expect(bodiesSent[0]?.text).toContain(one.receipt.reference);
    expect(bodiesSent[2]?.text).toMatch(/\/evaluate\?lang=ar#t=[\w-]{20,}/);
  },
);

it('that the gateway cannot take now is tried again, and what it refuses is put before the staff', async () => {
  sms.answers((response) => void response.writeHead(503).end());
  const one = await asksBy('sms');
  await t.drain();
  expect(sms.asked).toHaveLength(1);
  sms.answers((response) => void response.writeHead(400).end('no such number'));
  await t.crm.db.raw(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 second'`,
  );
  await t.crm.jobs.drain(t.crm);
  expect(sms.asked).toHaveLength(2);
  expect(sms.asked[1]?.headers['idempotency-key']).toBe(sms.asked[0]?.headers['idempotency-key']);
  expect((await messagesOf(one)).map(({ status }) => status)).toEqual(['permanent_failure']);
  const failures = await t.crm
    .db('crm_events')
    .where({ request_id: one.id, type: 'message.failed' });
  expect(failures).toHaveLength(1);
  const log = t.log.join('\n');
  expect(log).not.toMatch(/secret-of-|5512300|no such number/);
});
