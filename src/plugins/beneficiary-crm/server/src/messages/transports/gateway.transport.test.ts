import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gatewayTransport } from './gateway.transport';
import type { OutgoingMessage } from './transport';

interface Asked {
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

let server: http.Server;
let url: string;
let asked: Asked[];
let answer: (response: http.ServerResponse) => void;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const heard: Buffer[] = [];
    request.on('data', (chunk: Buffer) => heard.push(chunk));
    request.on('end', () => {
      asked.push({ headers: request.headers, body: JSON.parse(Buffer.concat(heard).toString()) });
      answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => void (asked = []));

const message: OutgoingMessage = {
  id: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  template: 'evaluation_invitation',
  locale: 'ar',
  to: '+966551234567',
  subject: 'لا يُرسل',
  body: 'نودّ معرفة رأيكم',
  attachments: [],
};
const send = (to = url) => gatewayTransport('sms', { url: to, token: 'secret' }).send(message);
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
  answer = saying(202, JSON.stringify({ id: 'provider-7' }));
  expect(await send()).toEqual({ providerId: 'provider-7' });
  const [{ headers, body } = { headers: {}, body: null }] = asked;
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
  answer = saying(200, body);
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
  answer = saying(status);
  expect(await failure(send())).toEqual([kind, `gateway_${status}`]);
  expect(asked).toHaveLength(1);
});

it('is unknown when the connection breaks after the message went out, and tried again when it never began', async () => {
  answer = (response) => response.destroy();
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
