import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** One mail that arrived: to whom it was really sent, and what it says. */
export interface Delivered {
  readonly from: string;
  readonly to: readonly string[];
  readonly mail: ParsedMail;
  readonly raw: string;
}

/** A mail server on this machine that keeps what it takes. */
export interface MailServer {
  readonly port: number;
  readonly delivered: Delivered[];
  close(): Promise<void>;
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const delivered: Delivered[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const { mailFrom, rcptTo } = session.envelope;
        void simpleParser(raw).then((mail) => {
          const from = mailFrom === false ? '' : mailFrom.address;
          delivered.push({ from, to: rcptTo.map(({ address }) => address), mail, raw });
          done();
        }, done);
      });
    },
    ...options,
  });
  // Clients that break off are what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    delivered,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
