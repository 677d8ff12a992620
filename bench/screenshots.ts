import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';

import { startChromium } from './chromium.js';
import { SCREENS } from './screens.js';
import { runCli, startServer } from './server.js';

const DEMO = fileURLToPath(new URL('../../templates/demo', import.meta.url));

/** The ways in which every screen is looked at. */
const LOOKS: Readonly<Record<string, BrowserContextOptions & { readonly language: string }>> = {
  light: { language: 'en', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  dark: { language: 'en', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  narrow: { language: 'en', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  'zh-Hant': { language: 'zh-Hant', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
};

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run screenshots -- FOLDER [LOOK or SCREEN …]\n');
  process.exit(2);
}
const isWanted = (names: readonly string[], name: string): boolean => {
  const asked = wanted.filter((each) => names.includes(each));
  return asked.length === 0 || asked.includes(name);
};

const dataDir = mkdtempSync(join(tmpdir(), 'fupan-screens-'));
await runCli(dataDir, ['import', DEMO, '--json']);
const server = await startServer(dataDir);
const browser = await startChromium();
try {
  mkdirSync(folder, { recursive: true });
  for (const [look, { language, ...options }] of Object.entries(LOOKS)) {
    if (!isWanted(Object.keys(LOOKS), look)) continue;
    const context = await browser.newContext({
      ...options,
      baseURL: server.url,
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Taipei',
      extraHTTPHeaders: { authorization: `Bearer ${server.token}` },
    });
    await context.addCookies([{ name: 'fupan-language', value: language, url: server.url }]);
    const page = await context.newPage();
    for (const [screen, path] of Object.entries(SCREENS)) {
      if (!isWanted(Object.keys(SCREENS), screen)) continue;
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: join(folder, `${screen}-${look}.png`), fullPage: true });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
