import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES, type Language } from '../../core/vocabulary.js';
import { decodeText } from '../case-file/file-text.js';
import { readRules, RULES_FILE, type TemplateRule } from './template-rules.js';
import { faultOf, readTemplateText, type PostmortemTemplate, type Read } from './template-text.js';

const FILE_NAME = new RegExp(String.raw`^([a-z][a-z-]*)\.(${LANGUAGES.join('|')})\.md$`, 'u');

/** A template and the text that it was read from. */
export interface FileTemplate extends PostmortemTemplate {
  readonly text: string;
}

/** What a folder of templates holds. */
export interface TemplateFolder {
  /** In the order to offer them. */
  readonly templates: readonly FileTemplate[];
  readonly rules: readonly TemplateRule[];
  /** The text of the rules. */
  readonly rulesText: string;
}

/**
 * Reads every template of a folder, and the rules by which one is suggested.
 * @throws Error that names each fault with its file and line
 */
export function readTemplateFolder(folder: string): TemplateFolder {
  const faults: string[] = [];
  const add = (file: string, read: Read<unknown>): void => {
    faults.push(
      ...read.faults.map(({ line, message }) => `${join(folder, file)}:${line}: ${message}`),
    );
  };
  const found: FileTemplate[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.md') || file === 'README.md') continue;
    const read = readTemplate(file, readFileSync(join(folder, file)));
    add(file, read);
    if (read.value) found.push(read.value);
  }
  // One that cannot be read is no reason to call it missing as well.
  const isWhole = faults.length === 0;
  if (isWhole) faults.push(...faultsOfSet(folder, found));
  const rulesText = readFileSync(join(folder, RULES_FILE), 'utf8');
  const rules = readRules(rulesText, isWhole ? found.map(({ name }) => name) : undefined);
  add(RULES_FILE, rules);
  if (faults.length > 0 || !rules.value) {
    throw new Error(`the templates of postmortems have faults:\n${faults.join('\n')}`);
  }
  return { templates: found.sort(inPlace), rules: rules.value, rulesText };
}

/** The order in which templates are offered. */
export const inPlace = (a: PostmortemTemplate, b: PostmortemTemplate): number =>
  a.place - b.place || a.name.localeCompare(b.name);

function readTemplate(file: string, bytes: Uint8Array): Read<FileTemplate> {
  const [, name = '', language = ''] = FILE_NAME.exec(file) ?? [];
  if (name === '') {
    const message = `call the file after its template and its language, such as standard.en.md; the languages are ${LANGUAGES.join(', ')}`;
    return { value: null, faults: [{ line: 1, message }] };
  }
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (error) {
    return { value: null, faults: [faultOf(error)] };
  }
  const read = readTemplateText(text, language as Language);
  if (!read.value) return read;
  if (read.value.name !== name) {
    const line = text.split('\n').findIndex((each) => each.startsWith('name:')) + 1;
    const message = `\`name\` must be ${name}, as the file is called`;
    return { value: null, faults: [{ line, message }] };
  }
  return { value: { ...read.value, text }, faults: [] };
}

function faultsOfSet(folder: string, found: readonly FileTemplate[]): string[] {
  const faults: string[] = [];
  if (found.length === 0) faults.push(`${folder}:1: there is no template`);
  for (const name of new Set(found.map((each) => each.name))) {
    const same = found.filter((each) => each.name === name);
    const [first] = same;
    for (const language of LANGUAGES) {
      const file = join(folder, `${name}.${language}.md`);
      const one = same.find((each) => each.language === language);
      if (!one) faults.push(`${file}:1: is missing; every template is there in every language`);
      else if (first && shapeOf(one) !== shapeOf(first)) {
        faults.push(
          `${file}:1: has another \`place\`, number of sections, or marks of them than ${name}.${first.language}.md`,
        );
      }
    }
  }
  return faults;
}

/** What is the same in every language. */
const shapeOf = ({ place, sections }: PostmortemTemplate): string =>
  JSON.stringify([place, sections.map(({ isRequired, practice }) => [isRequired, practice])]);
