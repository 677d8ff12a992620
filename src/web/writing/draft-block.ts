import { findSection, readPartName, type SectionText } from './part.js';

/** By what the editors of entries call what they keep. */
const BLOCK_OF: Readonly<Record<string, string>> = {
  timeline: 'timeline',
  action: 'actions',
  actions: 'actions',
  factor: 'factors',
  factors: 'factors',
  finding: 'findings',
  findings: 'findings',
};

/** The block of the page in which a draft is gone on with; null if its place is not there any more. */
export function blockOfDraft(
  part: string,
  sections: readonly Pick<SectionText, 'heading'>[],
): string | null {
  const prose = readPartName(part);
  if (prose?.kind === 'summary') return 'summary';
  if (prose) {
    const place = findSection(
      prose,
      sections.map(({ heading }) => ({ heading, body: '' })),
    );
    return place === null ? null : `section-${place}`;
  }
  return BLOCK_OF[part.split('/')[0] ?? ''] ?? null;
}
