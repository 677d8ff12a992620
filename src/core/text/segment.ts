/** A stretch of text that is searched as one: a word, or a run of Chinese, Japanese or Korean. */
export interface Piece {
  /** Offset in UTF-16 code units. */
  readonly start: number;
  /** Offset of the first code unit after it. */
  readonly end: number;
  /** Written without spaces between words. */
  readonly cjk: boolean;
}

const SEPARATOR = 0;
const WORD = 1;
const CJK = 2;

/** What each UTF-16 code unit is part of. */
const CLASSES = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const cjk = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]/u;
  const word = /[\p{L}\p{N}\p{M}]/u;
  for (let code = 0; code < 0x10000; code += 1) {
    const char = String.fromCharCode(code);
    if (cjk.test(char)) classes[code] = CJK;
    else if (word.test(char)) classes[code] = WORD;
  }
  // Rare Chinese characters take two code units: 𠮷. Of other pairs (emoji …) nothing is searched.
  classes.fill(CJK, 0xd840, 0xd88e);
  return classes;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The words and runs of a text, in order. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  eachPiece(text, (start, end, cjk) => found.push({ start, end, cjk }));
  return found;
}

function eachPiece(text: string, visit: (start: number, end: number, cjk: boolean) => void): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    const kind = CLASSES[text.charCodeAt(at)];
    at += 1;
    if (kind === SEPARATOR) continue;
    while (at < text.length) {
      const inPair = kind === CJK && isLowSurrogate(text, at);
      if (!inPair && CLASSES[text.charCodeAt(at)] !== kind) break;
      at += 1;
    }
    visit(start, at, kind === CJK);
  }
}

/** A word, or a single character of a run. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly cjk: boolean;
}

/** The first word or character of a run that begins at an offset or after it. */
export function unitFrom(text: string, offset: number): Unit | undefined {
  let start = offset;
  while (start < text.length && CLASSES[text.charCodeAt(start)] === SEPARATOR) start += 1;
  if (start >= text.length) return undefined;
  const cjk = CLASSES[text.charCodeAt(start)] === CJK;
  return { start, end: unitEnd(text, start), cjk };
}

/** Calls with the borders of each word and each character of a run, in order; nothing is kept of them. */
export function eachUnit(text: string, visit: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length;) {
    if (CLASSES[text.charCodeAt(at)] === SEPARATOR) {
      at += 1;
      continue;
    }
    const end = unitEnd(text, at);
    visit(at, end);
    at = end;
  }
}

function unitEnd(text: string, start: number): number {
  let at = start + 1;
  if (CLASSES[text.charCodeAt(start)] === CJK) return isLowSurrogate(text, at) ? at + 1 : at;
  while (at < text.length && CLASSES[text.charCodeAt(at)] === WORD) at += 1;
  return at;
}

/** Whether a text begins in Chinese, Japanese or Korean. */
export function isCjk(text: string): boolean {
  return unitFrom(text, 0)?.cjk === true;
}

/** Longer words are cut: what follows tells nobody anything (base64, minified code). */
const LONGEST_WORD = 128;

/**
 * The tokens of a run: overlapping pairs of characters, then the last character alone, so that a
 * single character is the beginning of some token wherever it stands. 连接池: 连接 接池 池.
 */
function runTokens(run: string): string[] {
  const chars = [...run];
  return chars.map((char, at) => char + (chars[at + 1] ?? ''));
}

/** All tokens of a folded text in order. The text index holds exactly these, apart from stems. */
export function tokens(folded: string): string[] {
  const found: string[] = [];
  eachPiece(folded, (start, end, cjk) => {
    if (cjk) for (const token of runTokens(folded.slice(start, end))) found.push(token);
    else found.push(folded.slice(start, Math.min(end, start + LONGEST_WORD)));
  });
  return found;
}

/** The tokens that follow one another wherever a text contains another. */
export interface TokenSequence {
  readonly tokens: readonly string[];
  /** The last token is only the beginning of one: a single Chinese character. */
  readonly open: boolean;
}

/** What to look for to find a folded text inside longer ones; no tokens if it holds no letter or digit. */
export function tokenSequence(folded: string): TokenSequence {
  const all = tokens(folded);
  const last = pieces(folded).at(-1);
  if (last?.cjk !== true) return { tokens: all, open: false };
  // The run may go on in the longer text, so its last character is not known to stand alone.
  const single = [...folded.slice(last.start, last.end)].length === 1;
  return single ? { tokens: all, open: true } : { tokens: all.slice(0, -1), open: false };
}

/** The words inside a camel-cased name as written, or nothing: `OOMKilled` gives `OOM` and `Killed`. */
export function camelCaseParts(word: string): string[] {
  const parts = word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/u);
  return parts.length > 1 ? parts : [];
}

/** The camel-cased names in a text, with their offsets. */
export function camelCaseNames(text: string): { start: number; name: string }[] {
  // Most texts hold none, which is found out much faster than where one would begin.
  if (!/[a-z0-9][A-Z]|[A-Z]{2}[a-z]/u.test(text)) return [];
  const names = text.matchAll(/\b[A-Za-z0-9]*(?:[a-z0-9][A-Z]|[A-Z]{2}[a-z])[A-Za-z0-9]*/gu);
  return Array.from(names, (match) => ({ start: match.index, name: match[0] }));
}
