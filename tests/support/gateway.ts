import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gateway for messages to phones was asked. */
export interface Asked {
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

export interface TestGateway {
  url: string;
  /** oldest first */
  asked: Asked[];
  /** how it answers from now on; it takes everything until it is told otherwise */
  answers(answer: (response: http.ServerResponse) => void): void;
  stop(): Promise<void>;
}

/** A real HTTP server on a free port, which keeps what it is asked. */
export async function startGateway(): Promise<TestGateway> {
  const asked: Asked[] = [];
  let answer = (response: http.ServerResponse): void => void response.end('{"id":"provider-1"}');
  const server = http.createServer((request, response) => {
    const heard: Buffer[] = [];
    request.on('data', (chunk: Buffer) => heard.push(chunk));
    request.on('end', () => {
      asked.push({ headers: request.headers, body: JSON.parse(Buffer.concat(heard).toString()) });
      answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    asked,
    answers: (next) => void (answer = next),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
      }),
  };
}
