import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { anAccount, PASSWORD } from '../support/account.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

/** In everything that Ann types, and nowhere else. */
const SECRET = 'zqsecret';

const CASE = '/postmortems/PM-33';
const INCIDENT = '/incidents/INC-21';

const input = (label: string) => (page: Page) =>
  page.locator('main').getByLabel(label, { exact: true }).first().fill(`${SECRET} ${label}`);
const newLine = (page: Page) => page.locator('[data-new-line]').first().fill(`${SECRET} line`);
/** Not only typed but added, and not taken by a server that cannot be reached. */
const addLine = async (page: Page): Promise<void> => {
  await newLine(page);
  await page.locator('[data-new-line]').first().press('Enter');
  await page.getByText('Not saved').first().waitFor();
};

/** Every kind of place in which something is typed before it is sent. */
const PLACES: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['/incidents/new', input('Title')],
  [`${INCIDENT}?edit=details`, input('Title')],
  [`${INCIDENT}?edit=summary`, (page) => page.locator('main textarea').fill(SECRET)],
  ['/postmortems/new', input('Title')],
  [`${CASE}?edit=details`, input('Title')],
  [`${CASE}?edit=sections`, (page) => page.locator('main form ol input').first().fill(SECRET)],
  [
    `${CASE}?edit=summary`,
    async (page) => {
      await page.locator('.cm-content').click();
      await page.keyboard.insertText(SECRET);
      await page
        .getByText(/^Kept in this browser/)
        .first()
        .waitFor();
    },
  ],
  [
    `${CASE}?edit=timeline`,
    (page) => page.locator('input[aria-label^="New entry"]').fill(`${SECRET} entry`),
  ],
  [`${CASE}?edit=actions`, addLine],
  [`${CASE}?edit=findings`, newLine],
];

describeInBrowser('a browser that several people use', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
    await importInto(web.app, resolve('templates/demo'));
    for (const name of ['Ann', 'Bob'] as const) await anAccount(web.app, name, 'ADMIN');
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  async function signIn({ page }: WebWindow, name: string): Promise<void> {
    await page.goto('/sign-in');
    await page.fill('input[name=email]', `${name.toLowerCase()}@example.com`);
    await page.fill('input[name=password]', PASSWORD);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL((url) => url.pathname === '/');
  }

  /** Signs in as Ann and types in every place, while nothing of it gets to the server. */
  async function annTypes(): Promise<WebWindow> {
    const window = await web.openAs('Ann', 'ADMIN');
    const { page, goto } = window;
    page.setDefaultTimeout(10_000);
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('mutation') ? route.abort() : route.continue(),
    );
    for (const [address, type] of PLACES) {
      await goto(address);
      await type(page);
    }
    await goto('/people');
    await page.unrouteAll();
    return window;
  }

  const seen = (page: Page): Promise<string> =>
    page.evaluate<string>(
      `[document.body.innerText, ...[...document.querySelectorAll('input, textarea')]
        .map(({ value }) => value)].join('\\n')`,
    );
  const stored = (page: Page): Promise<string> =>
    page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');

  /** The places in which what Ann typed is on the screen. */
  async function showing({ page, goto }: WebWindow): Promise<string[]> {
    const shown: string[] = [];
    for (const [address] of PLACES) {
      await goto(address);
      await page
        .locator('main')
        .locator('input:visible, textarea:visible, .cm-content')
        .first()
        .waitFor();
      if ((await seen(page)).includes(SECRET)) shown.push(address);
    }
    return shown;
  }

  const addresses = PLACES.map(([address]) => address);

  it('shows nobody what another has typed, and gives it back when they are there again', async () => {
    const window = await annTypes();
    await window.context.clearCookies();
    await signIn(window, 'Bob');
    expect(await showing(window)).toEqual([]);
    await window.context.clearCookies();
    await signIn(window, 'Ann');
    // Nothing gets to the server, so that it can be looked at in every place.
    await window.page.route('**/graphql', (route) =>
      route.request().postData()?.includes('mutation') ? route.abort() : route.continue(),
    );
    expect(await showing(window)).toEqual(addresses);
    await window.context.close();
  }, 180_000);

  describe('whoever signs out on purpose', () => {
    let window: WebWindow;
    beforeAll(async () => {
      window = await annTypes();
    }, 90_000);

    async function askToSignOut(): Promise<void> {
      await window.page.getByRole('button', { name: /^Account of/ }).click();
      await window.page.getByRole('menuitem', { name: 'Sign out' }).click();
    }

    it('is told what would be lost, and can go back to it', async () => {
      const { page } = window;
      await askToSignOut();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Delete what you have not saved?').waitFor();
      await dialog.getByRole('button', { name: 'Back' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await stored(page)).toContain(SECRET);
      await askToSignOut();
      await dialog.getByRole('link', { name: 'New incident' }).click();
      await page.waitForURL('**/incidents/new');
      await page.getByLabel('Title').waitFor();
      expect(await seen(page)).toContain(SECRET);
    }, 30_000);

    it('loses nothing when the server cannot be reached', async () => {
      const { page } = window;
      await page.route('**/sign-out', (route) => route.abort());
      await askToSignOut();
      await page.getByRole('button', { name: 'Sign out and delete' }).click();
      await page
        .getByText(/^You are still signed in/)
        .first()
        .waitFor();
      expect(await stored(page)).toContain(SECRET);
      await page.unrouteAll();
    }, 30_000);

    it('leaves nothing of it in the browser, in no tab', async () => {
      const { page, context } = window;
      const other = await context.newPage();
      // Here nothing is sent by itself.
      await other.goto(`${CASE}?edit=findings`);
      await other.locator('[data-new-line]').first().waitFor();
      await askToSignOut();
      await page.getByRole('button', { name: 'Sign out and delete' }).click();
      await page.waitForURL('**/sign-in');
      await other.waitForURL('**/sign-in**');
      expect(await stored(page)).not.toContain(SECRET);
      expect(await seen(other)).not.toContain(SECRET);
      await other.close();
      await signIn(window, 'Ann');
      expect(await showing(window)).toEqual([]);
      expect(window.faults).toEqual([]);
    }, 60_000);

    it('is not asked when there is nothing to lose', async () => {
      await askToSignOut();
      await window.page.waitForURL('**/sign-in');
    }, 30_000);
  });

  it('takes a page away from the next person when its session has ended', async () => {
    const window = await web.openAs('Ann', 'ADMIN');
    const { page, context, goto } = window;
    await goto(`${CASE}?edit=actions`);
    await newLine(page);
    await context.clearCookies();
    // The page may have noticed already, by a question of its own; then the dialog is before the link.
    await page.getByRole('link', { name: 'Teams', exact: true }).dispatchEvent('click');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail address').fill('bob@example.com');
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Account of Bob' }).waitFor();
    expect(await seen(page)).not.toContain(SECRET);
    await goto(`${CASE}?edit=actions`);
    await page.locator('[data-new-line]').first().waitFor();
    expect(await seen(page)).not.toContain(SECRET);
    await context.close();
  }, 60_000);

  it('takes a page away from the next person when they sign in in another tab', async () => {
    const window = await web.openAs('Ann', 'ADMIN');
    const { page, context, goto } = window;
    await goto(`${CASE}?edit=actions`);
    await newLine(page);
    await context.clearCookies();
    await signIn({ ...window, page: await context.newPage() }, 'Bob');
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Account of Bob' }).waitFor();
    expect(await stored(page)).toContain(SECRET);
    await context.close();
  }, 60_000);

  it('says so when it does not keep what is typed', async () => {
    const window = await web.openAs('Ann', 'ADMIN');
    const { page, context, goto } = window;
    await goto('/incidents/new');
    await page.evaluate(`localStorage.setItem('fill', 'x'.repeat(5_000_000))`);
    await page.evaluate(`for (let size = 200_000; size >= 1; size = Math.floor(size / 2)) {
      try { for (let at = 0; ; at += 1) localStorage.setItem('fill-' + size + '-' + at, 'x'.repeat(size)); } catch {}
    }`);
    await input('Title')(page);
    await page
      .getByText(/^This browser has no room left/)
      .first()
      .waitFor();
    // It is still there after a look at another page.
    await page.getByRole('link', { name: 'Teams', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Teams' }).waitFor();
    await page.goBack();
    await page.locator('main input').first().waitFor();
    expect(await seen(page)).toContain(SECRET);
    await context.close();
  }, 60_000);
});
