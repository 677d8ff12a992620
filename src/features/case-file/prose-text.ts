/** A NUL and half of a surrogate pair have no place in a UTF-8 text file; Unicode says to show them as U+FFFD. */
const UNWRITABLE = /\0|\p{Surrogate}/gu;

/**
 * A body of Markdown in the one form that a case file can hold and give back to the letter:
 * line feeds only, no blank lines around it, no white space at its end, U+FFFD for what UTF-8
 * text cannot hold. Applying it twice changes nothing.
 */
export function normalizeProse(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '\u{FFFD}');
  // Loops, not patterns: a pattern takes quadratic time on a megabyte of spaces.
  let start = 0;
  for (let at = 0; at < lines.length && isBlank(lines[at]); at += 1) {
    if (lines[at] === '\n') start = at + 1;
  }
  let end = lines.length;
  while (end > start && isBlank(lines[end - 1])) end -= 1;
  return lines.slice(start, end);
}

/** A heading as one line: white space of any kind becomes single spaces, none at the ends. */
export function normalizeHeading(text: string): string {
  return text
    .replace(UNWRITABLE, '\u{FFFD}')
    .split(/\s/u)
    .filter((word) => word !== '')
    .join(' ');
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n';
}
