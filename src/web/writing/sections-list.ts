/** A section while its place and name are being changed. */
export interface ListedSection {
  /** Stays the same wherever it goes. */
  readonly id: string;
  readonly heading: string;
  readonly body: string;
  readonly isRemoved: boolean;
}

/** The sections with one of them some places further. */
export function moved(
  sections: readonly ListedSection[],
  id: string,
  by: number,
): readonly ListedSection[] {
  const from = sections.findIndex((section) => section.id === id);
  const section = sections[from];
  const to = Math.min(Math.max(from + by, 0), sections.length - 1);
  if (!section || to === from) return sections;
  const rest = sections.filter((each) => each.id !== id);
  return [...rest.slice(0, to), section, ...rest.slice(to)];
}

/** What is kept of them. */
export const keptSections = (
  sections: readonly ListedSection[],
): { heading: string; body: string }[] =>
  sections
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ heading, body }) => ({ heading: heading.trim(), body }));

/**
 * The changes of names and places that were made to one list of sections, made to the list as it
 * is now. Theirs that are new stay where they are; bodies are always theirs.
 */
export function rearranged(
  base: readonly { readonly heading: string; readonly body: string }[],
  mine: readonly ListedSection[],
  theirs: readonly { readonly heading: string; readonly body: string }[],
): readonly ListedSection[] {
  const taken = new Set<number>();
  const now = base.map(({ heading }, place) => {
    const same = theirs.findIndex((each, at) => each.heading === heading && !taken.has(at));
    const found = same !== -1 ? same : theirs.length === base.length ? place : -1;
    if (found !== -1 && !taken.has(found)) taken.add(found);
    return found;
  });
  const result = mine.flatMap((section) => {
    const old = /^was-(\d+)$/.exec(section.id)?.[1];
    if (old === undefined) return [section];
    const at = now[Number(old)] ?? -1;
    const there = theirs[at];
    if (!there) return [];
    const isRenamed = section.heading !== base[Number(old)]?.heading;
    return [{ ...section, body: there.body, heading: isRenamed ? section.heading : there.heading }];
  });
  theirs.forEach((section, at) => {
    if (taken.has(at)) return;
    result.splice(Math.min(at, result.length), 0, {
      ...section,
      id: `theirs-${at}`,
      isRemoved: false,
    });
  });
  return result;
}
