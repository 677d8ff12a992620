import type { KeptDraft } from './draft-choice.js';

/**
 * What this browser holds of somebody's writing until the server has it. It is written without
 * waiting, so that a page that goes away has it too.
 */
const PREFIX = 'fupan-draft';

const keyOf = (personId: string, caseId: string, part: string): string =>
  [PREFIX, personId, caseId, part].join('/');

/** What is written with each key is the text alone: a long one costs enough. */
const TEXT = '#text';
const BASE = '#base';

/** False if the browser has no room for it. */
export function keepDraft(
  personId: string,
  caseId: string,
  part: string,
  { text, base, baseVersion, at }: KeptDraft,
): boolean {
  const key = keyOf(personId, caseId, part);
  const { localStorage } = window;
  try {
    localStorage.setItem(key + TEXT, text);
    localStorage.setItem(key, JSON.stringify({ baseVersion, at }));
    if (localStorage.getItem(key + BASE) !== base) localStorage.setItem(key + BASE, base);
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(personId: string, caseId: string, part: string): KeptDraft | null {
  return readDraft(keyOf(personId, caseId, part));
}

export function dropDraft(personId: string, caseId: string, part: string): void {
  const key = keyOf(personId, caseId, part);
  try {
    for (const each of [key, key + TEXT, key + BASE]) window.localStorage.removeItem(each);
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
      .filter((key) => key.startsWith(start) && !key.endsWith(TEXT) && !key.endsWith(BASE))
      .flatMap((key) => {
        const draft = readDraft(key);
        return draft ? [{ ...draft, part: key.slice(start.length) }] : [];
      });
  } catch {
    return [];
  }
}

function readDraft(key: string): KeptDraft | null {
  const { localStorage } = window;
  try {
    const text = localStorage.getItem(key + TEXT);
    if (text === null) return null;
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<KeptDraft>;
    const { baseVersion = 0, at = 0 } = kept;
    return { text, base: localStorage.getItem(key + BASE) ?? '', baseVersion, at };
  } catch {
    return null;
  }
}
