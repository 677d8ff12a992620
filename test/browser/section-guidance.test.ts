import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PersonEntity } from '../../src/features/people/person.entity.js';
import { aCase } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const QUESTION = /^Who could not do what, from when to when\?/;

describeInBrowser('what the template asks of a section', () => {
  let web: WebApp;
  let key: string;
  beforeAll(async () => {
    web = await startWebApp();
    await web.openAs('Ann');
    const people = web.app.platform.database.read;
    const { id } = await people.findOneByOrFail(PersonEntity, { name: 'Ann' });
    ({ key } = await aCase(web.app, {
      authorIds: [id],
      template: 'standard',
      sections: [
        { heading: 'Impact', body: 'Checkout stood still.' },
        { heading: 'Aside', body: '' },
      ],
    }));
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  const write = async ({ page, goto }: WebWindow, part: string): Promise<void> => {
    await goto(`/postmortems/${key}?edit=${part}`);
    await page.locator('.cm-content').waitFor();
  };

  it('stands above its text while it is being written, and stays folded once it was', async () => {
    const ann = await web.openAs('Ann');
    const { page } = ann;
    await write(ann, 'section-0');
    await page.getByText(QUESTION).waitFor();
    await page.getByText('Practice 3.3').waitFor();
    expect(await page.locator('.cm-content').innerText()).toBe('Checkout stood still.');
    await page.getByText('What this section asks').click();
    expect(await page.getByText(QUESTION).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('link', { name: 'Edit: Impact' }).click();
    await page.getByText('What this section asks').waitFor();
    expect(await page.getByText(QUESTION).isVisible()).toBe(false);
    expect(ann.faults).toEqual([]);
  }, 60_000);

  it('is folded where there is little room', async () => {
    const ann = await web.openAs('Ann', 'MEMBER', { viewport: { width: 390, height: 844 } });
    const { page } = ann;
    await write(ann, 'section-0');
    await page.getByText('What this section asks').waitFor();
    expect(await page.getByText(QUESTION).isVisible()).toBe(false);
    await page.getByText('What this section asks').click();
    await page.getByText(QUESTION).waitFor();
  }, 60_000);

  it('is nothing for a section that the template does not have', async () => {
    const ann = await web.openAs('Ann');
    await write(ann, 'section-1');
    expect(await ann.page.getByText('What this section asks').count()).toBe(0);
  }, 60_000);
});
