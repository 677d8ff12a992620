import { diffIndices } from 'node-diff3';

/** A stretch of two texts that came from one: untouched, changed by one of the two, or by both. */
export type Region =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'mine' | 'theirs'; readonly base: string; readonly text: string }
  | Clash;

/** A stretch that both have changed, each in another way. */
export interface Clash {
  readonly kind: 'clash';
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What becomes of a stretch that both have changed. */
export type Choice = 'mine' | 'theirs' | 'both';

/**
 * Puts together two texts that were made from the same one, line by line; within a paragraph that
 * both have changed, sentence by sentence.
 */
export function mergeTexts(base: string, mine: string, theirs: string): readonly Region[] {
  // With a line break at the end of each, a last line is like any other.
  const regions = merge(lines(`${base}\n`), lines(`${mine}\n`), lines(`${theirs}\n`));
  const fine = regions.flatMap((region) => (region.kind === 'clash' ? refined(region) : [region]));
  return joined(fine);
}

export const isClash = (region: Region): region is Clash => region.kind === 'clash';

/** What a stretch becomes: what has been chosen, or what is written where nothing has to be. */
export function chosenText(region: Region, choice: Choice = 'mine'): string {
  if (!isClash(region)) return region.text;
  if (choice !== 'both') return region[choice];
  const { mine, theirs } = region;
  return theirs === '' || theirs.endsWith('\n') ? theirs + mine : `${theirs}\n${mine}`;
}

/** The whole text that comes of it, without the line break that was put at its end. */
export const mergedText = (
  regions: readonly Region[],
  choices: readonly (Choice | undefined)[] = [],
): string =>
  regions
    .map((region, place) => chosenText(region, choices[place]))
    .join('')
    .replace(/\n$/, '');

/** What a text has that another has not, between what both begin and end with. */
export function changedMiddle(base: string, text: string): readonly [string, string, string] {
  const shorter = Math.min(base.length, text.length);
  let head = 0;
  while (head < shorter && base[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && base.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  const end = text.length - tail;
  return [text.slice(0, head), text.slice(head, end), text.slice(end)];
}

/** Lines, each with the empty ones behind it: those are all alike and tell nothing. */
const lines = (text: string): string[] => text.match(/[^\n]*\n+/g) ?? [];

/** Sentences of either script, each with what separates it from the next. */
const sentences = (text: string): string[] =>
  text.match(/.+?(?:[。！？；]+[」』”）]*|[.!?;]+\s+|\n+|$)/gsu) ?? [];

/** The same stretch by sentences, if that way nothing has to be decided. */
function refined(clash: Clash): readonly Region[] {
  const regions = merge(...([clash.base, clash.mine, clash.theirs].map(sentences) as Three));
  return regions.some(isClash) ? [clash] : regions;
}

type Three = [base: string[], mine: string[], theirs: string[]];

/** Equal pairs of lines beyond which a changed stretch is taken as one. */
const MOST_PAIRS = 200_000;

interface Hunk {
  readonly of: 'mine' | 'theirs';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function merge(...[base, mine, theirs]: Three): Region[] {
  const hunks = [...hunksOf('mine', base, mine), ...hunksOf('theirs', base, theirs)].sort(
    (one, other) => one.start - other.start,
  );
  const regions: Region[] = [];
  let at = 0;
  while (hunks.length > 0) {
    const touching = takeTouching(hunks);
    const start = Math.min(...touching.map((hunk) => hunk.start));
    const end = Math.max(...touching.map((hunk) => hunk.end));
    regions.push({ kind: 'same', text: base.slice(at, start).join('') });
    regions.push(regionOf(touching, base, start, end));
    at = end;
  }
  regions.push({ kind: 'same', text: base.slice(at).join('') });
  return regions;
}

function hunksOf(of: Hunk['of'], base: readonly string[], text: readonly string[]): Hunk[] {
  // What both begin and end with is most of a long text; only the rest has to be compared.
  const shorter = Math.min(base.length, text.length);
  let head = 0;
  while (head < shorter && base[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && base.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  const old = base.slice(head, base.length - tail);
  const changed = text.slice(head, text.length - tail);
  if (old.length === 0 && changed.length === 0) return [];
  if (isTooAlike(old, changed)) {
    return [{ of, start: head, end: head + old.length, text: changed.join('') }];
  }
  return diffIndices(old, changed).map(({ buffer1: [start, length], buffer2Content }) => ({
    of,
    start: head + start,
    end: head + start + length,
    text: buffer2Content.join(''),
  }));
}

/** Whether so many lines equal so many others that to compare them would take too long. */
function isTooAlike(old: readonly string[], changed: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const line of old) counts.set(line, (counts.get(line) ?? 0) + 1);
  let pairs = 0;
  for (const line of changed) pairs += counts.get(line) ?? 0;
  return pairs > MOST_PAIRS;
}

/** Takes the first hunk and all that lie over it, or right beside it. */
function takeTouching(hunks: Hunk[]): Hunk[] {
  const taken: Hunk[] = [];
  let end = -1;
  while (hunks[0] && (taken.length === 0 || hunks[0].start <= end)) {
    const hunk = hunks.shift() as Hunk;
    end = Math.max(end, hunk.end);
    taken.push(hunk);
  }
  return taken;
}

function regionOf(hunks: readonly Hunk[], base: string[], start: number, end: number): Region {
  const old = base.slice(start, end).join('');
  const side = (of: Hunk['of']): string => {
    let at = start;
    let text = '';
    for (const hunk of hunks.filter((each) => each.of === of)) {
      text += base.slice(at, hunk.start).join('') + hunk.text;
      at = hunk.end;
    }
    return text + base.slice(at, end).join('');
  };
  const [mine, theirs] = [side('mine'), side('theirs')];
  if (mine === theirs) return { kind: 'same', text: mine };
  if (theirs === old) return { kind: 'mine', base: old, text: mine };
  if (mine === old) return { kind: 'theirs', base: old, text: theirs };
  return { kind: 'clash', base: old, mine, theirs };
}

/** Without empty stretches, and with neighbours that are untouched as one. */
function joined(regions: readonly Region[]): Region[] {
  const result: Region[] = [];
  for (const region of regions) {
    const before = result.at(-1);
    if (region.kind !== 'same') result.push(region);
    else if (before?.kind === 'same') {
      result[result.length - 1] = { kind: 'same', text: before.text + region.text };
    } else if (region.text !== '') result.push(region);
  }
  return result;
}
