import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { SessionService } from '../../src/features/identity/session.service.js';
import { IncidentEntity } from '../../src/features/incident/incident.entity.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { TimelineEventEntity } from '../../src/features/timeline/timeline-event.entity.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import { PASSWORD } from '../support/account.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const CASE = '/postmortems/PM-33';

describeInBrowser('on a bad day', () => {
  let web: WebApp;
  let ann: WebWindow;
  let page: Page;
  beforeAll(async () => {
    web = await startWebApp();
    await importInto(web.app, resolve('templates/demo'));
    ann = await web.openAs('Ann', 'ADMIN');
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });
  beforeEach(async () => {
    page = await ann.context.newPage();
  });
  afterEach(async () => {
    await ann.context.setOffline(false);
    await page.close();
    expect(ann.faults.splice(0)).toEqual([]);
  });

  const isOffline = (isIt: boolean): Promise<void> => ann.context.setOffline(isIt);

  /** The tab is closed, and another one opened once the network is back. */
  async function comeBack(path: string): Promise<void> {
    await page.close();
    await isOffline(false);
    page = await ann.context.newPage();
    await page.goto(path);
  }

  /** The Markdown editor, with the cursor at its end. */
  async function writing(): Promise<Locator> {
    const area = page.locator('.cm-content');
    await area.click();
    await page.keyboard.press('Control+End');
    return area;
  }
  const write = (text: string): Promise<void> => page.keyboard.insertText(text);
  const told = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
  const newEntry = (): Locator => page.getByLabel(/^New entry/);
  const allSaved = (): Promise<void> => page.locator('[data-save-state=saved]').waitFor();
  const putDown = (): Locator => page.getByRole('button', { name: 'Put it down' });

  const rows = () => web.app.platform.database.read;
  const summary = async (): Promise<string> =>
    (await rows().findOneByOrFail(PostmortemEntity, { key: 'PM-33' })).summary;
  const entries = (text: string): Promise<number> => rows().countBy(TimelineEventEntity, { text });
  const incidents = (title: string): Promise<number> => rows().countBy(IncidentEntity, { title });

  describe('without a network', () => {
    it('the text of a part is kept, sent when the network is back, and there after the tab was closed', async () => {
      await page.goto(`${CASE}?edit=summary`);
      await writing();
      await isOffline(true);
      await write(' In a tunnel.');
      await told('will be saved when fupan is back');
      await isOffline(false);
      await told(/^Draft saved/);

      await isOffline(true);
      await write(' In a second one.');
      await page.keyboard.press('Control+s');
      await told('fupan cannot be reached');
      await comeBack(`${CASE}?edit=summary`);
      await told('You go on with your draft');
      await writing();
      await page.keyboard.press('Control+s');
      await told('Saved: Summary');
      expect(await summary()).toContain('In a tunnel. In a second one.');
    }, 30_000);

    it('an entry of the timeline is kept, sent when the network is back, and there after the tab was closed', async () => {
      await page.goto(`${CASE}?edit=timeline`);
      await newEntry().waitFor();
      await isOffline(true);
      await newEntry().fill('19:06 the first tunnel');
      await newEntry().press('Enter');
      await told('Not saved yet.');
      await isOffline(false);
      await allSaved();
      expect(await entries('the first tunnel')).toBe(1);

      await isOffline(true);
      await newEntry().fill('19:07 the second tunnel');
      await newEntry().press('Enter');
      await told('Not saved yet.');
      await newEntry().fill('19:08 half a li');
      await comeBack(`${CASE}?edit=timeline`);
      await allSaved();
      expect(await entries('the second tunnel')).toBe(1);
      expect(await newEntry().inputValue()).toBe('19:08 half a li');
      await newEntry().fill('');
    }, 30_000);

    it('a new incident is kept, and there after the tab was closed', async () => {
      const title = 'Signals failed in a tunnel';
      await page.goto('/incidents/new');
      await page.getByLabel('Title').waitFor();
      await isOffline(true);
      await page.getByLabel('Title').fill(title);
      await putDown().click();
      await told('fupan cannot be reached');
      await comeBack('/incidents/new');
      expect(await page.getByLabel('Title').inputValue()).toBe(title);
      await putDown().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await incidents(title)).toBe(1);
    }, 30_000);
  });

  describe('while answers take long', () => {
    /** Holds back what the page asks for, or what of it has these words, until it is let go. */
    async function hold(words = ''): Promise<{ asked: () => number; letGo: () => Promise<void> }> {
      let letGo = (): void => undefined;
      let asked = 0;
      const until = new Promise<void>((done) => {
        letGo = done;
      });
      await page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes(words) === true) {
          asked += 1;
          await until;
        }
        await route.continue();
      });
      return {
        asked: () => asked,
        letGo: async () => {
          letGo();
          await page.unrouteAll({ behavior: 'wait' });
        },
      };
    }

    it('the place of a page is kept until it is there', async () => {
      const { letGo } = await hold();
      await page.goto(CASE);
      await page.locator('main [class*=skeleton]').first().waitFor();
      await letGo();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('main [class*=skeleton]').count()).toBe(0);
    }, 30_000);

    it('a form is sent once however often its button is pressed', async () => {
      const title = 'Pressed twice';
      await page.goto('/incidents/new');
      await page.getByLabel('Title').fill(title);
      const { asked, letGo } = await hold('incidentCreate');
      await putDown().dblclick();
      const saving = page.getByRole('button', { name: 'Saving…' });
      await saving.waitFor();
      expect(await saving.isDisabled()).toBe(true);
      await page.getByLabel('Title').press('Enter');
      await letGo();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(asked()).toBe(1);
      expect(await incidents(title)).toBe(1);
    }, 30_000);

    it('what is written while a text is being saved stays, and is saved after it', async () => {
      await page.goto(`${CASE}?edit=summary`);
      const area = await writing();
      await write(' Before the answer.');
      const { letGo } = await hold('postmortemUpdate');
      await page.keyboard.press('Control+s');
      await page.getByRole('button', { name: 'Saving…' }).waitFor();
      await write(' While it was awaited.');
      await letGo();
      await told('Saved: Summary');
      expect(await area.innerText()).toContain('Before the answer. While it was awaited.');
      expect(await summary()).not.toContain('While it was awaited.');
      await told(/^Draft saved/);
      await page.keyboard.press('Control+s');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await area.waitFor({ state: 'detached' });
      expect(await summary()).toContain('Before the answer. While it was awaited.');
    }, 30_000);

    it('what is typed into an entry while it is being saved stays, and is saved after it', async () => {
      await page.goto(`${CASE}?edit=timeline`);
      await newEntry().fill('19:10 an answer');
      await newEntry().press('Enter');
      await allSaved();
      const line = page.getByLabel(/^What happened at/).last();
      const { letGo } = await hold('timelineEventUpdate');
      await line.fill('an answer that');
      await line.blur();
      await page.locator('[data-save-state=saving]').waitFor();
      await line.fill('an answer that takes long');
      await letGo();
      await allSaved();
      expect(await line.inputValue()).toBe('an answer that takes long');
      expect(await entries('an answer that takes long')).toBe(1);

      const late = await hold('query CasePage');
      const asked = page.waitForRequest(
        (request) => request.postData()?.includes('query CasePage') === true,
      );
      await line.fill('an answer that is');
      await line.blur();
      await asked;
      await line.fill('an answer that is late');
      await late.letGo();
      await allSaved();
      expect(await line.inputValue()).toBe('an answer that is late');
      expect(await entries('an answer that is late')).toBe(1);
    }, 30_000);
  });

  it('while fupan is being started again, what is written stays, and is saved once it is back', async () => {
    const other = await ann.context.newPage();
    await other.goto(`${CASE}?edit=timeline`);
    await page.goto(`${CASE}?edit=summary`);
    const area = await writing();
    await web.restart(async () => {
      await write(' Written to nobody.');
      await told('will be saved when fupan is back');
      await other.getByLabel(/^New entry/).fill('19:20 nobody is there');
      await other.getByLabel(/^New entry/).press('Enter');
      await other.getByText('Not saved yet.').waitFor();
    });
    await told(/^Draft saved/);
    await other.locator('[data-save-state=saved]').waitFor();
    expect(await entries('nobody is there')).toBe(1);
    await other.close();
    await write(' And on.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await area.waitFor({ state: 'detached' });
    expect(await summary()).toContain('Written to nobody. And on.');
  }, 60_000);

  it('what could not be delivered is shown to an administrator, and is tried again', async () => {
    const { id } = await rows().findOneByOrFail(PostmortemEntity, { key: 'PM-33' });
    const then = new Date();
    const letter = {
      ...{ seq: 0, topic: 'search', subjectId: id, attempts: 12, lastError: 'Error: disk is full' },
      ...{ createdAt: then, nextAttemptAt: then, claimedBy: null, deadAt: then },
    };
    await web.app.platform.outbox.drained();
    await web.app.write((tx) => insertRows(tx, OutboxEntity, [letter]));
    await page.goto('/admin?tab=dead-letters');
    await told('Error: disk is full');
    await page.getByRole('link', { name: 'PM-33' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await told('It is being tried again.');
    await told('Everything has been delivered.');
    await web.app.platform.outbox.drained();
    expect(await rows().countBy(OutboxEntity, {})).toBe(0);
  }, 30_000);

  describe('when the session has ended', () => {
    const endSessions = async (): Promise<void> => {
      const { id } = await rows().findOneByOrFail(PersonEntity, { name: 'Ann' });
      await web.app.write((tx) => web.app.get(SessionService).endAll(tx, id));
    };
    async function signInAgain(): Promise<void> {
      const dialog = page.getByRole('dialog', { name: 'You have been signed out' });
      await dialog.getByLabel('E-mail address').fill('ann@example.com');
      await dialog.getByLabel('Password').fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    }

    it('the text of a part is there after signing in again, and can be saved', async () => {
      await page.goto(`${CASE}?edit=summary`);
      const area = await writing();
      await endSessions();
      await write(' Without a session.');
      await told('will be saved when you have signed in again');
      await signInAgain();
      await told(/^Draft saved/);
      expect(await area.innerText()).toContain('Without a session.');
      await endSessions();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await signInAgain();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await area.waitFor({ state: 'detached' });
      expect(await summary()).toContain('Without a session.');
    }, 30_000);

    it('an entry of the timeline is saved by itself after signing in again', async () => {
      await page.goto(`${CASE}?edit=timeline`);
      await newEntry().waitFor();
      await endSessions();
      await newEntry().fill('19:30 signed out');
      await newEntry().press('Enter');
      await signInAgain();
      await allSaved();
      expect(await entries('signed out')).toBe(1);
    }, 30_000);

    it('a new incident can be put down after signing in again', async () => {
      const title = 'Sessions ended early';
      await page.goto('/incidents/new');
      await page.getByLabel('Title').fill(title);
      await endSessions();
      await putDown().click();
      await signInAgain();
      expect(await page.getByLabel('Title').inputValue()).toBe(title);
      await putDown().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await incidents(title)).toBe(1);
    }, 30_000);
  });
});
