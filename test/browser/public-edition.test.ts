import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { axeFaults } from '../support/axe.js';
import { aCase } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';
import { SERVED } from '../support/world-editions.js';

describeInBrowser('a public edition', () => {
  let web: WebApp;
  let admin: WebWindow;
  let author: WebWindow;
  let key: string;
  beforeAll(async () => {
    web = await startWebApp({ env: SERVED });
    const still = { reducedMotion: 'reduce' } as const;
    admin = await web.openAs('Ruth', 'ADMIN', still);
    author = await web.openAs('Annabel', 'MEMBER', still);
    const { app } = web;
    const { id: ann } = await app.platform.database.read.findOneByOrFail(PersonEntity, {
      name: 'Annabel',
    });
    const made = await aCase(app, {
      authorIds: [ann],
      title: 'The pool ran dry',
      summary: 'Annabel raised the bound of shelfd by hand.',
      sections: [
        { heading: 'Impact', body: 'Sixty orders were late.' },
        { heading: 'Costs', body: 'Nobody outside needs this.' },
      ],
    });
    ({ key } = made);
    await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, made.id));
    await app.write((tx) => app.get(PostmortemLifecycle).approve(tx, made.id));
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('replaces the words of a list that administrators keep', async () => {
    const { page, goto } = admin;
    await goto('/admin?tab=public-edition');
    const words = page.getByRole('textbox', { name: 'Words that stay inside, one a line' });
    await words.fill('shelfd = the stock service\nnothing\n');
    await page.getByText('Line 2 has no “=” with something on both sides.').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await words.fill('shelfd = the stock service\n');
    await page.getByText('1 word', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The words are saved.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  }, 60_000);

  it('is made, edited, approved by somebody else, published and withdrawn', async () => {
    const { page } = author;
    const dialog = page.getByRole('dialog');
    await author.goto(`/postmortems/${key}`);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('menuitem', { name: 'Public edition' }).click();
    await page.getByRole('heading', { name: 'Public edition', level: 1 }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Costs' }).uncheck();
    await page.getByRole('button', { name: 'Make the public edition' }).click();

    const diff = page.getByRole('table', { name: 'Changes from Inside to Public edition' });
    await diff.getByText('raised the bound of the stock service by hand').first().waitFor();
    await page.getByText('2 things are replaced by the rules').click();
    const replaced = page.getByRole('row', { name: /^shelfd the stock service internal word/ });
    await replaced.waitFor();
    await page.getByText('Nothing in it looks as if it should stay inside.').waitFor();
    await page.getByText(/^The facilitator or an administrator approves it/).waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);

    // A name that is written into it by hand is pointed at, and holds it up.
    await page.getByRole('button', { name: 'Edit the text' }).click();
    const text = dialog.getByRole('textbox', { name: 'Text in Markdown' });
    const made = await text.inputValue();
    expect(made).not.toMatch(/Annabel|shelfd|Nobody outside/);
    expect(await axeFaults(page)).toEqual([]);
    await text.fill(`${made}\nThanks to Annabel.\n`);
    await dialog.getByRole('button', { name: 'Save' }).click();
    const check = page.getByRole('region', { name: 'Check' });
    await check.getByText(/^1 name or internal word has to be replaced/).waitFor();
    await check.getByRole('listitem').filter({ hasText: 'Annabel' }).waitFor();
    await admin.goto(`/postmortems/${key}/public-edition`);
    const approve = admin.page.getByRole('button', { name: 'Approve' });
    expect(await approve.isDisabled()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Edit the text' }).click();
    await text.fill(`${made}\nThanks to everybody.\n`);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await check.getByText('Nothing in it looks as if it should stay inside.').waitFor();

    await admin.goto(`/postmortems/${key}/public-edition`);
    await approve.click();
    await admin.page.getByText('It is approved.').waitFor();
    await admin.page.getByRole('button', { name: 'Publish' }).click();
    const link = admin.page.getByRole('link', { name: /\/public\/[\w-]{43}$/ });
    const address = (await link.getAttribute('href')) ?? '';

    const outside = await web.open();
    await outside.page.goto(address);
    await outside.page.getByRole('heading', { name: 'The pool ran dry', level: 1 }).waitFor();
    const shown = await outside.page.locator('body').innerText();
    expect(shown).toMatch(/the stock service[\s\S]*Thanks to everybody/);
    expect(shown).not.toMatch(/Annabel|shelfd|Nobody outside|PM-/);
    expect(await axeFaults(outside.page)).toEqual([]);

    await admin.page.getByRole('button', { name: 'Withdraw' }).click();
    await admin.page.getByText('It is no longer public.').waitFor();
    // Somebody else: a browser keeps what it was given for a minute.
    const late = await web.open();
    const gone = await late.page.goto(address);
    expect(gone?.status()).toBe(404);
    expect(await late.page.locator('body').innerText()).not.toMatch(/pool|stock service/);
    expect([...author.faults, ...admin.faults, ...outside.faults]).toEqual([]);
  }, 120_000);
});
