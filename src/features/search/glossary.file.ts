import { z } from 'zod';

import { synonymKey } from '../../core/text/synonyms.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { readShaped, readYamlFolder } from '../case-file/yaml-folder.js';

/** Words that mean the same. */
export type GlossaryGroup = readonly string[];

/** A group is what a query is widened by; more words in it would only make it slow. */
const MOST_WORDS = 20;
const MOST_GROUPS = 5_000;
const FILE = z.strictObject({
  groups: z
    .array(z.array(z.string().trim().min(1).max(60)).min(1).max(MOST_WORDS))
    .max(MOST_GROUPS),
});

/**
 * Reads every file of the glossary in a folder.
 * @throws Error that names each fault with its file and line
 */
export function readGlossary(folder: string): GlossaryGroup[] {
  return readYamlFolder(folder, 'the glossary of the search', (text) => glossaryOf(text));
}

/** @throws CaseFileError with the line at fault */
export function glossaryOf(text: string): GlossaryGroup[] {
  const { value, source } = readShaped(text, FILE);
  for (const [at, group] of value.groups.entries()) {
    const empty = group.findIndex((word) => synonymKey(word) === '');
    if (empty < 0) continue;
    const line = source.lineOf(['groups', at, empty]);
    throw new CaseFileError(`"${group[empty] ?? ''}" has no letter to look for`, line);
  }
  return value.groups;
}
