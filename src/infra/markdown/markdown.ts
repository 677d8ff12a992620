import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import MarkdownIt from 'markdown-it';

import { codeBlocks } from './code.js';
import { footnotes } from './footnotes.js';
import { safeLinks } from './links.js';
import { references } from './references.js';
import { bottom, tablesAndHeadings } from './blocks.js';
import { taskLists } from './task-lists.js';

/** Where the parser stops going deeper. People do not nest ten quotes; whoever attacks nests a million. */
const DEEPEST = 24;

const md = new MarkdownIt({ html: false, linkify: true, maxNesting: DEEPEST })
  .use(safeLinks)
  .use(footnotes)
  .use(references)
  .use(taskLists)
  .use(codeBlocks)
  .use(tablesAndHeadings)
  .use(bottom, DEEPEST);

/**
 * Makes HTML of Markdown: the one place that does. What a text brings as HTML is shown as text, and
 * the answer holds nothing that runs, loads from elsewhere or leaves its place on the page.
 * @param place tells the texts of one page apart, so that their footnotes do not meet
 */
export function renderedMarkdown(text: string, place: string): string {
  return md.render(text, { docId: place.replace(/[^\w-]/g, '') });
}

/** Texts up to here take less than a few milliseconds. */
const SHORT = 20_000;
/** Characters of text and HTML that are kept. */
const KEPT = 24_000_000;

/** What was rendered last, in the order of its use. */
const kept = new Map<string, string>();
let size = 0;
let turn: Promise<unknown> = Promise.resolve();

/**
 * The HTML of a text. One that was rendered lately costs nothing; long ones are rendered one at a
 * time, and whoever else waits gets served in between.
 */
export async function htmlOf(text: string, place: string): Promise<string> {
  if (text.length <= SHORT) return fromKept(text, place);
  const mine = turn.then(() => nextTurn());
  turn = mine;
  await mine;
  return fromKept(text, place);
}

function fromKept(text: string, place: string): string {
  const key = createHash('sha256').update(`${place}\0${text}`).digest('base64');
  const before = kept.get(key);
  if (before !== undefined) {
    kept.delete(key);
    kept.set(key, before);
    return before;
  }
  const html = renderedMarkdown(text, place);
  kept.set(key, html);
  size += html.length;
  for (const [oldest, { length }] of kept) {
    if (size <= KEPT) break;
    kept.delete(oldest);
    size -= length;
  }
  return html;
}
