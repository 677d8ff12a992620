import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import type { Language } from '../../src/core/vocabulary.js';
import { CommentThreads } from '../../src/features/comment/comment-thread.service.js';
import { CommentEntity, CommentNoticeEntity } from '../../src/features/comment/comment.entity.js';
import { Comments } from '../../src/features/comment/comment.service.js';
import { DeliveryEntity } from '../../src/features/delivery/delivery.entity.js';
import { MailPreferenceEntity } from '../../src/features/mail-preference/mail-preference.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCase, actingAs } from '../support/factory.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

/** A Monday, in the hours of work. */
const BEGUN = '2026-11-02T09:00:00Z';

let now = BEGUN;
let app: TestApp;
let mail: MailServer;
let ada: string;
let bo: string;
beforeAll(async () => {
  mail = await startMailServer();
});
afterAll(async () => {
  await mail.close();
});
beforeEach(async () => {
  now = BEGUN;
  app = await startApp({
    clock: { now: () => new Date(now) },
    env: {
      FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      FUPAN_PUBLIC_URL: 'https://fupan.example.org',
      FUPAN_OPEN_DRAFTS: 'on',
    },
  });
  mail.delivered.length = 0;
  ada = await aReader('Ada');
  bo = await aReader('Bo');
});
afterEach(async () => {
  await app.close();
});

async function aReader(name: string, locale: Language = 'en'): Promise<string> {
  const email = `${name.toLowerCase()}@example.com`;
  return (await app.write((tx) => app.get(PersonService).create(tx, { name, email, locale }))).id;
}
const as = (id: string): Actor => actingAs({ id });

async function says(who: string, caseId: string, text: string, more: object = {}) {
  const { thread } = await app.write(
    (tx) => app.get(CommentThreads).create(tx, caseId, { text, ...more }),
    as(who),
  );
  return thread.id;
}
const replies = (who: string, threadId: string, text: string) =>
  app.write((tx) => app.get(CommentThreads).reply(tx, threadId, { text }), as(who));

async function at(instant: string): Promise<void> {
  now = instant;
  await app.platform.outbox.drained();
}
const subjects = (): string[] =>
  mail.delivered.map(({ to, mail: { subject } }) => `${to.join().split('@')[0]}: ${subject}`);

describe('mail about comments', () => {
  it('tells who is mentioned, answered and asked, and leads to the thread', async () => {
    const { id } = await aCase(app, { authorIds: [ada] });
    const thread = await says(bo, id, 'Why *so* late?', { kind: 'QUESTION' });
    await at('2026-11-02T09:04:00Z');
    expect(subjects()).toEqual([]);
    await at('2026-11-02T09:06:00Z');
    expect(subjects()).toEqual(['ada: Bo asks about your case · PM-1']);
    expect(mail.delivered[0]?.mail.text).toContain(
      `https://fupan.example.org/postmortems/PM-1?thread=${thread}`,
    );
    expect(mail.delivered[0]?.mail.text).toContain('Why *so* late?');
    expect(mail.delivered[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    await replies(ada, thread, 'The pager was off.');
    await at('2026-11-02T09:12:00Z');
    expect(subjects()).toEqual(['ada: Bo asks about your case · PM-1', 'bo: Ada replied · PM-1']);
  });

  it('comes at most once an hour with all that is new', async () => {
    const { id } = await aCase(app);
    const minute = (count: number): string =>
      new Date(Date.parse(BEGUN) + count * 60_000).toISOString();
    for (let count = 0; count < 130; count += 2) {
      await at(minute(count));
      await says(bo, id, `@Ada look at ${count}`);
    }
    await at(minute(240));
    expect(subjects()).toHaveLength(4);
    const told = mail.delivered.flatMap(({ mail: { text } }) => text?.match(/look at \d+/g) ?? []);
    expect(new Set(told).size).toBe(told.length);
    const sent = await app.platform.database.read.find(DeliveryEntity, { order: { dueAt: 'ASC' } });
    const dues = sent.map(({ dueAt }) => dueAt.getTime());
    dues.slice(1).forEach((due, index) => {
      expect(due - (dues[index] ?? 0)).toBeGreaterThanOrEqual(3_600_000);
    });
    // Each was promised to one of the mails, the long ones telling how many more there are.
    expect(await app.platform.database.read.countBy(CommentNoticeEntity, {})).toBe(65);
  });

  it('waits for the end of the quiet hours, and tells nobody of their own words', async () => {
    const { id } = await aCase(app);
    now = '2026-11-02T21:00:00Z';
    await says(bo, id, '@Ada and @Bo, look');
    await at('2026-11-03T07:59:00Z');
    expect(subjects()).toEqual([]);
    await at('2026-11-03T08:00:00Z');
    expect(subjects()).toEqual(['ada: Bo mentioned you · PM-1']);
  });

  it('says nothing of what was deleted, hidden or switched off meanwhile', async () => {
    const { id } = await aCase(app, { authorIds: [bo] });
    await says(bo, id, '@Ada first');
    const { id: comment } = await app.platform.database.read.findOneByOrFail(CommentEntity, {});
    await app.write((tx) => app.get(Comments).delete(tx, comment), as(bo));
    await at('2026-11-02T09:10:00Z');
    const thread = await says(bo, id, '@Ada second');
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED' }),
    );
    await at('2026-11-02T11:00:00Z');
    const open = await aCase(app);
    await says(bo, open.id, '@Ada third');
    await app.write((tx) =>
      tx.db.insert(MailPreferenceEntity, { id: ada, version: 1, choices: { comments: false } }),
    );
    await at('2026-11-02T13:00:00Z');
    expect(mail.delivered).toEqual([]);
    const states = await app.platform.database.read.find(DeliveryEntity);
    expect(states.map(({ reason }) => reason)).toEqual(Array(3).fill('NOTHING_TO_SAY'));
    // Nobody is told of a restricted case that they may not see.
    await replies(bo, thread, '@Ada fourth');
    expect(await app.platform.database.read.countBy(DeliveryEntity, {})).toBe(3);
  });

  it('tells of a mention that was added, and of no edit twice', async () => {
    const { id } = await aCase(app);
    await says(bo, id, 'Look');
    const { id: comment } = await app.platform.database.read.findOneByOrFail(CommentEntity, {});
    for (const text of ['Look, @Ada', 'Look here, @Ada']) {
      await app.write((tx) => app.get(Comments).update(tx, comment, { text }), as(bo));
    }
    await at('2026-11-02T09:10:00Z');
    expect(subjects()).toEqual(['ada: Bo mentioned you · PM-1']);
    expect(mail.delivered[0]?.mail.text).toContain('Look here');
  });
});
