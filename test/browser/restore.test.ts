import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { aCase } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('restoring a revision', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('says what would change, asks why, and shows it anew when somebody was faster', async () => {
    const { app } = web;
    const ann = await web.openAs('Ann');
    const { page } = ann;
    const people = app.platform.database.read;
    const author = (await people.findOneByOrFail(PersonEntity, { name: 'Ann' })).id;
    const write = (summary: string): Promise<unknown> =>
      app.write((tx) => app.get(PostmortemService).update(tx, id, { summary }));
    const { id, key } = await aCase(app, { authorIds: [author], summary: 'Sixty were too few.' });
    await write('It was nothing.');

    await ann.goto(`/postmortems/${key}/history`);
    // There is nothing to bring back of what is there.
    expect(await page.getByRole('button', { name: /^Restore v/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Restore v1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore what v1 said?' });
    await dialog.getByRole('table', { name: 'Changes from v2, now to As in v1' }).waitFor();
    await dialog.getByText('Sixty were too few.').waitFor();
    await write('It was next to nothing.');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('The summary was emptied');
    await dialog.getByRole('button', { name: 'Restore as a new revision' }).click();
    await dialog.getByText(/Somebody else has changed this meanwhile; look at version 3/).waitFor();
    await dialog.getByRole('table', { name: 'Changes from v3, now to As in v1' }).waitFor();
    await dialog.getByRole('button', { name: 'Restore as a new revision' }).click();

    await page.getByText('says what it said in v1 again').waitFor();
    await page.getByText('Restored v1: The summary was emptied').waitFor();
    await page.getByRole('table', { name: 'Changes from v3 to v4' }).waitFor();
    await page.getByRole('button', { name: 'Restore v1' }).click();
    await dialog.getByText('there is nothing to restore').waitFor();
    expect(
      await dialog.getByRole('button', { name: 'Restore as a new revision' }).isDisabled(),
    ).toBe(true);
    expect(ann.faults).toEqual([]);
  }, 120_000);

  it('is not offered to whoever may only read', async () => {
    const { id, key } = await aCase(web.app);
    await web.app.write(async (tx) => {
      await web.app.get(PostmortemService).update(tx, id, { title: 'Another' });
    });
    const { app } = web;
    const viewer = await web.openAs('Vic', 'VIEWER');
    const people = app.platform.database.read;
    const reviewer = (await people.findOneByOrFail(PersonEntity, { name: 'Vic' })).id;
    await app.write((tx) => app.get(PostmortemService).update(tx, id, { reviewerIds: [reviewer] }));
    await viewer.goto(`/postmortems/${key}/history`);
    await viewer.page.getByRole('table').waitFor();
    expect(await viewer.page.getByRole('button', { name: /^Restore/ }).count()).toBe(0);
  }, 60_000);
});
