import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { CaseDocument } from '../src/features/case-file/case-document.js';
import { generatedCase } from './corpus/corpus.js';

/** Writes the files of the first `count` generated cases, as another program would have them. */
export async function generateCases(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const name = `case-${String(number).padStart(6, '0')}.md`;
    await writeFile(join(folder, name), caseText(generatedCase(number)));
  }
}

function caseText(document: CaseDocument): string {
  const { title, language, summary, tags, source, sections } = document;
  const [incident] = document.incidents;
  return [
    '---',
    `uuid: ${source?.externalId ?? ''}`,
    `title: ${JSON.stringify(title)}`,
    `language: ${language}`,
    `start_time: ${incident?.startedAt ?? ''}`,
    `end_time: ${incident?.resolvedAt ?? ''}`,
    `severity: ${incident?.severity ?? ''}`,
    `service: ${incident?.services[0]?.name ?? ''}`,
    `keywords: [${tags.join(', ')}]`,
    `summary: ${JSON.stringify(summary)}`,
    '---',
    '',
    ...sections.map(({ heading, body }) => `## ${heading}\n\n${body}\n`),
  ].join('\n');
}

/** Writes one case that asks for `count` things to be done. */
export async function generateManyActions(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const actions = Array.from(
    { length: count },
    (_, number) =>
      `  - title: Alert on the wait for a connection, part ${number}\n    priority: P1`,
  );
  const head = 'title: A case of many actions\nstatus: PUBLISHED\nlanguage: en';
  const text = `---\nfupan: 1\nkey: PM-9000\n${head}\nactions:\n${actions.join('\n')}\n---\n`;
  await writeFile(join(folder, 'PM-9000.md'), text);
}
