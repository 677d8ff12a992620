import { isClash, mergedText, mergeTexts, type Region } from './merge-text.js';
import { findSection, type PartRef, type ProseOfCase, type SectionText } from './part.js';

/** A text being written, and what it was made from. */
export interface Written {
  readonly ref: PartRef;
  /** The text that it was made from … */
  readonly base: string;
  /** … and the version of the case that had it. */
  readonly baseVersion: number;
  readonly text: string;
  /** The headings of that version, if they are known. */
  readonly baseHeadings?: readonly string[];
}

/** What to send to have it kept. */
export interface ProseChange {
  readonly expectedVersion: number;
  readonly summary?: string;
  readonly sections?: SectionText[];
}

/** Where the text stands in the case as it is now. */
interface Place {
  /** Null for the summary. */
  readonly position: number | null;
  readonly heading: string | null;
  readonly theirs: string;
  /** Its heading has another name by now. */
  readonly isRenamed: boolean;
}

/** What comes next on the way to having a text kept. */
export type SaveStep =
  /** Nobody else has touched it. */
  | { readonly kind: 'send'; readonly place: Place; readonly change: ProseChange }
  /** It is there already, word for word. */
  | { readonly kind: 'there'; readonly place: Place }
  /** Somebody else has written in it as well; `isClear` if no stretch was changed by both. */
  | {
      readonly kind: 'merge';
      readonly place: Place;
      readonly regions: readonly Region[];
      readonly isClear: boolean;
    }
  /** The section has been taken away. */
  | { readonly kind: 'gone' };

/** Decides how a text gets into the case as it is now, so that nothing of anybody is lost. */
export function planSave(written: Written, now: ProseOfCase): SaveStep {
  const place = placeIn(written, now);
  if (!place) return { kind: 'gone' };
  if (place.theirs === written.text) return { kind: 'there', place };
  if (place.theirs === written.base || now.version === written.baseVersion) {
    return { kind: 'send', place, change: changeTo(now, place.position, written.text) };
  }
  const regions = mergeTexts(written.base, written.text, place.theirs);
  const isClear = !regions.some(isClash);
  // They have what we have, and more.
  if (isClear && mergedText(regions) === place.theirs) return { kind: 'there', place };
  return { kind: 'merge', place, regions, isClear };
}

/** Puts a section that others have taken away where it was. */
export function putBack(written: Written, now: ProseOfCase): ProseChange {
  const { ref, text } = written;
  if (ref.kind === 'summary') return { expectedVersion: now.version, summary: text };
  const sections = now.sections.map(({ heading, body }) => ({ heading, body }));
  sections.splice(Math.min(ref.position, sections.length), 0, { heading: ref.heading, body: text });
  return { expectedVersion: now.version, sections };
}

/** The case with another text in one place. */
export const changeTo = (now: ProseOfCase, position: number | null, text: string): ProseChange =>
  position === null
    ? { expectedVersion: now.version, summary: text }
    : {
        expectedVersion: now.version,
        sections: now.sections.map(({ heading, body }, place) => ({
          heading,
          body: place === position ? text : body,
        })),
      };

function placeIn({ ref, base, baseHeadings }: Written, now: ProseOfCase): Place | null {
  if (ref.kind === 'summary') {
    return { position: null, heading: null, theirs: now.summary, isRenamed: false };
  }
  const found = findSection(ref, now.sections);
  const position = found ?? renamed(ref.position, base, now.sections, baseHeadings);
  const section = position === null ? undefined : now.sections[position];
  if (position === null || !section) return null;
  const { heading, body } = section;
  return { position, heading, theirs: body, isRenamed: found === null };
}

/** Where a section is whose heading nobody has any more: it has the same text, or stands in the same place under a new name. */
function renamed(
  position: number,
  base: string,
  sections: readonly SectionText[],
  baseHeadings: readonly string[] | undefined,
): number | null {
  const same = base.trim() === '' ? -1 : sections.findIndex(({ body }) => body === base);
  if (same !== -1) return same;
  const there = sections[position];
  const isNew =
    there && baseHeadings?.length === sections.length && !baseHeadings.includes(there.heading);
  return isNew ? position : null;
}
