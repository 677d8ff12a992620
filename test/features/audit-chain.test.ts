import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { HASHED_COLUMNS } from '../../src/features/audit/audit-chain.js';
import { AuditCheck } from '../../src/features/audit/audit-check.service.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { AuditLog } from '../../src/features/audit/audit-log.service.js';
import { isForeignKeyViolation } from '../../src/infra/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { auditProblems, entriesOf } from '../support/audit.js';

const ENTRIES = 9;

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
  for (let count = 1; count <= ENTRIES; count++) {
    await app.get(AuditLog).record(app.ctx(), { act: `act${count}`, detail: { count } });
  }
  expect(await auditProblems(app)).toEqual([]);
});
afterEach(async () => {
  await app.close();
});

const run = (sql: string): Promise<unknown> => app.write((tx) => tx.db.query(sql));

/** What somebody who owns the database does first. */
async function dropTriggers(): Promise<void> {
  const { engine } = app.platform.database;
  if (engine === 'postgres') {
    await run('DROP TRIGGER audit_entry_stays ON audit_entry');
    await run('DROP TRIGGER audit_head_stays ON audit_head');
    return;
  }
  for (const name of ['entry_no_update', 'entry_no_delete', 'head_no_insert', 'head_no_delete']) {
    await run(`DROP TRIGGER audit_${name}`);
  }
}

describe('the database', () => {
  it('refuses to change or remove what is in the log', async () => {
    const acts = [
      `UPDATE audit_entry SET act = 'x' WHERE seq = 3`,
      'DELETE FROM audit_entry WHERE seq = 3',
      'DELETE FROM audit_entry',
      'DELETE FROM audit_head',
      `INSERT INTO audit_head (id, seq, hash) VALUES (2, 0, '')`,
      ...(app.platform.database.engine === 'postgres' ? ['TRUNCATE audit_entry'] : []),
    ];
    for (const sql of acts) {
      const refusal: unknown = await run(sql).then(
        () => null,
        (error: unknown) => error,
      );
      expect([sql, String(refusal)]).toEqual([
        sql,
        expect.stringContaining('the audit log is only ever added to'),
      ]);
      expect(isForeignKeyViolation(refusal)).toBe(false);
    }
    expect(await auditProblems(app)).toEqual([]);
    expect(await entriesOf(app)).toHaveLength(ENTRIES);
  });
});

describe('fupan verify names', () => {
  beforeEach(dropTriggers);

  it('an entry of which any column was changed', async () => {
    const metadata = app.platform.database.read.dataSource.getMetadata(AuditEntryEntity);
    const columns = metadata.columns.map(({ propertyName }) => propertyName);
    expect([...HASHED_COLUMNS, 'hash'].sort()).toEqual(columns.sort());
    const hashed = metadata.columns.filter(({ propertyName }) => propertyName !== 'seq');
    for (const { databaseName } of hashed) {
      const [row] = await app.platform.database.read.query<Record<string, string | null>[]>(
        `SELECT ${databaseName} AS was FROM audit_entry WHERE seq = 5`,
      );
      const was = row?.['was'];
      await run(`UPDATE audit_entry SET ${databaseName} = 'x' WHERE seq = 5`);
      expect([databaseName, await auditProblems(app)]).toEqual([
        databaseName,
        [expect.stringMatching(/^entry 5 of the audit log \(.*\) was changed, moved or put in$/)],
      ]);
      const back = typeof was === 'string' ? `'${was}'` : 'NULL';
      await run(`UPDATE audit_entry SET ${databaseName} = ${back} WHERE seq = 5`);
      expect(await auditProblems(app)).toEqual([]);
    }
  });

  it('entries that were removed, in the middle, at the beginning and at the end', async () => {
    await run('DELETE FROM audit_entry WHERE seq = 5');
    expect(await auditProblems(app)).toEqual(['entry 5 of the audit log was removed']);
    await run('DELETE FROM audit_entry WHERE seq = 6');
    expect(await auditProblems(app)).toEqual(['entries 5 to 6 of the audit log were removed']);
    await run('DELETE FROM audit_entry WHERE seq = 1');
    expect(await auditProblems(app)).toEqual(['entry 1 of the audit log was removed']);
  });

  it('the end that was cut off', async () => {
    await run('DELETE FROM audit_entry WHERE seq > 7');
    expect(await auditProblems(app)).toEqual(['entries 8 to 9 of the audit log were removed']);
    await run('DELETE FROM audit_entry');
    expect(await auditProblems(app)).toEqual(['entries 1 to 9 of the audit log were removed']);
    await run('DELETE FROM audit_head');
    expect(await auditProblems(app)).toEqual([]);
    const noted = { seq: ENTRIES, hash: 'f'.repeat(64) };
    expect(await auditProblems(app, noted)).toEqual([
      'the audit log does not reach entry 9, which was noted; its end was cut off',
    ]);
  });

  it('the first of those that were put in another order', async () => {
    await run('UPDATE audit_entry SET seq = 100 WHERE seq = 4');
    await run('UPDATE audit_entry SET seq = 4 WHERE seq = 7');
    await run('UPDATE audit_entry SET seq = 7 WHERE seq = 100');
    expect(await auditProblems(app)).toEqual([
      expect.stringMatching(/^entry 4 of the audit log \(act7, /),
    ]);
  });

  it('one that was removed and the others moved up', async () => {
    await run('DELETE FROM audit_entry WHERE seq = 4');
    for (let seq = 5; seq <= ENTRIES; seq++) {
      await run(`UPDATE audit_entry SET seq = ${seq - 1} WHERE seq = ${seq}`);
    }
    await run(`UPDATE audit_head SET seq = ${ENTRIES - 1}`);
    expect(await auditProblems(app)).toEqual([
      expect.stringMatching(/^entry 4 of the audit log \(act5, /),
    ]);
  });

  it('one that was put in, before the first, in the middle or at the end', async () => {
    const copy = (seq: number) =>
      run(`INSERT INTO audit_entry (seq, id, at, actor, request_id, act, outcome, hash)
        SELECT ${seq}, id, at, actor, request_id, act, outcome, hash FROM audit_entry WHERE seq = 2`);
    await copy(ENTRIES + 1);
    expect(await auditProblems(app)).toEqual([
      expect.stringMatching(/^entry 10 of the audit log \(act2, /),
    ]);
    await copy(0);
    expect(await auditProblems(app)).toEqual([
      'an entry was put in before entry 1 of the audit log',
    ]);
  });

  it('an end that was set to something else', async () => {
    await run(`UPDATE audit_head SET hash = 'x'`);
    expect(await auditProblems(app)).toEqual(['the end of the audit log was set to another hash']);
    await run(`UPDATE audit_head SET seq = 3`);
    expect(await auditProblems(app)).toEqual([
      'the audit log should end at entry 3, but goes on to 9',
    ]);
  });

  it('a log that was written anew, by a head noted before', async () => {
    const noted = await app.get(AuditLog).head();
    expect(await auditProblems(app, noted)).toEqual([]);
    await app.get(AuditLog).record(app.ctx(), { act: 'more' });
    expect(await auditProblems(app, noted)).toEqual([]);
    // Whoever has the key needs nobody's leave, and makes a chain that is sound in itself.
    await run('DELETE FROM audit_entry');
    await run(`UPDATE audit_head SET seq = 0, hash = ''`);
    for (let count = 0; count <= ENTRIES; count++) {
      await app.get(AuditLog).record(app.ctx(), { act: 'nothing at all' });
    }
    expect(await auditProblems(app)).toEqual([]);
    expect(await auditProblems(app, noted)).toEqual([
      'entry 9 of the audit log is not the one that was noted; the log was written anew',
    ]);
  });

  it('changes that make an entry unreadable', async () => {
    await run(`UPDATE audit_entry SET at = 'never', detail = '{' WHERE seq = 6`);
    expect(await auditProblems(app)).toEqual([
      'entry 6 of the audit log (act6, never) was changed, moved or put in',
    ]);
  });
});

describe('the key', () => {
  it('is missed where it is another one', async () => {
    expect(await app.get(AuditCheck).keyFits()).toBe(true);
    const check = app.get(AuditCheck) as unknown as { key: Buffer };
    const key = check.key;
    check.key = Buffer.alloc(32);
    expect(await auditProblems(app)).toEqual([
      expect.stringMatching(/^none of the entries .* fits the key; FUPAN_SECRET or secret.key/),
    ]);
    expect(await app.get(AuditCheck).keyFits()).toBe(false);
    check.key = key;
  });
});
