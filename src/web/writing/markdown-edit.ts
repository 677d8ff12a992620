/** A change of a text, and what is selected after it. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [from: number, to: number];
}

/** A text and what is selected in it. */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts a mark on both sides of what is selected, or takes it away where it is. */
export function toggleAround({ text, from, to }: Selected, mark: string): TextEdit {
  const size = mark.length;
  const isMarked = text.slice(from - size, from) === mark && text.slice(to, to + size) === mark;
  const inner = text.slice(from, to);
  if (isMarked) {
    return { from: from - size, to: to + size, insert: inner, select: [from - size, to - size] };
  }
  if (inner.length >= 2 * size && inner.startsWith(mark) && inner.endsWith(mark)) {
    const bare = inner.slice(size, -size);
    return { from, to, insert: bare, select: [from, from + bare.length] };
  }
  return { from, to, insert: mark + inner + mark, select: [from + size, to + size] };
}

/** Makes a link of what is selected, with its address selected to be written over. */
export function linkAround({ text, from, to }: Selected, placeholder: string): TextEdit {
  const inner = text.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(inner);
  const label = isAddress || inner === '' ? placeholder : inner;
  const address = isAddress ? inner : 'https://';
  const insert = `[${label}](${address})`;
  const start = isAddress ? from + 1 : from + label.length + 3;
  return { from, to, insert, select: [start, start + (isAddress ? label : address).length] };
}

/** Each of the lines that are touched. */
function linesOf({ text, from, to }: Selected): readonly [start: number, end: number] {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  return [start, end === -1 ? text.length : end];
}

const ANY_LIST = /^(\s*)(?:[-*+] \[[ xX]\] |[-*+] |\d+[.)] |> )?/;

/** Begins each line that is touched with a mark, or takes it away where all have it. */
export function togglePrefix(selected: Selected, prefix: '- ' | '- [ ] ' | '> '): TextEdit {
  const [start, end] = linesOf(selected);
  const lines = selected.text.slice(start, end).split('\n');
  const has = (line: string): boolean =>
    ANY_LIST.exec(line)?.[0]
      .trimStart()
      .replace(/\[[xX]\]/, '[ ]') === prefix;
  const filled = lines.filter((line) => line.trim() !== '');
  const all = filled.length > 0 && filled.every(has);
  const insert = lines
    .map((line) => {
      if (line.trim() === '' && lines.length > 1) return line;
      return line.replace(ANY_LIST, (_, space: string) => (all ? space : space + prefix));
    })
    .join('\n');
  const isOneLine = lines.length === 1;
  const cursor = start + insert.length;
  return { from: start, to: end, insert, select: isOneLine ? [cursor, cursor] : [start, cursor] };
}

/** Puts a block of its own where the cursor is, with an empty line on both sides. */
function asBlock({ text, from, to }: Selected, block: string): { edit: TextEdit; at: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead =
    before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail =
    after === '' || after.startsWith('\n\n') ? '\n' : after.startsWith('\n') ? '\n' : '\n\n';
  const at = from + lead.length;
  return { edit: { from, to, insert: lead + block + tail, select: [at, at] }, at };
}

/** Fences what is selected as code, the cursor where its language is named. */
export function codeBlock(selected: Selected): TextEdit {
  const inner = selected.text.slice(selected.from, selected.to);
  const { edit, at } = asBlock(selected, `\`\`\`\n${inner}\n\`\`\``);
  return { ...edit, select: inner === '' ? [at + 4, at + 4] : [at + 3, at + 3] };
}

/** A table with room for three by two, the first heading selected. */
export function table(selected: Selected, heading: string): TextEdit {
  const row = (cell: string): string => `| ${[cell, cell, cell].join(' | ')} |`;
  const rows = [row(heading), '| --- | --- | --- |', row('   '), row('   ')];
  const { edit, at } = asBlock(selected, rows.join('\n'));
  return { ...edit, select: [at + 2, at + 2 + heading.length] };
}

/** The cell of a table after (or before) the one the cursor is in: what to select, or a new row. Null outside of a table. */
export function nextCell(selected: Selected, isBack: boolean): TextEdit | null {
  const [start, end] = linesOf({ ...selected, to: selected.from });
  const line = selected.text.slice(start, end);
  if (!isRow(line)) return null;
  const cells = cellsOf(line, start);
  const here = cells.findIndex(([, to]) => selected.from <= to);
  const next = cells[(here === -1 ? cells.length - 1 : here) + (isBack ? -1 : 1)];
  if (next) return selecting(selected.text, next);
  const rows = isBack ? rowBefore(selected.text, start) : rowAfter(selected.text, end);
  if (rows) {
    const [from, to] = rows;
    const other = cellsOf(selected.text.slice(from, to), from).at(isBack ? -1 : 0);
    if (other) return selecting(selected.text, other);
  }
  if (isBack) return selecting(selected.text, cells[0] ?? [selected.from, selected.from]);
  const insert = `\n|${'   |'.repeat(cells.length)}`;
  return { from: end, to: end, insert, select: [end + 3, end + 3] };
}

const isRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
const isRuler = (line: string): boolean => /^\s*\|[\s:|-]+\|\s*$/.test(line) && line.includes('-');

type Range = readonly [from: number, to: number];

const selecting = (text: string, [from, to]: Range): TextEdit => {
  const cell = text.slice(from, to);
  const start = from + Math.min(1, cell.length - cell.trimStart().length);
  const end = Math.max(start, to - (cell.length - cell.trimEnd().length));
  return {
    from: start,
    to: start,
    insert: '',
    select: cell.trim() === '' ? [start, start] : [start, end],
  };
};

/** Where each cell of a row is, between its bars. */
function cellsOf(line: string, start: number): Range[] {
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => start + index);
  return bars.slice(0, -1).map((bar, place): Range => [bar + 1, bars[place + 1] ?? bar + 1]);
}

function rowAfter(text: string, end: number): Range | null {
  if (end >= text.length) return null;
  const range = linesOf({ text, from: end + 1, to: end + 1 });
  const line = text.slice(...range);
  return isRuler(line) ? rowAfter(text, range[1]) : isRow(line) ? range : null;
}

function rowBefore(text: string, start: number): Range | null {
  if (start === 0) return null;
  const range = linesOf({ text, from: start - 1, to: start - 1 });
  const line = text.slice(...range);
  return isRuler(line) ? rowBefore(text, range[0]) : isRow(line) ? range : null;
}
