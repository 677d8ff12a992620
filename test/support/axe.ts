import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

const AXE = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');
/** All but what only keeps the focus within a dialog. */
const PAGE = "{ exclude: '[data-base-ui-focus-guard]' }";

/**
 * What axe finds: the rule and where it is broken.
 * @param where an expression for what axe looks at
 */
export async function axeFaults(page: Page, where = PAGE): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(
    `axe.run(${where}).then(({ violations }) =>
      violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 120))]))`,
  );
}
