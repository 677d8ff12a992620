import { parentPort } from 'node:worker_threads';

import { renderedMarkdown } from './markdown.js';

/** What a rendering thread is given; it answers with the HTML. */
export interface RenderingTask {
  readonly text: string;
  readonly place: string;
}

parentPort?.on('message', ({ text, place }: RenderingTask) => {
  parentPort?.postMessage(renderedMarkdown(text, place));
});
// The modules are there: from now on it is the text that takes time.
parentPort?.postMessage('ready');
