import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { CommentThreads } from '../../src/features/comment/comment-thread.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { axeFaults } from '../support/axe.js';
import { aCase, aTeam } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('a review meeting', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('takes a case from the queue, is started, decides, makes an action and is ended', async () => {
    const { app } = web;
    const ann = await web.openAs('Ann', 'MEMBER', { reducedMotion: 'reduce' });
    const { page } = ann;
    const authorIds = [
      (await app.platform.database.read.findOneByOrFail(PersonEntity, { name: 'Ann' })).id,
    ];
    await aTeam(app, 'Payments');
    const { id, key } = await aCase(app, { authorIds, title: 'Pool ran dry', summary: 'Slow.' });
    await app.write(async (tx) => {
      await app.get(PostmortemLifecycle).submit(tx, id);
      await app.get(CommentThreads).create(tx, id, {
        part: 'CASE',
        kind: 'QUESTION',
        text: 'Why sixty?',
      });
    });
    const dialog = page.getByRole('dialog');

    await ann.goto('/meetings');
    await page.getByText('No review meeting is planned.').waitFor();
    const queue = page.getByRole('region', { name: /^Waiting for a meeting/ });
    await queue.getByRole('link', { name: 'Pool ran dry' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'New meeting' }).click();
    await dialog.getByLabel('What it is called').fill('Tuesday review');
    await dialog.getByLabel('Place').fill('https://meet.example/review');
    await dialog.getByLabel('Facilitator').fill('Ann');
    await page.getByRole('option', { name: /^Ann/ }).click();
    await dialog.getByLabel('Teams invited').fill('Pay');
    await page.getByRole('option', { name: /^Payments/ }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Tuesday review' }).waitFor();
    await page.getByRole('link', { name: 'https://meet.example/review' }).waitFor();

    await ann.goto('/meetings');
    await queue.getByRole('button', { name: `Put on the agenda: ${key}` }).click();
    await dialog.getByLabel('Minutes it is planned to take').fill('15');
    await dialog.getByRole('button', { name: 'Put on the agenda' }).click();
    await page.getByText(`${key} is on the agenda of RM-1.`).first().waitFor();
    await page.getByText('No case waits.').waitFor();
    await page.getByRole('link', { name: 'Tuesday review' }).click();

    const answer = page.getByRole('group', { name: 'Will you come?' });
    await answer.getByRole('button', { name: 'Yes' }).click();
    await page.getByText('1 of 1 say yes').waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('RM-1 has begun.').first().waitFor();
    const entry = page.getByRole('article', { name: `${key} Pool ran dry` });
    await entry.getByRole('link', { name: 'Why sixty?' }).waitFor();
    await page.getByRole('checkbox', { name: 'Ann' }).check();
    await page.getByText('1 of 1 are there').waitFor();

    await entry.getByRole('button', { name: `Write notes: ${key}` }).click();
    await entry.getByRole('textbox', { name: 'Notes' }).click();
    await page.keyboard.type('The bound was **never** measured.');
    await page.keyboard.press('Control+Enter');
    await entry.getByText('The bound was never measured.').waitFor();
    const line = entry.getByLabel(`New decision about ${key}`);
    await line.fill('Measure the pool');
    await line.press('Enter');
    await entry.getByText('Measure the pool').waitFor();
    expect(await line.inputValue()).toBe('');
    await entry.getByRole('button', { name: 'Make it an action' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await entry.getByRole('link', { name: /^AI-/ }).waitFor();
    await entry.getByText('Proposed').waitFor();
    await entry.getByRole('button', { name: 'Discussed' }).click();
    await entry.getByRole('button', { name: 'Discussed', pressed: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await page.getByRole('link', { name: `Show ${key} to the room` }).click();
    const wall = page.getByRole('dialog', { name: /Pool ran dry/ });
    await wall.getByText('Why sixty?').waitFor();
    await wall.getByRole('timer').waitFor();
    await wall.getByLabel(`New decision about ${key}`).fill('Tell the vendor');
    await page.keyboard.press('Enter');
    await wall.getByRole('listitem').getByText('Tell the vendor').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await wall.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'End the meeting' }).click();
    await dialog.getByRole('button', { name: 'End the meeting' }).click();
    await page.getByText('RM-1 is over.').first().waitFor();
    await ann.goto(`/postmortems/${key}`);
    const reviews = page.getByRole('region', { name: 'Review meetings' });
    await reviews.getByRole('link', { name: /Tuesday review/ }).waitFor();
    await reviews.getByText('2 decisions').click();
    await reviews.getByText('Tell the vendor').waitFor();
    await ann.goto('/meetings?tab=past');
    await page.getByRole('link', { name: 'Tuesday review' }).waitFor();
    expect(ann.faults).toEqual([]);
  }, 180_000);
});
