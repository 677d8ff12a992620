import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { stem } from '../../src/core/text/stem.js';
import { Highlighter, SearchedText, type Fragment } from '../../src/features/search/highlight.js';

const marker = (...terms: string[]) =>
  new Highlighter(
    terms.map((text) => ({ text: text.replace('*', ''), prefix: text.endsWith('*') })),
  );
const shown = (fragments: readonly Fragment[]) =>
  fragments.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');
const marked = (text: string, ...terms: string[]) =>
  shown(marker(...terms).whole(new SearchedText(text)));

describe('marking matches', () => {
  it('marks every form of a word, as the index finds it', () => {
    expect(marked('Connected; connections dropped.', 'connection')).toBe(
      '[Connected]; [connections] dropped.',
    );
  });

  it('marks the forms of a word that share little more than their beginning', () => {
    const families = [
      ['usability', 'usable'],
      ['happiness', 'happy'],
      ['replication', 'replicate', 'replicas'],
      ['relational', 'relate'],
      ['hoping', 'hoped'],
      ['agreed', 'agree'],
      ['ties', 'tied'],
      ['availability', 'availabilities'],
      ['fencing', 'fenced'],
      ['organization', 'organizer'],
      ['dying', 'dye'],
      ['rolling', 'rolled'],
    ];
    const pairs = families.flatMap((forms) =>
      forms.flatMap((typed) => forms.map((written) => [typed, written] as const)),
    );
    const alike = pairs.filter(([typed, written]) => stem(typed) === stem(written));
    expect(alike.length).toBeGreaterThan(families.length);
    for (const [typed, written] of alike) {
      expect([typed, marked(`the ${written}`, typed)]).toEqual([typed, `the [${written}]`]);
    }
  });

  it('marks the original where it differs in script, case or width', () => {
    expect(marked('資料庫連線數用盡', '连线')).toBe('資料庫[連線]數用盡');
    expect(marked('ＯＯＭ at the Café', 'oom', 'cafe')).toBe('[ＯＯＭ] at the [Café]');
  });

  it('marks the words of a phrase only where they stand together', () => {
    expect(marked('pool of connections, connection-pool', 'connection pool')).toBe(
      'pool of connections, [connection-pool]',
    );
    expect(marked('磁，盘 磁盘', '磁盘')).toBe('磁，盘 [磁盘]');
  });

  it('marks words that begin as typed', () => {
    expect(marked('Replication and replay', 'repl*')).toBe('[Replication] and [replay]');
  });

  it('marks a part of a camel-cased name', () => {
    expect(marked('pod OOMKilled', 'killed')).toBe('pod OOM[Killed]');
  });

  it('joins matches that overlap', () => {
    expect(marked('连接池耗尽', '连接池', '接池', '耗尽')).toBe('[连接池耗尽]');
  });
});

describe('excerpts', () => {
  const filler = 'Nothing to see here, move along to the next sentence. '.repeat(20);

  it('show where most different words stand together', () => {
    const text = `pool ${filler} the pool lost a connection in the database ${filler} pool pool pool pool pool`;
    const [excerpt] = marker('pool', 'connection', 'database').excerpts(new SearchedText(text));
    expect(shown(excerpt ?? [])).toContain('the [pool] lost a [connection] in the [database]');
  });

  it('are about 160 Latin or 80 Chinese characters long and cut no word', () => {
    const length = (text: string, term: string) =>
      (marker(term).excerpts(new SearchedText(text))[0] ?? []).map((one) => one.text).join('')
        .length;
    expect(length(`${filler}zebra ${filler}`, 'zebra')).toBeGreaterThan(120);
    expect(length(`${filler}zebra ${filler}`, 'zebra')).toBeLessThanOrEqual(170);
    const chinese = '没有什么可看的，继续往下走。'.repeat(30);
    expect(length(`${chinese}斑马${chinese}`, '斑马')).toBeGreaterThan(60);
    expect(length(`${chinese}斑马${chinese}`, '斑马')).toBeLessThanOrEqual(85);
    const [words] = marker('zebra').excerpts(new SearchedText(`${filler}zebra ${filler}`));
    expect(filler + filler).toContain(words?.at(-1)?.text.trim().split(' ').at(-1));
  });

  it('are as many as asked for, in the order of the text, without overlap', () => {
    const text = `first zebra ${filler} second zebra ${filler} third zebra`;
    const excerpts = marker('zebra').excerpts(new SearchedText(text), 2).map(shown);
    expect(excerpts).toHaveLength(2);
    expect(text.indexOf('second')).toBeGreaterThan(0);
    expect(excerpts[0]).toContain('first [zebra]');
    expect(excerpts[1]).toContain('second [zebra]');
  });

  it('are none where nothing matches or no terms are given', () => {
    expect(marker('zebra').excerpts(new SearchedText(filler))).toEqual([]);
    expect(marker('…', '').excerpts(new SearchedText(filler))).toEqual([]);
  });

  it('are the original text to the letter, whatever it is', () => {
    const words = fc.constantFrom(
      'pool',
      'Pools',
      '连接池',
      '連',
      ' ',
      '\n',
      '**',
      '<b>',
      '😀',
      '𠮷',
      '，',
      'x'.repeat(90),
    );
    const texts = fc.oneof(
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    const terms = fc.array(fc.oneof(words, fc.string()), { maxLength: 4 });
    fc.assert(
      fc.property(texts, terms, (text, given) => {
        const highlighter = new Highlighter(
          given.map((term, at) => ({ text: term, prefix: at % 2 === 0 })),
        );
        const join = (fragments: readonly Fragment[]) => fragments.map((one) => one.text).join('');
        expect(join(highlighter.whole(new SearchedText(text)))).toBe(text);
        let from = 0;
        for (const excerpt of highlighter.excerpts(new SearchedText(text), 3)) {
          const at = text.indexOf(join(excerpt), from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at;
          expect(excerpt.some((one) => one.matched)).toBe(true);
          expect(excerpt.every((one) => one.text !== '')).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
