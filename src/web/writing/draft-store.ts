import type { KeptDraft } from './draft-choice.js';

/**
 * What this browser holds of somebody's writing until the server has it. It is written without
 * waiting, so that a page that goes away has it too.
 */
const PREFIX = 'fupan-draft';

const keyOf = (personId: string, caseId: string, part: string): string =>
  [PREFIX, personId, caseId, part].join('/');

/** False if the browser has no room for it. */
export function keepDraft(
  personId: string,
  caseId: string,
  part: string,
  draft: KeptDraft,
): boolean {
  try {
    window.localStorage.setItem(keyOf(personId, caseId, part), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(personId: string, caseId: string, part: string): KeptDraft | null {
  return readDraft(keyOf(personId, caseId, part));
}

export function dropDraft(personId: string, caseId: string, part: string): void {
  try {
    window.localStorage.removeItem(keyOf(personId, caseId, part));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** All that this browser holds of a person's writing in a case. */
export function keptDrafts(
  personId: string,
  caseId: string,
): readonly (KeptDraft & { readonly part: string })[] {
  const start = keyOf(personId, caseId, '');
  try {
    return Object.keys(window.localStorage)
      .filter((key) => key.startsWith(start))
      .flatMap((key) => {
        const draft = readDraft(key);
        return draft ? [{ ...draft, part: key.slice(start.length) }] : [];
      });
  } catch {
    return [];
  }
}

function readDraft(key: string): KeptDraft | null {
  try {
    const draft = JSON.parse(
      window.localStorage.getItem(key) ?? 'null',
    ) as Partial<KeptDraft> | null;
    if (typeof draft?.text !== 'string') return null;
    const { text, base = '', baseVersion = 0, at = 0 } = draft;
    return { text, base, baseVersion, at };
  } catch {
    return null;
  }
}
