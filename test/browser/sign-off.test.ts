import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { ImprovementPolicyService } from '../../src/features/improvement-policy/improvement-policy.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { aCase, aTeam } from '../support/factory.js';
import { describeInBrowser } from '../support/in-browser.js';
import { startWebApp, type WebApp } from '../support/web-app.js';

describeInBrowser('sign-off by the teams a case concerns', () => {
  let web: WebApp;
  beforeAll(async () => {
    web = await startWebApp();
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('waits for every team, takes reservations down, and tells what was changed since', async () => {
    const { app } = web;
    const author = await web.openAs('Ann');
    const member = await web.openAs('Bob');
    const idOf = async (name: string): Promise<string> =>
      (await app.platform.database.read.findOneByOrFail(PersonEntity, { name })).id;
    const team = await aTeam(app, 'Payments');
    const [ann, bob] = [await idOf('Ann'), await idOf('Bob')];
    const { id, key } = await aCase(app, { authorIds: [ann], summary: 'Sixty were too few.' });
    await app.write(async (tx) => {
      await app.get(TeamService).setMember(tx, team.id, { personId: bob, role: 'MEMBER' });
      const action = { postmortemId: id, title: 'Raise the bound', teamId: team.id };
      await app.get(ActionItemService).create(tx, action);
      await app.get(ImprovementPolicyService).update(tx, { approval: 'EVERY_AFFECTED_TEAM' });
    });
    await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, id));

    await author.goto(`/postmortems/${key}`);
    const seen = author.page.getByRole('region', { name: 'Sign-off by the teams it concerns' });
    await seen.getByText('Can be approved once these have agreed: Payments.').waitFor();
    expect(await author.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await seen.getByRole('button').count()).toBe(0);

    await member.goto(`/postmortems/${key}`);
    const { page } = member;
    const region = page.getByRole('region', { name: 'Sign-off by the teams it concerns' });
    await region.getByRole('button', { name: 'Sign off for Payments' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Agrees with reservations/ }).check();
    await dialog.getByRole('textbox', { name: 'Reservations' }).fill('The date is early.');
    await dialog.getByRole('button', { name: 'Sign off', exact: true }).click();
    await region.getByText('The date is early.').waitFor();
    await region.getByText('Every team has agreed').waitFor();

    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, { summary: 'Sixty were far too few.' }),
    );
    await author.goto(`/postmortems/${key}`);
    await seen.getByText('Changed since: title or summary').waitFor();
    await author.page.getByRole('button', { name: 'Approve' }).click();
    await author.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await author.page.getByText('Approved', { exact: true }).waitFor();

    await app.write((tx) => app.get(PostmortemService).update(tx, id, { summary: 'Far too few.' }));
    await author.goto(`/postmortems/${key}`);
    await seen.getByText('Changed since it was approved: title or summary.').waitFor();
    await seen.getByRole('link', { name: 'See what' }).click();
    await author.page.waitForURL(/history\?from=5&to=6/);
    expect([...author.faults, ...member.faults]).toEqual([]);
  }, 120_000);
});
