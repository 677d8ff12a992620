import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mustache from 'mustache';
import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { LANGUAGES, type Language } from '../../core/vocabulary.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { decodeText, FRONT_MATTER_LINE, splitFrontMatter } from '../case-file/file-text.js';
import { readYaml } from '../case-file/yaml-source.js';

/**
 * What a template may name: `true` for a value, or its own names for a part that is there once,
 * often or not at all.
 */
export interface Fields {
  readonly [name: string]: true | Fields;
}

/** The words of a message in one language, with names in `{{…}}` for what is filled in. */
export interface MailTemplate {
  readonly kind: string;
  readonly language: Language;
  readonly subject: string;
  /** Markdown. */
  readonly body: string;
}

const FILE_NAME = new RegExp(String.raw`^([a-z][a-z-]*)\.(${LANGUAGES.join('|')})\.md$`, 'u');
const FRONT = z.strictObject({ subject: z.string().trim().min(1).max(LIMITS.title) });

/**
 * Reads the templates of a folder.
 * @param fields what each kind of them may name
 * @throws Error that names each fault with its file and line
 */
export function readMailTemplates(
  folder: string,
  fields: Readonly<Record<string, Fields>>,
): MailTemplate[] {
  const faults: string[] = [];
  const found: MailTemplate[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  for (const kind of Object.keys(fields)) {
    for (const language of LANGUAGES) {
      const file = `${kind}.${language}.md`;
      if (!files.includes(file)) faults.push(`${join(folder, file)}:1: is missing`);
    }
  }
  for (const file of files.sort()) {
    try {
      found.push(readMailTemplate(file, readFileSync(join(folder, file)), fields));
    } catch (error) {
      if (!(error instanceof CaseFileError)) throw error;
      faults.push(`${join(folder, file)}:${error.line}: ${error.message}`);
    }
  }
  if (faults.length > 0) {
    throw new Error(`the templates of mail have faults:\n${faults.join('\n')}`);
  }
  return found;
}

/** @throws CaseFileError with the line at fault */
export function readMailTemplate(
  file: string,
  bytes: Uint8Array,
  fields: Readonly<Record<string, Fields>>,
): MailTemplate {
  const [, kind = '', language = ''] = FILE_NAME.exec(file) ?? [];
  const known = Object.hasOwn(fields, kind) ? fields[kind] : undefined;
  if (!known) {
    const names = Object.keys(fields).join(', ');
    throw new CaseFileError(
      `call the file after its template and its language, such as ${Object.keys(fields)[0] ?? ''}.en.md; the templates are ${names}, the languages ${LANGUAGES.join(', ')}`,
    );
  }
  const { frontMatter, body, bodyLine } = splitFrontMatter(decodeText(bytes));
  if (frontMatter === undefined) throw new CaseFileError('begin with front matter: subject');
  const front = readYaml(frontMatter, FRONT_MATTER_LINE);
  const result = FRONT.safeParse(front.value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
    const key = String(issue?.path[0] ?? unknown[0] ?? '');
    throw new CaseFileError(`\`${key}\`: ${issue?.message ?? ''}`, front.lineOf([key]));
  }
  const { subject } = result.data;
  checkNames(subject, front.lineOf(['subject']), known);
  checkNames(body, bodyLine, known);
  return { kind, language: language as Language, subject, body };
}

type Tag = readonly [
  type: string,
  name: string,
  start: number,
  end: number,
  inner?: readonly Tag[],
];

/** @throws CaseFileError for a `{{…}}` that is broken, or that names what is not there */
function checkNames(text: string, firstLine: number, fields: Fields): void {
  const lineAt = (offset: number): number =>
    firstLine + (text.slice(0, offset).match(/\n/g) ?? []).length;
  let tags: readonly Tag[];
  try {
    tags = mustache.parse(text) as readonly Tag[];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, what = message, offset = '0'] = /^(.*) at (\d+)$/s.exec(message) ?? [];
    throw new CaseFileError(
      `${what.charAt(0).toLowerCase()}${what.slice(1)}; correct it`,
      lineAt(Number(offset)),
      { cause: error },
    );
  }
  checkTags(tags, [fields], lineAt);
}

function checkTags(
  tags: readonly Tag[],
  scopes: readonly (true | Fields)[],
  lineAt: (offset: number) => number,
): void {
  for (const [type, name, start, , inner] of tags) {
    if (type === 'text' || type === '!') continue;
    if (type !== 'name' && type !== '#' && type !== '^') {
      throw new CaseFileError(
        'only {{name}}, {{#name}}, {{^name}} and {{/name}} are known here',
        lineAt(start),
      );
    }
    const field = fieldOf(name, scopes);
    if (field === undefined) {
      const names = scopes.flatMap((scope) => (scope === true ? [] : Object.keys(scope)));
      throw new CaseFileError(
        `there is no {{${name}}} here; there are ${[...new Set(names)].join(', ')}`,
        lineAt(start),
      );
    }
    if (type === 'name' && field !== true) {
      throw new CaseFileError(`write {{#${name}}} … {{/${name}}}: it has parts`, lineAt(start));
    }
    if (inner) checkTags(inner, type === '#' ? [...scopes, field] : scopes, lineAt);
  }
}

function fieldOf(name: string, scopes: readonly (true | Fields)[]): true | Fields | undefined {
  if (name === '.') return scopes.at(-1) === true ? true : undefined;
  for (const scope of scopes.toReversed()) {
    if (scope !== true && Object.hasOwn(scope, name)) return scope[name];
  }
  return undefined;
}
