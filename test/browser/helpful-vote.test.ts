import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { caughtUp } from '../support/app.js';
import { aCase } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('whom a case helped', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('is said by a key at its end, shown in lists as a number, and taken back', async () => {
    const { app } = web;
    const { id, key } = await aCase(app, { title: 'Quasars flared', summary: 'They flared.' });
    await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, id));
    await caughtUp(app);
    const reader = await web.openAs('Ann');
    const { page } = reader;
    await reader.goto(`/postmortems/${key}`);
    const toggle = page.getByRole('button', { name: 'This helped me' });
    await toggle.and(page.locator('[aria-pressed=false]')).press('Enter');
    await page.getByText('It helped 1 person').waitFor();
    await toggle.and(page.locator('[aria-pressed=true]')).waitFor();
    await toggle.and(page.locator(':focus')).waitFor();

    const other = await web.openAs('Bob');
    await other.goto('/?q=quasars');
    await other.page.getByText('helped 1 person').waitFor();
    await other.goto(`/postmortems/${key}`);
    await other.page.getByRole('button', { name: 'This helped me', pressed: false }).waitFor();

    await toggle.press('Space');
    await page.getByRole('button', { name: 'This helped me', pressed: false }).waitFor();
    await page.getByText('It helped 1 person').waitFor({ state: 'detached' });

    const ann = await app.platform.database.read.findOneByOrFail(PersonEntity, { name: 'Ann' });
    const draft = await aCase(app, { title: 'Not yet', authorIds: [ann.id] });
    await reader.goto(`/postmortems/${draft.key}`);
    await page.getByRole('heading', { name: 'Not yet' }).waitFor();
    expect(await toggle.count()).toBe(0);
    expect([...reader.faults, ...other.faults]).toEqual([]);
  }, 120_000);
});
