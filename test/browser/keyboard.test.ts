import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { ActionItemEntity } from '../../src/features/action-item/action-item.entity.js';
import { FactorEntity } from '../../src/features/factor/factor.entity.js';
import { IncidentEntity } from '../../src/features/incident/incident.entity.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

describeInBrowser('with the keyboard alone', () => {
  let web: WebApp;
  let ann: WebWindow;
  let page: Page;
  beforeAll(async () => {
    web = await startWebApp();
    await importInto(web.app, resolve('templates/demo'));
    ann = await web.openAs('Ann', 'ADMIN', { timezoneId: 'UTC' });
    ({ page } = ann);
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  const rows = () => web.app.platform.database.read;

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }
  const type = (text: string): Promise<void> => page.keyboard.insertText(text);
  /** What has the focus, by its name. */
  const focused = (): Promise<string> =>
    page.evaluate<string>(
      `document.activeElement.ariaLabel ?? document.activeElement.textContent ?? ''`,
    );

  it.each(['/', 'Control+k'])(
    'a case is found and opened from any screen: %s',
    async (key) => {
      await ann.goto('/incidents');
      await press(key);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('searchbox').waitFor();
      await type('connection pool');
      const results = dialog.locator('[data-result^=PM-]');
      await results.nth(1).waitFor();
      await press('ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown');
      const wanted = await results.nth(1).getAttribute('data-result');
      await press('Enter');
      await page.waitForURL(`**/postmortems/${wanted}`);
      expect(await page.getByRole('dialog').count()).toBe(0);
    },
    30_000,
  );

  it('the keys are shown, and Escape leads back to where one was', async () => {
    await ann.goto('/incidents');
    const link = page.getByRole('link', { name: 'Teams' });
    await link.focus();
    await press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Teams');
    await press('g', 'a');
    await page.waitForURL('**/actions');
  }, 30_000);

  it('a part is written and saved', async () => {
    await ann.goto('/postmortems/PM-8');
    await page.getByRole('link', { name: 'Edit: Summary' }).waitFor();
    await press('e');
    await page.locator('.cm-content:focus').waitFor();
    await press('Control+End');
    await type(' Written without a mouse.');
    await press('Control+s');
    await page.getByText('Saved: Summary').first().waitFor();
    await press('Escape');
    await page.locator('.cm-content').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Edit: Summary');
    const { summary } = await rows().findOneByOrFail(PostmortemEntity, { key: 'PM-8' });
    expect(summary).toContain('Written without a mouse.');
  }, 30_000);

  it('causes are asked for, moved and taken away', async () => {
    const { id } = await rows().findOneByOrFail(PostmortemEntity, { key: 'PM-33' });
    const outline = async (): Promise<string[]> => {
      const factors = await rows().findBy(FactorEntity, { postmortemId: id });
      const above = new Map(factors.map((factor) => [factor.id, factor.text]));
      return factors
        .filter(({ text }) => text.startsWith('cause '))
        .map(({ text, parentId }) => {
          const parent = above.get(parentId ?? '');
          return parent?.startsWith('cause ') === true ? `${parent} < ${text}` : text;
        })
        .sort();
    };
    const saved = (): Promise<void> => page.locator('[data-save-state=saved]').waitFor();
    await ann.goto('/postmortems/PM-33?edit=factors');
    await page.getByRole('button', { name: 'Add a factor' }).press('Enter');
    await page.locator('textarea:focus').waitFor();
    await type('cause one');
    await press('Enter');
    await type('cause two');
    await press('Tab', 'Enter');
    await type('cause three');
    await press('Control+Enter');
    await type('cause four');
    await press('Control+s');
    await saved();
    expect(await outline()).toEqual([
      'cause one',
      'cause one < cause three',
      'cause one < cause two',
      'cause three < cause four',
    ]);
    await press('Shift+Tab', 'Shift+Tab', 'Control+a', 'Delete', 'Backspace', 'Control+s');
    expect(await page.evaluate('document.activeElement.value')).toBe('cause three');
    await saved();
    expect(await outline()).toEqual([
      'cause one',
      'cause one < cause three',
      'cause one < cause two',
    ]);
  }, 30_000);

  it('an action is moved on', async () => {
    await ann.goto('/actions?whose=all&status=IN_PROGRESS');
    const second = page.locator('[data-row-of]').nth(1);
    await second.waitFor();
    const key = (await second.getAttribute('data-row-of')) ?? '';
    await press('j', 'j', 'Shift+Tab');
    expect(await focused()).toBe(`State of ${key}: In progress`);
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Mark as done' }).waitFor();
    while ((await focused()) !== 'Mark as done') await press('ArrowDown');
    await press('Enter');
    await page.getByRole('dialog').getByLabel('Evidence').waitFor();
    await type('Drilled on 3 November.');
    while ((await focused()) !== 'Mark as done') await press('Tab');
    await press('Enter');
    await page.getByText(`${key} is done.`).first().waitFor();
    const action = await rows().findOneByOrFail(ActionItemEntity, { key });
    expect(action).toMatchObject({ status: 'DONE', evidence: 'Drilled on 3 November.' });
  }, 30_000);

  it('milestones are moved by keys, and dragged with a mouse', async () => {
    const typed = (field: string): Promise<string> => page.locator(`#time-${field}`).inputValue();
    await ann.goto('/incidents/INC-21?edit=times');
    expect(await typed('identifiedAt')).toBe('2026-03-11 11:13');
    await page.getByRole('slider', { name: 'Identified' }).focus();
    await press('ArrowRight', 'ArrowRight', 'Shift+ArrowLeft', 'PageUp', 'ArrowUp', 'ArrowDown');
    expect(await typed('identifiedAt')).toBe('2026-03-11 11:15');

    const handle = page.getByRole('slider', { name: 'Resolved' });
    const { x, y, width, height } = (await handle.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(x, y + 80);
    const dragged = await typed('resolvedAt');
    expect(dragged > '2026-03-11 11:40').toBe(true);
    expect(dragged < '2026-03-11 13:25').toBe(true);
    expect(await typed('identifiedAt')).toBe('2026-03-11 11:15');

    await handle.press('Control+s');
    await page.getByText('Saved').first().waitFor();
    const incident = await rows().findOneByOrFail(IncidentEntity, { key: 'INC-21' });
    expect(incident.identifiedAt).toEqual(new Date('2026-03-11T11:15:00Z'));
    expect(incident.resolvedAt).toEqual(new Date(`${dragged.replace(' ', 'T')}:00Z`));
    expect(ann.faults).toEqual([]);
  }, 30_000);
});
