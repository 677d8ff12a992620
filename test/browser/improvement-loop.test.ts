import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { ActionItemEntity } from '../../src/features/action-item/action-item.entity.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { boundsOf, weekAt, weeksAfter } from '../../src/core/iso-week.js';
import { plusDays } from '../../src/core/working-days.js';
import { DigestScheduler } from '../../src/features/digest/digest-scheduler.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { TeamEntity } from '../../src/features/people/team.entity.js';
import { FakeClock } from '../support/fake-clock.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

/** Of the demo library; a proposal. */
const KEY = 'AI-117';
const TEAM = 'orders';

/** Opens what can be done with the action, and chooses. */
async function choose(page: Page, move: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^State of ${KEY}`) }).click();
  await page.getByRole('menuitem', { name: move }).click();
}

/**
 * The next noon of a Wednesday, when it is the same week in every zone. Not a past one: browsers go
 * by their own clock, and by a late one of the server cookies would be over at once.
 */
function nextWednesday(now: Date): Date {
  const noon = new Date(now);
  noon.setUTCHours(12, 0, 0, 0);
  while (noon.getUTCDay() !== 3 || noon < now) noon.setUTCDate(noon.getUTCDate() + 1);
  return noon;
}

describeInBrowser('an action from its proposal until it has shown its effect', () => {
  const clock = new FakeClock();
  clock.set(nextWednesday(new Date()).getTime());
  let mail: MailServer;
  let web: WebApp;
  let ann: WebWindow;
  let ben: WebWindow;
  const week = weekAt(clock.now(), 'UTC');
  const faults: string[] = [];
  beforeAll(async () => {
    mail = await startMailServer();
    const env = {
      FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      FUPAN_OPEN_DRAFTS: 'on',
    };
    web = await startWebApp({ clock, env });
    await importInto(web.app, resolve('templates/demo'));
    ann = await web.openAs('Ann');
    const { read } = web.app.platform.database;
    const { id } = await read.findOneByOrFail(ActionItemEntity, { key: KEY });
    const owner = await read.findOneByOrFail(PersonEntity, { name: 'Ann' });
    const team = await read.findOneByOrFail(TeamEntity, { key: TEAM });
    await web.app.write((tx) =>
      web.app.get(ActionItemService).update(tx, id, { ownerId: owner.id, teamId: team.id }),
    );
  }, 120_000);
  afterAll(async () => {
    await web.close();
    await mail.close();
  });

  /** “24 19 11”: proposed, done, effective. */
  const trends = async (window: WebWindow): Promise<number[]> => {
    await window.goto(`/trends?team=${TEAM}`);
    const said = await window.page.getByText(/^Of \d+ actions/).innerText();
    return (said.match(/\d+/g) ?? []).map(Number);
  };

  it('is promised by its owner, and begun', async () => {
    const { page } = ann;
    await ann.goto(`/actions/${KEY}`);
    await choose(page, 'Commit to it');
    await page.getByLabel('Due date').fill(plusDays(weeksAfter(week, 1).monday, 3));
    await page.getByLabel('Done when').fill('Every batch load has a registered range.');
    await page.getByRole('dialog').getByRole('button', { name: 'Commit' }).click();
    await page.getByText(`${KEY} is committed to.`).first().waitFor();
    await choose(page, 'Start');
    await page.getByText(`${KEY} is in progress.`).first().waitFor();
    await ann.goto('/mine');
    await page.getByRole('link', { name: new RegExp(`^${KEY}`) }).waitFor();
    faults.push(...ann.faults);
  }, 60_000);

  it('is answered from the mail of the week: done', async () => {
    // The digest of a week comes on the Monday after, at nine.
    clock.set(boundsOf(week, 'UTC').until.getTime());
    clock.forward({ hours: 9, minutes: 1 });
    await web.app.get(DigestScheduler).promiseDue();
    await web.app.platform.outbox.drained();
    const letter = mail.delivered.find(({ to }) => to.includes('ann@example.com'))?.mail;
    expect(letter?.text).toContain(KEY);

    // They have been away for a week.
    ann = await web.openAs('Ann');
    const { page } = ann;
    const reader = await ann.context.newPage();
    await reader.setContent(String(letter?.html));
    const line = reader.getByRole('listitem').filter({ hasText: KEY });
    await line.getByRole('link', { name: 'Done', exact: true }).click();
    await reader.waitForURL('**/answer?token=*');
    await reader.getByLabel('What shows it').fill('https://example.com/pull/7');
    await reader.getByRole('button', { name: 'It is done' }).click();
    await reader.getByRole('heading', { name: 'Thank you' }).waitFor();
    await ann.goto(`/actions/${KEY}`);
    await page.getByRole('button', { name: `State of ${KEY}: Done` }).waitFor();
    await page.getByRole('link', { name: 'https://example.com/pull/7' }).first().waitFor();
    faults.push(...ann.faults);
  }, 60_000);

  it('is verified by somebody else, shows its effect, and the numbers move', async () => {
    ben = await web.openAs('Ben');
    const { page } = ben;
    const [, doneBefore = 0, effectiveBefore = 0] = await trends(ben);
    await ben.goto(`/actions/${KEY}`);
    await choose(page, 'Verify');
    await page.getByRole('dialog').getByRole('button', { name: 'Verify' }).click();
    await page.getByText(`${KEY} is verified.`).first().waitFor();
    await choose(page, 'Confirm the effect');
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText(`${KEY} has shown its effect.`).first().waitFor();
    const [, done, effective] = await trends(ben);
    expect([done, effective]).toEqual([doneBefore, effectiveBefore + 1]);
    await ben.goto(`/teams/${TEAM}/digest?week=${weekAt(clock.now(), 'UTC').text}`);
    const numbers = await page.getByRole('region', { name: 'The week in numbers' }).innerText();
    for (const name of ['Done', 'Verified', 'Effective']) {
      expect(numbers).toMatch(new RegExp(`${name}\\s+1\\s*\\+1`));
    }
    faults.push(...ben.faults);
    expect(faults).toEqual([]);
  }, 60_000);
});
