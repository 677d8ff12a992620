import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('audit_entry', {
    columns: {
      seq: column.integer,
      id: column.id,
      at: column.instant,
      actor: column.word,
      person_id: column.wordOrNull,
      session_id: column.wordOrNull,
      token_id: column.wordOrNull,
      address: column.wordOrNull,
      request_id: column.word,
      act: column.word,
      subject_type: column.wordOrNull,
      subject_id: column.wordOrNull,
      subject_key: column.wordOrNull,
      case_id: column.idOrNull,
      other_case_id: column.idOrNull,
      incident_id: column.idOrNull,
      outcome: column.word,
      code: column.wordOrNull,
      detail: column.textOrNull,
      hash: column.word,
    },
    primaryKey: ['seq'],
    indexes: [['at', 'id'], ['person_id'], ['subject_id'], ['case_id']],
  }),
  table('audit_head', {
    columns: { id: column.integer, seq: column.integer, hash: column.word },
    primaryKey: ['id'],
  }),
];

const REFUSAL = 'the audit log is only ever added to';

/** The audit log, which the database itself keeps from being changed. */
export class Audit1763972400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
    // Here the chain begins: the entry that comes first counts 1 and follows on no hash.
    await runner.query(`INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '')`);
    if (runner.dataSource.options.type === 'postgres') await keepOnPostgres(runner);
    else await keepOnSqlite(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
    if (runner.dataSource.options.type === 'postgres') {
      await runner.query('DROP FUNCTION refuse_audit_change()');
    }
  }
}

async function keepOnPostgres(runner: QueryRunner): Promise<void> {
  await runner.query(
    `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql
     AS $$ BEGIN RAISE EXCEPTION '${REFUSAL}'; END $$`,
  );
  for (const [name, acts] of [
    ['audit_entry', 'UPDATE OR DELETE OR TRUNCATE'],
    ['audit_head', 'INSERT OR DELETE OR TRUNCATE'],
  ] as const) {
    await runner.query(
      `CREATE TRIGGER ${name}_stays BEFORE ${acts} ON ${name}
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
    );
  }
}

async function keepOnSqlite(runner: QueryRunner): Promise<void> {
  for (const [name, act] of [
    ['audit_entry', 'UPDATE'],
    ['audit_entry', 'DELETE'],
    ['audit_head', 'INSERT'],
    ['audit_head', 'DELETE'],
  ] as const) {
    await runner.query(
      `CREATE TRIGGER ${name}_no_${act.toLowerCase()} BEFORE ${act} ON ${name}
       BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
    );
  }
}
