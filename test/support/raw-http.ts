import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

import type { TestApp } from './app.js';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends what `fetch` would not let through: any header, any path, a body in chunks. */
export function send(
  { url }: Pick<TestApp, 'url'>,
  path: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Iterable<Buffer>;
  } = {},
): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body = '' } = options;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, path, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    sent.on('error', reject);
    if (typeof body === 'string') sent.end(body);
    else {
      for (const chunk of body) sent.write(chunk);
      sent.end();
    }
  });
}

/** The code of a refusal. */
export function codeIn({ body }: Pick<RawAnswer, 'body'>): unknown {
  const { errors } = JSON.parse(body) as { errors?: [{ extensions: { code: string } }] };
  return errors?.[0].extensions.code;
}

/** Sends a GraphQL document. */
export const post = (
  app: Pick<TestApp, 'url'>,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> =>
  send(app, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });

/** Sends bytes as they are; answers what comes back until the server hangs up. */
export function sendBytes({ url }: Pick<TestApp, 'url'>, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    socket.write(bytes, 'latin1');
  });
}

/** The headers of an answer that came as bytes. */
export function headersIn(answer: string): Record<string, string> {
  const [head = ''] = answer.split('\r\n\r\n');
  return Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
      }),
  );
}
