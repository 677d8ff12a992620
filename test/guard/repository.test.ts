import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage']);
/** Folders for what nobody could place. */
const DRAWERS = new Set([
  'common',
  'dto',
  'helpers',
  'interfaces',
  'misc',
  'shared',
  'types',
  'utils',
]);

const entries = readdirSync('.', { withFileTypes: true })
  .filter((entry) => !NOT_OURS.has(entry.name))
  .flatMap((entry): Dirent[] =>
    entry.isDirectory()
      ? [entry, ...readdirSync(entry.name, { recursive: true, withFileTypes: true })]
      : [entry],
  );
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

const filesWith = (pattern: RegExp): string[] =>
  files.filter((path) => pattern.test(readFileSync(path, 'utf8')));

describe('the tree', () => {
  it('has no drawers for odds and ends', () => {
    const drawers = entries.filter((entry) => entry.isDirectory() && DRAWERS.has(entry.name));
    expect(drawers.map((entry) => join(entry.parentPath, entry.name))).toEqual([]);
  });

  it('names no path of the machine it was written on', () => {
    const naming = filesWith(/(?<![\w.:/~-])\/(?:work|root|home|Users)\/[\w.]/);
    // Cases tell of other people's machines.
    expect(naming.filter((path) => !/^(templates|test\/fixtures)\//.test(path))).toEqual([]);
  });

  it('pins every package, without an address to download it from', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    expect(lock).not.toMatch(/"resolved"/);
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies' | 'optionalDependencies',
      Record<string, string>
    >;
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    })) {
      expect(`${name} ${version}`).toMatch(/ (npm:[\w-]+@)?\d+\.\d+\.\d+[\w.-]*$/);
    }
  });

  it('declares the licence whose text it ships', () => {
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/Apache License\s+Version 2\.0, January 2004/);
    expect(readFileSync('package.json', 'utf8')).toContain('"license": "Apache-2.0"');
  });
});
