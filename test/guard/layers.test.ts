import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
}
const CONFIG = resolve('.dependency-cruiser.cjs');
const rules = createRequire(import.meta.url)(CONFIG) as Rules;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fupan-layers-'));
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
  writeFileSync(
    join(folder, 'package.json'),
    '{ "dependencies": { "@nestjs/graphql": "*" }, "devDependencies": { "jest": "*" } }',
  );
  for (const name of ['jest', '@nestjs/graphql']) {
    const home = join(folder, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), `{ "name": "${name}", "main": "index.js" }`);
    writeFileSync(join(home, 'index.js'), '');
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes files that hold nothing but these imports, and looks at them with the rules of this project. */
async function brokenBy(imports: Record<string, readonly string[]>): Promise<string[]> {
  const touch = (path: string, text: string, flag: 'w' | 'a'): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag });
  };
  for (const [path, targets] of Object.entries(imports)) {
    const up = '../'.repeat(path.split('/').length - 1);
    for (const target of targets) {
      const isOurs = /^(src|migrations|test)\//.test(target);
      if (isOurs) touch(target, '', 'a');
      const specifier = isOurs ? up + target.replace(/ts$/, 'js') : target;
      touch(path, `import '${specifier}';\n`, 'a');
    }
  }
  const stdout = await new Promise<string>((done) => {
    const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [program, '--config', CONFIG, '--output-type', 'json', '.'];
    // It exits with the number of faults; only what it prints is of interest.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_, out) => {
      done(out);
    });
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: Rule }[] } };
  return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort();
}
type Rule = Rules['forbidden'][number];

describe('the rules of who may import whom', () => {
  it('each find a planted wrong import', async () => {
    const broken = await brokenBy({
      'src/core/a.ts': ['src/infra/database/a.ts', '@nestjs/graphql'],
      'src/locales/b.ts': ['src/features/tag/b.service.ts'],
      'src/infra/mail/c.ts': ['src/features/tag/c.service.ts'],
      'src/features/tag/d.service.ts': ['src/api/d.ts', 'src/features/tag/d.graphql.ts'],
      'src/features/tag/e.ts': ['src/features/team/e.read.ts', 'src/features/team/e.module.ts'],
      'src/api/f.ts': ['src/cli/f.ts', 'test/f.ts', 'jest', './nowhere.js'],
      'migrations/g.ts': ['src/core/g.ts'],
      'src/web/j.tsx': ['src/core/j.ts'],
      'src/api/k.ts': ['src/web/k.ts'],
      'src/core/h.ts': ['src/core/i.ts'],
      'src/core/i.ts': ['src/core/h.ts'],
    });
    expect(broken).toEqual(rules.forbidden.map((rule) => rule.name).sort());
  });

  it('let through what the architecture allows', async () => {
    const broken = await brokenBy({
      'src/main.ts': ['src/api/server.ts', 'src/core/config.ts', 'src/infra/logging/logger.ts'],
      'src/api/app.module.ts': ['src/features/tag/tag.module.ts', 'migrations/index.ts'],
      'src/cli/import.ts': ['src/features/tag/tag.service.ts', 'src/locales/en.ts'],
      'src/features/tag/tag.module.ts': ['src/features/team/team.module.ts'],
      'src/features/tag/tag.resolver.ts': ['src/features/team/team.graphql.ts', '@nestjs/graphql'],
      'src/features/tag/tag.service.ts': [
        'src/features/team/team.service.ts',
        'src/features/team/team.policy.ts',
        'src/features/case-file/case-document.ts',
        'src/infra/database/insert.ts',
      ],
      'src/infra/search/a.ts': ['src/core/text/fold.ts'],
      'test/features/tag.test.ts': ['src/features/tag/tag.read.ts', 'jest'],
    });
    expect(broken).toEqual([]);
  });
});
