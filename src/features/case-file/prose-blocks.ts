import type { ProseLine } from './prose-tree.js';

/** An item of a list with all that is indented under it. */
export interface ListItem {
  /** Without the bullet and the box; lines that continue it are joined by line feeds, without their indentation. */
  text: string;
  /** Whether its box is ticked; undefined without a box. */
  checked: boolean | undefined;
  /** `1.` and not `-`. */
  ordered: boolean;
  children: ListItem[];
  /** The lines it was read from, its children's included. */
  lines: ProseLine[];
}

const BULLET =
  /^(\s*)(?:[-*+•·●]|(\d{1,4})[.)、]|([(（]\d{1,3}[)）]))(?:[ \t]+|(?<=[、）•·●]))(?:\[([ xX✓✔])\][ \t]+)?(.*)$/u;

/** The lists among some lines; what is not in a list is passed over. */
export function readLists(lines: readonly ProseLine[]): ListItem[] {
  const roots: ListItem[] = [];
  let open: { item: ListItem; indent: number }[] = [];
  let blank = false;
  for (const line of lines) {
    const bullet = line.code || line.used ? null : BULLET.exec(line.text);
    if (line.text.trim() === '') {
      blank = true;
      continue;
    }
    const indent = widthOf(bullet?.[1] ?? /^\s*/u.exec(line.text)?.[0] ?? '');
    if (bullet) {
      const item: ListItem = {
        text: bullet[5] ?? '',
        checked: bullet[4] === undefined ? undefined : bullet[4] !== ' ',
        ordered: bullet[2] !== undefined || bullet[3] !== undefined,
        children: [],
        lines: [],
      };
      open = open.filter((entry) => entry.indent < indent);
      (open[open.length - 1]?.item.children ?? roots).push(item);
      open.push({ item, indent });
      for (const entry of open) entry.item.lines.push(line);
    } else if (
      open.length > 0 &&
      !line.used &&
      (indent > (open[0]?.indent ?? 0) || (!blank && !line.code))
    ) {
      // Text that is indented, or that follows without a blank line, goes on with the innermost item it can belong to.
      const inner = open.filter((entry) => entry.indent < indent || !blank);
      const last = inner[inner.length - 1] ?? open[0];
      if (last) last.item.text += `\n${line.text.trim()}`;
      for (const entry of inner) entry.item.lines.push(line);
    } else {
      open = [];
    }
    blank = false;
  }
  return roots;
}

/** The text of an item with its children as an indented list, to the letter of the words. */
export function wholeText(item: ListItem): string {
  return [item.text, ...item.children.map((child) => indented(child))].join('\n');
}

function indented(item: ListItem): string {
  const [first = '', ...rest] = wholeText(item).split('\n');
  const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] ';
  return [`- ${box}${first}`, ...rest.map((line) => `  ${line}`)].join('\n');
}

/** A table with a header. */
export interface Table {
  header: string[];
  rows: { cells: string[]; line: ProseLine }[];
  /** The header and the line of dashes. */
  head: ProseLine[];
}

const DASHES = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u;

/** The tables among some lines. */
export function readTables(lines: readonly ProseLine[]): Table[] {
  const tables: Table[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const [header, dashes] = [lines[at - 1], lines[at]];
    if (!header || !dashes || !isRow(header) || !isRow(dashes) || !isDashes(dashes.text)) continue;
    const table: Table = { header: cellsOf(header.text), rows: [], head: [header, dashes] };
    for (let row = lines[at + 1]; row && isRow(row); row = lines[at + 1]) {
      table.rows.push({ cells: cellsOf(row.text), line: row });
      at += 1;
    }
    tables.push(table);
    at += 1;
  }
  return tables;
}

/** Once every row of a table is used, its header says nothing any more. */
export function closeTable(table: Table): void {
  if (table.rows.every(({ line }) => line.used)) for (const line of table.head) line.used = true;
}

function isDashes(text: string): boolean {
  return text.length < 2_000 && DASHES.test(text);
}

function isRow(line: ProseLine): boolean {
  return !line.code && line.text.includes('|');
}

function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>/giu, '\n'),
  );
}

/** A fenced block: its two fences and what stands between. */
export interface CodeBlock {
  fences: ProseLine[];
  lines: ProseLine[];
}

/** The fenced blocks among some lines. */
export function readCode(lines: readonly ProseLine[]): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: CodeBlock | undefined;
  let mark = '';
  for (const line of lines) {
    if (!line.code) open = undefined;
    else if (!open) {
      open = { fences: [line], lines: [] };
      mark = /[`~]{3,}/u.exec(line.text)?.[0] ?? line.text;
      blocks.push(open);
    } else if (line.text.trim().startsWith(mark) && /^[`~]+$/u.test(line.text.trim())) {
      open.fences.push(line);
      open = undefined;
    } else open.lines.push(line);
  }
  return blocks;
}

/** Paragraphs outside of lists, tables and code. */
export function readParagraphs(
  lines: readonly ProseLine[],
): { text: string; lines: ProseLine[] }[] {
  const paragraphs: { text: string; lines: ProseLine[] }[] = [];
  let open: ProseLine[] = [];
  const finish = () => {
    if (open.length > 0)
      paragraphs.push({ text: open.map((line) => line.text.trim()).join('\n'), lines: open });
    open = [];
  };
  for (const line of lines) {
    if (line.used || line.code || line.text.trim() === '') finish();
    else open.push(line);
  }
  finish();
  return paragraphs;
}

/** What a template leaves to be filled in. */
export function isPlaceholder(text: string): boolean {
  return (
    /^[\s*_<[(]*(?:tbd|tba|n\/?a|none|todo|\.{3}|…|-+|無|无|暫無|暂无|待補充?|待补充?|待定|未定|待確認|待确认)?[\s*_>\])。.]*$/iu.test(
      text.slice(0, 60),
    ) && text.length <= 60
  );
}

/** Marks lines as mapped. */
export function use(lines: readonly ProseLine[]): void {
  for (const line of lines) line.used = true;
}

/** Bounded, and the depth of lists with it. */
function widthOf(indent: string): number {
  return [...indent.slice(0, 40)].reduce(
    (width, character) => width + (character === '\t' ? 4 : 1),
    0,
  );
}
