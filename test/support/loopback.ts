import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that arrived. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An HTTP server on this machine that keeps what it is sent and answers as it is told. */
export interface Loopback {
  readonly port: number;
  readonly arrivals: Arrival[];
  /** How many connections were ever made, with or without a request. */
  connections: number;
  /** Answers the next requests; default: 200 `ok`. */
  answer: (arrival: Arrival, response: ServerResponse) => void;
  close(): Promise<void>;
}

export async function startLoopback(): Promise<Loopback> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const arrival = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      loopback.arrivals.push(arrival);
      loopback.answer(arrival, response);
    });
  });
  server.on('connection', () => {
    loopback.connections++;
  });
  await new Promise<void>((resolve) => {
    // Every address of this machine, so that no spelling of it finds nobody there.
    server.listen(0, '::', resolve);
  });
  const loopback: Loopback = {
    port: (server.address() as AddressInfo).port,
    arrivals: [],
    connections: 0,
    answer: (_arrival, response) => response.end('ok'),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return loopback;
}
