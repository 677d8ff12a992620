import { fencedLines, isFence } from './markdown-fence.js';
import { normalizeHeading, normalizeProse } from './prose-text.js';

/** One part of the prose. */
export interface Section {
  /** Empty for the text that stands before the first heading. */
  heading: string;
  body: string;
}

/** A section as read, with the line of its heading (or of its first line), counted from 0 in the body. */
export interface SectionAt extends Section {
  line: number;
}

/*
 * The body of a case file. A level-two heading begins a section. A line of a body that would be
 * taken for such a heading is written with a backslash before it, which Markdown shows as the plain
 * text it is; so is a line that is already escaped this way, so that reading takes exactly one
 * backslash away again. Code in fences is left as it is. A fence that its own body does not close is
 * escaped too, or it would hide the headings that follow.
 */
const HEADING = /^##(?:[ \t]+(.*))?$/su;
const ESCAPED = /^\\+(?:##(?:[ \t]|$)| {0,3}(?:`{3,}[^`]*$|~{3,}))/u;

/** Writes sections under `##` headings; ends with a line feed unless there is nothing to write. */
export function writeSections(sections: readonly Section[]): string {
  return sections
    .map(({ heading, body }, index) => {
      const text = escapeBody(normalizeProse(body));
      const title = normalizeHeading(heading);
      if (title === '' && index === 0 && text !== '') return `${text}\n`;
      const line = title === '' ? '##' : `## ${title}`;
      return text === '' ? `${line}\n` : `${line}\n\n${text}\n`;
    })
    .join('\n');
}

/** The inverse of {@link writeSections}. */
export function readSections(body: string): SectionAt[] {
  const lines = body.split('\n');
  const fenced = fencedLines(lines);
  const sections: SectionAt[] = [];
  let heading = '';
  let start = 0;
  let collected: string[] = [];
  let begun = false;
  const finish = () => {
    const text = normalizeProse(collected.join('\n'));
    if (begun || text !== '') sections.push({ heading, body: text, line: start });
  };
  lines.forEach((line, index) => {
    const match = fenced[index] ? null : HEADING.exec(line);
    if (match) {
      finish();
      heading = normalizeHeading(match[1] ?? '');
      start = index;
      collected = [];
      begun = true;
    } else {
      collected.push(!fenced[index] && ESCAPED.test(line) ? line.slice(1) : line);
    }
  });
  finish();
  return sections;
}

function escapeBody(body: string): string {
  const lines = body.split('\n');
  const fenced = fencedLines(lines);
  return lines
    .map((line, index) => {
      if (fenced[index]) return line;
      return HEADING.test(line) || isFence(line) || ESCAPED.test(line) ? `\\${line}` : line;
    })
    .join('\n');
}
