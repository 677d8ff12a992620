import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { IncidentService } from '../../src/features/incident/incident.service.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('templates', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('are suggested with a reason, and any other can be taken', async () => {
    const { page, goto, faults } = await web.openAs('Ann');
    const { key } = await web.app.write((tx) =>
      web.app.get(IncidentService).create(tx, { title: 'Failover drill', kind: 'DRILL' }),
    );
    await goto(`/postmortems/new?incident=${key}`);
    await page.getByText('Suggested by rule 1: the kind is Drill.').waitFor();
    expect(await page.getByRole('radio', { name: /^Drill/ }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: /^Short/ }).click();
    await page.getByText('Rule 1 suggests Drill.').waitFor();
    await page.getByRole('button', { name: 'Take the suggested one' }).click();
    await page.getByText('Suggested by rule 1: the kind is Drill.').waitFor();
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await page.getByText('Failover drill, from … to …, on …: …').first().waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  it('are written by administrators, who see all faults beside the text', async () => {
    const { page, goto, faults } = await web.openAs('Bea', 'ADMIN');
    await goto('/admin?tab=templates');
    await page.getByRole('button', { name: 'Preview security' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Exposure' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Duplicate short' }).click();
    const dialog = page.getByRole('dialog');
    const text = dialog.getByLabel('Markdown with front matter');
    const sound = await text.inputValue();
    await text.fill(sound.replace('place: 2', 'place: two').replace('{{incident}}', '{{who}}'));
    await dialog.getByText('2 faults').waitFor();
    await dialog.getByText(/^Line 5: /).waitFor();
    await text.fill(sound.replace('label: Short', 'label: Near miss'));
    await dialog.getByText('Near miss', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('short is saved.').waitFor();
    await page.getByText('an own one stands before it').waitFor();
    await page.getByRole('button', { name: 'Archive short' }).click();
    await page.getByRole('button', { name: 'Offer again' }).waitFor();

    await page.getByRole('button', { name: 'Edit the rules' }).click();
    const rules = dialog.getByLabel('Rules in YAML, in order');
    await rules.fill('rules:\n  - template: nothing\n');
    await dialog.getByText(/^Line 2: there is no template nothing/).waitFor();
    await rules.fill('rules:\n  - template: security\n    severity: SEV1\n');
    await dialog.getByText('Without faults.').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('These are rules of your own.').waitFor();
    await page.getByText('the severity is SEV1').waitFor();
    await page.getByRole('button', { name: 'Back to the file' }).click();
    await page.getByText('These are the rules of the file').waitFor();
    expect(faults).toEqual([]);
  }, 120_000);
});
