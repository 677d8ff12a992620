import { stemmer } from 'stemmer';

/** SQLite's `porter` tokenizer leaves longer words alone. */
const LONGEST_STEMMED = 64;
/** Enough for the vocabulary of one page of results; then the memory starts anew. */
const REMEMBERED = 20_000;
const FIRST_LETTER = 'a'.charCodeAt(0);
const LAST_LETTER = 'z'.charCodeAt(0);
const remembered = new Map<string, string>();

/**
 * The Porter stem of a folded word, equal to what SQLite's `porter` tokenizer puts in the index:
 * `connections` becomes `connect`. Other scripts than Latin come back unchanged.
 */
export function stem(word: string): string {
  // The rules of Porter are about endings of Latin letters.
  const last = word.charCodeAt(word.length - 1);
  if (!(last >= FIRST_LETTER && last <= LAST_LETTER)) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const stemmed = word.length > LONGEST_STEMMED ? word : stemmer(word);
  remembered.set(word, stemmed);
  return stemmed;
}
