/** A fence that opens or closes a block of code: three or more backticks or tildes, indented by at most three spaces. */
interface Fence {
  character: string;
  length: number;
  /** Only a fence with nothing behind it can close a block. */
  bare: boolean;
}

const FENCE = /^ {0,3}(?:(`{3,})([^`]*)|(~{3,})(.*))$/u;

/**
 * The lines that stand in fenced code blocks, their fences included, so that a `## comment` in a
 * script is not taken for a heading. A fence that never closes opens nothing: in a file put
 * together from parts it would swallow all that follows.
 */
export function fencedLines(lines: readonly string[]): boolean[] {
  const fenced = new Array<boolean>(lines.length).fill(false);
  // The shortest fence of each kind that is known not to close from here on, so that many stray
  // fences do not cost a search to the end each.
  const unclosed = new Map<string, number>();
  for (let at = 0; at < lines.length; at += 1) {
    const open = fenceOf(lines[at]);
    if (open === undefined || open.length >= (unclosed.get(open.character) ?? Infinity)) continue;
    const end = closingLine(lines, at, open);
    if (end === undefined) {
      unclosed.set(open.character, open.length);
    } else {
      fenced.fill(true, at, end + 1);
      at = end;
    }
  }
  return fenced;
}

/** Whether a line is a fence, wherever it stands. */
export function isFence(line: string): boolean {
  return FENCE.test(line);
}

function closingLine(lines: readonly string[], from: number, open: Fence): number | undefined {
  for (let at = from + 1; at < lines.length; at += 1) {
    const fence = fenceOf(lines[at]);
    if (fence?.bare && fence.character === open.character && fence.length >= open.length) return at;
  }
  return undefined;
}

function fenceOf(line: string | undefined): Fence | undefined {
  const match = line === undefined ? null : FENCE.exec(line);
  if (!match) return undefined;
  const run = match[1] ?? match[3] ?? '';
  const info = match[2] ?? match[4] ?? '';
  return { character: run.charAt(0), length: run.length, bare: info.trim() === '' };
}
