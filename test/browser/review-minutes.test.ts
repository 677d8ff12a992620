import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { axeFaults } from '../support/axe.js';
import { describeInBrowser } from '../support/in-browser.js';
import { personNamed, runMeeting, type RunMeeting } from '../support/run-meeting.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

const ANSWER = { timeWellSpent: 4, learnedSomething: 5, decisionsCarriedOut: 2 };

describeInBrowser('a review meeting that was held', () => {
  let web: WebApp;
  let ann: WebWindow;
  let page: Page;
  let meeting: RunMeeting;
  let address: string;

  beforeAll(async () => {
    web = await startWebApp({
      env: {
        FUPAN_SMTP_URL: 'smtp://127.0.0.1:1?tls=none',
        FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      },
    });
    ann = await web.openAs('Ann', 'MEMBER', {
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ({ page } = ann);
    await web.openAs('Bob');
    await web.openAs('Cas');
    meeting = await runMeeting(web.app, ['Ann', 'Bob', 'Cas'], ['Pool ran dry']);
    address = `/meetings/${meeting.key}`;
    await meeting.did('reviewMeetingEnd');
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('has minutes to read in three languages, to take along, to print and to send', async () => {
    await ann.goto(address);
    const minutes = page.getByRole('region', { name: 'Minutes' });
    await minutes.getByRole('heading', { name: /^Minutes: Tuesday review/ }).waitFor();
    await minutes.getByRole('link', { name: /Pool ran dry/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await minutes.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /^# Minutes\S* Tuesday review/,
    );
    const language = minutes.getByLabel('Language of the minutes');
    await language.selectOption('ZH_HANT');
    await minutes.getByRole('heading', { name: /^會議紀錄：Tuesday review/ }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      minutes.getByRole('button', { name: 'Download as Markdown' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${meeting.key}-minutes.md`);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^# 會議紀錄.*Tuesday review/);
    await language.selectOption('EN');
    await minutes.getByRole('heading', { name: /^Minutes: Tuesday review/ }).waitFor();

    await page.emulateMedia({ media: 'print' });
    expect(await minutes.getByRole('heading', { name: /^Minutes: / }).isVisible()).toBe(true);
    for (const gone of [language, page.getByRole('button'), page.getByRole('complementary')]) {
      expect(await gone.first().isVisible()).toBe(false);
    }
    await page.emulateMedia({ media: 'screen' });

    await minutes.getByRole('button', { name: 'Write closing words' }).click();
    await page.keyboard.type('Thanks to **all**.');
    await meeting.did('reviewMeetingClosingSet', { closing: 'Bob was first.' });
    await page.keyboard.press('Control+Enter');
    await minutes.getByText('They say now:').waitFor();
    await minutes.getByText('Bob was first.').first().waitFor();
    await minutes.getByRole('button', { name: 'Save mine' }).click();
    await minutes.getByText('Thanks to all.').waitFor();

    await minutes.getByRole('button', { name: 'Send again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('To 3 people who were invited or there: Ann, Bob, Cas').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send again' }).click();
    await page.getByText(`The minutes of ${meeting.key} are on their way.`).first().waitFor();

    await ann.goto(`/postmortems/${meeting.cases[0]?.key}`);
    await page.getByRole('link', { name: `Minutes of ${meeting.key}` }).click();
    await minutes.getByText('Thanks to all.').waitFor();
    await page.getByRole('link', { name: 'Agenda', exact: true }).click();
    await page.getByRole('article', { name: /Pool ran dry/ }).waitFor();
    expect(ann.faults).toEqual([]);
  }, 180_000);

  it('asks what it was worth, by the keyboard alone, and names nobody', async () => {
    await ann.goto(`${address}#feedback`);
    const feedback = page.getByRole('region', { name: 'How was it?' });
    await feedback.getByText('Answers are shown from three on').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await feedback.getByRole('group', { name: 'The time was well spent.' }).waitFor();
    await feedback.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    for (const degree of ['Space', 'Space']) {
      await page.keyboard.press('Tab');
      await page.keyboard.press(degree);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.type('Shorter next time');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await feedback.getByText('You have answered.').waitFor();
    await feedback.getByText('Answers are shown from three on').waitFor();

    await feedback.getByRole('button', { name: 'Change the answers' }).click();
    const spent = feedback.getByRole('group', { name: 'The time was well spent.' });
    expect(await spent.getByRole('radio', { name: '2' }).isChecked()).toBe(true);
    await spent.getByRole('radio', { name: '4' }).check();
    await feedback.getByRole('button', { name: 'Send the answers' }).click();
    await feedback.getByText('You have answered.').waitFor();

    for (const name of ['Bob', 'Cas']) {
      await meeting.did('reviewMeetingFeedback', ANSWER, await personNamed(web.app, name));
    }
    await page.reload();
    await feedback.getByText('3 answers').waitFor();
    await feedback.getByText('4 of 5: 3').waitFor();
    await feedback.getByText('Shorter next time').waitFor();
    expect(await feedback.innerText()).not.toMatch(/Ann|Bob|Cas/);
    expect(await axeFaults(page)).toEqual([]);
    expect(ann.faults).toEqual([]);

    const dan = await web.openAs('Dan');
    await dan.goto(address);
    await dan.page.getByRole('heading', { name: /^Minutes: Tuesday review/ }).waitFor();
    expect(await dan.page.getByText('How was it?').count()).toBe(0);
    expect(await dan.page.getByText('Shorter next time').count()).toBe(0);
    expect(await dan.page.getByRole('button', { name: 'Send again' }).count()).toBe(0);
  }, 180_000);
});
