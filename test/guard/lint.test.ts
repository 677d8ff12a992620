import { execFile } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** Faults against a rule of the house, each by the lint rule that has to find it. */
const PLANTED: Readonly<Record<string, string>> = {
  'no-restricted-imports': `import { DataSource } from 'typeorm'; new DataSource({} as never);`,
  'no-restricted-properties': `void process.env['FUPAN_PORT'];`,
  'no-restricted-syntax': `export default class {}`,
  'no-console': `console.log('here');`,
  'max-lines': '\n'.repeat(400),
  '@typescript-eslint/no-floating-promises': `Promise.resolve(1);`,
  '@typescript-eslint/no-explicit-any': `export const anything: any = 1;`,
  '@typescript-eslint/no-non-null-assertion': `export const first = [1][0]!;`,
  '@typescript-eslint/consistent-type-imports': `import { Ctx } from '../../core/ctx.js'; export type C = Ctx;`,
};

/** The lint rules that `source` breaks, were it the text of the file at `path`. */
async function brokenBy(path: string, source: string): Promise<string[]> {
  const stdout = await new Promise<string>((done) => {
    const args = ['node_modules/eslint/bin/eslint.js', '--stdin', '-f', 'json'];
    const child = execFile(process.execPath, [...args, '--stdin-filename', path], (_, out) => {
      done(out);
    });
    child.stdin?.end(source);
  });
  const [file] = JSON.parse(stdout) as { messages: { ruleId: string }[] }[];
  return [...new Set(file?.messages.map(({ ruleId }) => ruleId))].sort();
}

describe('the lint rules of the house', () => {
  it('each find a planted fault, and cannot be switched off in the file itself', async () => {
    // The comment is part of the plant: it must have no effect.
    const source = ['/* eslint-disable */', ...Object.values(PLANTED)].join('\n');
    const broken = await brokenBy('src/features/postmortem/postmortem.policy.ts', source);
    expect(broken).toEqual(expect.arrayContaining(Object.keys(PLANTED)));
  }, 120_000);
});
