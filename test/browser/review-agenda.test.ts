import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { describeInBrowser } from '../support/in-browser.js';
import { runMeeting, type RunMeeting } from '../support/run-meeting.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const TITLES = ['Pool ran dry', 'Cache went cold'] as const;

describeInBrowser('the agenda of a meeting that goes on', () => {
  let web: WebApp;
  let ann: WebWindow;
  let bob: WebWindow;
  let meeting: RunMeeting;
  let address: string;
  let [pool, cold] = ['', ''];

  beforeAll(async () => {
    web = await startWebApp();
    ann = await web.openAs('Ann', 'MEMBER', { reducedMotion: 'reduce' });
    bob = await web.openAs('Bob', 'MEMBER', { reducedMotion: 'reduce' });
    meeting = await runMeeting(web.app, ['Ann', 'Bob'], TITLES);
    address = `/meetings/${meeting.key}`;
    [pool = '', cold = ''] = meeting.cases.map(({ key }) => key);
    await ann.goto(address);
    await bob.goto(address);
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  const entryOf = (page: Page, title: string) =>
    page.getByRole('article', { name: new RegExp(title) });
  const order = async (page: Page): Promise<string[]> =>
    (await page.getByRole('article', { name: /^PM-/ }).allInnerTexts()).map(
      (text) => TITLES.find((title) => text.includes(title)) ?? '',
    );

  /** Until a case stands first: a move is told before the agenda has been asked for anew. */
  const leads = (page: Page, title: string): Promise<void> =>
    page.getByRole('article', { name: /^PM-/ }).first().filter({ hasText: title }).waitFor();

  it('runs over no notes of another', async () => {
    const write = async ({ page }: WebWindow, words: string): Promise<void> => {
      const entry = entryOf(page, TITLES[0]);
      await entry.getByRole('button', { name: `Write notes: ${pool}` }).click();
      await entry.getByRole('textbox', { name: 'Notes' }).click();
      await page.keyboard.type(words);
    };
    await write(ann, 'Ann heard sixty.');
    await write(bob, 'Bob heard ninety.');
    await bob.page.keyboard.press('Control+Enter');
    await entryOf(bob.page, TITLES[0]).getByText('Bob heard ninety.').waitFor();
    await ann.page.keyboard.press('Control+Enter');
    const entry = entryOf(ann.page, TITLES[0]);
    await entry.getByText('Somebody else has changed the notes meanwhile.').waitFor();
    await entry.locator('pre', { hasText: 'Bob heard ninety.' }).waitFor();
    await entry.getByRole('button', { name: 'Save mine' }).click();
    await entry.getByRole('paragraph').getByText('Ann heard sixty.').waitFor();
    await entryOf(bob.page, TITLES[0]).getByText('Ann heard sixty.').waitFor();
    expect([...ann.faults, ...bob.faults]).toEqual([]);
  }, 120_000);

  it('takes back a decision that was deleted, and a case that was taken off', async () => {
    const { page } = ann;
    const entry = entryOf(page, TITLES[0]);
    const line = entry.getByLabel(`New decision about ${pool}`);
    await line.fill('Bound the pool');
    await line.press('Enter');
    const decision = entry.getByRole('listitem').getByText('Bound the pool');
    await decision.waitFor();
    await entry.getByRole('button', { name: 'Delete decision 1' }).click();
    await decision.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await decision.waitFor();

    const other = entryOf(page, TITLES[1]);
    await other.getByRole('button', { name: `Take ${cold} off the agenda` }).click();
    await other.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await other.waitFor();
    expect(await other.getByLabel(`Minutes planned for ${cold}`).inputValue()).toBe('1');
    expect(ann.faults).toEqual([]);
  }, 120_000);

  it('is put in order by the keyboard, which stays where it was', async () => {
    const { page } = ann;
    expect(await order(page)).toEqual([...TITLES]);
    const outcome = entryOf(page, TITLES[1]).getByRole('button', { name: 'Carried over' });
    await outcome.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(`${cold} is now 1 of 2.`).first().waitFor();
    await leads(page, TITLES[1]);
    expect(await order(page)).toEqual([...TITLES].reverse());
    // What had the focus has it again.
    await page.locator('li article:focus-within', { hasText: TITLES[1] }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText(`${cold} is now 2 of 2.`).first().waitFor();
    await leads(page, TITLES[0]);
    expect(await order(page)).toEqual([...TITLES]);
  }, 120_000);

  it('warns in the room when the time for a case is nearly over, and when it is', async () => {
    const { page } = bob;
    await page.clock.install();
    await bob.page.goto(`${address}?show=${pool}`);
    const timer = page.getByRole('timer');
    await timer.waitFor();
    const said = page.getByRole('status');
    await said.getByText('of 1 minute').waitFor();
    await page.clock.runFor(46_000);
    await said.getByText('nearly over').waitFor();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Go on with the timer' }).waitFor();
    const paused = await timer.innerText();
    await page.clock.runFor(30_000);
    expect(await timer.innerText()).toBe(paused);
    await page.keyboard.press('p');
    await page.clock.runFor(20_000);
    await said.getByText('over', { exact: true }).waitFor();
    expect(await timer.innerText()).toMatch(/^−0:/);
    expect(bob.faults).toEqual([]);
  }, 120_000);
});
