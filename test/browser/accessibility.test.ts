import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { SCREENS } from '../../bench/screens.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * What axe takes for a fault and is none:
 * - A guard of focus is never stayed at: it hands the focus on to where it belongs.
 * - While the list of a combobox is open the page around it is hidden from screen readers; Tab closes
 *   the list before it gets there.
 * - The names offered while writing are gone through from the text, by `aria-activedescendant`.
 */
const IS_NONE = `({ id, element }) =>
  (id === 'aria-hidden-focus' &&
    (element.matches('[data-base-ui-focus-guard]') ||
      document.activeElement.matches('input[role=combobox][aria-expanded=true]'))) ||
  (id === 'scrollable-region-focusable' && element.matches('.cm-tooltip-autocomplete > ul'))`;

/** Serious and critical faults in a part of the page, each with the elements that have it. */
const look = (
  where: string,
) => `axe.run(${where}, { resultTypes: ['violations'], elementRef: true }).then(({ violations }) =>
  violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => ({ id, ...node })))
    .filter((fault) => !(${IS_NONE})(fault))
    .map(({ id, html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' | ' + failureSummary))`;

/** What does not lie in the page, but over it. */
const OVER = `document.querySelectorAll('[data-base-ui-portal], .cm-tooltip')`;

/** Colours that have been changed get from parent to child frame by frame. */
const COLOURS_SET = `(async () => {
  do await new Promise(requestAnimationFrame);
  while (document.getAnimations().length > 0);
})()`;

const button =
  (name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name, exact: true }).first().click();

/** Opens a menu, and from it a dialog. */
const fromMenu =
  (menu: string | RegExp, item: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await button(menu)(page);
    await page.getByRole('menuitem', { name: item }).click();
  };

const WHAT_LIES_OVER = {
  menu: '[role=menu]',
  list: '[role=listbox] [role=option]',
  dialog: '[role=dialog] h2, [role=dialog] [data-result]',
  hint: '[role=tooltip]',
  message: '[role=dialog][aria-label*=empty]',
} as const;

/** What lies over a page: what it is, where, and how it is opened. */
const OVERLAYS: Readonly<
  Record<string, readonly [keyof typeof WHAT_LIES_OVER, string, (page: Page) => Promise<void>]>
> = {
  account: ['menu', '/incidents', button(/^Account of/)],
  new: ['menu', '/incidents', button('New')],
  search: [
    'dialog',
    '/incidents',
    async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('searchbox').fill('pool');
    },
  ],
  keys: ['dialog', '/incidents', (page) => page.keyboard.press('?')],
  'parts of a case': ['menu', '/postmortems/PM-21', button('Edit')],
  'sharing of a case': ['menu', '/postmortems/PM-21', button('Share')],
  'acts with a case': ['menu', '/postmortems/PM-21', button('More that can be done with the case')],
  'deletion of an incident': ['dialog', '/incidents/INC-21', fromMenu('More', /^Delete/)],
  'filter of actions': ['menu', '/actions?whose=all', button('State')],
  'state of an action': ['menu', '/actions?whose=all', button(/^State of/)],
  'end of an action': [
    'dialog',
    '/actions?whose=all&status=IN_PROGRESS',
    fromMenu(/^State of/, 'Mark as done'),
  ],
  'owner of an action': ['list', '/actions?whose=all', button(/^Owner of/)],
  'services to pick': [
    'list',
    '/incidents/new',
    (page) => page.getByLabel('Affected services').click(),
  ],
  'message with a way back': ['message', '/incidents/new', button('Empty the form')],
  'acts with a factor': ['menu', '/postmortems/PM-33?edit=factors', button(/^More for factor/)],
  'lines to paste': [
    'dialog',
    '/postmortems/PM-33?edit=timeline',
    async (page) => {
      await button('Paste lines')(page);
      await page.getByLabel('Pasted text').fill('no time here\n19:06 first orders fail');
      await page.getByText('1 line without a time').waitFor();
    },
  ],
  'names to write': [
    'list',
    '/postmortems/PM-33?edit=summary',
    async (page) => {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' PM-');
    },
  ],
  'name of a search': ['dialog', '/?q=pool', button('Save this search')],
  'hint about a time': ['hint', '/', (page) => page.locator('main time').first().hover()],
  'new person': ['dialog', '/admin', button('Add a person')],
};

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
        expect(await page.evaluate<string[]>(look('document'))).toEqual([]);
      },
      60_000,
    );
  });

  describe('over a page', () => {
    let window: WebWindow;
    beforeAll(async () => {
      window = await web.openAs('Bea', 'ADMIN', STILL);
    }, 60_000);

    it.each(Object.entries(OVERLAYS))(
      'axe finds nothing serious when it is open: %s',
      async (_name, [kind, path, open]) => {
        const { page, goto } = window;
        await goto(path);
        await page.locator('main h1').first().waitFor({ state: 'attached' });
        await open(page);
        await page.locator(WHAT_LIES_OVER[kind]).first().waitFor();
        await page.evaluate(AXE);
        expect(await page.evaluate<string[]>(look('document'))).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.evaluate(COLOURS_SET);
        const inDark = await page.evaluate<string[]>(look(OVER));
        await page.emulateMedia({ colorScheme: 'light' });
        expect(inDark).toEqual([]);
      },
      60_000,
    );
  });
});
