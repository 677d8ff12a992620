import { unsent } from '../app/kept.js';
import type { KeptDraft } from './draft-choice.js';

/** What this browser holds of the prose of cases until the server has it. */
const placeOf = (caseId: string, part: string): string => `draft/${caseId}/${part}`;

/** False if the browser has no room for it. */
export function keepDraft(caseId: string, part: string, draft: KeptDraft): boolean {
  return unsent.keep(placeOf(caseId, part), draft) === null;
}

export function keptDraft(caseId: string, part: string): KeptDraft | null {
  return (unsent.read(placeOf(caseId, part)) as KeptDraft | undefined) ?? null;
}

export function dropDraft(caseId: string, part: string): void {
  unsent.forget(placeOf(caseId, part));
}

/** All that this browser holds of the prose of a case. */
export function keptDrafts(caseId: string): readonly (KeptDraft & { readonly part: string })[] {
  const start = placeOf(caseId, '');
  return unsent
    .list(start)
    .map(({ place, value }) => ({ ...(value as KeptDraft), part: place.slice(start.length) }));
}
