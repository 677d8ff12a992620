import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
} from 'playwright-core';

import { PersonEntity } from '../../src/features/people/person.entity.js';
import { anAccount, PASSWORD } from './account.js';
import { startApp, type TestApp, type TestAppOptions } from './app.js';
import { startChromium } from '../../bench/chromium.js';

/** A running fupan with its web client, and a browser to use it with. */
export interface WebApp {
  /** Another one after a restart. */
  readonly app: TestApp;
  readonly browser: Browser;
  /** A window of its own, with nobody signed in. */
  open(options?: BrowserContextOptions): Promise<WebWindow>;
  /** A window in which somebody has signed in, made known first if they are not. */
  openAs(
    name: string,
    role?: 'ADMIN' | 'MEMBER' | 'VIEWER',
    options?: BrowserContextOptions,
  ): Promise<WebWindow>;
  /** Stops fupan, and starts it again with the same data at the same address. */
  restart(whileStopped: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** One window, and what went wrong in it. */
export interface WebWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Uncaught errors, violations of the content security policy, and requests to other places. */
  readonly faults: string[];
  /** Opens an address and waits until the page has everything it asked for. */
  readonly goto: (path: string) => Promise<void>;
}

/** Says on the console what the content security policy has stopped, and where. */
const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('CSP', event.violatedDirective, event.blockedURI, event.sample);
});`;

/** Milliseconds without a request on its way after which a page is asked whether it has something to do. */
const QUIET_MS = 120;

/** Comes back once the page has had nothing to do, twice: on a busy machine its next request may take long to come. */
const IDLE = `new Promise((idle) => requestIdleCallback(() => requestIdleCallback(() => idle())))`;

/** The code of a screen may have come and not have run: until then its place is blank. */
const IS_SOMETHING_SHOWN = `!!(document.querySelector('main') ?? document.body).innerText.trim()`;

/** Follows the requests of a page; answers a way to wait until there are none. */
function quietness(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let changedAt = 0;
  const end = (request: Request): void => {
    open.delete(request);
    changedAt = Date.now();
  };
  page.on('request', (request) => {
    // It stays open for as long as the page does.
    if (request.resourceType() === 'eventsource') return;
    open.add(request);
    changedAt = Date.now();
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  const isQuiet = (): boolean => open.size === 0 && Date.now() - changedAt >= QUIET_MS;
  return async () => {
    for (let asked = -1; asked !== changedAt;) {
      while (!isQuiet() || !(await page.evaluate<boolean>(IS_SOMETHING_SHOWN))) await sleep(20);
      asked = changedAt;
      await page.evaluate(IDLE);
    }
  };
}

/** The web client as people are given it, built by whichever test of this run needs it first. */
function builtClient(): string {
  const { FUPAN_TEST_RUN_FOLDER: shared } = process.env;
  if (!shared) throw new Error('the set-up of the tests has made no folder');
  const client = join(shared, 'client');
  if (existsSync(client)) return client;
  const building = mkdtempSync(join(shared, 'building-'));
  const vite = resolve('node_modules/vite/bin/vite.js');
  const build = ['build', 'src/web', '--outDir', building, '--emptyOutDir', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, ...build], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  try {
    renameSync(building, client);
  } catch (error) {
    // Another test was first.
    if (!existsSync(client)) throw error;
  }
  return client;
}

/** Starts fupan with the web client as it stands, and a browser. */
export async function startWebApp(options: TestAppOptions = {}): Promise<WebApp> {
  const folder = mkdtempSync(join(tmpdir(), 'fupan-web-'));
  const clientRoot = builtClient();
  const start = (port: number): Promise<TestApp> => {
    const dataDir = join(folder, 'data');
    return startApp({ as: 'door', dataDir, ...options, port, server: { clientRoot } });
  };
  let app = await start(0);
  const browser = await startChromium();

  const open: WebApp['open'] = async (more = {}) => {
    const context = await browser.newContext({ locale: 'en-GB', baseURL: app.url, ...more });
    const faults: string[] = [];
    await context.addInitScript({ content: TELL_VIOLATIONS });
    context.on('page', (page) => {
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        if (/CSP |Content Security Policy|Trusted/.test(message.text()))
          faults.push(message.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!/^(data|blob):/.test(url) && !url.startsWith(app.url)) faults.push(`request: ${url}`);
      });
    });
    const page = await context.newPage();
    const untilQuiet = quietness(page);
    const goto = async (path: string): Promise<void> => {
      await page.goto(path, { waitUntil: 'load' });
      await untilQuiet();
    };
    return { context, page, faults, goto };
  };

  return {
    get app() {
      return app;
    },
    browser,
    open,
    openAs: async (name, role = 'MEMBER', more) => {
      if (!(await isKnown(app, name))) await anAccount(app, name, role);
      const window = await open(more);
      const { page } = window;
      await page.goto('/sign-in');
      await page.fill('input[name=email]', `${name.toLowerCase()}@example.com`);
      await page.fill('input[name=password]', PASSWORD);
      await page.click('form[action="/sign-in"] button');
      await page.waitForURL((url) => url.pathname === '/');
      return window;
    },
    restart: async (whileStopped) => {
      const { port } = new URL(app.url);
      await app.close();
      await whileStopped();
      app = await start(Number(port));
    },
    close: async () => {
      await browser.close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isKnown = (app: TestApp, name: string): Promise<boolean> =>
  app.platform.database.read.existsBy(PersonEntity, { name });
