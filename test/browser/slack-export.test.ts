import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PersonEntity } from '../../src/features/people/person.entity.js';
import { aCase } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';
import { zipOf } from '../support/zip.js';

const said = (ts: string, text: string) => ({ type: 'message', user: 'U1', ts, text });
const EXPORT = {
  'users.json': [{ id: 'U1', name: 'ann', profile: { display_name: 'Ann Lee' } }],
  'inc-7/2026-03-11.json': [
    said('1773209133.000250', 'Checkout answers 502'),
    said('1773209400.000100', 'Rolled back'),
  ],
  'random/2026-03-11.json': [said('1773209133.000100', 'lunch?')],
};

describeInBrowser('the timeline from a Slack export', () => {
  let web: WebApp;
  const folder = mkdtempSync(join(tmpdir(), 'fupan-slack-'));
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses what is no export in a sentence, and adds the chosen messages of one', async () => {
    const { app } = web;
    const ann = await web.openAs('Ann', 'MEMBER', { timezoneId: 'UTC' });
    const { page } = ann;
    const people = app.platform.database.read;
    const { id } = await people.findOneByOrFail(PersonEntity, { name: 'Ann' });
    const { key } = await aCase(app, { authorIds: [id] });
    await ann.goto(`/postmortems/${key}?edit=timeline`);
    await page.getByRole('button', { name: 'Paste lines' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make entries of pasted lines' });
    await dialog.getByRole('button', { name: 'From a Slack export' }).click();
    const file = dialog.getByLabel('Export of Slack (zip)');
    const choose = (name: string, buffer: Buffer): Promise<void> =>
      file.setInputFiles({ name, mimeType: 'application/zip', buffer });

    await choose('notes.zip', Buffer.from('no zip at all'));
    await dialog.getByText('This is no sound zip file; download the export again.').waitFor();
    await choose('other.zip', await zipOf({ 'readme.json': {} }));
    await dialog.getByText(/^This zip holds no days of channels/).waitFor();
    expect(await dialog.getByLabel('Channel').count()).toBe(0);
    const vast = join(folder, 'vast.zip');
    writeFileSync(vast, '');
    truncateSync(vast, 50 * 1024 ** 2 + 1);
    await file.setInputFiles(vast);
    await dialog.getByText(/^An export may have at most 50 MiB/).waitFor();

    await choose('export.zip', await zipOf(EXPORT));
    await dialog.getByLabel('Channel').selectOption('inc-7');
    expect(await dialog.getByRole('alert').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Read messages' }).click();
    await dialog.getByText('2 messages').waitFor();
    await dialog.getByRole('checkbox', { name: 'Add “Rolled back”' }).uncheck();
    await dialog.getByRole('button', { name: /^Add 1/ }).click();
    await dialog.waitFor({ state: 'hidden' });

    await ann.goto(`/postmortems/${key}`);
    const timeline = page.locator('#timeline');
    await timeline.getByText('Checkout answers 502', { exact: true }).waitFor();
    expect(await timeline.locator('time').first().textContent()).toBe('06:05:33');
    expect(await timeline.getByText(/Rolled back|lunch/).count()).toBe(0);
    expect(ann.faults).toEqual([]);
  }, 120_000);
});
