import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { fillDemo } from '../../src/cli/demo.js';
import { plusDays } from '../../src/core/working-days.js';
import { weekAt, weeksAfter } from '../../src/core/iso-week.js';
import { FakeClock } from '../support/fake-clock.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const TITLE = 'Gift cards were refused for 26 minutes';
const DECISION = 'Every limit of a partner is watched from 80% on';

const CHAT = `[10:02] Ann: the partner refuses gift cards, 429 on every call
[10:11] Bea: it is our daily limit, not theirs
10:28 limit raised, gift cards pass again`;

/** Pastes plain text into what has the focus, as a clipboard would. */
const paste = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);

describeInBrowser('a first review, by two people in two browsers', () => {
  // Of a working day of the demo, so that no mail waits for the end of somebody's quiet hours;
  // never before now, as browsers would take their cookies for over.
  const day = plusDays(weeksAfter(weekAt(new Date(), 'UTC'), 1).monday, 1);
  const clock = new FakeClock();
  clock.set(Date.parse(`${day}T10:00:00+08:00`));
  let mail: MailServer;
  let web: WebApp;
  let ann: WebWindow;
  let bea: WebWindow;
  let key = '';
  const errors: string[] = [];

  beforeAll(async () => {
    mail = await startMailServer();
    web = await startWebApp({
      clock,
      env: {
        FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      },
    });
    const { app } = web;
    const { faults } = await fillDemo(
      { database: app.platform.database, get: (type) => app.get(type) },
      app.ctx(),
      resolve('templates/demo'),
    );
    expect(faults).toEqual([]);
    ann = await web.openAs('Ann', 'MEMBER', { reducedMotion: 'reduce' });
    bea = await web.openAs('Bea', 'MEMBER', { reducedMotion: 'reduce' });
    for (const { context } of [ann, bea]) {
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
    }
  }, 180_000);
  afterAll(async () => {
    await web.close();
    await mail.close();
  });

  const dialogOf = ({ page }: WebWindow): Locator =>
    page.getByRole('dialog').filter({ has: page.getByRole('heading') });

  it('Ann begins a case from a template, and names who leads its review', async () => {
    const { page } = ann;
    await page.getByRole('button', { name: 'New' }).click();
    await page.getByRole('menuitem', { name: 'Postmortem' }).click();
    await page.getByLabel('Title', { exact: true }).fill(TITLE);
    await page.getByRole('radio', { name: /^Short/ }).click();
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await page.waitForURL('**/postmortems/PM-*?edit=*');
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    key = /PM-\d+/.exec(page.url())?.[0] ?? '';
    await ann.goto(`/postmortems/${key}?edit=details`);
    await page.getByLabel('Facilitator of the review').fill('Bea');
    await page.getByRole('option', { name: /^Bea/ }).click();
    await page.keyboard.press('Control+s');
    await page
      .getByText(/^Saved: /)
      .first()
      .waitFor();
  }, 120_000);

  it('Ann writes what happened, why, and what is to be done', async () => {
    const { page } = ann;
    const saved = (): Promise<void> => page.locator('[data-save-state=saved]').waitFor();
    for (const [part, text] of [
      ['Summary', 'All 1,204 payments by gift card failed from 10:02 to 10:28.'],
      ['Impact', '1,204 customers paid otherwise or not at all.'],
    ] as const) {
      await page.getByRole('link', { name: `Edit: ${part}` }).click();
      await page.locator('.cm-content').click();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Control+s');
      await page.getByText(`Saved: ${part}`).first().waitFor();
    }

    await ann.goto(`/postmortems/${key}?edit=timeline`);
    await page.locator('input[aria-label^="New entry"]').focus();
    await paste(page, CHAT);
    await dialogOf(ann).getByRole('button', { name: 'Add 3 entries' }).click();
    await dialogOf(ann).waitFor({ state: 'detached' });

    await ann.goto(`/postmortems/${key}?edit=factors`);
    await page.getByRole('button', { name: 'Add a factor' }).press('Enter');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.insertText('Nobody watches how much of our daily limit is left');
    await page.keyboard.press('Control+s');
    await saved();

    await ann.goto(`/postmortems/${key}?edit=actions`);
    await page.getByLabel(/^New action item/).fill('Ask the partner for twice the limit');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await saved();
  }, 120_000);

  it('Ann hands it in, and Bea finds it waiting and plans a meeting for it', async () => {
    await ann.goto(`/postmortems/${key}`);
    await ann.page
      .locator('#timeline')
      .getByText(/^the partner refuses/)
      .waitFor();
    await ann.page.getByRole('button', { name: 'Hand in for review' }).click();
    await dialogOf(ann).getByRole('button', { name: 'Hand in for review' }).click();
    await ann.page.getByText(`${key} is in review.`).first().waitFor();

    const { page } = bea;
    await page.getByRole('link', { name: 'Review meetings' }).click();
    const queue = page.getByRole('region', { name: /^Waiting for a meeting/ });
    await queue.getByRole('link', { name: TITLE }).waitFor();
    await page.getByRole('button', { name: 'New meeting' }).click();
    const form = dialogOf(bea);
    await form.getByLabel('What it is called').fill('Gift card review');
    await form.getByLabel('Day').fill(day);
    await form.getByLabel('Facilitator').fill('Bea');
    await page.getByRole('option', { name: /^Bea/ }).click();
    await form.getByLabel('People invited besides').fill('Ann');
    await page.getByRole('option', { name: /^Ann/ }).first().click();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Gift card review' }).waitFor();

    await page.getByRole('link', { name: 'Review meetings' }).click();
    await queue.getByRole('button', { name: `Put on the agenda: ${key}` }).click();
    await form.getByRole('button', { name: 'Put on the agenda' }).click();
    await page.getByText(`${key} is on the agenda of RM-`).first().waitFor();
  }, 120_000);

  it('Bea runs the meeting, and Ann sees what is decided without reloading', async () => {
    for (const each of [ann, bea]) {
      await each.goto('/meetings');
      await each.page.getByRole('link', { name: 'Gift card review' }).click();
      await each.page.getByRole('article', { name: `${key} ${TITLE}` }).waitFor();
    }
    const { page } = bea;
    await page.getByRole('button', { name: 'Start' }).click();
    await ann.page.getByText('Running').first().waitFor();
    for (const name of ['Ann', 'Bea']) await page.getByRole('checkbox', { name }).check();
    await page.getByText('2 of 2 are there').waitFor();
    await ann.page.getByText('2 of 2 are there').waitFor();

    const entry = page.getByRole('article', { name: `${key} ${TITLE}` });
    await entry.getByRole('button', { name: `Write notes: ${key}` }).click();
    await entry.getByRole('textbox', { name: 'Notes' }).click();
    await page.keyboard.insertText('The limit is **per day**; we had counted per minute.');
    await page.keyboard.press('Control+Enter');
    await entry.getByText('The limit is per day').waitFor();
    await entry.getByLabel(`New decision about ${key}`).fill(DECISION);
    await page.keyboard.press('Enter');
    const seen = ann.page.getByRole('article', { name: `${key} ${TITLE}` });
    await seen.getByText(DECISION).waitFor();
    await seen.getByText('The limit is per day').waitFor();

    await entry.getByRole('button', { name: 'Make it an action' }).click();
    await dialogOf(bea).getByRole('button', { name: 'Save' }).click();
    await seen.getByRole('link', { name: /^AI-/ }).waitFor();
    await entry.getByRole('button', { name: 'Discussed' }).click();
    await page.getByRole('button', { name: 'End the meeting' }).click();
    await dialogOf(bea).getByRole('button', { name: 'End the meeting' }).click();
    await ann.page.getByText('Held').first().waitFor();
  }, 120_000);

  it('Bea approves the case, and Ann publishes it', async () => {
    await ann.goto(`/postmortems/${key}`);
    expect(await ann.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await bea.goto(`/postmortems/${key}`);
    await bea.page.getByRole('button', { name: 'Approve' }).click();
    await dialogOf(bea).getByRole('button', { name: 'Approve' }).click();
    await bea.page.getByText(`${key} is approved.`).first().waitFor();
    await ann.goto(`/postmortems/${key}`);
    await ann.page.getByRole('button', { name: 'Publish' }).click();
    await dialogOf(ann).getByRole('button', { name: 'Publish' }).click();
    await ann.page.getByText(`${key} is published.`).first().waitFor();
  }, 120_000);

  it('the case shows the meeting and the action, and the minutes are in the mailbox', async () => {
    const { page } = ann;
    await ann.goto(`/postmortems/${key}`);
    const reviews = page.getByRole('region', { name: 'Review meetings' });
    await reviews.getByRole('link', { name: /Gift card review/ }).waitFor();
    await reviews.getByText('1 decision').click();
    await reviews.getByText(DECISION).waitFor();
    await page.locator('#actions').getByText(DECISION).waitFor();

    await web.app.platform.outbox.drained();
    const minutes = mail.delivered.find(
      ({ to, mail: { text } }) => to.includes('ann@example.com') && text?.includes(DECISION),
    )?.mail;
    expect(minutes?.text).toContain('The limit is');
    expect(minutes?.text).toContain(key);
    expect([...ann.faults, ...bea.faults, ...errors]).toEqual([]);
  }, 120_000);
});
