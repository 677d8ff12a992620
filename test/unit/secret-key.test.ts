import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { keyFor } from '../../src/infra/secret-key.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fupan-key-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'secret.key');

describe('the secret key', () => {
  it('is made once, for nobody else to read, and is another for each purpose', () => {
    const key = keyFor('audit', null, folder);
    expect(key).toHaveLength(32);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret.key']);
    expect(keyFor('audit', null, folder)).toEqual(key);
    expect(keyFor('sessions', null, folder)).not.toEqual(key);
  });

  it('is that of the configuration where there is one, which makes no file', () => {
    const secret = 'kZ3v9Qx1Lw8uTn5Rb7Ym2Hc6Jd4Fg0Sa';
    expect(keyFor('audit', secret, folder)).toEqual(keyFor('audit', secret, tmpdir()));
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(file(), `${secret}\n`);
    expect(keyFor('audit', null, folder)).toEqual(keyFor('audit', secret, folder));
  });

  it('is refused where its file is too short or cannot be read, and the file stays as it is', () => {
    writeFileSync(file(), 'short');
    expect(() => keyFor('audit', null, folder)).toThrow(/secret\.key is too short to be a key/);
    expect(readFileSync(file(), 'utf8')).toBe('short');
    expect(() => keyFor('audit', null, file())).toThrow(/secret\.key cannot be read/);
  });
});
