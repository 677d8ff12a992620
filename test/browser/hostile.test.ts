import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { PRACTICES } from '../../src/core/vocabulary.js';
import { caseDocumentSchema } from '../../src/features/case-file/case-document.js';
import { writeCaseFile } from '../../src/features/case-file/case-file.write.js';
import { SCREENS } from '../../bench/screens.js';
import { HOSTILE } from '../support/hostile-strings.js';
import { describeInBrowser } from '../support/in-browser.js';
import { importInto } from '../support/library.js';
import { startWebApp, type WebApp, type WebWindow } from '../support/web-app.js';

/** At most so many go into a list that is short. */
const FEW = 60;

/** One line of at most so many characters. */
const line = (text: string, most = 190): string =>
  text.replaceAll(/\s+/g, ' ').trim().slice(0, most);
const lines = [...new Set(HOSTILE.map((text) => line(text)).filter(Boolean))];
const few = lines.filter((_, place) => place % Math.ceil(lines.length / FEW) === 0);
const at = (place: number): string => lines[place % lines.length] ?? '';

/** A case with a hostile string wherever it can hold one. */
function hostileCase(): string {
  const person = (place: number) => ({ name: `${at(place).slice(0, 150)} ${place}` });
  return writeCaseFile(
    caseDocumentSchema.parse({
      key: 'PM-1',
      title: at(0),
      language: 'en',
      tags: few,
      template: at(1),
      authors: [person(2)],
      reviewers: [person(3)],
      facilitator: person(4),
      summary: HOSTILE.join('\n\n'),
      sections: lines
        .slice(0, 150)
        .map((heading, place) => ({ heading, body: HOSTILE[place] ?? '' })),
      incidents: few.map((title, place) => ({
        key: `INC-${place + 1}`,
        title,
        summary: title,
        startedAt: '2026-03-11T10:00:00Z',
        resolvedAt: '2026-03-11T11:00:00Z',
        services: [{ name: title, impact: title }],
        responders: [{ person: person(place), role: 'OTHER' }],
        references: [{ source: title, externalId: title, url: title }],
      })),
      timeline: lines.map((text, place) => ({
        at: `2026-03-11T10:${String(place % 60).padStart(2, '0')}:00Z`,
        zone: 'Asia/Taipei',
        text,
        source: { kind: 'CHAT', name: text },
        original: text,
        evidence: HOSTILE[place] ?? text,
      })),
      factors: lines.map((text) => ({ kind: 'CONTRIBUTING', text, children: [] })),
      findings: lines.map((text) => ({ kind: 'LUCKY', text })),
      practices: PRACTICES.map((practice, place) => ({
        practice,
        verdict: 'FAILED',
        note: at(place),
      })),
      actions: lines.map((title, place) => ({
        key: `AI-${place + 1}`,
        title,
        detail: HOSTILE[place] ?? title,
        evidence: HOSTILE[place] ?? title,
        ownerText: title,
        team: few[place % few.length],
        dueOn: '2026-04-01',
        effectNote: title,
        reason: title,
        trackerUrl: title,
      })),
      source: {
        externalId: at(5),
        url: 'javascript:window.hacked=1',
        archiveUrl: 'data:text/html,<script>window.hacked=1</script>',
        company: at(6),
        product: at(7),
      },
    }),
  );
}

describeInBrowser('hostile text', () => {
  let web: WebApp;
  let window: WebWindow;
  let folder: string;
  beforeAll(async () => {
    web = await startWebApp();
    folder = mkdtempSync(join(tmpdir(), 'fupan-hostile-'));
    writeFileSync(join(folder, 'hostile.md'), hostileCase());
    const { failed, created } = await importInto(web.app, folder);
    expect({ failed, created }).toEqual({ failed: [], created: 1 });
    window = await web.openAs('Ann', 'ADMIN');
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await web.close();
  });

  const here = Object.entries(SCREENS).map(([name, path]) => {
    const address = path
      .replace(/PM-\d+/, 'PM-1')
      .replace(/INC-\d+/, 'INC-1')
      .replace(/AI-\d+/, 'AI-1')
      .replace('/services/checkout', `/services/${encodeURIComponent(few[0] ?? '')}`)
      .replace('/teams/orders', `/teams/${encodeURIComponent(few[0] ?? '')}`)
      .replace('connection+pool', 'window');
    return [name, address] as const;
  });

  it.each(here)(
    'does nothing on the screen %s',
    async (_name, path) => {
      const { page, faults, goto } = window;
      faults.length = 0;
      await goto(path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('[href], [src], [action], [formaction]')].map(
          (element) => element.href || element.src || element.action || '').filter(
          (address) => typeof address === 'string' && !/^(https?:|mailto:|$)/.test(address))`,
      );
      expect(links).toEqual([]);
      const handlers = await page.evaluate<string[]>(
        `[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
          .filter(({ name }) => /^on/i.test(name) || name === 'srcdoc').map(({ name, value }) => name + '=' + value)`,
      );
      expect(handlers).toEqual([]);
      expect(faults).toEqual([]);
    },
    60_000,
  );
});
