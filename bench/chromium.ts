import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where a Chromium is on this machine: what FUPAN_CHROMIUM names, or a usual place; null for none. */
export const CHROMIUM: string | null =
  process.env['FUPAN_CHROMIUM'] || USUAL_PLACES.find((path) => existsSync(path)) || null;

/** What to tell where there is none. */
export const NO_CHROMIUM = 'no Chromium was found; FUPAN_CHROMIUM names one';

/** Starts a Chromium that nobody sees. */
export async function startChromium(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error(NO_CHROMIUM);
  // What it shows is our own; under root, as in a container, it has no sandbox to start in.
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}
