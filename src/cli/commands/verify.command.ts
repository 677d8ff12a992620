import { AttachmentService } from '../../features/attachment/attachment.service.js';
import { AuditCheck } from '../../features/audit/audit-check.service.js';
import type { AuditMark } from '../../features/audit/audit-log.service.js';
import type { IndexDifference } from '../../features/search/index-keeping.js';
import {
  SearchIndexer,
  type UnreachableIndex,
} from '../../features/search/search-indexer.service.js';
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
  /** Brings the search indexes to what the database says before they are compared. */
  readonly repair?: boolean | undefined;
  readonly json: boolean;
}

/** What was found. */
interface Findings {
  readonly problems: readonly Problem[];
  /** Where the audit log ends; undefined where that could not be asked. */
  readonly auditHead?: AuditMark | undefined;
}

/** Looks, and repairs nothing but search indexes, if asked to. */
export function verifyCommand({ auditHead, json, repair = false }: VerifyArguments): Command {
  return async (io, app) => {
    const { problems, auditHead: ends } = await look(io, app, { noted: auditHead, repair });
    const ok = problems.length === 0;
    const head = ends && `${ends.seq}:${ends.hash}`;
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

async function look(
  io: Io,
  app: CommandApp,
  { noted, repair }: { noted: AuditMark | undefined; repair: boolean },
): Promise<Findings> {
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
  if (repair) await indexer.repair();
  problems.push(...(await indexer.differences()).flatMap(indexProblems));
  const files = await (await app.get(AttachmentService)).damaged(await app.ctx(io));
  if (files.length > 0) {
    const message = `${counted(files.length, 'file')} of cases without their bytes, first ${files[0] ?? ''}; take them from a backup, or remove them`;
    problems.push({ check: 'database', message });
  }
  const audit = await (await app.get(AuditCheck)).check(noted);
  problems.push(...audit.problems.map((message): Problem => ({ check: 'audit', message })));
  return { problems, auditHead: audit.head };
}

/** What is wrong with one search index. */
function indexProblems(compared: IndexDifference | UnreachableIndex): Problem[] {
  const problem = (what: string): Problem => ({
    check: 'search-index',
    message: `${compared.engine}: ${what}`,
  });
  if ('fault' in compared) return [problem(compared.fault)];
  const { missing, stale, surplus } = compared;
  const found = [
    ...(missing.length > 0 ? [`${counted(missing.length, 'case')} missing`] : []),
    ...(stale.length > 0 ? [`${counted(stale.length, 'case')} out of date`] : []),
    ...(surplus.length > 0
      ? [`${counted(surplus.length, 'case')} that the database does not have`]
      : []),
  ];
  if (found.length === 0) return [];
  return [problem(`${found.join(', ')}; run \`fupan verify --repair\``)];
}
