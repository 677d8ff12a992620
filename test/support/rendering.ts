import { pathToFileURL } from 'node:url';

import { RENDERING, type RenderingLimits } from '../../src/infra/markdown/markdown-renderer.js';

const HOOKS = pathToFileURL('test/support/typescript-hooks.mjs').href;
const REGISTER = `import { register } from 'node:module'; register('${HOOKS}');`;

/** The limits of the server, for threads that run the sources. */
export const TEST_RENDERING: RenderingLimits = {
  ...RENDERING,
  execArgv: ['--import', `data:text/javascript,${encodeURIComponent(REGISTER)}`],
};

/** A text that takes seconds to render on any machine. */
export const hostileText = (characters = 1_000_000): string => '|a|\n|-|\n'.repeat(characters / 8);
