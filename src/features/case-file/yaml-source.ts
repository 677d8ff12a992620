import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';

import { isRangeError } from '../../core/error-code.js';
import { CaseFileError } from './case-file.error.js';

/** What YAML can say that JSON can say too. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** A mapping read from YAML, with the line of every part of it. */
export interface YamlSource {
  value: JsonObject;
  /** The line, counted from 1 in the file, of the deepest part of the path that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** A scalar at the top level as it is written, so that `1.10` does not become `1.1`. */
  rawOf(key: string): string | undefined;
}

/** Deeper than any real file; a bound, so that a crafted one cannot exhaust the stack. */
const MAX_DEPTH = 200;

/**
 * Reads YAML 1.2 that is plain data. Aliases, anchors and tags are refused: they are how a small
 * file becomes a huge one, or something other than data.
 *
 * @param text without the fences around it
 * @param firstLine the line of the file on which the text begins
 * @throws CaseFileError with the line at fault
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  const lines = new LineCounter();
  const lineAt = (offset: number | undefined) =>
    firstLine + Math.max(lines.linePos(offset ?? 0).line, 1) - 1;
  const document = attempt(firstLine, () =>
    parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      // The library compares every key with every other; plainValue does it in linear time.
      uniqueKeys: false,
      // Tags are refused below; the library would also print a warning about each.
      logLevel: 'error',
    }),
  );
  const [fault] = document.errors;
  if (fault?.code === 'RESOURCE_EXHAUSTION') throw tooDeep(lineAt(fault.pos[0]), fault);
  if (fault) {
    throw new CaseFileError(
      `the YAML is broken: ${sentence(fault.message)}; correct it`,
      lineAt(fault.pos[0]),
      { cause: fault },
    );
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    throw new CaseFileError(
      'the YAML must be a list of `key: value` lines; write it so',
      lineAt(root.range[0]),
    );
  }
  const value = root === null ? {} : attempt(firstLine, () => plainMap(root, lineAt, 0));
  return {
    value,
    lineOf: (path) => lineAt(offsetOf(root, path)),
    rawOf: (key) => {
      const pair = root?.items.find((item) => isScalar(item.key) && textOf(item.key) === key);
      return isScalar(pair?.value) ? pair.value.source : undefined;
    },
  };
}

/** Writes plain data as YAML 1.2: no aliases, no tags, no folded lines, block literals for text of several lines. */
export function writeYaml(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string') {
        const style = styleOf(scalar.value);
        if (style !== undefined) scalar.type = style;
      }
    },
  });
  return document.toString({
    lineWidth: 0,
    // Broken over lines, a quoted text that begins with blank lines is not read back the same.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

/** Text that a block literal holds without an indentation indicator and without loss. */
const PLAIN_BLOCK = /^\S(?:.*\S)?\n?$/su;

/** Undefined leaves the choice between plain and quoted to the library. */
function styleOf(text: string): 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | undefined {
  if (!text.includes('\n')) return undefined;
  return PLAIN_BLOCK.test(text) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
}

type LineAt = (offset: number | undefined) => number;

function plainValue(node: unknown, lineAt: LineAt, depth: number): JsonValue {
  if (node === null || node === undefined) return null;
  refuseIndirection(node as Node, lineAt);
  if (depth > MAX_DEPTH) {
    throw tooDeep(lineAt((node as Node).range?.[0]));
  }
  if (isMap(node)) return plainMap(node, lineAt, depth);
  if (isSeq(node)) return node.items.map((item) => plainValue(item, lineAt, depth + 1));
  if (!isScalar(node)) return null;
  const { value } = node;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  // A number that JavaScript cannot hold exactly, or that JSON has no word for, stays text.
  if (typeof value === 'number') {
    const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    return exact ? value : (node.source ?? String(value));
  }
  return null;
}

function plainMap(map: YAMLMap, lineAt: LineAt, depth: number): JsonObject {
  refuseIndirection(map, lineAt);
  const result: JsonObject = {};
  const seen = new Set<string>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) {
      throw new CaseFileError(
        'a YAML key must be plain text; write it so',
        lineAt((key as Node | null)?.range?.[0] ?? map.range?.[0]),
      );
    }
    refuseIndirection(key, lineAt);
    const name = textOf(key);
    if (name === '__proto__') {
      throw new CaseFileError(
        'the key `__proto__` is not allowed; rename it',
        lineAt(key.range?.[0]),
      );
    }
    if (seen.has(name)) {
      throw new CaseFileError(
        `the key \`${name}\` is there twice; remove one of the two`,
        lineAt(key.range?.[0]),
      );
    }
    seen.add(name);
    result[name] = plainValue(value, lineAt, depth + 1);
  }
  return result;
}

function refuseIndirection(node: Node, lineAt: LineAt): void {
  if (isAlias(node) || node.anchor !== undefined) {
    throw new CaseFileError(
      'YAML aliases and anchors (`*` and `&`) are not allowed; write the value out, or put it in quotes',
      lineAt(node.range?.[0]),
    );
  }
  if (node.tag !== undefined) {
    throw new CaseFileError(
      'YAML tags (`!`) are not allowed; remove the tag, or put the value in quotes',
      lineAt(node.range?.[0]),
    );
  }
}

function offsetOf(root: Node | null, path: readonly PropertyKey[]): number | undefined {
  let offset = root?.range?.[0];
  let node: unknown = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && textOf(item.key) === step);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return offset;
}

/** A key as text: `404:` and `null:` are names like any other. */
function textOf(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

/** The parser is recursive: nesting beyond reason ends in a RangeError rather than in a fault of its own. */
function attempt<T>(firstLine: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isRangeError(error)) {
      throw tooDeep(firstLine, error);
    }
    throw error;
  }
}

function tooDeep(line: number, cause?: unknown): CaseFileError {
  return new CaseFileError('the YAML is nested too deep to be data; flatten it', line, { cause });
}

function sentence(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/u, '');
}
