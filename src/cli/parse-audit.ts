import { InvalidArgumentError, type Command as Commander } from 'commander';

import {
  addCommand,
  addRemoteCommand,
  type CommonOptions,
  type RemoteOptions,
  type RequestedCommand,
} from './parse-options.js';

type AuditOptions = RemoteOptions & {
  readonly since?: Date;
  readonly until?: Date;
  readonly act?: string[];
  readonly person?: string;
};
type VerifyOptions = CommonOptions & {
  readonly auditHead?: { seq: number; hash: string };
  readonly repair?: boolean;
};

/** `audit`, which shows the audit log, and `verify`, which says whether it is whole. */
export function addAuditCommands(
  program: Commander,
  request: (command: RequestedCommand) => void,
): void {
  addRemoteCommand(program, 'audit', 'print the audit log as lines of JSON, oldest first')
    .option('--since <instant>', 'from then on: 2026-03-01 or 2026-03-01T08:00:00Z', instantOf)
    .option('--until <instant>', 'up to then, and not then itself', instantOf)
    .option('--act <act>', 'one of these acts, such as signIn or read; may be given again', addWord)
    .option('--person <address>', 'done by the person with this e-mail address')
    .action(({ url, ...options }: AuditOptions) => {
      request({
        name: 'audit',
        run: async (...on) => {
          const { auditCommand } = await import('./commands/audit.command.js');
          return auditCommand(options)(...on);
        },
        runElsewhere: async (...on) => {
          const { auditElsewhere } = await import('./commands/audit.remote.js');
          return auditElsewhere(options)(...on);
        },
        url,
      });
    });
  addCommand(program, 'verify', 'check the database, the search index and the audit log')
    .option(
      '--audit-head <seq:hash>',
      'where the audit log ended earlier, as verify or the server’s log said then',
      markOf,
    )
    .option('--repair', 'bring the search indexes to what the database says')
    .action((options: VerifyOptions) => {
      request({
        name: 'verify',
        run: async (...on) => {
          const { verifyCommand } = await import('./commands/verify.command.js');
          return verifyCommand(options)(...on);
        },
      });
    });
}

function instantOf(text: string): Date {
  const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const instant = new Date(text);
  if (isInstant && !Number.isNaN(instant.getTime())) return instant;
  throw new InvalidArgumentError(
    'Write 2026-03-01, which is in UTC, or 2026-03-01T08:00:00+08:00.',
  );
}

function addWord(word: string, before: string[] = []): string[] {
  return [...before, word];
}

function markOf(text: string): { seq: number; hash: string } {
  const [, seq, hash] = /^(\d{1,10}):([\da-f]{64})?$/.exec(text) ?? [];
  if (seq !== undefined) return { seq: Number(seq), hash: hash ?? '' };
  throw new InvalidArgumentError(
    'Write it as it was printed: a number, a colon and 64 characters.',
  );
}
