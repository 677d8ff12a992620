import { fieldNamed } from './front-matter-fields.js';
import { fencedLines } from './markdown-fence.js';
import { normalizeProse } from './prose-text.js';
import { isBareName, topicNamed, withoutNumber, type Topic } from './prose-topics.js';

/** A line of prose; one that has been mapped to structure is `used` and does not stay as prose. */
export interface ProseLine {
  text: string;
  /** It stands in a fenced block of code. */
  code: boolean;
  used: boolean;
}

/** A heading with what stands under it. */
export interface ProseNode {
  /** Without marks; empty for the root. */
  heading: string;
  /** 1 to 6, 0 for the root. */
  level: number;
  /** The line of the file, counted from 1. */
  line: number;
  topic: Topic | undefined;
  lines: ProseLine[];
  children: ProseNode[];
  /** What stood under the heading is structure now. */
  mapped: boolean;
  /** The heading says more than the name of a topic, so it stays even when nothing is left under it. */
  saysMore: boolean;
}

/** A longer line is a paragraph; a bound also for the time that the patterns below take. */
const LONGEST_HEADING = 2_000;

interface Heading {
  text: string;
  level: number;
  /** Lines that it takes: two with an underline. */
  size: number;
  /** What stands behind it on its line: `Summary: the pool ran dry`. */
  value?: string;
  /** A real heading, not a line that is one only by its name. */
  real: boolean;
}

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/u;
/** Without the space, as it is often typed in Chinese; only where the name is known. */
const ATX_TIGHT = /^(#{1,6})([^#\s!].*)$/u;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/u;
const BOLD_LINE = /^(?:\*\*|__)([^*_]+)(?:\*\*|__)[ \t]*[:：]?[ \t]*$/u;
const KEY_LINE =
  /^(?:\*\*|__)?([^:：*_|]{1,60}?)(?:\*\*|__)?[ \t]*[:：][ \t]*(?:\*\*|__)?[ \t]*(.*)$/u;
/** `【影響範圍】約三千筆訂單`. */
const LENTICULAR = /^【([^】]{1,40})】[ \t]*[:：]?[ \t]*(.*)$/u;
const CHINESE_NUMBER =
  /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+[章節节部分])[^。；;，,]{1,40}$/u;
const ANY_NUMBER =
  /^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+)*[.、)．]?)[ \t\u3000]*\S/u;

/**
 * The prose as a tree of headings: `#` and underlined ones, and lines that are headings by their name,
 * in bold, numbered or before a colon. Code is never searched for headings.
 *
 * @param firstLine the line of the file on which the text begins
 */
export function readTree(body: string, firstLine: number): ProseNode {
  const lines = body.split('\n');
  const fenced = fencedLines(lines);
  const levels = lines
    .filter((line, at) => !fenced[at] && /^ {0,3}#{2,6}[ \t]+\S/u.test(line))
    .map((line) => line.trimStart().search(/[^#]/u));
  const structured = levels.length > 0;
  // Lines that are headings by their name stand beside the real ones, unless one is open above them.
  const sectionLevel = structured ? Math.min(...levels.slice(0, 1_000)) : 2;
  const root = nodeAt('', 0, firstLine);
  const path = [root];
  let realLevel = 0;
  let chineseLevel: number | undefined;
  /** The line after a heading with its value on the same line. */
  let behindValue: number | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const current = path[path.length - 1] ?? root;
    const inPreamble = current.topic === undefined && current.level <= 1;
    const heading = fenced[at]
      ? undefined
      : (realHeading(lines, at) ??
        namedHeading(
          lines,
          at,
          realLevel > 1 ? realLevel + 1 : sectionLevel,
          !structured || inPreamble,
        ));
    if (!heading) {
      // `影響時長：75 分鐘` is one line; a fact on the next is not under it.
      if (at === behindValue && path.length > 1 && !fenced[at] && isFact(lines[at] ?? '')) {
        path.pop();
        (path[path.length - 1] ?? root).lines.push({
          text: lines[at] ?? '',
          code: false,
          used: false,
        });
        continue;
      }
      current.lines.push({ text: lines[at] ?? '', code: fenced[at] ?? false, used: false });
      continue;
    }
    if (heading.real) {
      realLevel = heading.level;
      if (heading.level <= (chineseLevel ?? 0)) chineseLevel = undefined;
    } else if (CHINESE_NUMBER.test(heading.text)) {
      // `七、` belongs beside `六、`, whatever stands under that.
      chineseLevel ??= realLevel > 1 ? heading.level : 2;
      heading.level = chineseLevel;
    }
    const node = nodeAt(heading.text, heading.level, firstLine + at);
    behindValue = heading.value ? at + heading.size : undefined;
    if (heading.value) node.lines.push({ text: heading.value, code: false, used: false });
    while (path.length > 1 && (path[path.length - 1]?.level ?? 0) >= heading.level) path.pop();
    (path[path.length - 1] ?? root).children.push(node);
    path.push(node);
    at += heading.size - 1;
  }
  return root;
}

/** All nodes, parents before their children. */
export function* walk(node: ProseNode): Generator<ProseNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** What is left of a node as Markdown, with its children as deeper headings; empty if nothing is left. */
export function renderNode(node: ProseNode, depth = 0): string {
  const own = node.lines.filter((line) => !line.used).map((line) => line.text);
  const parts = [normalizeProse(own.join('\n'))];
  for (const child of node.children) {
    const text = renderNode(child, depth + 1);
    if (text.trim() === '' && isSaid(child)) continue;
    // The section itself is written with two marks.
    parts.push(`${'#'.repeat(Math.min(depth + 3, 6))} ${child.heading}\n\n${text.trim()}`);
  }
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** Whether a heading with nothing left under it can go: what stood there is structure now, in it or in all its children. */
export function isSaid(node: ProseNode): boolean {
  if (node.saysMore) return false;
  return node.mapped || (node.children.length > 0 && node.children.every(isSaid));
}

function nodeAt(heading: string, level: number, line: number): ProseNode {
  const topic = heading === '' ? undefined : topicNamed(heading);
  const saysMore = topic === undefined ? fieldNamed(heading) === undefined : !isBareName(heading);
  return { heading, level, line, topic, lines: [], children: [], mapped: false, saysMore };
}

function realHeading(lines: readonly string[], at: number): Heading | undefined {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_HEADING) return undefined;
  const atx = ATX.exec(line);
  if (atx)
    return { text: withoutClosing(atx[2] ?? ''), level: atx[1]?.length ?? 1, size: 1, real: true };
  const tight = ATX_TIGHT.exec(line);
  if (tight && isKnown(withoutClosing(tight[2] ?? ''))) {
    return {
      text: withoutClosing(tight[2] ?? ''),
      level: tight[1]?.length ?? 1,
      size: 1,
      real: true,
    };
  }
  const underline = UNDERLINE.exec(lines[at + 1] ?? '');
  if (underline && isLoneText(lines, at)) {
    return {
      text: withoutMarks(line),
      level: underline[1]?.startsWith('=') ? 1 : 2,
      size: 2,
      real: true,
    };
  }
  return undefined;
}

/** A line that is a heading by its name. */
function namedHeading(
  lines: readonly string[],
  at: number,
  level: number,
  plainKeys: boolean,
): Heading | undefined {
  const line = (lines[at] ?? '').trimEnd();
  if (line === '' || line.length > LONGEST_HEADING) return undefined;
  const bold = BOLD_LINE.exec(line)?.[1];
  if (bold !== undefined && isKnown(bold))
    return { text: withoutMarks(bold), level, size: 1, real: false };
  if (isBlank(lines[at - 1]) && CHINESE_NUMBER.test(line))
    return { text: line, level, size: 1, real: false };
  if (ANY_NUMBER.test(line) && isKnown(line) && !isListed(lines, at)) {
    return { text: line, level, size: 1, real: false };
  }
  const [, key = '', value = ''] = LENTICULAR.exec(line) ?? KEY_LINE.exec(line) ?? [];
  if (key === '' || !(plainKeys || /^(?:\*\*|__|【)/u.test(line))) return undefined;
  const topic = topicNamed(key);
  // A fact with its value on the line is no heading; facts are read where they stand.
  if (value === '' ? isKnown(key) : topic !== undefined && topic !== 'facts') {
    return { text: withoutMarks(key), level, size: 1, value, real: false };
  }
  return undefined;
}

/** `報告人：趙六`. */
function isFact(line: string): boolean {
  const [, key = '', value = ''] = line.length > LONGEST_HEADING ? [] : (KEY_LINE.exec(line) ?? []);
  return value !== '' && fieldNamed(withoutMarks(key)) !== undefined;
}

function isKnown(heading: string): boolean {
  const name = withoutMarks(withoutNumber(heading));
  return topicNamed(name) !== undefined || fieldNamed(name) !== undefined;
}

/** Several numbered names in a row are a table of contents. */
function isListed(lines: readonly string[], at: number): boolean {
  return [lines[at - 1], lines[at + 1]].some((line) => line !== undefined && ANY_NUMBER.test(line));
}

/** A paragraph of one line, which an underline makes a heading. */
function isLoneText(lines: readonly string[], at: number): boolean {
  return isBlank(lines[at - 1]) && /^ {0,3}[^\s>|#*+\-=`~\d]/u.test(lines[at] ?? '');
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** `Impact ##` is `Impact`, but `C#` is whole. A loop, since a pattern takes quadratic time on a line of spaces. */
function withoutClosing(heading: string): string {
  const text = heading.trim();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  const closed = end === 0 || /\s/u.test(text.charAt(end - 1));
  return withoutMarks(closed ? text.slice(0, end) : text);
}

/** `**Impact:**` is `Impact`. */
export function withoutMarks(heading: string): string {
  return heading
    .trim()
    .replace(/^(\*\*|__|\*|_)((?:(?!\1).)*)\1$/u, '$2')
    .replace(/(?<![ \t])[ \t]*[:：]$/u, '')
    .trim();
}
