import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

/** Sends an operation as whoever uses the window. */
const send = (window: WebWindow, query: string, variables: object = {}): Promise<unknown> =>
  window.page.evaluate(
    async ([text, values]) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables: values }),
      });
      return response.json();
    },
    [query, variables] as const,
  );

describeInBrowser('the page of a case', () => {
  let web: WebApp;
  let ann: WebWindow;
  beforeAll(async () => {
    web = await startWebApp();
    await importInto(web.app, resolve('templates/demo'));
    ann = await web.openAs('Ann', 'ADMIN', { timezoneId: 'Europe/Berlin' });
  }, 120_000);
  afterAll(async () => {
    await web.close();
  });

  it('shows every part in the order it is read in', async () => {
    await ann.goto('/postmortems/PM-8');
    await ann.page.getByRole('heading', { name: 'History', level: 2 }).waitFor();
    expect(await ann.page.locator('article h2').allTextContents()).toEqual([
      'Summary',
      'Impact',
      'Detection',
      'Resolution',
      'Lessons learned',
      'Timeline',
      'Causes',
      'What we learned',
      'Practices',
      'Actions',
      'Related cases',
      'History',
    ]);
    expect(ann.faults).toEqual([]);
  }, 60_000);

  it('tells times in the zone that the address names', async () => {
    const first = (): Promise<string | null> =>
      ann.page.locator('#timeline time').first().textContent();
    await ann.goto('/postmortems/PM-21');
    expect(await first()).toBe('18:55');
    await ann.goto('/postmortems/PM-21?zone=utc');
    expect(await first()).toBe('10:55');
    await ann.page.getByRole('button', { name: 'Mine' }).click();
    await ann.page.locator('#timeline li[id] time', { hasText: '11:55' }).waitFor();
    expect(await first()).toBe('11:55');
    expect(ann.page.url()).toContain('zone=mine');
  }, 60_000);

  it('goes to the entry that the address names', async () => {
    await ann.goto('/postmortems/PM-21');
    const id = await ann.page.locator('#timeline li[id]').last().getAttribute('id');
    await ann.goto(`/postmortems/PM-21?zone=utc#${id ?? ''}`);
    const box = await ann.page.locator(`#${id ?? ''}`).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(720);
  }, 60_000);

  it('prints what is folded, and no chrome', async () => {
    await ann.goto('/postmortems/PM-21');
    await ann.page.emulateMedia({ media: 'print' });
    await ann.page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const hidden = ann.page.getByText('SocketInputStream.socketRead0');
    expect(await hidden.first().isVisible()).toBe(true);
    expect(await ann.page.getByRole('navigation').first().isVisible()).toBe(false);
    await ann.page.emulateMedia({ media: 'screen' });
    await ann.page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await hidden.first().isVisible()).toBe(false);
  }, 60_000);

  it('shows what two revisions differ in, word by word', async () => {
    await ann.goto('/postmortems/PM-8');
    const found = (await send(ann, '{ postmortem(key: "PM-8") { id } }')) as {
      data: { postmortem: { id: string } };
    };
    await send(
      ann,
      `mutation ($id: ID!) { postmortemUpdate(id: $id, input: { summary: "A short one.", reason: "too long" }) { userErrors { message } } }`,
      { id: found.data.postmortem.id },
    );
    await ann.goto('/postmortems/PM-8/history');
    await ann.page.getByText('too long').waitFor();
    expect(await ann.page.locator('table').textContent()).toContain('A short one.');
    expect(ann.faults).toEqual([]);
  }, 60_000);

  it('draws the first actions of very many, says how many there are, and shows more on demand', async () => {
    const found = (await send(
      ann,
      '{ postmortem(key: "PM-9") { id actionProgress { count } } }',
    )) as {
      data: { postmortem: { id: string; actionProgress: { count: number } } };
    };
    const { id: postmortemId, actionProgress } = found.data.postmortem;
    await web.app.write(async (tx) => {
      for (let number = actionProgress.count + 1; number <= 120; number++) {
        await web.app
          .get(ActionItemService)
          .create(tx, { postmortemId, title: `Number ${number}` });
      }
    });
    const rows = ann.page.locator('#actions tbody tr');
    const drawn = ann.page.locator('#actions [role=status]');
    await ann.goto('/postmortems/PM-9');
    await drawn.getByText('50 of 120 actions are shown.').waitFor();
    expect(await rows.count()).toBe(50);
    const elsewhere = ann.page.getByText(/^The other actions are at http.+PM-9\.$/);
    expect(await elsewhere.isVisible()).toBe(false);
    await ann.page.emulateMedia({ media: 'print' });
    expect(await elsewhere.isVisible()).toBe(true);
    await ann.page.emulateMedia({ media: 'screen' });
    await ann.page.getByRole('button', { name: 'Show more' }).click();
    await drawn.getByText('100 of 120 actions are shown.').waitFor();
    await ann.page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(119).getByText('Number 120').waitFor();
    expect(await drawn.count()).toBe(0);
    await ann.goto('/postmortems/PM-9?edit=actions');
    await ann.page.locator('[data-action]').nth(119).waitFor();
    expect(ann.faults).toEqual([]);
  }, 60_000);

  it('says so when the case is closed to somebody who has it open, and keeps what they write', async () => {
    const bob = await web.openAs('Bob', 'MEMBER');
    await bob.goto('/postmortems/PM-20?edit=factors');
    const field = bob.page.locator('#factors textarea').first();
    await field.fill('a sentence on its way');
    await bob.page.clock.install();
    const found = (await send(ann, '{ viewer { id } postmortem(key: "PM-20") { id } }')) as {
      data: { viewer: { id: string }; postmortem: { id: string } };
    };
    const { viewer, postmortem } = found.data;
    expect(
      await send(
        ann,
        `mutation ($id: ID!, $me: ID!) { postmortemUpdate(id: $id, input: { visibility: RESTRICTED, reviewerIds: [$me] }) { userErrors { message } } }`,
        { id: postmortem.id, me: viewer.id },
      ),
    ).toEqual({ data: { postmortemUpdate: { userErrors: [] } } });
    await bob.page.clock.runFor(30_000);
    await bob.page.getByText('This case is no longer open to you').waitFor();
    expect(await field.inputValue()).toBe('a sentence on its way');
    expect(await bob.page.getByText('account menu to others').count()).toBe(0);
    expect(bob.faults).toEqual([]);
  }, 60_000);
});
