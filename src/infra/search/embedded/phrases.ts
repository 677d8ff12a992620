import { COLUMN_WEIGHTS } from '../finding/ranking.js';
import type { Holders } from '../finding/scoring.js';
import { addPlaces, columnOf, frequenciesOf, type Postings } from './postings.js';

const WEIGHTS: readonly number[] = Object.values(COLUMN_WEIGHTS);

/** What nothing holds. */
const NOWHERE: Postings = {
  slots: new Uint32Array(0),
  from: new Uint32Array(0),
  end: new Uint32Array(0),
  bytes: new Uint8Array(0),
};

/** The documents that hold a word, and how often. */
function holdersOf(postings: Postings): Holders {
  return { slots: postings.slots, frequencies: frequenciesOf(postings, WEIGHTS) };
}

/** Those that hold any of several words, and how often all together. */
export function holdersOfAny(words: readonly Postings[]): Holders {
  const [first, ...others] = words.map(holdersOf);
  if (first === undefined) return holdersOf(NOWHERE);
  if (others.length === 0) return first;
  const room = 1 + Math.max(...words.map(({ slots }) => slots.at(-1) ?? 0));
  const sums = new Float32Array(room);
  for (const { slots, frequencies } of [first, ...others]) {
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      sums[slot] = (sums[slot] ?? 0) + (frequencies[at] ?? 0);
    }
  }
  const slots = Uint32Array.from(sums.keys()).filter((slot) => (sums[slot] ?? 0) > 0);
  return { slots, frequencies: Float32Array.from(slots, (slot) => sums[slot] ?? 0) };
}

/** A list of documents that is gone through once, from its beginning. */
interface Walked {
  readonly postings: Postings;
  at: number;
}

/**
 * The documents in which words follow one another.
 * @param words for each of them where it stands; where it may be one of several, where each does
 */
export function holdersInARow(words: readonly (readonly Postings[])[]): Holders {
  const walked = words.map((lists) => lists.map((postings): Walked => ({ postings, at: 0 })));
  const places = words.map((): number[] => []);
  const slots: number[] = [];
  const frequencies: number[] = [];
  for (const slot of rarest(words)) {
    if (!walked.every((lists) => lists.filter((list) => reaches(list, slot)).length > 0)) continue;
    for (const [at, lists] of walked.entries()) gather(lists, slot, places[at] ?? []);
    const frequency = rowsIn(places);
    if (frequency === 0) continue;
    slots.push(slot);
    frequencies.push(frequency);
  }
  return { slots: Uint32Array.from(slots), frequencies: Float32Array.from(frequencies) };
}

/** The documents of the word that the fewest hold. */
function rarest(words: readonly (readonly Postings[])[]): Uint32Array {
  const single = words.flatMap(([first, ...others]) =>
    first !== undefined && others.length === 0 ? [first.slots] : [],
  );
  const [fewest] = single.sort((a, b) => a.length - b.length);
  return words.some((lists) => lists.length === 0) ? NOWHERE.slots : (fewest ?? NOWHERE.slots);
}

/** Goes on to a document; whether it is on the list. */
function reaches(walked: Walked, slot: number): boolean {
  const { slots } = walked.postings;
  let { at } = walked;
  while (at < slots.length && (slots[at] ?? 0) < slot) at += 1;
  walked.at = at;
  return slots[at] === slot;
}

function gather(lists: readonly Walked[], slot: number, places: number[]): void {
  places.length = 0;
  for (const { postings, at } of lists) {
    if (postings.slots[at] === slot) addPlaces(postings, at, places);
  }
  if (lists.length > 1) places.sort((a, b) => a - b);
}

/** How often the places of the words follow one another, by the weights of the columns. */
function rowsIn([first = [], ...others]: readonly (readonly number[])[]): number {
  const reached = others.map(() => 0);
  let sum = 0;
  for (const place of first) {
    const isRow = others.every((places, word) => {
      const wanted = place + word + 1;
      let at = reached[word] ?? 0;
      while (at < places.length && (places[at] ?? 0) < wanted) at += 1;
      reached[word] = at;
      return places[at] === wanted;
    });
    if (isRow) sum += WEIGHTS[columnOf(place)] ?? 0;
  }
  return sum;
}
