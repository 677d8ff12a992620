import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { LANGUAGES, type Language } from '../../core/vocabulary.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { decodeText, FRONT_MATTER_LINE, splitFrontMatter } from '../case-file/file-text.js';
import { readYaml } from '../case-file/yaml-source.js';

/** A part of the prose that a case begins with. */
export interface TemplateSection {
  readonly heading: string;
  /** What to write there; shown beside the editor and never part of the case. */
  readonly guidance: string;
  /** Markdown that stands there already; often nothing. */
  readonly starter: string;
}

/** What a case can begin from, in one language. */
export interface PostmortemTemplate {
  /** What it is called in every language, for programs: `data-incident`. */
  readonly name: string;
  readonly language: Language;
  readonly label: string;
  readonly description: string;
  readonly sections: readonly TemplateSection[];
}

interface TemplateFile extends PostmortemTemplate {
  /** Where it stands among the others. */
  readonly place: number;
}

const FILE_NAME = new RegExp(String.raw`^([a-z][a-z-]*)\.(${LANGUAGES.join('|')})\.md$`, 'u');
const FRONT = z.strictObject({
  name: z.string(),
  label: z.string().trim().min(1).max(LIMITS.name),
  description: z.string().trim().min(1).max(LIMITS.title),
  place: z.int().min(1),
});

/**
 * Reads every template of a folder.
 * @throws Error that names each fault with its file and line
 */
export function readTemplates(folder: string): PostmortemTemplate[] {
  const faults: string[] = [];
  const found: TemplateFile[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.md') || file === 'README.md') continue;
    try {
      found.push(readTemplate(file, readFileSync(join(folder, file))));
    } catch (error) {
      if (!(error instanceof CaseFileError)) throw error;
      faults.push(`${join(folder, file)}:${error.line}: ${error.message}`);
    }
  }
  // One that cannot be read is no reason to call it missing as well.
  if (faults.length === 0) faults.push(...faultsOfSet(folder, found));
  if (faults.length > 0) {
    throw new Error(`the templates of postmortems have faults:\n${faults.join('\n')}`);
  }
  return found.sort((a, b) => a.place - b.place || a.name.localeCompare(b.name));
}

/** @throws CaseFileError with the line at fault */
export function readTemplate(file: string, bytes: Uint8Array): TemplateFile {
  const [, name = '', language = ''] = FILE_NAME.exec(file) ?? [];
  if (name === '') {
    throw new CaseFileError(
      `call the file after its template and its language, such as standard.en.md; the languages are ${LANGUAGES.join(', ')}`,
    );
  }
  const { frontMatter, body, bodyLine } = splitFrontMatter(decodeText(bytes));
  if (frontMatter === undefined) {
    throw new CaseFileError('begin with front matter: name, label, description and place');
  }
  const front = readYaml(frontMatter, FRONT_MATTER_LINE);
  const result = FRONT.safeParse(front.value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = (issue?.path ?? []).map(String);
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
    const key = path[0] ?? unknown[0] ?? '';
    throw new CaseFileError(`\`${key}\`: ${issue?.message ?? ''}`, front.lineOf([key]));
  }
  if (result.data.name !== name) {
    throw new CaseFileError(
      `\`name\` must be ${name}, as the file is called`,
      front.lineOf(['name']),
    );
  }
  const sections = readSections(body, bodyLine);
  return { ...result.data, language: language as Language, sections };
}

interface Block {
  readonly line: number;
  readonly heading: string;
  readonly lines: string[];
}

function readSections(body: string, bodyLine: number): TemplateSection[] {
  const blocks: Block[] = [];
  let fence: string | undefined;
  for (const [at, text] of body.split('\n').entries()) {
    const line = bodyLine + at;
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    const heading = fence === undefined ? /^##[ \t]+(.*?)[ \t#]*$/u.exec(text)?.[1] : undefined;
    if (heading !== undefined) blocks.push({ line, heading, lines: [] });
    else if (blocks.length > 0) blocks.at(-1)?.lines.push(text);
    else if (text.trim() !== '') {
      throw new CaseFileError('nothing may stand before the first `##` heading', line);
    }
  }
  if (blocks.length === 0) throw new CaseFileError('write at least one `##` section', bodyLine);
  const seen = new Set<string>();
  return blocks.map((block) => {
    const { heading, line } = block;
    if (heading === '' || heading.length > LIMITS.name) {
      throw new CaseFileError(
        `give the section a heading of at most ${LIMITS.name} characters`,
        line,
      );
    }
    if (seen.has(heading))
      throw new CaseFileError(`a section is called “${heading}” already`, line);
    seen.add(heading);
    return sectionOf(block);
  });
}

function sectionOf({ heading, line, lines }: Block): TemplateSection {
  const begin = lines.findIndex((text) => text.trim() !== '');
  let end = Math.max(begin, 0);
  while (/^ {0,3}>/u.test(lines[end] ?? '')) end += 1;
  const quoted = begin < 0 ? [] : lines.slice(begin, end);
  const guidance = quoted
    .map((text) => text.replace(/^ {0,3}> ?/u, ''))
    .join('\n')
    .trim();
  if (guidance === '') {
    throw new CaseFileError(
      `say under “${heading}” what to write there, each line beginning with \`>\``,
      line,
    );
  }
  return { heading, guidance, starter: lines.slice(end).join('\n').trim() };
}

function faultsOfSet(folder: string, found: readonly TemplateFile[]): string[] {
  const faults: string[] = [];
  if (found.length === 0) faults.push(`${folder}:1: there is no template`);
  for (const name of new Set(found.map((each) => each.name))) {
    const same = found.filter((each) => each.name === name);
    const [first] = same;
    for (const language of LANGUAGES) {
      const file = join(folder, `${name}.${language}.md`);
      const one = same.find((each) => each.language === language);
      if (!one) faults.push(`${file}:1: is missing; every template is there in every language`);
      else if (one.sections.length !== first?.sections.length || one.place !== first.place) {
        faults.push(
          `${file}:1: has another \`place\` or number of sections than ${name}.${first?.language ?? ''}.md`,
        );
      }
    }
  }
  return faults;
}
