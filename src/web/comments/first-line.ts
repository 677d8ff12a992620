const LONGEST_LINE = 200;
/** What Markdown begins a line or frames words with. */
const MARKS = /\*\*|__|`|^[#>\s]+/g;

/** How a comment begins, in plain words. */
export function firstLine(text: string): string {
  const [line = ''] = text.replace(MARKS, '').split('\n');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
