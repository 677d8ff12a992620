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

/** A text as it was written, for where it cannot be rendered. */
export function escapedText(text: string): string {
  return md.utils.escapeHtml(text);
}

/** A text with its entities and backslashes read, as a reader sees it. */
export function unescapedText(text: string): string {
  return md.utils.unescapeAll(text);
}
