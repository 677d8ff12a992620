import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { LanguageCheck } from '../../src/features/language-check/language-check.service.js';
import {
  readLanguageRules,
  rulesOf,
} from '../../src/features/language-check/language-rules.file.js';
import { readPhrase } from '../../src/features/language-check/phrase.js';
import { packageRoot } from '../../src/infra/package.js';

const check = new LanguageCheck(readLanguageRules(join(packageRoot(), 'templates', 'language')));

/** What is found in a text: the rule and the words. */
const found = (text: string, people?: readonly string[]): string[] =>
  check
    .check(text, people)
    .map(({ rule, start, end }) => `${rule.name}: ${text.slice(start, end)}`);

describe('the language check', () => {
  test.each([
    ['The cause was Human Error in the release.', 'human-error: Human Error'],
    ['It was a fat-finger on the console.', 'human-error: fat-finger'],
    [
      'The on-call engineer should have noticed the alert.',
      'should-have: The on-call engineer should have',
    ],
    ['This could easily have been avoided.', 'could-have: could easily have been avoided'],
    ['The DBA forgot to renew the certificate.', 'forgot: The DBA forgot'],
    ['A careless change.', 'careless: careless'],
    ['Mistakes were made.', 'hidden-agency: Mistakes were made'],
    ['Everyone must be more careful.', 'be-careful: be more careful'],
    [
      'The operator did not follow the change process.',
      'did-not-follow: did not follow the change process',
    ],
    ['An obvious mistake in the query.', 'obvious: obvious mistake'],
    ['The outage was caused by a junior engineer.', 'culprit: caused by a junior engineer'],
    ['這次是人為失誤造成的。', 'human-error: 人為失誤'],
    ['这次是人为失误造成的。', 'human-error: 人为失误'],
    ['工程師粗心大意，沒有確認。', 'careless: 粗心大意'],
    ['責任人：張三', 'culprit: 責任人'],
    ['值班同事應該早點發現。', 'should-have: 值班同事應該早點'],
    ['值班同事应该早点发现。', 'should-have: 值班同事应该早点'],
    ['大家今後務必小心。', 'be-careful: 務必小心'],
    ['因為某些原因，服務中斷。', 'hidden-agency: 因為某些原因'],
    ['這是低級錯誤。', 'obvious: 低級錯誤'],
    ['他忘記更新憑證。', 'forgot: 他忘記'],
  ])('points at %p', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  test.each([
    'We have a blameless culture.',
    'Nobody is to blame for this.',
    'The alert fired at 14:05 and the pager was quiet.',
    'The service failed to start because its port was taken.',
    'The validator rejects the request to prevent human errors.',
    'Requests should have a deadline of 2 s.',
    'The report says “human error”, which tells nothing.',
    '> the operator should have noticed',
    'Run `careless --force` in the test environment.',
    '```\nforgot to lock\n```\nThe log ends here.',
    'See https://example.org/human-error/list for more.',
    '這不是為了追責。',
    '加上檢查，防止誤操作。',
    '系統在 14:05 發出告警。',
    '值班同事看到的是綠色的儀表板。',
  ])('has nothing to say about %p', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('knows the people of the library, by their whole name and by their first one', () => {
    const people = ['Grace Hopper', '王小明', 'Will Ng'];
    expect(found('Grace Hopper caused the outage.', people)).toEqual([
      'named-person: Grace Hopper caused',
    ]);
    expect(found('It failed because of Grace.', people)).toEqual([
      'named-person: because of Grace',
    ]);
    expect(found('由於王小明的變更，服務中斷。', people)).toEqual(['named-person: 由於王小明']);
    expect(found('It was fixed by Grace Hopper.', people)).toEqual([]);
    expect(
      found('A restart will cause downtime, which will be caused by grace periods.', people),
    ).toEqual([]);
    expect(found('It was caused by the release.', [])).toEqual([]);
  });

  test('tells places in the text as it was given', () => {
    const text = '𠮷 ﬁrst\n\nＴｈｅ　ｅｎｇｉｎｅｅｒ forgot to look.';
    const [finding] = check.check(text);
    expect(text.slice(finding?.start, finding?.end)).toBe('Ｔｈｅ　ｅｎｇｉｎｅｅｒ forgot');
  });

  test('goes over the end of a line and not of a sentence', () => {
    expect(found('The engineer\nforgot to look.')).toEqual(['forgot: The engineer\nforgot']);
    expect(found('Errors happen. They were made of glass.')).toEqual([]);
  });

  test('finds in any text only what stands in it, in order and apart', () => {
    const words = fc.constantFrom(
      ...['human', 'error', 'should', 'have', 'forgot', 'to', 'blame', '責任人', '粗心', 'Ann Lee'],
      ...['`', '> ', '\n', '"', '。', '.', '<!--', '](', '~~~', ' ', '…', '\u{e000}', '𠮷'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join(' ');
          let reached = 0;
          for (const { start, end } of check.check(text, ['Ann Lee'])) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            reached = end;
          }
        },
      ),
    );
  });
});

describe('a phrase', () => {
  const matches = (phrase: string, text: string): boolean => {
    const { starts, pattern } = readPhrase(phrase, new Map([['who', 'an engineer|we']]));
    pattern.lastIndex = 0;
    const first = /^[a-z]+|^./u.exec(text)?.[0] ?? '';
    const begins = [...starts].some((start) =>
      start.endsWith('*') ? first.startsWith(start.slice(0, -1)) : start === first,
    );
    return begins && pattern.test(text);
  };

  test.each([
    ['a [b] c', 'a c', true],
    ['a [b] c', 'a b c', true],
    ['a [b] c', 'a bc', false],
    ['a [b] c', 'ac', false],
    ['[a] b', 'b', true],
    ['care*', 'careful', true],
    ['care', 'careful', false],
    ['<who> forgot', 'we forgot', true],
    ['<who> forgot', 'an engineer forgot', true],
    ['a … b', 'a 1 2 b', true],
    ['a … b', 'a 1. b', false],
    ['誤[操]作', '误作', true],
  ])('%p and %p', (phrase, text, is) => {
    expect(matches(phrase, text)).toBe(is);
  });

  test.each([
    ['(a', 'goes wrong at the end'],
    ['a)', 'goes wrong at )'],
    ['<nobody> forgot', 'there is no group <nobody>; there are <person>, <who>'],
    ['[a]', 'would match everywhere'],
    ['… a', 'begin'],
    ['a{2}', 'goes wrong at {'],
  ])('%p is refused', (phrase, message) => {
    expect(() => readPhrase(phrase, new Map([['who', 'we']]))).toThrow(message);
  });
});

describe('a file of rules', () => {
  const RULE = `rules:
  - name: sleepy
    fault: BLAME
    find:
      - was asleep
    why: { en: a, zh-Hant: b, zh-Hans: c }
    ask: { en: a, zh-Hant: b, zh-Hans: c }
`;

  test('is read', () => {
    expect(rulesOf(RULE).map(({ name }) => name)).toEqual(['sleepy']);
  });

  test.each([
    [RULE.replace('was asleep', '(was asleep'), 5],
    [RULE.replace('fault: BLAME', 'fault: RUDE'), 3],
    [RULE.replace('zh-Hans: c', 'zh: c'), 6],
    [RULE + RULE.slice('rules:\n'.length), 8],
    ['rules: 3', 1],
  ])('with a fault tells its line (%#)', (text, line) => {
    expect(() => rulesOf(text)).toThrow(expect.objectContaining({ line }));
  });
});
