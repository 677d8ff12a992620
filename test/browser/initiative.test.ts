import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

/** Of the demo library: actions of two cases that no initiative gathers. */
const [ONE, OTHER] = ['AI-38', 'AI-101'];

describeInBrowser('an initiative', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp({ env: { FUPAN_OPEN_DRAFTS: 'on' } });
    await importInto(web.app, resolve('templates/demo'));
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('is proposed, gathers actions of several cases, begins, and is found on its actions', async () => {
    const ann = await web.openAs('Ann');
    const { page } = ann;
    const dialog = page.getByRole('dialog');
    await ann.goto('/initiatives');
    await page.getByText('No batch and no feed is believed before it is counted').waitFor();
    await page.getByRole('button', { name: 'New initiative' }).click();
    await dialog.getByLabel('What is to change').fill('Every pool is bounded');
    await dialog.getByLabel('Goal').fill('No pool **overflows**.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Every pool is bounded' }).waitFor();

    await page.getByRole('button', { name: 'Add actions' }).click();
    for (const key of [ONE, OTHER]) {
      await dialog.getByRole('combobox').fill(key);
      await page.getByRole('option', { name: new RegExp(`^${key}`) }).click();
    }
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('2 actions are added to INI-3.').first().waitFor();
    await page.getByText('2 cases').first().waitFor();

    await page.getByRole('button', { name: 'INI-3: Proposed' }).click();
    await page.getByRole('menuitem', { name: 'Start' }).click();
    await dialog.getByLabel('Owner').fill('Ann');
    await page.getByRole('option', { name: /^Ann/ }).click();
    await dialog.getByRole('button', { name: 'Start' }).click();
    await page.getByText('INI-3 is started.').first().waitFor();

    await ann.goto(`/actions/${ONE}`);
    await page.getByRole('link', { name: 'INI-3 Every pool is bounded' }).waitFor();
    await page.getByRole('button', { name: `Initiative of ${ONE}` }).click();
    await page.getByRole('button', { name: 'None', exact: true }).click();
    await page.getByText(`${ONE} is out of the initiative.`).first().waitFor();

    await ann.goto('/actions?whose=all&status=ANY&initiative=INI-3');
    await page.getByRole('link', { name: new RegExp(OTHER) }).waitFor();
    expect(await page.getByRole('link', { name: new RegExp(ONE) }).count()).toBe(0);
    expect(ann.faults).toEqual([]);
  }, 120_000);
});
