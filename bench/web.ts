import { gunzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { startChromium } from './chromium.js';
import { median, percentile, type Figure } from './figures.js';
import type { ServerAddress } from './server.js';

/** A case of the demo library with something in every part. */
const CASE = '/postmortems/PM-21';
const OPENINGS = 5;
/** Longer than anything here takes; a mean of it shows that something never came. */
const PATIENCE_MS = 30_000;

const TYPED = [
  'connection pool',
  'timeout',
  'deploy rollback',
  'disk full',
  'certificate expired',
  'replica lag',
  'queue backlog',
  'memory leak',
  'dns',
  'cache',
  'rate limit',
  'migration lock',
];

/** Notes the paints and the interactions of a page from its beginning. */
const OBSERVE = `
  window.seen = { fcp: NaN, lcp: NaN, slowest: 0, longest: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') window.seen.fcp = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) window.seen.slowest = Math.max(window.seen.slowest, entry.duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.longest = Math.max(window.seen.longest, entry.duration);
  }).observe({ type: 'longtask', buffered: true });
`;

/** Types a query and waits until its count is on the screen; answers how long that took. */
const TYPE = `(query) => new Promise((done, fail) => {
  const box = document.querySelector('[data-search-box]');
  const count = () => document.querySelector('[data-count]')?.getAttribute('data-count');
  const began = performance.now();
  const look = () => {
    if (count() === query) requestAnimationFrame(() => done(performance.now() - began));
    else if (performance.now() - began > ${PATIENCE_MS}) fail(new Error('no results for ' + query));
    else requestAnimationFrame(look);
  };
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, query);
  box.dispatchEvent(new Event('input', { bubbles: true }));
  look();
})`;

interface Seen {
  readonly fcp: number;
  readonly lcp: number;
  readonly slowest: number;
  /** The longest task, in ms; 0 where all took less than 50. */
  readonly longest: number;
}

/** What a browser has to load, and how soon one sees something, on the demo library. */
export async function measureWeb(server: ServerAddress): Promise<Figure[]> {
  const browser = await startChromium();
  try {
    const first = await openings(browser, server, '/');
    const aCase = await openings(browser, server, CASE);
    return [
      bytes('JavaScript of the first screen, gzipped', first.scriptBytes, 200),
      bytes('JavaScript of a case, gzipped', aCase.scriptBytes, 300),
      paint(
        'first screen: first contentful paint',
        first.seen.map(({ fcp }) => fcp),
      ),
      paint(
        'a case: first contentful paint',
        aCase.seen.map(({ fcp }) => fcp),
        600,
      ),
      paint(
        'a case: largest contentful paint',
        aCase.seen.map(({ lcp }) => lcp),
        1_200,
      ),
      await interactions(browser, server),
    ];
  } finally {
    await browser.close();
  }
}

/** How soon hits are on the screen after a query has been typed, in a large library. */
export async function measureTyping(server: ServerAddress, cases: number): Promise<Figure[]> {
  const browser = await startChromium();
  try {
    const { page } = await openWindow(browser, server, '/');
    const samples: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (const query of TYPED) {
        const took = await page.evaluate<number>(`(${TYPE})(${JSON.stringify(query)})`);
        // The first round warms up.
        if (round > 0) samples.push(took);
      }
    }
    const name = `typed, until the hits of ${cases} cases are on the screen`;
    return [
      { name: `${name}, p50`, value: median(samples), unit: 'ms' },
      {
        name: `${name}, p95`,
        value: percentile(samples, 0.95),
        unit: 'ms',
        target: { at: 'most', value: 150 },
      },
    ];
  } finally {
    await browser.close();
  }
}

/** Clicks the last button of the page in a task of its own: what a locator computes would be measured too. */
const MORE = `setTimeout(() => [...document.querySelectorAll('main button')].at(-1).click())`;
const CASE_MORE = `setTimeout(() => document.querySelector('#actions p button').click())`;
/** Times that a list is asked for more. */
const PAGES = 15;

/** The longest task while thousands of actions are looked through: what a key has to wait for. */
export async function measureFreezes(server: ServerAddress): Promise<Figure[]> {
  const browser = await startChromium();
  try {
    return [
      await longestTask(browser, server, '/actions?whose=all', MORE),
      await longestTask(browser, server, '/postmortems/PM-9000', CASE_MORE),
    ];
  } finally {
    await browser.close();
  }
}

async function longestTask(
  browser: Browser,
  server: ServerAddress,
  path: string,
  more: string,
): Promise<Figure> {
  const { context, page } = await openWindow(browser, server, path);
  for (let count = 0; count < PAGES; count++) {
    const answered = page.waitForResponse('**/graphql');
    await page.evaluate(more);
    await answered;
    await page.waitForTimeout(500);
  }
  const { longest } = await page.evaluate<Seen>('window.seen');
  await context.close();
  return {
    name: `longest task among 10,000 actions, ${path}`,
    value: longest,
    unit: 'ms',
    target: { at: 'most', value: 200 },
  };
}

/** A window that the server takes for that of the token's person. */
async function openWindow(
  browser: Browser,
  { url, token }: ServerAddress,
  path: string,
): Promise<{ context: BrowserContext; page: Page; scripts: Set<string> }> {
  const context = await browser.newContext({
    baseURL: url,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  await context.addInitScript({ content: OBSERVE });
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.add(response.url());
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return { context, page, scripts };
}

/** Opens an address several times, each with nothing kept from before. */
async function openings(browser: Browser, server: ServerAddress, path: string) {
  const seen: Seen[] = [];
  let scriptBytes = 0;
  for (let opening = 0; opening < OPENINGS; opening++) {
    const { context, page, scripts } = await openWindow(browser, server, path);
    seen.push(await page.evaluate<Seen>('window.seen'));
    if (opening === 0) {
      const sizes = await Promise.all([...scripts].map(gzippedBytes));
      scriptBytes = sizes.reduce((sum, size) => sum + size, 0);
    }
    await context.close();
  }
  return { seen, scriptBytes };
}

/** How many bytes the server sends of a file to whoever takes it gzipped. */
async function gzippedBytes(url: string): Promise<number> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        if (response.headers['content-encoding'] === 'gzip') gunzipSync(body);
        resolve(body.length);
      });
    }).on('error', reject);
  });
}

/** The slowest answer of the page to a key or a click, in a round through what people do. */
async function interactions(browser: Browser, server: ServerAddress): Promise<Figure> {
  const { context, page } = await openWindow(browser, server, '/');
  await page.locator('[data-search-box]').pressSequentially('connection pool', { delay: 40 });
  await page.locator('[data-count="connection pool"]').waitFor();
  await page.locator('input[type=checkbox]').first().click();
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-result]').first().click();
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  const { slowest } = await page.evaluate<Seen>('window.seen');
  await context.close();
  return {
    name: 'slowest interaction to next paint',
    value: slowest,
    unit: 'ms',
    target: { at: 'most', value: 200 },
  };
}

const bytes = (name: string, value: number, most: number): Figure => ({
  name,
  value: value / 1_000,
  unit: 'kB',
  target: { at: 'most', value: most },
});

const paint = (name: string, samples: readonly number[], most?: number): Figure => ({
  name,
  value: median(samples),
  unit: 'ms',
  ...(most === undefined ? {} : { target: { at: 'most', value: most } }),
});
