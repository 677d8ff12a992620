import { describe, expect, it } from '@jest/globals';

import { FupanError } from '../../src/core/errors.js';
import { refuseWeak } from '../../src/features/identity/password.rules.js';

const owner = { name: 'Lin Yuting', email: 'lin.yuting@shangpin.example' };

/** Why it is refused; nothing if it is not. */
async function faultOf(password: string): Promise<string | undefined> {
  try {
    await refuseWeak(password, owner, ['input', 'password']);
    return undefined;
  } catch (error) {
    if (!(error instanceof FupanError)) throw error;
    expect(error).toMatchObject({ code: 'VALIDATION', field: ['input', 'password'] });
    return error.messageKey;
  }
}

describe('a new password', () => {
  it.each([
    'lantern orbit 39 gravel',
    '清晨的燈塔照著三十九艘小船',
    'ünïcödé lantern',
    'pass the gravel word 1234',
    'x'.repeat(3) + 'lantern-orbit'.repeat(19),
  ])('may be %j', async (password) => {
    expect(await faultOf(password)).toBeUndefined();
  });

  it.each([
    ['too short', 'lantern 39', 'passwordTooShort'],
    ['too short in Chinese', '清晨的燈塔', 'passwordTooShort'],
    ['empty', '', 'passwordTooShort'],
    ['too long', 'lantern orbit'.repeat(20), 'textTooLong'],
    ['half a character', 'lantern orbit \ud83d', 'textBroken'],
    ['on the list', 'unbelievable', 'passwordCommon'],
    ['counting', '1234567890123', 'passwordCommon'],
    ['the alphabet', 'zyxwvutsrqponm', 'passwordCommon'],
    ['on the list in capitals', 'UNBELIEVABLE', 'passwordCommon'],
    ['on the list with digits and signs after it', 'Password2026!', 'passwordCommon'],
    ['on the list, twice', 'dragondragon', 'passwordCommon'],
    ['one character over and over', '?'.repeat(20), 'passwordCommon'],
    ['few characters over and over', 'abababababababab', 'passwordCommon'],
    ['their name', 'Lin Yuting 2026', 'passwordIsName'],
    ['their name in one word', 'linyuting!!!!', 'passwordIsName'],
    ['their e-mail address', 'Lin.Yuting@shangpin.example', 'passwordIsName'],
    ['how it begins', 'lin.yuting12345', 'passwordIsName'],
    ['the name of the program', 'fupan20261123', 'passwordIsName'],
  ])('is refused if it is %s', async (_why, password, key) => {
    expect(await faultOf(password)).toBe(key);
  });

  it('is measured and compared as its keys, however they are written', async () => {
    expect(await faultOf('ｐａｓｓｗｏｒｄ２０２６')).toBe('passwordCommon');
    expect(await faultOf('e\u0301'.repeat(6))).toBe('passwordTooShort');
  });
});
