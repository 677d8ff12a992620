import { fold } from '../../core/text/fold.js';
import { unescapedText } from '../../infra/markdown/markdown.js';

/** A text as its reader takes it in, and where each sign of it stands in what was written. */
export interface UnfoldedText {
  /** Lower case, simplified script, half-width, without marks that nobody sees. */
  readonly folded: string;
  /** The same, sign by sign, in the case it was written in. */
  readonly shown: string;
  /** For each sign the offset where it begins in the source, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Tags that somebody might split a word with. Others are words in angle brackets. */
const TAGS = 'a|b|br|code|div|em|font|i|kbd|mark|p|s|small|span|strong|sub|sup|u|wbr';

/** What is written otherwise than it is read, or is not read at all. */
const WRITTEN = new RegExp(
  [
    '(?<entity>&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z]\\w{1,30});)',
    '(?<percent>(?:%[\\da-f]{2})+)',
    '(?<escape>\\\\(?=[!-/:-@[-`{-~]))',
    `(?<tag></?(?:${TAGS})(?:\\s[^<>]{0,200})?/?>)`,
    '(?<comment><!--[^]{0,2000}?-->)',
    '(?<other>[^\\x00-\\x7f])',
  ].join('|'),
  'giu',
);

/** Never seen: marks on letters, joiners, direction marks, variation selectors. */
const UNSEEN = /[\p{Cf}\p{M}]/gu;

/** Reads a Markdown text as its reader will, with the way back to what was written. */
export function unfoldedText(written: string): UnfoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  const shown: string[] = [];
  const add = (text: string, start: number, end: number): void => {
    shown.push(text);
    // One for each unit, as offsets count them, and not for each character.
    starts.push(...Array.from({ length: text.length }, () => start));
    ends.push(...Array.from({ length: text.length }, () => end));
  };
  let done = 0;
  const literally = (until: number): void => {
    for (; done < until; done += 1) add(written.charAt(done), done, done + 1);
  };
  for (const { 0: whole, index, groups = {} } of written.matchAll(WRITTEN)) {
    literally(index);
    done = index + whole.length;
    if (groups['other'] !== undefined) add(plainSign(whole), index, done);
    else if (groups['entity'] !== undefined) add(plainSign(unescapedText(whole)), index, done);
    else if (groups['percent'] !== undefined) addDecoded(whole, index, add);
  }
  literally(written.length);
  const text = shown.join('');
  return { folded: fold(text), shown: text, starts, ends };
}

/** A sign as it is searched: mathematical and circled letters are letters, an accent is no sign of its own. */
function plainSign(sign: string): string {
  const plain = sign.normalize('NFKD').replace(UNSEEN, '');
  // Chinese punctuation stays what it is: only letters and digits are compared.
  return /[\p{L}\p{N}]/u.test(plain) ? plain : sign.replace(UNSEEN, '');
}

function addDecoded(
  escaped: string,
  start: number,
  add: (text: string, start: number, end: number) => void,
): void {
  let decoded: string;
  try {
    decoded = decodeURIComponent(escaped);
  } catch {
    decoded = escaped;
  }
  const isDecoded = decoded !== escaped;
  let at = start;
  for (const sign of decoded) {
    const length = isDecoded ? Buffer.byteLength(sign) * 3 : sign.length;
    add(isDecoded ? plainSign(sign) : sign, at, at + length);
    at += length;
  }
}
