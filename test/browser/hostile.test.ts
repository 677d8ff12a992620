import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

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

/** Pixels of the page beyond the window. */
const BEYOND = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Cases at the ends of what a case may be, by key. */
const EXTREMES: Readonly<Record<string, object>> = {
  'PM-901': {
    title: 'A million characters',
    summary: `${'Nobody has shortened it. '.repeat(40_000).slice(0, 998_000)} ${'x'.repeat(1_999)}`,
  },
  'PM-902': {
    title: 'Five hundred entries',
    timeline: Array.from({ length: 500 }, (_, place) => ({
      at: new Date(Date.UTC(2026, 2, 11, 10, place)).toISOString(),
      text: `entry ${place + 1}`,
    })),
  },
  'PM-903': {
    title: 'تعطّل خدمة الدفع — checkout 503 — لمدة 23 دقيقة',
    summary: 'نفدت مجموعة الاتصالات HikariPool-1 عند 19:02، ثم عاد كل شيء. '.repeat(40),
    sections: [{ heading: 'השפעה', body: 'הזמנות נכשלו (503) במשך 23 דקות.' }],
    timeline: [{ at: '2026-03-11T10:00:00Z', text: 'أول طلب فاشل: GET /checkout 503' }],
    factors: [{ kind: 'TRIGGER', text: 'قسائم تُستدعى داخل المعاملة', children: [] }],
  },
  'PM-904': {
    title: '結帳服務連線池耗盡導致下單失敗之檢討'.repeat(12).slice(0, 200),
    tags: ['連線池耗盡'.repeat(20)],
    timeline: [{ at: '2026-03-11T10:00:00Z', text: '下單失敗'.repeat(400) }],
    factors: [{ kind: 'TRIGGER', text: '連線池'.repeat(300), children: [] }],
  },
};

/** The case with an incident and an action whose titles are as long as its own. */
function extremeCase([key, { title, ...parts }]: [string, { title?: string }]): string {
  const number = key.replace('PM-', '');
  return writeCaseFile(
    caseDocumentSchema.parse({
      ...{ key, title, language: 'zh-Hant', status: 'PUBLISHED', visibility: 'ORGANIZATION' },
      incidents: [{ key: `INC-${number}`, title, startedAt: '2026-03-11T10:00:00Z' }],
      actions: [{ key: `AI-${number}`, title, dueOn: '2026-04-01' }],
      ...parts,
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

  describe('of any length and script', () => {
    beforeAll(async () => {
      for (const one of Object.entries(EXTREMES)) {
        writeFileSync(join(folder, `${one[0]}.md`), extremeCase(one));
      }
      expect((await importInto(web.app, folder)).failed).toEqual([]);
    }, 60_000);

    const places = Object.keys(EXTREMES).flatMap((key) => [
      `/postmortems/${key}`,
      `/incidents/${key.replace('PM', 'INC')}`,
      `/actions/${key.replace('PM', 'AI')}`,
    ]);

    it.each(['/', '/incidents', '/actions?whose=all', ...places])(
      'is no wider than the window: %s',
      async (path) => {
        const { page, faults, goto } = window;
        faults.length = 0;
        await page.setViewportSize({ width: 1_280, height: 720 });
        await goto(path);
        await page.locator('main h1').first().waitFor({ state: 'attached' });
        for (const width of [1_280, 360]) {
          await page.setViewportSize({ width, height: 720 });
          expect(await page.evaluate(BEYOND)).toBeLessThanOrEqual(0);
        }
        expect(faults).toEqual([]);
      },
      60_000,
    );

    it('shows all entries of a long timeline', async () => {
      await window.goto('/postmortems/PM-902');
      await window.page.locator('#timeline').getByText('entry 500').waitFor();
    }, 60_000);
  });
});
