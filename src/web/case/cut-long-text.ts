/** Characters of one piece of text from which it is cut. */
const LONG = 20_000;
/** About as many characters are in a piece afterwards. */
const PIECE = 4_000;

/** Where a sentence, a line or at least a word ends. */
const ENDS = [/[。！？]|[.!?]\s|\n/gu, /\s/gu];

/**
 * Cuts text of tens of thousands of characters without a paragraph into pieces that a browser lays out
 * one by one, as they come into view: to break a million characters into lines at once takes a second.
 */
export function cutLongText(root: HTMLElement, className: string): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const long: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.length > LONG) long.push(node);
  }
  for (const text of long) {
    text.replaceWith(
      ...piecesOf(text.data).map((piece) => {
        const span = document.createElement('span');
        span.className = className;
        span.textContent = piece;
        return span;
      }),
    );
  }
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = endNear(text, start + PIECE);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** The first good place to cut from here on; never within a character. */
function endNear(text: string, from: number): number {
  if (from >= text.length) return text.length;
  const near = text.slice(from, from + PIECE);
  for (const end of ENDS) {
    end.lastIndex = 0;
    if (end.test(near)) return from + end.lastIndex;
  }
  const code = text.codePointAt(from - 1) ?? 0;
  return code > 0xffff ? from + 1 : from;
}
