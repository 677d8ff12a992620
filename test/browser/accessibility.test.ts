import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SCREENS } from '../../bench/screens.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');

/** Serious and critical faults, each with the elements that have it. */
const LOOK = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' | ' + failureSummary)))`;

/** Nothing moves while it is looked at, and what fades in is there. */
const STILL = { reducedMotion: 'reduce' } as const;

describeInBrowser('for whoever uses a screen reader, a keyboard or weak eyes', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
    await importInto(web.app, resolve('templates/demo'));
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    let window: WebWindow;
    beforeAll(async () => {
      window = await web.openAs('Ann', 'ADMIN', { colorScheme, ...STILL });
    }, 60_000);

    it.each(Object.entries(SCREENS))(
      'axe finds nothing serious on the screen %s',
      async (_name, path) => {
        const { page, goto } = window;
        await goto(path);
        await page.locator('h1').first().waitFor({ state: 'attached' });
        await page.evaluate(AXE);
        expect(await page.evaluate<string[]>(LOOK)).toEqual([]);
      },
      60_000,
    );
  });
});
