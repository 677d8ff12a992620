import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PersonEntity } from '../../src/features/people/person.entity.js';
import { aCase } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('advice while a case is written', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('says what is lacking and which words to look at, and can be put aside with a reason', async () => {
    const { page, goto, faults } = await web.openAs('Ann');
    const { app } = web;
    const { id } = await app.platform.database.read.findOneByOrFail(PersonEntity, { name: 'Ann' });
    const { key } = await aCase(app, {
      authorIds: [id],
      summary: 'The cause was human error.',
      sections: [{ heading: 'Recovery', body: 'TBD' }],
    });

    await goto(`/postmortems/${key}`);
    const advice = page.getByRole('region', { name: 'Advice for those who write' });
    await advice.getByText('1 phrase to look at').waitFor();
    await advice.getByRole('button', { name: 'Show advice' }).click();
    const empty = advice.getByRole('listitem').filter({ hasText: 'Nothing is written here yet' });
    expect(await empty.getByRole('link', { name: 'Recovery' }).getAttribute('href')).toBe(
      '#section-0',
    );
    await empty.getByRole('button', { name: 'Put aside' }).click();
    await empty.getByRole('button', { name: 'Put aside' }).click();
    await empty.getByText('Say why in a few words.').waitFor();
    await empty.getByLabel('Why does it not hold here?').fill('It never went down.');
    await empty.getByRole('button', { name: 'Put aside' }).click();
    await empty.getByText('Put aside by Ann: It never went down.').waitFor();
    await empty.getByRole('button', { name: 'Take up again' }).click();
    await empty.getByRole('button', { name: 'Put aside' }).waitFor();

    await goto(`/postmortems/${key}?edit=summary`);
    const found = page.getByRole('complementary', { name: 'Ways to put it' });
    await found.getByText('1 phrase to look at:').waitFor();
    expect(await page.locator('.cm-found').textContent()).toBe('human error');
    await found.getByRole('button', { name: 'human error' }).click();
    await page.keyboard.type('a full disk');
    await found.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The cause was a full disk.').waitFor();
    await advice.getByText('phrase to look at').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  }, 120_000);

  it('is for those who write, not for those who read', async () => {
    const { page, goto } = await web.openAs('Vera', 'VIEWER');
    const { app } = web;
    const { id } = await app.platform.database.read.findOneByOrFail(PersonEntity, { name: 'Vera' });
    const { key } = await aCase(app, { reviewerIds: [id], summary: 'It was human error.' });
    await goto(`/postmortems/${key}`);
    await page.getByText('It was human error.').waitFor();
    expect(await page.getByRole('region', { name: 'Advice for those who write' }).count()).toBe(0);
  });
});
