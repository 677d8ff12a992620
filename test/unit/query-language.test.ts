import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseQuery } from '../../src/features/search/query-language.js';

const units = (typed: string) =>
  parseQuery(typed).units.map(
    ({ kind, text, negated, prefix }) =>
      `${negated ? '-' : ''}${kind === 'phrase' ? `"${text}"` : text}${prefix ? '…' : ''}`,
  );

describe('reading a query', () => {
  it('takes words, phrases and exclusions', () => {
    expect(units('pool "exact phrase" -slow -"not this" ')).toEqual([
      'pool',
      '"exact phrase"',
      '-slow',
      '-"not this"',
    ]);
  });

  it('takes the last word as unfinished until something follows it', () => {
    expect(units('connection repl')).toEqual(['connection', 'repl…']);
    expect(units('connection repl ')).toEqual(['connection', 'repl']);
    expect(units('repl* lag ')).toEqual(['repl*…', 'lag']);
  });

  it('reads full-width signs and every kind of quotation mark', () => {
    expect(units('“连接池”　－超时 「執行緒」 ')).toEqual(['"连接池"', '-超时', '"執行緒"']);
    expect(parseQuery('severity：sev1').filter).toEqual({ severity: ['SEV1'] });
  });

  it('keeps what looks like an exclusion in a command or an error message', () => {
    expect(units('kubectl --force exit -9 - ')).toEqual(['kubectl', '--force', 'exit', '-9', '-']);
  });

  it('takes an opening quotation mark without an end as part of a word', () => {
    expect(units('"half a phrase ')).toEqual(['"half', 'a', 'phrase']);
    expect(units('say 5"disk ')).toEqual(['say', '5"disk']);
  });

  it('drops what cannot be searched and cuts what is too long', () => {
    expect(parseQuery('a\0b').text).toBe('a b');
    expect(parseQuery('x '.repeat(50_000)).text).toHaveLength(10_000);
  });
});

describe('filters in a query', () => {
  it('takes a field with a value, quoted where it holds a space', () => {
    expect(parseQuery('service:checkout team:"Data Platform" tag:tls').filter).toEqual({
      service: ['checkout'],
      team: ['Data Platform'],
      tag: ['tls'],
    });
    expect(units('service:checkout')).toEqual([]);
  });

  it('takes values in the forms people type', () => {
    expect(parseQuery('Severity:sev-1 sev:2').filter).toEqual({ severity: ['SEV1', 'SEV2'] });
    expect(parseQuery('status:in-review status:published').filter).toEqual({
      status: ['IN_REVIEW', 'PUBLISHED'],
    });
    expect(parseQuery('category:code-change').filter).toEqual({
      category: ['INTERNAL_CODE_CHANGE'],
    });
    expect(parseQuery('category:external').filter.category).toHaveLength(6);
  });

  it('takes zh for both scripts', () => {
    expect(parseQuery('lang:zh').filter).toEqual({ language: ['zh-Hant', 'zh-Hans'] });
    expect(parseQuery('lang:zh-hant').filter).toEqual({ language: ['zh-Hant'] });
  });

  it('takes the names of fields and values in Chinese, in either script', () => {
    expect(parseQuery('服務：結帳').filter).toEqual({ service: ['結帳'] });
    expect(parseQuery('状态:草稿 語言:繁體中文').filter).toEqual({
      status: ['DRAFT'],
      language: ['zh-Hant'],
    });
  });

  it('takes a year, a month or a day as the start of a period in UTC', () => {
    expect(parseQuery('after:2024').filter.occurredAfter).toBe(Date.UTC(2024, 0, 1));
    expect(parseQuery('after:2024-01 before:2024/2/15').filter).toEqual({
      occurredAfter: Date.UTC(2024, 0, 1),
      occurredBefore: Date.UTC(2024, 1, 15),
    });
    expect(parseQuery('-before:2024').filter).toEqual({ occurredAfter: Date.UTC(2024, 0, 1) });
  });

  it('takes an excluded value', () => {
    expect(parseQuery('-severity:sev5')).toMatchObject({
      filter: {},
      exclude: { severity: ['SEV5'] },
    });
  });

  it('takes an unknown field or value as plain text', () => {
    expect(
      units('error:timeout severity:high after:2024-13 after:2023-02-29 tag: lang:fr '),
    ).toEqual([
      'error:timeout',
      'severity:high',
      'after:2024-13',
      'after:2023-02-29',
      'tag:',
      'lang:fr',
    ]);
    expect(units('constructor:x lang:constructor ')).toHaveLength(2);
  });
});

describe('the tokens of a query', () => {
  it('say where each stands and how it was understood', () => {
    expect(parseQuery('pool  -severity:sev1 "a b"').tokens).toEqual([
      { kind: 'word', start: 0, end: 4, negated: false, value: 'pool' },
      { kind: 'filter', start: 6, end: 20, negated: true, field: 'severity', value: 'sev1' },
      { kind: 'phrase', start: 21, end: 26, negated: false, value: 'a b' },
    ]);
  });

  it('hold every character but spaces, in order, whatever is typed', () => {
    const signs = fc.constantFrom(
      '"',
      '“',
      '-',
      '－',
      ':',
      '：',
      ' ',
      '　',
      'a',
      '证',
      'tag',
      'after',
      '*',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(signs).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const { text, tokens, units: words } = parseQuery(query);
        let end = 0;
        let between = '';
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          between += text.slice(end, token.start);
          end = token.end;
        }
        expect((between + text.slice(end)).trim()).toBe('');
        for (const word of words) {
          expect(text.slice(word.start, word.start + word.text.length)).toBe(word.text);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
