import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { CommentThreads } from '../../src/features/comment/comment-thread.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { TimelineService } from '../../src/features/timeline/timeline.service.js';
import { axeFaults } from '../support/axe.js';
import { aCase } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

/** The panel and the list of questions are within it. */
const MAIN = "document.querySelector('main') ?? document";

describeInBrowser('comments on a case', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  const personId = async (name: string): Promise<string> =>
    (await web.app.platform.database.read.findOneByOrFail(PersonEntity, { name })).id;

  it('are written at a part, answered, carried into the meeting and resolved', async () => {
    const { page, goto, faults } = await web.openAs('Ann');
    const { app } = web;
    const { id, key } = await aCase(app, {
      authorIds: [await personId('Ann')],
      summary: 'Nobody could pay.',
    });
    await app.write((tx) =>
      app.get(TimelineService).create(tx, id, {
        at: new Date('2026-11-20T14:05:00Z'),
        zone: 'UTC',
        text: 'Orders fell.',
      }),
    );
    await goto(`/postmortems/${key}`);
    await page.getByRole('button', { name: 'Comments on Orders fell.: 0 open' }).click();
    const panel = page.getByRole('region', { name: /^Comments/ });
    await panel.getByText('Nothing has been said here yet.').waitFor();
    await panel.getByRole('textbox', { name: 'Comment' }).waitFor();
    await panel.getByRole('button', { name: 'Question' }).click();
    await panel.getByRole('textbox', { name: 'Question' }).click();
    await page.keyboard.type('Who saw it, @An');
    await page.getByRole('option', { name: '@Ann' }).click();
    const written = panel.getByRole('textbox', { name: 'Question' });
    await written.getByText('Who saw it, @Ann').waitFor();
    await page.keyboard.type('or **nobody**?');
    await written.getByText('or **nobody**?').waitFor();
    await page.keyboard.press('Control+Enter');
    await panel.getByText('Who saw it, @Ann or nobody?').waitFor();
    const questions = page.getByRole('region', { name: '1 open question' });
    await questions.getByRole('button', { name: '1 open question' }).click();
    await questions.getByRole('link', { name: 'Who saw it, @Ann or nobody?' }).click();
    await page.waitForURL(/thread=/);
    await panel.getByRole('button', { name: 'For the meeting' }).click();
    await panel.getByRole('button', { name: 'Not for the meeting' }).waitFor();
    expect(await axeFaults(page, MAIN)).toEqual([]);

    await panel.getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('A customer did.');
    expect(await axeFaults(page, MAIN)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await panel.getByText('A customer did.').waitFor();
    await panel.getByRole('button', { name: 'Answer and resolve' }).click();
    await page.keyboard.type('Support, at 14:07.');
    await panel.getByRole('button', { name: 'Resolve', exact: true }).click();
    await panel.getByText('Resolved by Ann').waitFor();
    await questions.waitFor({ state: 'detached' });

    await panel.getByRole('button', { name: 'Comment or ask' }).focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Comments on Orders fell.: 0 open',
    );
    expect(faults).toEqual([]);
  }, 120_000);

  it('are opened by a link, show accounts side by side, and are read-only for viewers', async () => {
    const { page, goto, faults } = await web.openAs('Vera', 'VIEWER');
    const { app } = web;
    const { id, key } = await aCase(app, {
      reviewerIds: [await personId('Vera')],
      summary: 'Nobody could pay.',
    });
    const { id: partId } = await app.write((tx) =>
      app.get(TimelineService).create(tx, id, {
        at: new Date('2026-11-20T14:05:00Z'),
        zone: 'UTC',
        text: 'Orders fell.',
      }),
    );
    const at = { part: 'TIMELINE_EVENT', partId, kind: 'PERSPECTIVE' } as const;
    const said = (text: string) =>
      app.write((tx) => app.get(CommentThreads).create(tx, id, { ...at, text }));
    await said('I saw a flat line.');
    const { thread } = await said('I was **asleep**.');
    await goto(`/postmortems/${key}?thread=${thread.id}`);
    const panel = page.getByRole('region', { name: /^Comments/ });
    await panel.getByText('I was asleep.').waitFor();
    const accounts = page.getByRole('list', { name: 'How people saw it' }).getByRole('listitem');
    const boxes = await Promise.all([0, 1].map((at) => accounts.nth(at).boundingBox()));
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect(await panel.getByRole('button').allInnerTexts()).toEqual(['']);
    expect(await page.getByRole('button', { name: /^Comments on PM/ }).count()).toBe(0);
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    expect(faults).toEqual([]);
  }, 120_000);
});
