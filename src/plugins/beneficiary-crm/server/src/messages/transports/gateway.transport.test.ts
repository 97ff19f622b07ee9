import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { startGateway } from '../../../../../../../tests/support/gateway';
import type { TestGateway } from '../../../../../../../tests/support/gateway';
import { gatewayTransport } from './gateway.transport';
import type { OutgoingMessage } from './transport';

let gateway: TestGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());
beforeEach(() => void (gateway.asked.length = 0));

const message: OutgoingMessage = {
  id: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  template: 'evaluation_invitation',
  locale: 'ar',
  to: '+966551234567',
  subject: 'لا يُرسل',
  body: 'نودّ معرفة رأيكم',
  attachments: [],
};
const send = (to = gateway.url) =>
  gatewayTransport('sms', { url: to, token: 'secret' }).send(message);
const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => 'sent',
    ({ status, code }: { status: string; code: string }) => [status, code],
  );
const saying =
  (status: number, body = '') =>
  (response: http.ServerResponse) => {
    response.writeHead(
      status,
      status < 400 && status >= 300 ? { location: 'http://127.0.0.1:1/' } : {},
    );
    response.end(body);
  };

it('gives the message to the gateway, with the token, and the message’s id twice', async () => {
  gateway.answers(saying(202, JSON.stringify({ id: 'provider-7' })));
  expect(await send()).toEqual({ providerId: 'provider-7' });
  const [{ headers, body } = { headers: {}, body: null }] = gateway.asked;
  expect(headers).toMatchObject({
    authorization: 'Bearer secret',
    'idempotency-key': message.id,
    'content-type': 'application/json',
  });
  const { id, template, locale, to, body: text } = message;
  expect(body).toEqual({ id, template, locale, to, text });
});

it.each([
  ['', null],
  ['not JSON', null],
  ['{"id":5}', null],
  ['{"id":"x"}', 'x'],
])('takes 200 with %j as sent', async (body, providerId) => {
  gateway.answers(saying(200, body));
  expect(await send()).toEqual({ providerId });
});

it.each([
  [302, 'temporary_failure'],
  [400, 'permanent_failure'],
  [401, 'temporary_failure'],
  [404, 'temporary_failure'],
  [422, 'permanent_failure'],
  [429, 'temporary_failure'],
  [500, 'unknown'],
  [503, 'temporary_failure'],
  [504, 'unknown'],
])('reads %i as %s', async (status, kind) => {
  gateway.answers(saying(status));
  expect(await failure(send())).toEqual([kind, `gateway_${status}`]);
  expect(gateway.asked).toHaveLength(1);
});

it('is unknown when the connection breaks after the message went out, and tried again when it never began', async () => {
  gateway.answers((response) => void response.destroy());
  expect(await failure(send())).toEqual(['unknown', expect.any(String)]);
  const free = http.createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  await new Promise((done) => free.close(done));
  expect(await failure(send(`http://127.0.0.1:${port}/`))).toEqual([
    'temporary_failure',
    'ECONNREFUSED',
  ]);
});
