import { describe, expect, it } from '@jest/globals';

import { editDistance } from '../../src/core/text/edit-distance.js';
import { plainText } from '../../src/core/text/plain-text.js';
import {
  camelCaseNames,
  camelCaseParts,
  pieces,
  tokenSequence,
  tokens,
} from '../../src/core/text/segment.js';
import { stem } from '../../src/core/text/stem.js';
import { Synonyms } from '../../src/core/text/synonyms.js';
import { loadSqliteDriver } from '../../src/infra/database/sqlite-driver.js';

describe('cutting a text into tokens', () => {
  it('cuts Chinese into overlapping pairs and the last character', () => {
    expect(tokens('连接池')).toEqual(['连接', '接池', '池']);
    expect(tokens('连')).toEqual(['连']);
  });

  it('cuts names of hosts, files and settings at every sign', () => {
    expect(tokens('db1042.eqiad.wmnet max_connections /var/log')).toEqual([
      'db1042',
      'eqiad',
      'wmnet',
      'max',
      'connections',
      'var',
      'log',
    ]);
  });

  it('parts Chinese from the Latin next to it, and runs at punctuation', () => {
    expect(tokens('etcd磁盘，k8s')).toEqual(['etcd', '磁盘', '盘', 'k8s']);
  });

  it('keeps rare characters of two code units whole', () => {
    expect(tokens('𠮷野')).toEqual(['𠮷野', '野']);
    expect(pieces('a😀b')).toHaveLength(2);
  });

  it('cuts words that nobody can have typed', () => {
    expect(tokens('a'.repeat(5_000))[0]).toHaveLength(128);
  });

  it('looks for a run without knowing what comes after it', () => {
    expect(tokenSequence('连接池')).toEqual({ tokens: ['连接', '接池'], open: false });
    expect(tokenSequence('连')).toEqual({ tokens: ['连'], open: true });
    expect(tokenSequence('磁盘 etcd')).toEqual({ tokens: ['磁盘', '盘', 'etcd'], open: false });
    expect(tokenSequence('…')).toEqual({ tokens: [], open: false });
  });

  it('finds the words inside of camel-cased names', () => {
    expect(camelCaseParts('OOMKilled')).toEqual(['OOM', 'Killed']);
    expect(camelCaseParts('nodeLocalDNSCache')).toEqual(['node', 'Local', 'DNS', 'Cache']);
    expect(camelCaseParts('Restarted')).toEqual([]);
    expect(camelCaseNames('a CrashLoopBackOff, an HTTP error')).toEqual([
      { start: 2, name: 'CrashLoopBackOff' },
    ]);
  });
});

describe('the words of a Markdown text', () => {
  it('drops what only a renderer reads', () => {
    expect(plainText('un**believ**able [status](https://example.org/a "b") <!-- hint -->')).toBe(
      'unbelievable [status]   ',
    );
  });

  it('keeps code, bare addresses and generic types', () => {
    const text = '`Map<String, Long>` at https://example.org/a';
    expect(plainText(text)).toBe(text);
  });
});

describe('stems', () => {
  it('are those of the text index', () => {
    const Driver = loadSqliteDriver();
    const db = new Driver(':memory:');
    db.exec(`CREATE VIRTUAL TABLE t USING fts5(x, tokenize='porter unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE v USING fts5vocab(t, 'row')`);
    const stems = [
      'connect',
      'relat',
      'ration',
      'probab',
      'fly',
      'agre',
      'hopp',
      'siz',
      'skies',
      'be',
    ];
    const endings = ['', 's', 'es', 'ed', 'ing', 'ation', 'ational', 'ement', 'ly', 'iveness', 'y'];
    const long = [
      'internationalization',
      'a'.repeat(80) + 'ing',
      'k8s',
      'db1042',
      'sha256',
      'a',
      'is',
    ];
    const words = [...stems.flatMap((one) => endings.map((ending) => one + ending)), ...long];
    for (const word of words) {
      db.exec('DELETE FROM t');
      db.prepare('INSERT INTO t VALUES (?)').run(word);
      expect([word, stem(word)]).toEqual([word, db.prepare('SELECT term FROM v').pluck().get()]);
    }
    db.close();
  });
});

describe('words that mean the same', () => {
  const synonyms = new Synonyms([
    ['k8s', 'kubernetes'],
    ['connection pool', '连接池', '連線池'],
  ]);

  it('are found by their stems, in either script and without themselves', () => {
    expect(synonyms.of('kubernet')).toEqual(['k8s']);
    expect(synonyms.of('connect pool')).toEqual(['连接池', '连线池']);
    expect(synonyms.of('连线池')).toEqual(['connection pool', '连接池']);
    expect(synonyms.of('pool')).toBeUndefined();
  });
});

describe('the distance between two words', () => {
  it.each([
    ['certificate', 'certificate', 0],
    ['certifcate', 'certificate', 1],
    ['mulitcast', 'multicast', 1],
    ['regx', 'regex', 1],
    ['expiraton', 'exploration', 3],
    ['', 'abc', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
