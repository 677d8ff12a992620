import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CHROMIUM, NO_CHROMIUM } from '../support/chromium.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

if (CHROMIUM === null)
  describe.skip(`the web client (${NO_CHROMIUM})`, () => it('works', () => undefined));
else
  describe('the web client', () => {
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
