import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';

import { SealError, SecretBox } from '../../src/infra/secret-box.js';

const key = randomBytes(32);
const SECRET = 'https://hooks.example.org/T0/密';

describe('a sealed secret', () => {
  it('opens for what it was sealed for', () => {
    expect(new SecretBox(key).open(new SecretBox(key).seal(SECRET, 'a'), 'a')).toBe(SECRET);
  });

  it('looks different each time, and shows nothing', () => {
    const box = new SecretBox(key);
    const sealed = [box.seal(SECRET, 'a'), box.seal(SECRET, 'a')];
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(Buffer.from(sealed[0]?.split('.')[2] ?? '', 'base64url').toString()).not.toContain(
      'hook',
    );
  });

  it('opens for nothing else, with no other key, and not where a bit of it was changed', () => {
    const box = new SecretBox(key);
    const sealed = box.seal(SECRET, 'a');
    expect(() => box.open(sealed, 'b')).toThrow(SealError);
    expect(() => new SecretBox(randomBytes(32)).open(sealed, 'a')).toThrow('another FUPAN_SECRET');
    const [version, id, content = ''] = sealed.split('.');
    const bytes = Buffer.from(content, 'base64url');
    for (const at of [0, 15, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const text = `${version}.${id}.${changed.toString('base64url')}`;
      expect(() => box.open(text, 'a')).toThrow(SealError);
    }
    for (const odd of ['', '1', `1.${id}.`, `1.${id}.AAAA`, `2.${id}.${content}`]) {
      expect(() => box.open(odd, 'a')).toThrow(SealError);
    }
  });
});
