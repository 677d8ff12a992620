import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generatedCase, textOf } from '../corpus/corpus.js';
import type { KeptLibrary } from '../library.js';
import type { RivalAnswer } from './bare-fts.js';

/** A file for each case with all of its texts. Made once for each library. Returns the folder. */
export function caseFiles({ folder, cases }: KeptLibrary): string {
  const path = join(folder, 'files');
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  for (let number = 0; number < cases; number++) {
    writeFileSync(join(unfinished, `${number}.md`), textOf(generatedCase(number)));
  }
  renameSync(unfinished, path);
  return path;
}

/** Looks for a text to the letter: without ranking, stems, scripts, counts or permissions. */
export async function grep(folder: string, text: string): Promise<RivalAnswer> {
  const began = performance.now();
  const child = spawn('grep', ['-rlF', '--', text, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // Bytes are compared faster than characters.
    env: { ...process.env, LC_ALL: 'C' },
  });
  let files = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) files += 1;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      resolve();
    });
  });
  return { ms: performance.now() - began, hits: Math.min(20, files) };
}
