/** What a line is made of, in order. */
export interface Piece {
  readonly kind: 'text' | 'code' | 'address';
  readonly text: string;
}

/** Code first: an address within it is code. Punctuation that ends a sentence ends an address too. */
const MARKED = /`([^`\n]+)`|https?:\/\/[^\s<>"'`，。；：！？、）】」』》]+/gu;

/** What follows an address more often than it belongs to it. */
const TAIL = /[.,;:!?]+$/;

/** Takes apart a line of plain text that may hold `code` and addresses. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const plain = (until: number): void => {
    if (until > end) pieces.push({ kind: 'text', text: text.slice(end, until) });
  };
  for (const match of text.matchAll(MARKED)) {
    const [whole, code] = match;
    plain(match.index);
    if (code === undefined) {
      const address = addressOf(whole);
      pieces.push({ kind: 'address', text: address });
      end = match.index + address.length;
    } else {
      pieces.push({ kind: 'code', text: code });
      end = match.index + whole.length;
    }
  }
  plain(text.length);
  return pieces;
}

/** Without the full stop behind it, and without a bracket that was opened before it. */
function addressOf(found: string): string {
  let address = found.replace(TAIL, '');
  while (address.endsWith(')') && !hasOpening(address)) {
    address = address.slice(0, -1).replace(TAIL, '');
  }
  return address;
}

const hasOpening = (text: string): boolean => text.split('(').length >= text.split(')').length;
