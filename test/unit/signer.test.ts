import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { newId } from '../../src/core/ids.js';
import { ANSWERS, read, written } from '../../src/features/answer/answer-token.js';
import { Signer } from '../../src/infra/signer.js';

const signer = new Signer(Buffer.alloc(32, 1));

describe('what is signed', () => {
  it('opens as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.string(), (bytes, purpose) => {
        const content = Buffer.from(bytes);
        expect(signer.open(purpose, signer.sign(purpose, content))).toEqual(content);
      }),
    );
  });

  it('opens for no other purpose and with no other key', () => {
    const signed = signer.sign('answer', Buffer.from('x'));
    expect(signer.open('unsubscribe', signed)).toBeNull();
    expect(new Signer(Buffer.alloc(32, 2)).open('answer', signed)).toBeNull();
  });
});

describe('the token of an answer', () => {
  const token = {
    answer: 'newDate',
    personId: newId(),
    actionItemId: newId(),
    mark: '0123456789abcdef',
    expiresAt: new Date('2026-12-13T09:00:00Z'),
  } as const;
  const text = written(signer, token);

  it('is read as it was written', () => {
    for (const answer of ANSWERS) {
      expect(read(signer, written(signer, { ...token, answer }))).toEqual({ ...token, answer });
    }
    expect(text).toMatch(/^[\w-]{83}$/);
  });

  it('is not read with any character changed, left out or added', () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < text.length; at++) {
      const digit = digits.indexOf(text[at] ?? '');
      // Every bit of each character, those too that stand for nothing at the end.
      for (const bit of [1, 2, 4, 8, 16, 32]) {
        const other = digits[digit ^ bit] ?? '';
        expect(read(signer, text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
      }
      expect(read(signer, text.slice(0, at) + text.slice(at + 1))).toBeNull();
    }
    for (const odd of ['', '=', `${text}=`, `${text}A`, ` ${text}`, `${text}\n`, '案例', '\0']) {
      expect(read(signer, odd)).toBeNull();
    }
  });
});
