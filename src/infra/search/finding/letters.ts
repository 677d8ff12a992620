const MARKED = 32;

/** The letters of a word as bits, some of them for several letters. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % MARKED);
  return letters >>> 0;
}

/**
 * In how many letters two words differ at least, of those that stand only in one of them. One that is
 * added, dropped, changed or swapped makes a difference of two at most.
 */
export function differsBy(letters: number, others: number): number {
  // The number of bits that are set, by adding up those of ever longer stretches.
  let bits = letters ^ others;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}
