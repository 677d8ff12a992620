import { styleText } from 'node:util';

import type { Language } from '../core/vocabulary.js';

/** One end of a command's output. */
export interface Output {
  readonly isTTY: boolean;
  readonly hasColors: boolean;
  /** Width in cells. */
  readonly columns: number;
  write(text: string): void;
}

/** A command's only way to the outside: it may run in a process other than the one it was typed into. */
export interface Io {
  /** Absolute; what relative paths start from. */
  readonly cwd: string;
  /** The language that the caller's terminal asks for. */
  readonly locale: Language;
  /** For results. */
  readonly stdout: Output;
  /** For messages and progress. */
  readonly stderr: Output;
  /**
   * What the caller hands in, up to its end, without the last line break.
   * @throws Error in words, beyond 1 KiB or where it is no text
   */
  readonly stdin: () => Promise<string>;
  /** Set when the caller gives up. */
  readonly signal: AbortSignal;
}

/** Writes one line. */
export function say(output: Output, text = ''): void {
  output.write(`${text}\n`);
}

/** Writes a value as JSON. */
export function sayJson(io: Io, value: unknown): void {
  say(io.stdout, JSON.stringify(value, null, 2));
}

/** Styles text where the output shows colours, and leaves it plain elsewhere. */
export function styled(
  output: Output,
  format: Parameters<typeof styleText>[0],
  text: string,
): string {
  // Whether the other process has a terminal is not for the check of this one to say.
  return output.hasColors && text !== ''
    ? styleText(format, text, { validateStream: false })
    : text;
}

/** Shows how far a long work has come, on one line of its own, where a person is watching. */
export class Progress {
  #isShown = false;

  constructor(private readonly output: Output) {}

  show(text: string): void {
    if (!this.output.isTTY) return;
    this.#isShown = true;
    this.output.write(`\r\u001b[2K${text}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) this.output.write('\r\u001b[2K');
    this.#isShown = false;
  }
}

/** Text from a file or the database, without what would move a terminal's cursor or change its colours. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,
    '\u{FFFD}',
  );
}
