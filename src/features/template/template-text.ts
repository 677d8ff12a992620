import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { PRACTICES, type Language, type Practice } from '../../core/vocabulary.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { FRONT_MATTER_LINE, splitFrontMatter } from '../case-file/file-text.js';
import { readYaml } from '../case-file/yaml-source.js';
import { faultsOfStarter } from './template-starter.js';

/** A part of the prose that a case begins with. */
export interface TemplateSection {
  readonly heading: string;
  /** What to write there; shown beside the editor and never part of the case. */
  readonly guidance: string;
  /** Markdown that stands there already, with `{{…}}` to be filled in; often nothing. */
  readonly starter: string;
  /** A case without it is not complete. */
  readonly isRequired: boolean;
  /** The practice that it asks about; null for none of them. */
  readonly practice: Practice | null;
}

/** What a case can begin from, in one language. */
export interface PostmortemTemplate {
  /** What it is called in every language, for programs: `data-incident`. */
  readonly name: string;
  readonly language: Language;
  readonly label: string;
  readonly description: string;
  /** Where it stands among the others. */
  readonly place: number;
  readonly sections: readonly TemplateSection[];
}

/** What is wrong with a text, and on which of its lines, counted from 1. */
export interface TextFault {
  readonly line: number;
  readonly message: string;
}

/** A text that was read: what it says, or all that is wrong with it. */
export type Read<Value> =
  | { readonly value: Value; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly TextFault[] };

/** What templates are called. */
export const TEMPLATE_NAME = /^[a-z][a-z-]*$/u;

const FRONT = z.strictObject({
  name: z
    .string()
    .max(LIMITS.name)
    .regex(TEMPLATE_NAME, 'write small letters and dashes, such as data-incident'),
  label: z.string().trim().min(1).max(LIMITS.name),
  description: z.string().trim().min(1).max(LIMITS.title),
  place: z.int().min(1),
});

/** Reads a template, and says all that is wrong with it. */
export function readTemplateText(text: string, language: Language): Read<PostmortemTemplate> {
  let parts: ReturnType<typeof splitFrontMatter>;
  try {
    parts = splitFrontMatter(text);
  } catch (error) {
    return { value: null, faults: [faultOf(error)] };
  }
  const { frontMatter, body, bodyLine } = parts;
  const faults: TextFault[] = [];
  const front = readFront(frontMatter, faults);
  const sections = readSections(body, bodyLine, faults);
  faults.sort((a, b) => a.line - b.line);
  return front && faults.length === 0
    ? { value: { ...front, language, sections }, faults: [] }
    : { value: null, faults };
}

/** @throws whatever is no fault of the text */
export function faultOf(error: unknown): TextFault {
  if (!(error instanceof CaseFileError)) throw error;
  return { line: error.line, message: error.message };
}

function readFront(text: string | undefined, faults: TextFault[]) {
  if (text === undefined) {
    faults.push({
      line: 1,
      message: 'begin with front matter: name, label, description and place',
    });
    return undefined;
  }
  let front: ReturnType<typeof readYaml>;
  try {
    front = readYaml(text, FRONT_MATTER_LINE);
  } catch (error) {
    faults.push(faultOf(error));
    return undefined;
  }
  const result = FRONT.safeParse(front.value);
  if (result.success) return result.data;
  faults.push(...faultsOfShape(result.error, front.lineOf));
  return undefined;
}

/** What is wrong with the shape of a YAML, by line. */
export function faultsOfShape(
  { issues }: z.ZodError,
  lineOf: (path: readonly PropertyKey[]) => number,
): TextFault[] {
  return issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key];
      return { line: lineOf(path), message: `\`${path.join('.')}\`: ${issue.message}` };
    });
  });
}

interface Block {
  readonly line: number;
  readonly heading: string;
  readonly marks: string;
  readonly lines: string[];
}

/** `## Impact {required practice=3.3}`. */
const HEADING = /^##[ \t]+(.*?)(?:(?<=^##[ \t]+|[ \t])\{([^{}]*)\})?[ \t#]*$/u;

function readSections(body: string, bodyLine: number, faults: TextFault[]): TemplateSection[] {
  const blocks: Block[] = [];
  let fence: string | undefined;
  let isBefore = true;
  for (const [at, text] of body.split('\n').entries()) {
    const line = bodyLine + at;
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    const found = fence === undefined ? HEADING.exec(text) : null;
    if (found) {
      blocks.push({ line, heading: (found[1] ?? '').trim(), marks: found[2] ?? '', lines: [] });
    } else if (blocks.length > 0) blocks.at(-1)?.lines.push(text);
    else if (text.trim() !== '' && isBefore) {
      isBefore = false;
      faults.push({ line, message: 'nothing may stand before the first `##` heading' });
    }
  }
  if (blocks.length === 0) {
    faults.push({ line: bodyLine, message: 'write at least one `##` section' });
  }
  const seen = new Set<string>();
  return blocks.map((block) => {
    const { heading, line } = block;
    if (heading === '' || heading.length > LIMITS.name) {
      const message = `give the section a heading of at most ${LIMITS.name} characters`;
      faults.push({ line, message });
    } else if (seen.has(heading)) {
      faults.push({ line, message: `a section is called “${heading}” already` });
    }
    seen.add(heading);
    return sectionOf(block, faults);
  });
}

function sectionOf(block: Block, faults: TextFault[]): TemplateSection {
  const { heading, line, lines } = block;
  const begin = lines.findIndex((text) => text.trim() !== '');
  let end = Math.max(begin, 0);
  while (/^ {0,3}>/u.test(lines[end] ?? '')) end += 1;
  const quoted = begin < 0 ? [] : lines.slice(begin, end);
  const guidance = quoted
    .map((text) => text.replace(/^ {0,3}> ?/u, ''))
    .join('\n')
    .trim();
  if (guidance === '') {
    const message = `say under “${heading}” what to write there, each line beginning with \`>\``;
    faults.push({ line, message });
  }
  const rest = lines.slice(end);
  const blank = rest.findIndex((text) => text.trim() !== '');
  const starter = rest.join('\n').trim();
  for (const { linesBefore, message } of faultsOfStarter(starter)) {
    faults.push({ line: line + 1 + end + Math.max(blank, 0) + linesBefore, message });
  }
  return { heading, guidance, starter, ...marksOf(block, faults) };
}

function marksOf({ marks, line }: Block, faults: TextFault[]) {
  let isRequired = false;
  let practice: Practice | null = null;
  for (const mark of marks.split(/\s+/u).filter((each) => each !== '')) {
    const number = PRACTICES.find((each) => mark === `practice=${each}`);
    if (mark === 'required') isRequired = true;
    else if (number) practice = number;
    else {
      const message = mark.startsWith('practice=')
        ? `there is no practice ${mark.slice('practice='.length)}; there are ${PRACTICES.join(', ')}`
        : `“${mark}” means nothing here; write required, or practice= and a number`;
      faults.push({ line, message });
    }
  }
  return { isRequired, practice };
}
