import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { createLogger } from '../../src/infra/logging/logger.js';
import type { Actor } from '../../src/core/actor.js';
import { ActionItemEventEntity } from '../../src/features/action-item/action-item-event.entity.js';
import type { ActionItemEntity } from '../../src/features/action-item/action-item.entity.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { AnswerLinks, type AnswerUrls } from '../../src/features/answer/answer-links.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAccount, signedIn } from '../support/account.js';
import { entriesBy } from '../support/audit.js';
import { TestBrowser } from '../support/browser.js';
import { aCase, actingAs, aTeam } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { send } from '../support/raw-http.js';

const clock = new FakeClock();
const ENV = { FUPAN_OPEN_DRAFTS: 'on' };
let app: TestApp;
let teamId: string;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startApp({ as: 'door', clock, env: ENV });
  teamId = (await aTeam(app)).id;
});
afterAll(async () => {
  await app.close();
});

let person: PersonEntity;
let item: ActionItemEntity;
let count = 0;
beforeEach(async () => {
  browser = new TestBrowser(app);
  person = await anAccount(app, `Owner${++count}`);
  item = await anAction();
});

/** Committed to by the person, due on 2026-03-09. */
async function anAction(caseId?: string): Promise<ActionItemEntity> {
  const postmortemId = caseId ?? (await aCase(app)).id;
  return app.write(async (tx) => {
    const title = 'Alert before <b>disks</b> are 90 % full';
    const { id } = await app.get(ActionItemService).create(tx, { postmortemId, title });
    const input = { ownerId: person.id, teamId, dueOn: '2026-03-09' };
    return app.get(ActionItemLifecycle).commit(tx, id, input);
  });
}

/** As mails are composed: they read, and nothing else. */
const reading = (who: PersonEntity): Actor => ({
  kind: 'person',
  personId: who.id,
  role: who.role,
  scopes: new Set(['read', 'restricted']),
  readsDrafts: true,
});

async function linksTo(one: ActionItemEntity, who = person): Promise<AnswerUrls> {
  const links = await app.get(AnswerLinks).linksFor(app.ctx(reading(who)), [one]);
  return links.get(one.id) ?? {};
}

const pathOf = (url: string | undefined): string => (url ?? '').replace(/^https?:\/\/[^/]+/, '');
const tokenOf = (url: string | undefined): string =>
  new URLSearchParams(pathOf(url).split('?')[1]).get('token') ?? '';

const itemNow = async (one = item): Promise<ActionItemEntity | null> =>
  app.get(ActionItemService).find(app.ctx(), { id: one.id });

const give = (url: string | undefined, said: Record<string, string>, from = browser) =>
  from.post('/answer', { token: tokenOf(url), ...said });

describe('a link of a mail', () => {
  it('shows what it asks and changes nothing, whoever opens it how often', async () => {
    const { done } = await linksTo(item);
    const before = await itemNow();
    const audited = await entriesBy(app, async () => {
      for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) {
        const { status, headers } = await send(app, pathOf(done), { method });
        expect({ method, cookie: headers['set-cookie'] }).toEqual({ method, cookie: undefined });
        if (method === 'OPTIONS') continue;
        expect([status, headers['cache-control'], headers['x-robots-tag']]).toEqual([
          200,
          'no-store',
          'noindex, nofollow',
        ]);
      }
    });
    expect(audited).toEqual([]);
    expect(await itemNow()).toEqual(before);
    const { html } = await browser.get(pathOf(done));
    expect(html).toContain(item.key);
    expect(html).toContain('Alert before &#60;b&#62;disks&#60;/b&#62; are 90 % full');
    expect(html).toContain('Monday, March 9, 2026');
    expect(html).toContain(`You answer as ${person.name}.`);
    expect(html).toContain('<textarea');
    expect(html).not.toContain('http-equiv');
  });

  it.each(['zh-Hant', 'zh-Hans'] as const)('speaks %s to whoever wants that', async (locale) => {
    await app.write((tx) => app.get(PersonService).update(tx, person.id, { locale }));
    const { newDate } = await linksTo(item);
    const { html } = await browser.get(pathOf(newDate));
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain('2026年3月9日');
    // The other languages are one step away, and the way there keeps the link.
    expect(html).toContain(encodeURIComponent(`/answer?token=${tokenOf(newDate)}`));
  });

  it('is kept out of the log', async () => {
    const lines: string[] = [];
    const log = createLogger('info', { write: (line: string) => lines.push(line) });
    const other = await startApp({ as: 'door', clock, env: ENV, log });
    try {
      await send(other, '/answer?token=secret-of-somebody');
    } finally {
      await other.close();
    }
    expect(lines.join('')).toContain('/answer');
    expect(lines.join('')).not.toContain('secret-of-somebody');
  });
});

describe('an answer', () => {
  it('completes the action in the name of its person, and says the way it came', async () => {
    const { done } = await linksTo(item);
    const entries = await entriesBy(app, async () => {
      const { status, html } = await give(done, { evidence: 'https://example.com/pull/7' });
      expect([status, html]).toEqual([200, expect.stringContaining('Your answer is recorded')]);
      expect(html).toContain(`href="/actions/${item.key}"`);
    });
    expect(await itemNow()).toMatchObject({
      status: 'DONE',
      evidence: 'https://example.com/pull/7',
    });
    const events = await app.platform.database.read.findBy(ActionItemEventEntity, {
      actionItemId: item.id,
      act: 'COMPLETE',
    });
    expect(events).toMatchObject([{ actorId: person.id }]);
    expect(entries).toMatchObject([
      {
        act: 'actionItemComplete',
        outcome: 'DONE',
        personId: person.id,
        subjectId: item.id,
        caseId: item.postmortemId,
        sessionId: null,
        detail: { via: 'answerLink' },
      },
    ]);
  });

  it('moves the due date with a reason', async () => {
    const { newDate } = await linksTo(item);
    await give(newDate, { dueOn: '2026-03-20', reason: '等供應商' });
    expect(await itemNow()).toMatchObject({ status: 'COMMITTED', dueOn: '2026-03-20' });
  });

  it('says why an action will not be done', async () => {
    const { notDoing } = await linksTo(item);
    await give(notDoing, { reason: 'The service goes away.' });
    expect(await itemNow()).toMatchObject({ status: 'REJECTED', reason: 'The service goes away.' });
  });

  it('begins no session, and is of whoever the mail was to, whoever is signed in', async () => {
    const other = await signedIn(app, await anAccount(app, `Other${count}`));
    const before = new Map(other.cookies);
    const { done } = await linksTo(item);
    await give(done, { evidence: 'x' }, other);
    expect(other.cookies).toEqual(before);
    await give(done, { evidence: 'x' });
    expect(browser.cookies.size).toBe(0);
    const event = { actionItemId: item.id, act: 'COMPLETE', actorId: person.id } as const;
    expect(await app.platform.database.read.countBy(ActionItemEventEntity, event)).toBe(1);
  });

  it('counts once, however often it is sent', async () => {
    const { newDate } = await linksTo(item);
    const said = { dueOn: '2026-03-20', reason: 'vendor' };
    const answers = await Promise.all([give(newDate, said), give(newDate, said)]);
    answers.push(await give(newDate, said));
    for (const { status, html } of answers) {
      expect([status, html]).toEqual([200, expect.stringContaining('Your answer is recorded')]);
    }
    const event = { actionItemId: item.id, act: 'EXTEND' } as const;
    expect(await app.platform.database.read.countBy(ActionItemEventEntity, event)).toBe(1);
  });

  it.each([
    ['done', { evidence: ' ' }, 'evidence'],
    ['newDate', { dueOn: '2026-03-09', reason: 'x' }, 'dueOn'],
    ['newDate', { dueOn: 'soon', reason: 'x' }, 'dueOn'],
    ['newDate', { dueOn: '2026-03-20', reason: '' }, 'reason'],
    ['notDoing', { reason: '' }, 'reason'],
  ] as const)('of %s with %j asks for what is missing', async (answer, said, field) => {
    const links = await linksTo(item);
    const { status, html } = await give(links[answer], said);
    expect([status, html]).toEqual([422, expect.stringContaining(`id="${field}-fault"`)]);
    expect(await itemNow()).toMatchObject({ status: 'COMMITTED', dueOn: '2026-03-09' });
  });

  it('does nothing once something has happened since, and shows how it stands', async () => {
    const { done, notDoing } = await linksTo(item);
    await give(done, { evidence: 'x' });
    await app.write((tx) =>
      app.get(ActionItemLifecycle).reopen(tx, item.id, { reason: 'It came back.' }),
    );
    for (const url of [done, notDoing]) {
      const shown = await browser.get(pathOf(url));
      expect(shown.html).toContain('Something has happened since');
      expect(shown.html).toContain('In progress');
      expect(shown.html).not.toContain('<form');
      const { status, html } = await give(url, { evidence: 'x', reason: 'x' });
      expect([status, html]).toEqual([200, expect.stringContaining('Something has happened')]);
    }
    expect(await itemNow()).toMatchObject({ status: 'IN_PROGRESS' });
  });

  it('can still be given after the wording of the action was edited', async () => {
    const { done } = await linksTo(item);
    await app.write((tx) =>
      app.get(ActionItemService).update(tx, item.id, { title: 'Alert earlier' }),
    );
    await give(done, { evidence: 'x' });
    expect(await itemNow()).toMatchObject({ status: 'DONE', title: 'Alert earlier' });
  });

  it('from a page of another site is refused', async () => {
    const { notDoing } = await linksTo(item);
    const form = new URLSearchParams({ token: tokenOf(notDoing), reason: 'x' }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
    ]) {
      const sent = { method: 'POST', body: form, headers: { ...type, ...headers } };
      expect((await send(app, '/answer', sent)).status).toBe(403);
    }
    expect(await itemNow()).toMatchObject({ status: 'COMMITTED' });
  });
});

describe('a link that is of no use', () => {
  const sentenceOf = (html: string): string =>
    /<h1>.*?<\/h1>\s*<p>(.*?)<\/p>/s.exec(html)?.[1] ?? html;

  async function refusal(url: string): Promise<{ statuses: number[]; sentence: string }> {
    const shown = await browser.get(pathOf(url));
    const given = await give(url, { evidence: 'x', reason: 'x', dueOn: '2026-04-01' });
    expect(sentenceOf(given.html)).toBe(sentenceOf(shown.html));
    return { statuses: [shown.status, given.status], sentence: sentenceOf(shown.html) };
  }

  it('has expired after 14 days', async () => {
    const { done = '' } = await linksTo(item);
    const start = clock.now().getTime();
    clock.forward({ days: 14 });
    try {
      expect(await refusal(done)).toEqual({
        statuses: [410, 410],
        sentence: expect.stringContaining('has expired'),
      });
    } finally {
      clock.set(start);
    }
    expect(await itemNow()).toMatchObject({ status: 'COMMITTED' });
  });

  it('was signed elsewhere, or not at all', async () => {
    const elsewhere = await startApp({ as: 'door', clock, env: ENV });
    try {
      const { signer } = elsewhere.platform;
      const links = new AnswerLinks(signer, app.platform.publicUrl);
      const { done = '' } =
        (await links.linksFor(app.ctx(reading(person)), [item])).get(item.id) ?? {};
      for (const url of [done, '/answer?token=x', '/answer?token=', '/answer']) {
        expect(await refusal(url)).toEqual({
          statuses: [404, 404],
          sentence: expect.stringContaining('not one of ours'),
        });
      }
    } finally {
      await elsewhere.close();
    }
  });

  it('says the same of what is gone, hidden or not theirs to change any more', async () => {
    const gone = { statuses: [404, 404], sentence: expect.stringContaining('nothing can be') };
    const deleted = await anAction();
    const hidden = await anAction();
    const urls = [(await linksTo(deleted)).done ?? '', (await linksTo(hidden)).done ?? ''];
    const { done = '' } = await linksTo(item);
    await app.write(async (tx) => {
      await app.get(ActionItemService).delete(tx, deleted.id);
      const visibility = 'RESTRICTED' as const;
      await app.get(PostmortemService).update(tx, hidden.postmortemId, { visibility });
    });
    const answers = [];
    for (const url of urls) answers.push(await refusal(url));
    await app.write((tx) => app.get(PersonService).update(tx, person.id, { role: 'VIEWER' }));
    answers.push(await refusal(done));
    await app.write((tx) => app.get(PersonService).archive(tx, person.id));
    answers.push(await refusal(done));
    expect(answers).toEqual([gone, gone, gone, gone]);
    expect(new Set(answers.map(({ sentence }) => sentence)).size).toBe(1);
    expect([(await itemNow())?.status, (await itemNow(hidden))?.status]).toEqual([
      'COMMITTED',
      'COMMITTED',
    ]);
  });
});

describe('who gets links', () => {
  it('is whoever may change the action, for what can be done in its state', async () => {
    expect(Object.keys(await linksTo(item))).toEqual(['done', 'newDate', 'notDoing']);
    const proposed = await app.write((tx) =>
      app.get(ActionItemService).create(tx, { postmortemId: item.postmortemId, title: 'Later' }),
    );
    expect(Object.keys(await linksTo(proposed))).toEqual(['notDoing']);
    const viewer = await anAccount(app, `Viewer${count}`, 'VIEWER');
    expect(await linksTo(item, viewer)).toEqual({});
  });

  it('is in a restricted case only who reads it, and that they have read is remembered', async () => {
    const secret = await aCase(app, {
      visibility: 'RESTRICTED',
      readers: [{ personId: person.id }],
    });
    const hidden = await anAction(secret.id);
    const stranger = await anAccount(app, `Stranger${count}`);
    expect(await linksTo(hidden, stranger)).toEqual({});
    const { done } = await linksTo(hidden);
    const entries = await entriesBy(app, () => browser.get(pathOf(done)));
    expect(entries).toMatchObject([
      { act: 'read', personId: person.id, subjectId: secret.id, detail: { via: 'answerLink' } },
    ]);
  });

  it('is nobody in a chat', async () => {
    const ctx = app.ctx(actingAs({ id: '00000000-0000-0000-0000-000000000000' }, 'VIEWER'));
    expect(await app.get(AnswerLinks).linksFor(ctx, [item])).toEqual(new Map());
  });
});
