import { describe, expect, it } from '@jest/globals';

import { LIMITS } from '../../src/core/limits.js';
import { CaseFileError } from '../../src/features/case-file/case-file.error.js';
import { readCaseFile } from '../../src/features/case-file/case-file.read.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The fault of a file as `line: message`. */
function faultOf(content: string | Uint8Array): string {
  try {
    readCaseFile(typeof content === 'string' ? bytes(content) : content, { path: 'bad.md' });
  } catch (error) {
    if (error instanceof CaseFileError) return `${error.line}: ${error.message}`;
    throw error;
  }
  return 'no fault';
}

const own = (yaml: string) => `---\nfupan: 1\ntitle: A\nlanguage: en\n${yaml}\n---\n\nBody\n`;

describe('a file that cannot be read says where and why', () => {
  it.each([
    ['broken YAML', '---\ntitle: A\ntags: [a, b\nurl: x\n---\n', /^[34]: the YAML is broken: /],
    ['bad indentation', '---\ntitle: A\n  b: c\n---\n', /^[23]: the YAML is broken: /],
    ['an alias', '---\ntitle: A\nx: &a [1]\ny: *a\n---\n', /^3: YAML aliases and anchors/],
    ['a tag', '---\ntitle: A\nx: !!js/function "f"\n---\n', /^3: YAML tags/],
    [
      'a key that is there twice',
      '---\ntitle: A\ntags: a\ntitle: B\n---\n',
      /^4: the key `title` is there twice/,
    ],
    [
      'a prototype',
      '---\ntitle: A\nx:\n  __proto__: 1\n---\n',
      /^4: the key `__proto__` is not allowed/,
    ],
    [
      'a list for front matter',
      '---\n- a\n- b\n---\n',
      /^2: the YAML must be a list of `key: value` lines/,
    ],
    [
      'front matter that never closes',
      '---\ntitle: A\n\nText\n',
      /^1: the front matter that begins on this line never ends/,
    ],
    [
      'front matter in JavaScript',
      '---js\nprocess.exit(1)\n---\n',
      /^1: front matter must be YAML .* not `js`/,
    ],
    [
      'an unreadable date',
      '---\ntitle: A\n\nstart_time: the day after\n---\n',
      /^4: `start_time: the day after` cannot be read as a date/,
    ],
    [
      'a day that does not exist',
      '---\nend_time: 2024-02-30\n---\nx',
      /^2: `end_time: 2024-02-30` cannot be read/,
    ],
    [
      'an instant on a day that does not exist',
      '---\nstart_time: 2024-02-31T10:00:00Z\n---\nx',
      /^2: `start_time: 2024-02-31T10:00:00Z` cannot be read/,
    ],
    ['nothing', '', /^1: there is nothing in the file/],
    ['only white space', ' \n\n\t\n', /^1: there is nothing in the file/],
    ['empty front matter and no body', '---\n---\n\n', /^1: there is nothing in the file/],
    ['a NUL', 'line one\nline \0 two', /^2: the file holds a NUL character/],
    [
      'a wrong type',
      own('tags:\n  - a\n  - b: c'),
      /^7: `tags\[1\]` is not right: expected string/,
    ],
    [
      'a word outside its list',
      own('incidents:\n  - title: I\n    severity: BAD'),
      /^7: `incidents\[0\]\.severity` is not right/,
    ],
    [
      'an unknown key below the top',
      own('incidents:\n  - title: I\n    culprit: Bob'),
      /^6: `incidents\[0\]` is not right: Unrecognized key: "culprit"/,
    ],
    [
      'a bad instant',
      own('timeline:\n  - at: yesterday\n    text: T'),
      /^6: `timeline\[0\]\.at` is not right/,
    ],
    ['a missing title', '---\nfupan: 1\nlanguage: en\n---\n', /^2: `title` is not right/],
    [
      'a form of the future',
      '---\nfupan: 2\ntitle: A\n---\n',
      /^2: `fupan: 2` is a version of the form that is not known/,
    ],
    [
      'a section that is too long',
      `${own('')}\n## Long\n\n${'x'.repeat(LIMITS.prose + 1)}`,
      /^10: `sections\[1\]\.body` is not right/,
    ],
  ])('%s', (_name, content, fault) => {
    expect(faultOf(content)).toMatch(fault);
  });

  it('bytes that are no UTF-8', () => {
    expect(faultOf(new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x62]))).toMatch(
      /^2: the file is not UTF-8/,
    );
  });

  it('a file that is too large, before anything is parsed', () => {
    expect(faultOf(new Uint8Array(20 * 1024 * 1024))).toMatch(
      /^1: the file has 20\.0 MiB and the limit is 8 MiB/,
    );
  });

  it('nesting without end', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(faultOf(`---\nx: ${deep}\n---\n`)).toMatch(/nested too deep/);
    expect(faultOf(`---\nx: ${'['.repeat(500)}${']'.repeat(500)}\n---\n`)).toMatch(
      /^2: .*nested too deep/,
    );
  });

  it('a bomb of aliases', () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
    );
    expect(faultOf(`---\nl0: &l0 lol\n${levels.join('\n')}\n---\n`)).toMatch(
      /^2: YAML aliases and anchors/,
    );
  });
});

describe('a file that looks odd is read', () => {
  const read = (content: string | Uint8Array) =>
    readCaseFile(typeof content === 'string' ? bytes(content) : content, { path: 'odd.md' })
      .document;

  it('with a byte order mark and the line ends of Windows', () => {
    expect(read('\uFEFF---\r\ntitle: A\r\n---\r\n\r\nOne\r\ntwo\r\n')).toMatchObject({
      title: 'A',
      sections: [{ heading: '', body: 'One\ntwo' }],
    });
  });

  it('in UTF-16', () => {
    const text = '\uFEFF# 付款失敗\n\n內文';
    const little = new Uint8Array(Buffer.from(text, 'utf16le'));
    expect(read(little).title).toBe('付款失敗');
    expect(read(little.map((_, at) => little[at ^ 1] ?? 0)).title).toBe('付款失敗');
  });

  it('with keys that are names of JavaScript', () => {
    const document = read('---\ntitle: A\nconstructor: x\ntoString: y\nhasOwnProperty: z\n---\n');
    expect(document.extra).toEqual({ constructor: 'x', toString: 'y', hasOwnProperty: 'z' });
  });

  it('with numbers that JavaScript cannot hold, to the last digit', () => {
    expect(read('---\ntitle: A\nbuild: 12345678901234567890\n---\n').extra).toEqual({
      build: '12345678901234567890',
    });
  });

  it('with more sections than a case can hold', () => {
    const document = read(
      Array.from({ length: 500 }, (_, at) => `## Part ${at}\n\nText ${at}`).join('\n\n'),
    );
    expect(document.sections).toHaveLength(LIMITS.shortList);
    expect(document.sections.at(-1)?.body).toContain('### Part 499\n\nText 499');
  });
});
