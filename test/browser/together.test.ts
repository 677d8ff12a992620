import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const CASE = '/postmortems/PM-33';

/** Longer than the pages take between two looks at the server. */
const A_WHILE_MS = 30_000;

describeInBrowser('two people at one case', () => {
  let web: WebApp;
  let ann: WebWindow;
  let bob: WebWindow;
  beforeAll(async () => {
    web = await startWebApp();
    await importInto(web.app, resolve('templates/demo'));
    ann = await web.openAs('Ann');
    bob = await web.openAs('Bob');
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('see each other, and what the other one is writing', async () => {
    await ann.goto(`${CASE}?edit=summary`);
    await ann.page.locator('.cm-content').click();
    await bob.goto(CASE);
    await bob.page
      .getByLabel(/Ann is writing the summary/)
      .first()
      .waitFor({ timeout: A_WHILE_MS });
    await ann.page
      .getByLabel(/Bob is reading/)
      .first()
      .waitFor({ timeout: A_WHILE_MS });
    expect([...ann.faults, ...bob.faults]).toEqual([]);
  }, 90_000);

  it('lose nothing of what they write when the case is closed to them meanwhile', async () => {
    await bob.goto(`${CASE}?edit=summary`);
    await bob.page.locator('.cm-content').click();
    await bob.page.keyboard.insertText('Bob was here.');
    const { read } = web.app.platform.database;
    const { id } = await read.findOneByOrFail(PostmortemEntity, { key: 'PM-33' });
    const service = web.app.get(PostmortemService);
    await web.app.write((tx) => service.update(tx, id, { visibility: 'RESTRICTED' }));
    await bob.page
      .getByText('This case is no longer open to you')
      .first()
      .waitFor({ timeout: A_WHILE_MS });
    expect(await bob.page.locator('.cm-content').innerText()).toContain('Bob was here.');
    expect(bob.faults).toEqual([]);
  }, 90_000);
});
