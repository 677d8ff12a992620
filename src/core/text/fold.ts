import { TRADITIONAL_TO_SIMPLIFIED } from './fold-table.js';

/** For each UTF-16 code unit, the one that stands for it in search. */
const FOLDED = buildTable();

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const set = (from: string, to: string) => {
    if (to.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0);
  };
  // Full-width ASCII, and the ideographic space.
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0;
  table[0x3000] = 0x20;
  for (let code = 0; code < 0x10000; code += 1) {
    // No surrogates, no Chinese or Korean: nothing to lower there, and the loop is paid at each start.
    if (code === 0x3400) code = 0xa000;
    if (code === 0xac00) code = 0xfb00;
    const plain = withoutDiacritic(String.fromCharCode(table[code] ?? code));
    const lower = plain.toLowerCase();
    // Once more: the sign for the unit Å only becomes a letter with a diacritic in lower case.
    set(String.fromCharCode(code), withoutDiacritic(lower.length === 1 ? lower : plain));
  }
  for (let at = 0; at < TRADITIONAL_TO_SIMPLIFIED.length; at += 2) {
    set(TRADITIONAL_TO_SIMPLIFIED.charAt(at), TRADITIONAL_TO_SIMPLIFIED.charAt(at + 1));
  }
  return table;
}

/** `é` becomes `e`; only in the Latin blocks, since elsewhere the mark can make another letter. */
function withoutDiacritic(char: string): string {
  const latin = /[\u00c0-\u024f\u1e00-\u1eff]/u.test(char);
  return latin ? char.normalize('NFD').charAt(0) : char;
}

/**
 * The form of a text in which it is searched: lower case, simplified script, half-width, no Latin
 * diacritics. Every UTF-16 code unit maps to one, so an offset in the folded text is the same offset
 * in the original.
 */
export function fold(text: string): string {
  // Most texts are no more than this, which is the same and costs a fifth.
  if (/^[\0-\x7f]*$/u.test(text)) return text.toLowerCase();
  const bytes = Buffer.from(text, 'utf16le');
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
  for (let at = 0; at < units.length; at += 1) {
    // Both indexes are within their arrays.
    units[at] = FOLDED[units[at] as number] as number;
  }
  return bytes.toString('utf16le');
}
