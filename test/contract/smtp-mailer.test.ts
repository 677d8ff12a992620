import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/core/config.js';
import { MailError, NO_MAILER, type Mail } from '../../src/infra/mail/mailer.js';
import { SmtpMailer } from '../../src/infra/mail/smtp-mailer.js';
import { HOSTILE } from '../support/hostile-strings.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  server.delivered.length = 0;
});

const MAIL: Mail = {
  to: { name: '林怡君', address: 'yijun.lin@example.com' },
  subject: 'Your week: 3 actions 到期',
  html: '<p>三 <b>actions</b></p>',
  text: '三 actions\n.\nlast line',
  id: '0193-abc',
};

function mailerAt(port: number, credentials = '', wholeMs?: number): SmtpMailer {
  const { mail } = loadConfig({
    FUPAN_SMTP_URL: `smtp://${credentials}127.0.0.1:${port}`,
    FUPAN_MAIL_FROM: '復盤 <fupan@example.org>',
  });
  if (!mail) throw new Error('mail is off');
  return new SmtpMailer(mail, wholeMs);
}

const send = (mail: Partial<Mail>): Promise<void> =>
  mailerAt(server.port).send({ ...MAIL, ...mail });

/** Why a mail did not leave; `sent` if it did. */
async function outcome(sending: Promise<void>): Promise<string> {
  try {
    await sending;
    return 'sent';
  } catch (error) {
    if (error instanceof MailError) return `${error.isFinal ? 'final' : 'again'}: ${error.message}`;
    throw error;
  }
}

describe('mail', () => {
  it('arrives with both parts, from whom and to whom it should', async () => {
    await send({ list: 'digest', unsubscribeUrl: 'https://fupan.example.org/stop?t=1' });
    expect(server.delivered).toHaveLength(1);
    const [first] = server.delivered;
    const mail = first?.mail;
    expect({ from: first?.from, to: first?.to }).toEqual({
      from: 'fupan@example.org',
      to: ['yijun.lin@example.com'],
    });
    expect(mail?.from?.value).toEqual([{ name: '復盤', address: 'fupan@example.org' }]);
    expect(mail?.subject).toBe(MAIL.subject);
    expect(mail?.html).toBe(MAIL.html);
    expect(mail?.text).toBe(MAIL.text);
    expect(mail?.messageId).toBe('<0193-abc@example.org>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('list')).toMatchObject({
      id: { name: 'digest.example.org' },
      unsubscribe: { url: 'https://fupan.example.org/stop?t=1' },
    });
  });

  it('goes to nobody else, whatever stands in an address', async () => {
    const plain = 'a@example.com';
    const odd = [
      ...[`${plain}\r\nBcc: evil@example.net`, `${plain}\nRCPT TO:<evil@example.net>`],
      ...[`${plain}, evil@example.net`, `${plain};evil@example.net`, `${plain} evil@example.net`],
      ...[`x <${plain}>`, `<${plain}>`, `g: ${plain}, evil@example.net;`, `"a b"@example.com`],
      ...[`${plain}\u2028evil@example.net`, `${plain}\0`, '', 'a@b@example.com', 'a@example.com>'],
      ...[
        'a@localhost',
        `${'x'.repeat(250)}@example.com`,
        `a@example.com\r\n.\r\nMAIL FROM:<x@y.z>`,
      ],
    ];
    for (const address of odd) {
      expect({ address, is: await outcome(send({ to: { name: '', address } })) }).toEqual({
        address,
        is: 'final: not one e-mail address',
      });
    }
    expect(server.delivered).toEqual([]);
  });

  it('grows no header and no recipient by what stands in a name, a subject or an id', async () => {
    const some = HOSTILE.filter((_text, each) => each % 12 === 0);
    const evil = 'x\r\nBcc: evil@example.net\r\n\r\n<script>';
    const lines = [
      evil,
      'x\nBcc: e@e.example',
      'x\u2028Bcc: e@e.example',
      'x\u0085Bcc: e@e.example',
    ];
    for (const text of [...lines, '"<evil@example.net>", evil@example.net', ...some]) {
      server.delivered.length = 0;
      const to = { name: text, address: MAIL.to.address };
      await send({ to, subject: text, id: text, list: text });
      expect(server.delivered.map((each) => each.to)).toEqual([['yijun.lin@example.com']]);
      const [first] = server.delivered;
      expect(first?.from).toBe('fupan@example.org');
      expect([...(first?.mail.headers.keys() ?? [])].sort()).toEqual(
        expect.not.arrayContaining(['bcc', 'cc', 'reply-to']),
      );
      expect(first?.mail.to).toMatchObject({ value: [{ address: 'yijun.lin@example.com' }] });
      expect(first?.mail.html).toBe(MAIL.html);
    }
  });

  it('has to an unsubscribe address only one that can be one', async () => {
    await send({ unsubscribeUrl: 'https://e.example/?a=>,%0d%0a<x\r\nBcc: e@e.example' });
    expect(server.delivered.map((each) => each.to)).toEqual([['yijun.lin@example.com']]);
    expect(server.delivered[0]?.mail.bcc).toBeUndefined();
  });

  it('says whether it is of use to try again', async () => {
    const refusing = await startMailServer({
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = address.startsWith('later') ? 450 : 550;
        done(Object.assign(new Error('no such person'), { responseCode }));
      },
    });
    const mailer = mailerAt(refusing.port);
    const to = (address: string) => ({ ...MAIL, to: { name: '', address } });
    expect(await outcome(mailer.send(to('gone@example.com')))).toMatch(/^final: .*550/);
    expect(await outcome(mailer.send(to('later@example.com')))).toMatch(/^again: .*450/);
    await refusing.close();
    expect(await outcome(mailer.send(MAIL))).toMatch(/^again: .*ECONNECTION|^again: .*ESOCKET/);
  });

  it('signs in, and tells nobody the password', async () => {
    const users: string[] = [];
    const guarded = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username = '', password = '' }, _session, done) => {
        users.push(`${username} ${password}`);
        if (password === 'p@ss:/') done(null, { user: username });
        else done(new Error('no'));
      },
    });
    await mailerAt(guarded.port, 'fupan%40x:p%40ss%3A%2F@').send(MAIL);
    expect(users).toEqual(['fupan@x p@ss:/']);
    const wrong = outcome(mailerAt(guarded.port, 'fupan:wrong-secret@').send(MAIL));
    expect(await wrong).toBe('again: the mail server did not take it (EAUTH 535)');
    await guarded.close();
  });

  it('gives up on a server that does not get on with it', async () => {
    const sockets: Socket[] = [];
    const dripping = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.write('220-');
      const drip = setInterval(() => socket.write('.'), 20);
      socket.on('close', () => {
        clearInterval(drip);
      });
    });
    await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
    const { port } = dripping.address() as AddressInfo;
    expect(await outcome(mailerAt(port, '', 300).send(MAIL))).toBe(
      'again: the mail server took too long',
    );
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => dripping.close(resolve));
  });

  it('is off where no server is set, and says so', async () => {
    expect(loadConfig({}).mail).toBeNull();
    expect(NO_MAILER.from).toBeNull();
    expect(await outcome(NO_MAILER.send(MAIL))).toBe(
      'final: mail is off: FUPAN_SMTP_URL is not set',
    );
  });
});
