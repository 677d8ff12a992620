import { describe } from '@jest/globals';

import { CHROMIUM, NO_CHROMIUM } from '../../bench/chromium.js';

/** Tests that need a browser; where there is none they are skipped, and their name says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (CHROMIUM === null) describe.skip(`${name} (skipped: ${NO_CHROMIUM})`, tests);
  else describe(name, tests);
}
