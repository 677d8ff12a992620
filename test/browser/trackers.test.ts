import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { aCase, aPerson, aTeam } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { githubIssue, tell } from '../support/trackers.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('a tracker', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  /** An action that is promised and followed in GitHub. */
  async function anAction(): Promise<string> {
    const { app } = web;
    const ann = await app.platform.database.read.findOneByOrFail(PersonEntity, { name: 'Ann' });
    const [{ id: postmortemId }, owner, team] = [
      // Her own draft: those of others are not hers to see.
      await aCase(app, { authorIds: [ann.id] }),
      await aPerson(app),
      await aTeam(app),
    ];
    return app.write(async (tx) => {
      const trackerUrl = 'https://github.com/acme/shop/issues/12';
      const input = { postmortemId, title: 'Raise the limit', trackerUrl };
      const { id, key } = await app.get(ActionItemService).create(tx, input);
      const promise = {
        ownerId: owner.id,
        teamId: team.id,
        dueOn: '2099-01-01',
        doneWhen: 'It is',
      };
      await app.get(ActionItemLifecycle).commit(tx, id, promise);
      return key;
    });
  }

  it('is connected, tells that an issue is closed, and somebody says whether it is done', async () => {
    const { page, goto, faults } = await web.openAs('Ann', 'ADMIN');
    const [one, other] = [await anAction(), await anAction()];
    await goto('/admin?tab=trackers');
    await page.getByRole('button', { name: 'Connect a tracker' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    const hookUrl = await page.getByLabel('Send to this address').inputValue();
    const secret = await page.getByLabel('Sign with this secret').inputValue();
    await page.getByRole('button', { name: 'It is in the tracker' }).click();
    await page.getByText('has told nothing yet').waitFor();
    expect(await page.content()).not.toContain(secret);

    const id = hookUrl.split('/').at(-1) ?? '';
    const at = new Date(Date.now() - 60_000).toISOString();
    const told = await tell(web.app, { id, provider: 'GITHUB', secret }, githubIssue({ at }));
    expect(told.status).toBe(202);

    await goto('/actions?whose=all&closed=yes');
    await page.locator('[data-row-of]').nth(1).waitFor();
    expect(await page.locator('[data-row-of]').count()).toBe(2);
    expect(await page.getByText('Closed there: done here?').count()).toBe(2);

    await goto(`/actions/${one}`);
    await page.getByText('acme/shop#12 was closed in GitHub. Is this action done?').waitFor();
    await page.getByRole('button', { name: 'Not yet' }).click();
    await page.getByLabel('What is missing').fill('The alert is still missing.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The alert is still missing.').waitFor();
    expect(await page.getByText('Is this action done?').count()).toBe(0);

    await goto(`/actions/${other}`);
    await page.getByRole('button', { name: 'Yes, it is done' }).click();
    await page.getByText(`${other} is done.`).waitFor();

    await goto('/admin?tab=trackers');
    await page.getByText('last told something').waitFor();
    await page.getByRole('button', { name: 'Archive GitHub' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await page.getByText('archived', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  }, 120_000);
});
