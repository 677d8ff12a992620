/** Never in a text, and no space: a phrase does not go on over it. */
const GONE = '\u{0}';

/** Fenced code, quotations, comments, code within a line, targets of links, addresses, words in quotation marks. */
const QUOTED = new RegExp(
  [
    String.raw`^ {0,3}(?<fence>${'`'}{3,}|~{3,})[^\n]*(?:\n(?! {0,3}\k<fence>)[^\n]*)*(?:\n[^\n]*)?`,
    String.raw`^ {0,3}>[^\n]*`,
    String.raw`<!--[^]*?(?:-->|$(?![^]))`,
    '`[^`\\n]+`',
    String.raw`(?<=\])\([^()\s]{1,2000}(?:\s+"[^"\n]{0,500}")?\)`,
    String.raw`\bhttps?:\/\/[^\s<>]+`,
    '“[^”\\n]{1,300}”',
    '「[^」\\n]{1,300}」',
    '『[^』\\n]{1,300}』',
    String.raw`(?<=^|[\s(（])"[^"\n]{1,300}"`,
  ].join('|'),
  'gmu',
);

/** A Markdown text of the same length in which what others said, and code, is blotted out. */
export const withoutQuoted = (markdown: string): string =>
  markdown.replace(QUOTED, (quoted) =>
    quoted.replace(/[^\n]/gu, (char) => GONE.repeat(char.length)),
  );
