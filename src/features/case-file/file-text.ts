import { LIMITS } from '../../core/limits.js';
import { CaseFileError } from './case-file.error.js';

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so, with line feeds only.
 *
 * @throws CaseFileError if it is too large or is not text
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.importFileBytes) {
    const limit = LIMITS.importFileBytes / (1024 * 1024);
    const size = (bytes.length / (1024 * 1024)).toFixed(1);
    throw new CaseFileError(
      `the file has ${size} MiB and the limit is ${limit} MiB; split it or leave attachments out`,
    );
  }
  const encoding = byteOrderMark(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CaseFileError(
      `the file is not ${encoding.toUpperCase()} text; save it as UTF-8`,
      lineOfInvalidByte(bytes, encoding),
      { cause: error },
    );
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw new CaseFileError(
      'the file holds a NUL character, so it is binary and not text; save it as UTF-8 text',
      lineOfOffset(text, nul),
    );
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A file taken apart at its fences. */
export interface FileParts {
  /** The YAML between the fences; undefined where the file begins without one. */
  frontMatter: string | undefined;
  body: string;
  /** The line of the file, counted from 1, on which the body begins. */
  bodyLine: number;
}

/** The YAML begins on the line after the first fence. */
export const FRONT_MATTER_LINE = 2;

/**
 * Splits off the front matter: a first line of exactly `---`, closed by a line of the same.
 *
 * @throws CaseFileError if it never closes, or if a language stands behind the fence: front matter is data, never code
 */
export function splitFrontMatter(text: string): FileParts {
  const firstEnd = lineEnd(text, 0);
  const first = text.slice(0, firstEnd);
  if (!first.startsWith('---') || first.startsWith('----')) {
    return { frontMatter: undefined, body: text, bodyLine: 1 };
  }
  const language = first.slice(3).trim();
  if (language !== '' && language !== 'yaml') {
    throw new CaseFileError(
      `front matter must be YAML between lines of \`---\`, not \`${language.slice(0, 40)}\`; remove the word after the fence`,
    );
  }
  let line = FRONT_MATTER_LINE;
  for (let start = firstEnd + 1; start <= text.length; line += 1) {
    const end = lineEnd(text, start);
    if (text.startsWith('---', start) && text.slice(start + 3, end).trim() === '') {
      return {
        frontMatter: text.slice(firstEnd + 1, start),
        body: text.slice(end + 1),
        bodyLine: line + 1,
      };
    }
    start = end + 1;
  }
  throw new CaseFileError(
    'the front matter that begins on this line never ends; close it with a line of `---`',
  );
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}

/** Only after a failure: the lenient decoder shows where, as U+FFFD. */
function lineOfInvalidByte(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  return lineOfOffset(text, Math.max(text.indexOf('\u{FFFD}'), 0));
}
