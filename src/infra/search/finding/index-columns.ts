import { fold } from '../../../core/text/fold.js';
import { plainText } from '../../../core/text/plain-text.js';
import { camelCaseNames, camelCaseParts, tokens } from '../../../core/text/segment.js';
import type { SearchDocument } from '../search-index.js';

/** Tokens of title, tags, summary and body. What a case is labelled with is among its tags. */
export function indexColumns(document: SearchDocument): string[][] {
  const title = document.title;
  const summary = plainText(document.summary);
  const body = plainText(document.body);
  const labels = [
    ...document.tags,
    ...document.services,
    ...document.teams,
    document.company ?? '',
    document.product ?? '',
    ...camelCaseWords([title, summary, body].join('\n')),
  ];
  return [title, labels.join('\n'), summary, body].map((text) => tokens(fold(text)));
}

/** The words inside of the camel-cased names of a text, each name once. */
function camelCaseWords(text: string): string[] {
  const names = new Set(camelCaseNames(text).map(({ name }) => name));
  return [...names].map((name) => camelCaseParts(name).join(' '));
}
