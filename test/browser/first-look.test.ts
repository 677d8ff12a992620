import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('the web client', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('opens', async () => {
    const { page, faults } = await web.openAs('Ann', 'ADMIN');
    await page.getByRole('searchbox').first().waitFor();
    expect(faults).toEqual([]);
  });
});
