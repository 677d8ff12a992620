import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { SCREENS } from '../../bench/screens.js';
import {
  caseDocumentSchema,
  type CaseDocument,
} from '../../src/features/case-file/case-document.js';
import { writeCaseFile } from '../../src/features/case-file/case-file.write.js';
import { anAccount } from '../support/account.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

/** In every text of the restricted case, and nowhere else. */
const SECRET = 'zqsecret';

/** Restricted to Ann, about a service and with a tag that other cases have as well. */
const restricted = (): CaseDocument =>
  caseDocumentSchema.parse({
    key: 'PM-900',
    title: `${SECRET} connection pool`,
    language: 'en',
    status: 'PUBLISHED',
    visibility: 'RESTRICTED',
    authors: [{ name: 'Ann', email: 'ann@example.com' }],
    tags: ['database', `${SECRET}-tag`],
    summary: `The connection pool of ${SECRET} was exhausted.`,
    sections: [{ heading: `${SECRET} heading`, body: `${SECRET} body` }],
    incidents: [
      {
        key: 'INC-900',
        title: `${SECRET} incident`,
        startedAt: '2026-03-11T10:00:00Z',
        services: [{ name: 'checkout', impact: `${SECRET} impact` }],
      },
    ],
    timeline: [{ at: '2026-03-11T10:00:00Z', text: `${SECRET} event` }],
    factors: [{ kind: 'TRIGGER', text: `${SECRET} factor` }],
    findings: [{ kind: 'LUCKY', text: `${SECRET} finding` }],
    actions: [{ key: 'AI-900', title: `${SECRET} action`, team: 'orders', dueOn: '2026-04-01' }],
  });

describeInBrowser('a restricted case', () => {
  let web: WebApp;
  let folder: string;
  beforeAll(async () => {
    web = await startWebApp();
    await importInto(web.app, resolve('templates/demo'));
    for (const name of ['Ann', 'Bob'] as const) await anAccount(web.app, name, 'ADMIN');
    folder = mkdtempSync(join(tmpdir(), 'fupan-secret-'));
    writeFileSync(join(folder, 'secret.md'), writeCaseFile(restricted()));
    expect((await importInto(web.app, folder)).failed).toEqual([]);
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await web.close();
  });

  const addresses = [
    ...new Set(
      Object.values(SCREENS).flatMap((path) => [
        path,
        path
          .replace(/PM-\d+/, 'PM-900')
          .replace(/INC-\d+/, 'INC-900')
          .replace(/AI-\d+/, 'AI-900')
          .replace('zzzqqq', SECRET),
      ]),
    ),
  ];

  /** The addresses at which the secret is on the page, or came over the network. */
  async function showing({ page, goto }: WebWindow): Promise<string[]> {
    const shown = new Set<string>();
    let now = '';
    const reading: Promise<void>[] = [];
    page.on('response', (response) => {
      const at = now;
      const read = response
        .text()
        .then((text) => {
          // The query that was typed comes back as it was understood, and as a correction of nothing.
          if (text.replaceAll(/"value":"zqsecret"/g, '').includes(SECRET)) shown.add(at);
        })
        .catch(() => undefined);
      reading.push(read);
    });
    for (const address of addresses) {
      now = address;
      await goto(address);
      await Promise.all(reading.splice(0));
      const text = await page.evaluate<string>('document.body.innerText');
      if (text.includes(SECRET) && !address.includes(SECRET)) shown.add(address);
    }
    return [...shown];
  }

  it('is there for who wrote it', async () => {
    const shown = await showing(await web.openAs('Ann', 'ADMIN'));
    expect(shown).toEqual(
      expect.arrayContaining([
        '/',
        `/?q=${SECRET}`,
        '/postmortems/PM-900',
        '/incidents',
        '/actions?whose=all',
      ]),
    );
  }, 600_000);

  it('is on no screen of somebody else, and in nothing that their browser is sent', async () => {
    expect(await showing(await web.openAs('Bob', 'ADMIN'))).toEqual([]);
  }, 600_000);
});
