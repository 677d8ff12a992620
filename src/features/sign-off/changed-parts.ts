import { isDeepStrictEqual } from 'node:util';

import type { RevisionEntity } from '../history/revision.entity.js';

/** Parts of a case that people agree with. */
export const CASE_PARTS = [
  'SUMMARY',
  'INCIDENTS',
  'SECTIONS',
  'TIMELINE',
  'FACTORS',
  'FINDINGS',
  'PRACTICES',
  'ACTIONS',
] as const;
export type CasePart = (typeof CASE_PARTS)[number];

type Document = RevisionEntity['document'];

/**
 * What reads otherwise in one revision than in another. Of an action counts what is to be done, and
 * not how far it is; its owner and its day are moved as it goes on. In which order the fields stand
 * counts for nothing: it is another one in a revision that was imported.
 */
export function changedParts(before: Document, after: Document): CasePart[] {
  return CASE_PARTS.filter(
    (part) => !isDeepStrictEqual(wording(before, part), wording(after, part)),
  );
}

function wording(document: Document, part: CasePart): unknown {
  const { title, summary, incidents, sections, timeline, factors, findings, practices, actions } =
    document;
  const words: Readonly<Record<CasePart, unknown>> = {
    SUMMARY: [title, summary],
    INCIDENTS: incidents,
    SECTIONS: sections,
    TIMELINE: timeline,
    FACTORS: factors,
    FINDINGS: findings,
    PRACTICES: practices,
    ACTIONS: actions.map(({ key, title: what, detail, type, priority, doneWhen }) => [
      key,
      what,
      detail,
      type,
      priority,
      doneWhen,
    ]),
  };
  return words[part];
}
