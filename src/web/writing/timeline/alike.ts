/** Something that happened, as far as it takes to tell whether it is the same. */
interface Happening {
  readonly at: string;
  readonly text: string;
  /** The line that it was read from. */
  readonly original?: string | null;
}

const WINDOW_MS = 60_000;
/** Share of pairs of characters from which two texts say the same. */
const ALIKE = 0.6;
/** Characters from which a text that is part of another says the same. */
const PART = 6;

/** A text without what two people write differently: case, blanks, punctuation. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let place = 0; place < text.length - 1; place += 1) {
    const pair = text.slice(place, place + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Whether two texts say the same, as far as their letters tell. */
export function isAlike(one: string, other: string): boolean {
  const a = plain(one);
  const b = plain(other);
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= PART && long.includes(short)) return true;
  const inA = pairs(a);
  let shared = 0;
  for (const [pair, count] of pairs(b)) shared += Math.min(count, inA.get(pair) ?? 0);
  const all = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0);
  return all > 0 && (2 * shared) / all >= ALIKE;
}

/** Finds what is on a timeline already: from the same line, or within a minute in much the same words. */
export function finder<Each extends Happening>(
  present: readonly Each[],
): (one: Happening) => Each | undefined {
  const sorted = present
    .map((each) => ({ each, ms: Date.parse(each.at) }))
    .sort((a, b) => a.ms - b.ms);
  const lines = new Map(
    present.flatMap((each) => (each.original ? [[each.original.trim(), each] as const] : [])),
  );
  return ({ at, text, original }) => {
    const sameLine = original ? lines.get(original.trim()) : undefined;
    if (sameLine) return sameLine;
    const ms = Date.parse(at);
    let low = 0;
    for (let high = sorted.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.ms ?? Infinity) < ms - WINDOW_MS) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < sorted.length; place += 1) {
      const candidate = sorted[place];
      if (!candidate || candidate.ms > ms + WINDOW_MS) return undefined;
      if (isAlike(candidate.each.text, text)) return candidate.each;
    }
    return undefined;
  };
}
