import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { Channels } from '../../src/features/channel/channel.service.js';
import { DeliveryEntity } from '../../src/features/delivery/delivery.entity.js';
import {
  Composers,
  promiseDelivery,
  type Composer,
} from '../../src/features/delivery/delivery.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { postmortemById } from '../../src/features/postmortem/postmortem.loaders.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, actingAs } from '../support/factory.js';
import { startLoopback, type Loopback } from '../support/loopback.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

let app: TestApp;
let mail: MailServer;
let chat: Loopback;
/** Whom the composer was asked to speak to. */
let asked: Actor[] = [];
beforeAll(async () => {
  [mail, chat] = await Promise.all([startMailServer(), startLoopback()]);
  app = await startApp({
    env: {
      FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      FUPAN_OUTBOUND_NETWORKS: '127.0.0.0/8',
    },
  });
  const compose: Composer = async (ctx, { subject }) => {
    asked.push(ctx.actor);
    const found = await postmortemById(ctx).load(String(subject['caseId']));
    if (!found) return null;
    return { locale: ctx.locale, title: found.title, sections: [] };
  };
  for (const { server } of app.processes) {
    server.get(Composers, { strict: false }).register('NOTE', compose);
  }
});
afterAll(async () => {
  await app.close();
  await Promise.all([mail.close(), chat.close()]);
});
beforeEach(() => {
  asked = [];
  mail.delivered.length = 0;
  chat.arrivals.length = 0;
  chat.answer = (_arrival, response) => response.end('ok');
});
afterEach(async () => {
  await app.write((tx) => tx.db.createQueryBuilder().delete().from(OutboxEntity).execute());
});

let count = 0;
const aReader = (locale: 'en' | 'zh-Hant' = 'en') => {
  const email = `reader${count++}@example.com`;
  return app.write((tx) => app.get(PersonService).create(tx, { name: '林怡君', email, locale }));
};
const aChannel = (webhook = `http://127.0.0.1:${chat.port}/hook`) =>
  app.write((tx) =>
    app.get(Channels).create(tx, { kind: 'SLACK', name: 'general', locale: 'en', webhook }),
  );
const published = async (title: string) => {
  const row = await aCase(app, { title });
  // Past the rules of publishing, which are tests of their own.
  await app.write((tx) => tx.db.update(PostmortemEntity, { id: row.id }, { status: 'PUBLISHED' }));
  return row;
};

type To = { personId: string } | { channelId: string };
const promised = (dedupeKey: string, to: To, caseId: string, dueAt?: Date): Promise<boolean> =>
  app.write((tx) =>
    promiseDelivery(tx, {
      ...{ kind: 'NOTE', dedupeKey, to, subject: { caseId } },
      ...(dueAt ? { dueAt } : {}),
    }),
  );
const drained = () => app.platform.outbox.drained();
const deliveryOf = (dedupeKey: string) =>
  app.platform.database.read.findOneBy(DeliveryEntity, { dedupeKey });

describe('a delivery by mail', () => {
  it('arrives once, in the language of whoever gets it, however often it is promised', async () => {
    const person = await aReader('zh-Hant');
    const { id } = await published('支付中斷 <b>');
    const to = { personId: person.id };
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => promised('once', to, id)));
    expect(outcomes.sort()).toEqual([false, false, false, true]);
    await drained();
    expect(await promised('once', to, id)).toBe(false);
    await drained();
    expect(mail.delivered).toHaveLength(1);
    const [first] = mail.delivered;
    const delivery = await deliveryOf('once');
    expect(first?.to).toEqual([person.email]);
    expect(first?.mail.subject).toBe('支付中斷 <b>');
    expect(first?.mail.html).toContain('<html lang="zh-Hant">');
    expect(first?.mail.html).toContain('支付中斷 &lt;b&gt;');
    expect(first?.mail.messageId).toBe(`<${delivery?.id}@example.org>`);
    expect(delivery).toMatchObject({ state: 'SENT', reason: null, lastError: null });
    expect(delivery?.sentAt).not.toBeNull();
  });

  it('is composed with what its reader may see at that moment, and drops what they may not', async () => {
    const person = await aReader();
    const { id } = await published('Secret by then');
    await app.platform.outbox.stop();
    await promised('re-checked', { personId: person.id }, id);
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED' }),
    );
    app.platform.outbox.start();
    await drained();
    expect(mail.delivered).toEqual([]);
    expect(await deliveryOf('re-checked')).toMatchObject({
      state: 'DROPPED',
      reason: 'NOTHING_TO_SAY',
    });
    // They read, and nothing more.
    expect(asked).toMatchObject([{ kind: 'person', personId: person.id, role: 'MEMBER' }]);
    expect(asked[0]?.kind === 'person' && asked[0].scopes?.has('write')).toBe(false);
  });

  it('waits until it is due, and is not promised by what is taken back', async () => {
    const person = await aReader();
    const { id } = await published('Later');
    await promised('later', { personId: person.id }, id, new Date(Date.now() + 86_400_000));
    const failed = app.write(async (tx) => {
      const to = { personId: person.id };
      await promiseDelivery(tx, { kind: 'NOTE', dedupeKey: 'undone', to, subject: { caseId: id } });
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    await drained();
    expect(mail.delivered).toEqual([]);
    expect(await deliveryOf('later')).toMatchObject({ state: 'WAITING' });
    expect(await deliveryOf('undone')).toBeNull();
  });

  it('goes to nobody who has left or has no address', async () => {
    const { id } = await published('Nobody there');
    const people = app.get(PersonService);
    const [gone, nameless] = [
      await aReader(),
      await app.write((tx) => people.create(tx, { name: 'By name only' })),
    ];
    await app.write((tx) => people.archive(tx, gone.id));
    await promised('gone', { personId: gone.id }, id);
    await promised('nameless', { personId: nameless.id }, id);
    await drained();
    expect(await deliveryOf('gone')).toMatchObject({ state: 'DROPPED', reason: 'RECIPIENT_GONE' });
    expect(await deliveryOf('nameless')).toMatchObject({ state: 'DROPPED', reason: 'NO_ADDRESS' });
    expect(mail.delivered).toEqual([]);
    // What was for somebody who is removed for good goes with them.
    await app.write((tx) => people.delete(tx, gone.id));
    expect(await deliveryOf('gone')).toBeNull();
  });

  it('of a kind that nobody composes here is kept for whoever does', async () => {
    const person = await aReader();
    const to = { personId: person.id };
    await app.write((tx) =>
      promiseDelivery(tx, { kind: 'NEW', dedupeKey: 'new', to, subject: {} }),
    );
    await drained();
    expect(await deliveryOf('new')).toMatchObject({
      state: 'WAITING',
      lastError: 'Error: nobody composes NEW',
    });
  });
});

describe('a delivery in a channel', () => {
  it('says what everybody may know, and nothing restricted', async () => {
    const channel = await aChannel();
    const open = await published('Open');
    const secret = await aCase(app, { title: 'Restricted', visibility: 'RESTRICTED' });
    const draft = await aCase(app, { title: 'A draft' });
    for (const { id } of [open, secret, draft]) {
      await promised(`channel ${id}`, { channelId: channel.id }, id);
    }
    await drained();
    expect(chat.arrivals.map(({ body }) => (JSON.parse(body) as { text: string }).text)).toEqual([
      'Open',
    ]);
    expect(await deliveryOf(`channel ${secret.id}`)).toMatchObject({ reason: 'NOTHING_TO_SAY' });
    expect(await deliveryOf(`channel ${draft.id}`)).toMatchObject({ reason: 'NOTHING_TO_SAY' });
  });

  it('is tried again where the receiver fails, and then arrives once', async () => {
    const channel = await aChannel();
    const { id } = await published('Again');
    chat.answer = (_arrival, response) => response.writeHead(503).end();
    await promised('again', { channelId: channel.id }, id);
    await drained();
    expect(await deliveryOf('again')).toMatchObject({
      state: 'WAITING',
      lastError: 'ChatError: the chat did not take it: status 503',
    });
    expect(await app.platform.database.read.findBy(OutboxEntity, {})).toMatchObject([
      { attempts: 1, deadAt: null },
    ]);
    chat.answer = (_arrival, response) => response.end('ok');
    await app.write((tx) =>
      tx.db.update(OutboxEntity, { topic: 'delivery' }, { nextAttemptAt: new Date() }),
    );
    await drained();
    expect(await deliveryOf('again')).toMatchObject({ state: 'SENT', lastError: null });
    expect(chat.arrivals).toHaveLength(2);
  });

  it('is set aside where the receiver says that it is of no use, and administrators see why', async () => {
    const channel = await aChannel();
    const { id } = await published('Gone');
    chat.answer = (_arrival, response) => response.writeHead(404).end('no_service');
    await promised('dead', { channelId: channel.id }, id);
    await drained();
    const admin = actingAs(await aReader(), 'ADMIN');
    const { deadLetters } = await askAs<{ deadLetters: { nodes: { id: string }[] } }>(
      app,
      admin,
      '{ deadLetters(first: 10) { nodes { id topic attempts lastError } } }',
    );
    expect(deadLetters.nodes).toMatchObject([
      {
        topic: 'delivery',
        attempts: 1,
        lastError: 'HopelessError: the chat did not take it: status 404 no_service',
      },
    ]);
    chat.answer = (_arrival, response) => response.end('ok');
    await askAs(
      app,
      admin,
      `mutation { deadLetterRetry(id: "${deadLetters.nodes[0]?.id}") { userErrors { code } } }`,
    );
    await drained();
    expect(await deliveryOf('dead')).toMatchObject({ state: 'SENT' });
  });

  it('is dropped where the channel is set aside', async () => {
    const channel = await aChannel();
    await app.write((tx) => app.get(Channels).archive(tx, channel.id));
    const { id } = await published('Nowhere');
    await promised('archived', { channelId: channel.id }, id);
    await drained();
    expect(await deliveryOf('archived')).toMatchObject({ reason: 'RECIPIENT_GONE' });
    expect(chat.arrivals).toEqual([]);
  });
});

describe('where mail is off', () => {
  it('nothing is sent, and the delivery says so', async () => {
    const silent = await startApp();
    try {
      const email = 'someone@example.com';
      const person = await silent.write((tx) =>
        silent.get(PersonService).create(tx, { name: 'Someone', email }),
      );
      const to = { personId: person.id };
      await silent.write((tx) =>
        promiseDelivery(tx, { kind: 'NOTE', dedupeKey: 'off', to, subject: {} }),
      );
      await silent.platform.outbox.drained();
      const { read } = silent.platform.database;
      expect(await read.findBy(DeliveryEntity, {})).toMatchObject([
        { state: 'DROPPED', reason: 'MAIL_OFF' },
      ]);
    } finally {
      await silent.close();
    }
  });
});
