/** A piece of prose of a case, as the page names it. */
export type Part =
  { readonly kind: 'summary' } | { readonly kind: 'section'; readonly position: number };

/** A piece of prose by what it can be found again with after others have changed the case. */
export type PartRef =
  | { readonly kind: 'summary' }
  | { readonly kind: 'section'; readonly position: number; readonly heading: string };

export interface SectionText {
  readonly heading: string;
  readonly body: string;
}

/** The prose of a case as it is at one version. */
export interface ProseOfCase {
  readonly version: number;
  readonly summary: string;
  readonly sections: readonly SectionText[];
}

/** The name by which the server keeps a draft of it. */
export const partName = (ref: PartRef): string =>
  ref.kind === 'summary' ? 'summary' : `section/${ref.position}/${ref.heading}`;

/** What a draft is of; null if it is of something else than prose. */
export function readPartName(name: string): PartRef | null {
  if (name === 'summary') return { kind: 'summary' };
  const [, position, heading] = /^section\/(\d+)\/(.*)$/su.exec(name) ?? [];
  if (position === undefined || heading === undefined) return null;
  return { kind: 'section', position: Number(position), heading };
}

/** The section that a reference means now: of those with its heading the nearest; null if none has it. */
export function findSection(
  { position, heading }: { readonly position: number; readonly heading: string },
  sections: readonly SectionText[],
): number | null {
  let best: number | null = null;
  sections.forEach((section, place) => {
    if (section.heading !== heading) return;
    if (best === null || Math.abs(place - position) < Math.abs(best - position)) best = place;
  });
  return best;
}
