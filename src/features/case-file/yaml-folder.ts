import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

import { CaseFileError } from './case-file.error.js';
import { decodeText } from './file-text.js';
import { readYaml, type YamlSource } from './yaml-source.js';

/**
 * Reads every YAML file of a folder, in the order of their names.
 * @param what as a sentence about its faults begins: `the glossary`
 * @param read makes what a file holds, given what the files before it held
 * @throws Error that names each fault with its file and line
 */
export function readYamlFolder<Item>(
  folder: string,
  what: string,
  read: (text: string, before: readonly Item[]) => readonly Item[],
): Item[] {
  const faults: string[] = [];
  const found: Item[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const path = join(folder, file);
    try {
      found.push(...read(decodeText(readFileSync(path)), found));
    } catch (error) {
      if (!(error instanceof CaseFileError)) throw error;
      faults.push(`${path}:${error.line}: ${error.message}`);
    }
  }
  if (faults.length > 0) throw new Error(`${what} cannot be read:\n${faults.join('\n')}`);
  return found;
}

/**
 * Reads YAML of a shape.
 * @throws CaseFileError with the line at fault
 */
export function readShaped<Shape>(
  text: string,
  shape: z.ZodType<Shape>,
): { readonly value: Shape; readonly source: YamlSource } {
  const source = readYaml(text);
  const result = shape.safeParse(source.value);
  if (result.success) return { value: result.data, source };
  const [issue] = result.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const path = [...(issue?.path ?? []), ...unknown.slice(0, 1)];
  const name = path.map(String).join('.');
  throw new CaseFileError(`\`${name}\`: ${issue?.message ?? ''}`, source.lineOf(path));
}
