import type { CaseDocument } from './case-document.js';

/**
 * What restoring brings back: the words of a case. Not how far it is, who may read it and who answers
 * for it, nor what has a life of its own: incidents, action items, links.
 */
const RESTORED = [
  'title',
  'summary',
  'language',
  'tags',
  'timeline',
  'factors',
  'findings',
  'practices',
  'sections',
] as const satisfies readonly (keyof CaseDocument)[];
export type RestoredWords = Pick<CaseDocument, (typeof RESTORED)[number]>;

/** The case as it is, with the words that it had. */
export function restoredDocument<Present extends RestoredWords>(
  present: Present,
  past: RestoredWords,
): Present {
  return { ...present, ...Object.fromEntries(RESTORED.map((part) => [part, past[part]])) };
}
