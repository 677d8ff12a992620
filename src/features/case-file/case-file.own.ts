import type { z } from 'zod';

import { caseDocumentSchema, CASE_KEYS, type CaseDocument } from './case-document.js';
import { CaseFileError } from './case-file.error.js';
import { FORM_VERSION } from './case-file.write.js';
import { decodeText, type FileParts } from './file-text.js';
import { readSections } from './section-body.js';
import { readYaml, type JsonObject, type YamlSource } from './yaml-source.js';

/**
 * Reads fupan's own form, the one that `writeCaseFile` writes. Keys at the top that it does not
 * know are kept as `extra`; below the top every key must be known.
 *
 * @throws CaseFileError with the line of the value at fault
 */
export function readOwnForm(front: YamlSource, parts: FileParts): CaseDocument {
  requireVersion(front);
  const known: JsonObject = {};
  const extra: JsonObject = {};
  for (const [name, value] of Object.entries(front.value)) {
    if (name === 'fupan') continue;
    if (name === 'extra' || name === 'sections') {
      throw new CaseFileError(
        `\`${name}\` is not a key of a case file; rename it`,
        front.lineOf([name]),
      );
    }
    if (CASE_KEYS.has(name)) known[name] = value;
    else extra[name] = value;
  }
  const sections = readSections(parts.body);
  const result = caseDocumentSchema.safeParse({
    ...known,
    ...(Object.keys(extra).length > 0 && { extra }),
    sections: sections.map(({ heading, body }) => ({ heading, body })),
  });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path ?? [];
  const section = place[0] === 'sections' ? sections[Number(place[1] ?? 0)] : undefined;
  throw faultOf(
    issue,
    section
      ? parts.bodyLine + section.line
      : front.lineOf(place[0] === 'extra' ? place.slice(1) : place),
  );
}

/** Refuses a file of a version that is not known here, rather than to lose what it says. */
function requireVersion(front: YamlSource): void {
  const version = front.value['fupan'];
  if (version !== FORM_VERSION) {
    throw new CaseFileError(
      `\`fupan: ${JSON.stringify(version)}\` is a version of the form that is not known here (${FORM_VERSION} is); upgrade fupan, or correct it`,
      front.lineOf(['fupan']),
    );
  }
}

/** What a file of data says, and the line of each part of it. */
export interface ReadParts<Data> extends Pick<YamlSource, 'lineOf'> {
  readonly data: Data;
}

/**
 * Reads a file in fupan's own form that holds nothing but data.
 *
 * @throws CaseFileError with the line at fault
 */
export function readParts<Schema extends z.ZodType>(
  schema: Schema,
  bytes: Uint8Array,
): ReadParts<z.output<Schema>> {
  const source = readYaml(decodeText(bytes));
  requireVersion(source);
  const { fupan: _version, ...data } = source.value;
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data, lineOf: source.lineOf };
  const [issue] = result.error.issues;
  throw faultOf(issue, source.lineOf(issue?.path ?? []));
}

/** One fault of a schema as a sentence: where, what, and what to do. */
export function faultOf(issue: z.core.$ZodIssue | undefined, line: number): CaseFileError {
  const place = pathText(issue?.path ?? []);
  const what = (issue?.message ?? 'invalid').replace(/^Invalid input: /u, '');
  const where = place === '' ? 'the file' : `\`${place}\``;
  return new CaseFileError(`${where} is not right: ${what}; correct it`, line);
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`,
    )
    .join('');
}
