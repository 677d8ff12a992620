import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { readAtom, readCalendar } from '../support/feeds.js';
import { aTeam } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { send } from '../support/raw-http.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

describeInBrowser('addresses for calendars and feed readers', () => {
  let web: WebApp;
  let ann: WebWindow;
  let key: string;
  beforeAll(async () => {
    web = await startWebApp();
    ({ key } = await aTeam(web.app, '訂單'));
    ann = await web.openAs('Ann');
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  const pathIn = (address: string): string => {
    const { pathname, search } = new URL(address);
    return pathname + search;
  };

  /** Makes an address as the form stands; returns what can be copied. */
  async function make(name: string): Promise<string> {
    const { page } = ann;
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Make the address' }).click();
    await page.getByText('It is shown only now').waitFor();
    return page.getByRole('textbox', { name: 'Address', exact: true }).inputValue();
  }

  it('are made from where one stands, shown once, and end when they are revoked', async () => {
    const { page } = ann;
    await ann.goto('/mine');
    await page.getByRole('link', { name: 'As a calendar' }).click();
    const calendar = await make('phone');
    expect(calendar).toMatch(/\/feeds\/due\.ics\?token=fpf_/);
    expect(readCalendar((await send(web.app, pathIn(calendar))).body)).toEqual([]);
    expect(
      await page.getByRole('link', { name: 'Subscribe on this device' }).getAttribute('href'),
    ).toMatch(/^webcal:/);
    await ann.goto(`/teams/${key}/digest`);
    await page.getByRole('link', { name: 'Subscribe' }).click();
    const feed = await make('reader');
    expect(feed).toContain(`/feeds/digest/${key}.atom?token=`);
    expect(readAtom((await send(web.app, pathIn(feed))).body).title).toContain('訂單');
    await ann.goto('/settings?tab=feeds');
    expect(await page.getByText('It is shown only now').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke “phone”' }).click();
    await page.getByText('The token “phone” no longer works.').first().waitFor();
    expect((await send(web.app, pathIn(calendar))).status).toBe(404);
    expect((await send(web.app, pathIn(feed))).status).toBe(200);
    await ann.goto('/settings?tab=tokens');
    await page.getByText('You have no tokens.').waitFor();
    expect(ann.faults).toEqual([]);
  }, 60_000);
});
