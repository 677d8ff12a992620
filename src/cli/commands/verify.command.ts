import { AttachmentService } from '../../features/attachment/attachment.service.js';
import { AuditCheck } from '../../features/audit/audit-check.service.js';
import type { AuditMark } from '../../features/audit/audit-log.service.js';
import { SearchIndexer } from '../../features/search/search-indexer.service.js';
import type { Database } from '../../infra/database/database.js';
import { EXIT, type Command, type CommandApp } from '../command-app.js';
import { say, sayJson, styled, type Io } from '../io.js';
import { DAMAGED, isDamaged } from '../reason.js';
import { counted } from '../table.js';

export interface Problem {
  readonly check: 'migrations' | 'database' | 'search-index' | 'audit';
  readonly message: string;
}

export interface VerifyArguments {
  /** Where the audit log ended at an earlier time. */
  readonly auditHead?: AuditMark | undefined;
  readonly json: boolean;
}

/** What was found. */
interface Findings {
  readonly problems: readonly Problem[];
  /** Where the audit log ends; undefined where that could not be asked. */
  readonly auditHead?: AuditMark | undefined;
}

/** Looks, and repairs nothing. */
export function verifyCommand({ auditHead: noted, json }: VerifyArguments): Command {
  return async (io, app) => {
    const { problems, auditHead } = await look(io, app, noted);
    const ok = problems.length === 0;
    const head = auditHead && `${auditHead.seq}:${auditHead.hash}`;
    if (json) sayJson(io, { ok, problems, auditHead: head ?? null });
    else {
      if (ok) {
        const sound = 'Database, search index and audit log are sound';
        say(io.stdout, styled(io.stdout, 'green', sound));
      }
      for (const { check, message } of problems) {
        say(io.stdout, `${styled(io.stdout, 'red', check)}: ${message}`);
      }
      if (head !== undefined) say(io.stdout, `The audit log ends at ${head}`);
    }
    return ok ? EXIT.success : EXIT.refused;
  };
}

/** The database, or why it is none. */
async function openDatabase(app: CommandApp): Promise<Database | string> {
  try {
    return await app.database();
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return DAMAGED;
  }
}

async function look(io: Io, app: CommandApp, noted: AuditMark | undefined): Promise<Findings> {
  const database = await openDatabase(app);
  if (typeof database === 'string') {
    return { problems: [{ check: 'database', message: database }] };
  }
  const problems: Problem[] = (await database.integrityProblems()).map((message) => ({
    check: 'database',
    message,
  }));
  if (await database.hasPendingMigrations()) {
    const message = 'the tables are not up to date; run `fupan migrate`';
    // What belongs to newer tables cannot be compared.
    return { problems: [...problems, { check: 'migrations', message }] };
  }
  const indexer = await app.get(SearchIndexer);
  // A change of this moment, or the last one before a crash, may still be on its way to the index.
  await app.drained();
  const { stale, surplus } = await indexer.difference();
  if (stale.length > 0) {
    const message = `${counted(stale.length, 'case')} missing or out of date; start the server once, or run \`fupan reindex\``;
    problems.push({ check: 'search-index', message });
  }
  if (surplus.length > 0) {
    const message = `${counted(surplus.length, 'case')} that the database does not have; start the server once, or run \`fupan reindex\``;
    problems.push({ check: 'search-index', message });
  }
  const files = await (await app.get(AttachmentService)).damaged(await app.ctx(io));
  if (files.length > 0) {
    const message = `${counted(files.length, 'file')} of cases without their bytes, first ${files[0] ?? ''}; take them from a backup, or remove them`;
    problems.push({ check: 'database', message });
  }
  const audit = await (await app.get(AuditCheck)).check(noted);
  problems.push(...audit.problems.map((message): Problem => ({ check: 'audit', message })));
  return { problems, auditHead: audit.head };
}
