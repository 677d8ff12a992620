interface InternalWord {
  readonly word: string;
  readonly instead: string;
}

/** Words as lines that a person can edit: `word = what stands instead`. */
export const textOfWords = (words: readonly InternalWord[]): string =>
  words.map(({ word, instead }) => `${word} = ${instead}\n`).join('');

/** Reads such lines; the number of the first that is none, or null. Blank ones are passed over. */
export function wordsOfText(text: string): {
  readonly words: InternalWord[];
  readonly faultyLine: number | null;
} {
  const words: InternalWord[] = [];
  let faultyLine: number | null = null;
  for (const [place, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [word = '', ...rest] = line.split(/=|→/u);
    const instead = rest.join('=').trim();
    if (word.trim() !== '' && instead !== '') words.push({ word: word.trim(), instead });
    else faultyLine ??= place + 1;
  }
  return { words, faultyLine };
}
