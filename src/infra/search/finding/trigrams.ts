/** A word with its ends marked, so that they count as letters. */
export function markedTerm(term: string): string {
  return `^${term}$`;
}

/** Every three letters in a row of a word; its ends count as letters. */
export function trigrams(word: string): string[] {
  const marked = markedTerm(word);
  return Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3));
}
