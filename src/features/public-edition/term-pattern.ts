import { unfoldedText } from './unfolded-text.js';

/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Letters and digits of scripts in which a word has an end. */
const IN_WORD =
  '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Devanagari}\\p{Script=Thai}\\p{Nd}]';

/** Marks of Markdown that may split a word without its reader seeing it. */
const MARKS = '[*~`_\\[\\]]{0,6}';
/** The same, and the spaces and line ends that nobody sees between characters. */
const MARKS_UNSPACED = '[*~`_\\[\\]\\s·・‧•]{0,6}';
/** What may stand between two words of one name: no cell of a table, no end of a sentence. */
const BETWEEN = '[^\\p{L}\\p{N}|\\n.,;!?。，、；！？：:()（）]{0,6}';
const GAP = `(?:\\.(?!\\s)|,)?${BETWEEN}\\n?${BETWEEN}`;

const WORDS = /[\p{L}\p{N}]+/gu;

/** A word or a phrase as it is looked for. */
export interface TermPattern {
  /** For a regular expression over a folded text, with the `u` flag. */
  readonly source: string;
  /** Its letters and digits alone: what a text must have to have the term. */
  readonly letters: string;
  /** Of several words, or of a script without spaces: it is not met by chance. */
  readonly isPhrase: boolean;
}

/** The letters and digits of a folded text, without all that stands between them. */
export const lettersOf = (folded: string): string => folded.replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * How a word or a phrase is found in a folded text, whatever marks split it: as whole words where
 * its script has such, in any place where it has not. Null for less than two letters or digits.
 */
export function termPattern(term: string): TermPattern | null {
  const words = unfoldedText(term).folded.match(WORDS) ?? [];
  const letters = words.join('');
  const signs = [...letters];
  if (signs.length < 2) return null;
  const first = signs[0] ?? '';
  const last = signs.at(-1) ?? '';
  const source = [
    UNSPACED.test(first) ? '' : `(?<!${IN_WORD})`,
    words.map(wordSource).join(GAP),
    UNSPACED.test(last) ? '' : `(?!${IN_WORD})`,
  ].join('');
  return { source, letters, isPhrase: words.length > 1 || UNSPACED.test(letters) };
}

/** The words of a name, as they stand; none of a script without spaces. */
export const wordsOfName = (name: string): string[] =>
  UNSPACED.test(name) ? [] : (name.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []);

/** The given name where somebody of three or four characters is called by it alone; else null. */
export function givenNameOf(name: string): string | null {
  const signs = [...name.trim()];
  const isHan = signs.every((sign) => /\p{Script=Han}/u.test(sign));
  return isHan && signs.length >= 3 && signs.length <= 4 ? signs.slice(-2).join('') : null;
}

const wordSource = (word: string): string =>
  [...word]
    .map((sign, at, signs) => {
      const next = signs[at + 1];
      if (next === undefined) return sign;
      const isUnspaced = UNSPACED.test(sign) && UNSPACED.test(next);
      return sign + (isUnspaced ? MARKS_UNSPACED : MARKS);
    })
    .join('');
