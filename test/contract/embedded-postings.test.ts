import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { loadSqliteDriver, type SqliteDatabase } from '../../src/infra/database/sqlite-driver.js';
import { NumberRoom } from '../../src/infra/search/finding/number-room.js';
import { PostingReader } from '../../src/infra/search/embedded/posting-reader.js';
import { holdersInARow, holdersOfAny } from '../../src/infra/search/embedded/phrases.js';
import type { Reading } from '../../src/infra/search/embedded/postings.js';
import type { Holders } from '../../src/infra/search/finding/scoring.js';

const TABLE = `CREATE VIRTUAL TABLE fts USING fts5(title, tags, summary, body, content='',
  contentless_delete=1, tokenize='ascii')`;
const WORDS = ['a', 'an', 'and', 'andes', 'b', 'pool', 'pools', '连接', '接池', '池', 'zz', 'zzz'];

const word = fc.constantFrom(...WORDS);
const column = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const texts = fc.tuple(column, column, column, column);
/** What is done to the table: a row with the next number is written, or one of those before deleted. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: texts }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.constantFrom('commit', 'merge', 'optimize') },
);

const ROOM = new NumberRoom();
/** For a search in a table where documents stand at every slot. */
const EVERYWHERE: Reading = { isThere: new Uint8Array(1_000).fill(1), room: ROOM };

function frequencies(held: Holders): number[] {
  return Array.from(held.slots, (_, at) => held.frequencyAt(at));
}

describe('lists of documents read out of FTS5', () => {
  let db: SqliteDatabase;
  beforeEach(() => {
    const Driver = loadSqliteDriver();
    db = new Driver(':memory:');
    db.exec(TABLE);
  });
  afterEach(() => {
    db.close();
  });

  /** The rows that FTS5 itself finds. */
  const matching = (expression: string): number[] =>
    db
      .prepare<[string], number>('SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid')
      .pluck()
      .all(expression);

  const put = (row: number, columns: readonly string[]): void => {
    db.prepare('INSERT INTO fts (rowid, title, tags, summary, body) VALUES (?, ?, ?, ?, ?)').run(
      row,
      ...columns,
    );
  };

  it('are those that FTS5 finds, whatever was written, deleted and merged', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(word, { minLength: 2, maxLength: 3 }),
        (steps, row) => {
          db.exec(`DROP TABLE fts; ${TABLE}`);
          ROOM.clear();
          // Small pages, so that lists go on from one into the next.
          db.exec("INSERT INTO fts (fts, rank) VALUES ('pgsz', 64)");
          const alive = new Set<number>();
          let rows = 0;
          db.exec('BEGIN');
          for (const one of steps) {
            if (one === 'commit') db.exec('COMMIT; BEGIN');
            else if (one === 'merge') db.exec("INSERT INTO fts (fts, rank) VALUES ('merge', 4)");
            else if (one === 'optimize') db.exec("INSERT INTO fts (fts) VALUES ('optimize')");
            else if ('put' in one) {
              rows += 1;
              alive.add(rows);
              put(rows, one.put);
            } else if (alive.delete(one.remove)) {
              db.prepare('DELETE FROM fts WHERE rowid = ?').run(one.remove);
            }
          }
          db.exec('COMMIT');
          const reader = new PostingReader(db, 'fts');
          const segments = reader.segments();
          const living = (slots: Uint32Array) =>
            [...slots].filter((slot) => alive.has(slot)).sort((a, b) => a - b);
          for (const each of WORDS) {
            const whole = holdersOfAny([reader.of(each, segments, ROOM)], EVERYWHERE);
            expect(living(whole.slots)).toEqual(matching(`"${each}"`));
            const beginning = holdersOfAny(reader.beginning(each, segments, ROOM), EVERYWHERE);
            expect(living(beginning.slots)).toEqual(matching(`"${each}" *`));
          }
          const words = row.map((each) => reader.of(each, segments, ROOM));
          const phrase = holdersInARow(words, EVERYWHERE);
          expect(living(phrase.slots)).toEqual(matching(`"${row.join(' ')}"`));
          const unfinished = holdersInARow(
            row.slice(0, -1).map((each) => reader.of(each, segments, ROOM)),
            EVERYWHERE,
            reader.beginning(row.at(-1) ?? '', segments, ROOM),
          );
          expect(living(unfinished.slots)).toEqual(matching(`"${row.join(' ')}" *`));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('come from one segment after another, the oldest first, so that none has to be sorted', () => {
    db.exec("INSERT INTO fts (fts, rank) VALUES ('pgsz', 64)");
    for (let row = 1; row <= 100; row += 1) {
      put(row, ['', '', '', row <= 50 ? `pool ${'b an '.repeat(100)}` : 'pool']);
      // As when the index is made anew: what is written after that stands in segments of its own, and
      // one so large stays apart from them.
      if (row === 50) db.exec("INSERT INTO fts (fts) VALUES ('optimize')");
    }
    const reader = new PostingReader(db, 'fts');
    const segments = reader.segments();
    expect(segments.length).toBeGreaterThan(2);
    const rows = segments.flatMap((segment) => [
      ...holdersOfAny([reader.of('pool', [segment], ROOM)], EVERYWHERE).slots,
    ]);
    expect(rows).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  });

  it('goes on over pages where one document fills several', () => {
    db.exec("INSERT INTO fts (fts, rank) VALUES ('pgsz', 64)");
    put(1, ['', '', '', 'pool '.repeat(20_000)]);
    put(300, ['', '', '', 'pool b']);
    const reader = new PostingReader(db, 'fts');
    const held = holdersOfAny([reader.of('pool', reader.segments(), ROOM)], EVERYWHERE);
    expect([...held.slots]).toEqual([1, 300]);
    expect(frequencies(held)).toEqual([20_000, 1]);
  });

  it('counts every place by the weight of its column', () => {
    put(7, ['pool pool', 'b pool', '', `${'b '.repeat(300)}pool`]);
    const reader = new PostingReader(db, 'fts');
    const pool = reader.of('pool', reader.segments(), ROOM);
    expect(frequencies(holdersOfAny([pool], EVERYWHERE))).toEqual([11]);
    const row = ['b', 'pool'].map((one) => reader.of(one, reader.segments(), ROOM));
    expect(frequencies(holdersInARow(row, EVERYWHERE))).toEqual([3]);
  });

  it('are found for a beginning that more words have than a function takes arguments', () => {
    const words = Array.from({ length: 150_000 }, (_, at) => `x${at}`);
    put(1, ['', '', '', `pool ${words.join(' ')}`]);
    put(2, ['', '', '', 'pool pool']);
    const reader = new PostingReader(db, 'fts');
    const segments = reader.segments();
    const beginning = reader.beginning('x', segments, ROOM);
    const held = holdersOfAny(beginning, EVERYWHERE);
    expect([...held.slots]).toEqual([1]);
    expect(frequencies(held)).toEqual([150_000]);
    const row = holdersInARow([reader.of('pool', segments, ROOM)], EVERYWHERE, beginning);
    expect([...row.slots]).toEqual([1]);
    expect(frequencies(row)).toEqual([1]);
  });

  it('of a damaged table says so, as SQLite would', () => {
    put(1, ['pool', '', '', '']);
    db.unsafeMode(true);
    db.exec("UPDATE fts_data SET block = x'00ff00ff00ff00ff00ff' WHERE id > 10");
    const reader = new PostingReader(db, 'fts');
    const segments = reader.segments();
    expect(() => reader.of('pool', segments, ROOM)).toThrow(
      expect.objectContaining({ code: 'SQLITE_CORRUPT_VTAB' }),
    );
  });
});
