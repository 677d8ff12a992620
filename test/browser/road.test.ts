import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { FirstRun } from '../../src/features/identity/first-run.service.js';
import { PASSWORD } from '../support/account.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const DEMO = resolve('templates/demo');
const TITLE = 'Mail delayed for two hours after the queue filled up';

const CHAT = `nobody knows when this was
[14:05] Ann Lee: mails are late, the queue has 90,000 entries
[14:09] Bo: the sender has been restarted
14:31 queue is empty again`;

/** Writes into the Markdown editor at hand, after what is there. */
async function write(page: Page, text: string): Promise<void> {
  const area = page.locator('.cm-content');
  await area.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

/** Pastes plain text into a field, as a clipboard would. */
async function paste(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).focus();
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
}

describeInBrowser('from the first start to signing out', () => {
  let web: WebApp;
  let window: WebWindow;
  let page: Page;
  beforeAll(async () => {
    web = await startWebApp();
    window = await web.open();
    ({ page } = window);
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('the link of the first start makes an administrator, who is led through the set-up', async () => {
    const link = await web.app.get(FirstRun).offer(web.app.ctx());
    await page.goto(link?.url ?? '');
    await page.fill('input[name=name]', 'Ann Lee');
    await page.fill('input[name=email]', 'ann@example.com');
    await page.fill('input[name=password]', PASSWORD);
    await page.locator('form[action="/setup"] button').click();
    await page.waitForURL('**/welcome**');
  });

  it('a folder is imported', async () => {
    await window.goto('/welcome?step=import');
    const files = readdirSync(DEMO).map((name) => join(DEMO, name));
    await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(files);
    await page.getByRole('button', { name: /^Import 35/ }).click();
    await page.getByText('The import is done.').waitFor({ timeout: 60_000 });
  }, 90_000);

  it.each(['連接池', '连接池'])(
    'a search in one Chinese script finds cases in both: %s',
    async (query) => {
      await window.goto('/');
      await page.locator('[data-search-box]').fill(query);
      await page.locator(`[data-count="${query}"]`).waitFor();
      const titles = (await page.locator('[data-result]').allTextContents()).join('\n');
      expect(titles).toContain('连接池');
      expect(titles).toContain('連線池');
    },
  );

  it('a case is opened from the keyboard', async () => {
    await page.locator('[data-search-box]').press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/postmortems/PM-*');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('a case is begun from a template', async () => {
    await window.goto('/postmortems/new');
    await page.getByLabel('Title', { exact: true }).fill(TITLE);
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await page.waitForURL('**/postmortems/PM-*?edit=*');
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });

  it('what is written is kept as it is typed, and is there after the tab was closed', async () => {
    await window.goto(`${new URL(page.url()).pathname}?edit=summary`);
    await write(page, 'The queue filled up.');
    await page.getByText(/Draft saved/).waitFor();
    const address = page.url();
    await page.close();
    page = await window.context.newPage();
    await page.goto(address);
    await page.getByText('You go on with your draft').waitFor();
    expect(await page.locator('.cm-content').innerText()).toContain('The queue filled up.');
    await page.keyboard.press('Control+s');
    await page.getByText('Saved: Summary').first().waitFor();
  });

  it('a chat is pasted into the timeline, and a line without a time is pointed at', async () => {
    await page.goto(`${new URL(page.url()).pathname}?edit=timeline`);
    await paste(page, 'input[aria-label^="New entry"]', CHAT);
    // A message of what was done is a dialog as well, without being modal.
    const dialog = page.getByRole('dialog').filter({ has: page.getByRole('heading') });
    await dialog.getByText('1 line without a time').waitFor();
    await dialog.getByRole('button', { name: 'Add 3 entries' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Done', exact: true }).first().click();
    await page
      .locator('#timeline')
      .getByText(/^mails are late/)
      .waitFor();
  });

  it('of two who change the same passage the later one is shown both', async () => {
    const address = new URL(page.url()).pathname;
    const other = await window.context.newPage();
    for (const each of [page, other]) {
      await each.goto(`${address}?edit=summary`);
      await each.locator('.cm-content').waitFor();
    }
    await write(other, ' It was the mail queue.');
    await other.keyboard.press('Control+s');
    await other.getByText('Saved: Summary').first().waitFor();
    await other.close();
    await write(page, ' It was a Tuesday.');
    await page.keyboard.press('Control+s');
    await page.getByText('You both changed the same passages').waitFor();
    await page.getByRole('radio', { name: /^Keep both/ }).check();
    await page.getByRole('button', { name: 'Save this' }).click();
    const summary = page.locator('#summary');
    await summary.getByText('It was a Tuesday.').waitFor();
    expect(await summary.innerText()).toContain('It was the mail queue.');
  });

  it('an action is done', async () => {
    await page.goto('/actions?whose=all');
    const row = page.getByRole('button', { name: /In progress$/ }).first();
    const key = /AI-\d+/.exec((await row.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await row.click();
    await page.getByRole('menuitem', { name: 'Mark as done' }).click();
    await page.getByLabel('Evidence').fill('The alert fired in the drill of 3 November.');
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText(`${key} is done.`).first().waitFor();
  });

  it('whoever signs out is out', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in**');
    await page.goto('/actions');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(window.faults).toEqual([]);
  });
});
