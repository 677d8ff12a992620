import type { Role, TokenScope } from '../../src/core/vocabulary.js';
import { TOKEN_SCOPES } from '../../src/core/vocabulary.js';
import { AuditCheck } from '../../src/features/audit/audit-check.service.js';
import type { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import type { AuditMark } from '../../src/features/audit/audit-log.service.js';
import { AuditList, type AuditListFilter } from '../../src/features/audit/audit.read.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import type { TestApp } from './app.js';

/** Somebody with a token, who asks through the real door. */
export interface Asker {
  readonly id: string;
  readonly tokenId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Somebody new with a token; without a choice it allows whatever the role does. */
export async function anAsker(
  app: TestApp,
  role: Role,
  scopes: readonly TokenScope[] = SCOPES[role],
): Promise<Asker> {
  const { id } = await app.write((tx) => app.get(PersonService).create(tx, { name: role, role }));
  const { token, row } = await app.write((tx) =>
    app.get(ApiTokenService).create(tx, {
      personId: id,
      name: 'test',
      scopes: [...scopes],
      days: 1,
      kind: 'API',
    }),
  );
  return { id, tokenId: row.id, headers: { authorization: `Bearer ${token}` } };
}

const SCOPES: Readonly<Record<Role, readonly TokenScope[]>> = {
  ADMIN: TOKEN_SCOPES,
  MEMBER: ['read', 'write', 'restricted'],
  VIEWER: ['read', 'restricted'],
};

/** The entries of the audit log, oldest first, as the operator sees them. */
export async function entriesOf(
  app: TestApp,
  filter: AuditListFilter = {},
): Promise<AuditEntryEntity[]> {
  const entries: AuditEntryEntity[] = [];
  for await (const some of app.get(AuditList).all(app.ctx(), filter)) entries.push(...some);
  return entries;
}

/** The entries that `work` leaves. */
export async function entriesBy(
  app: TestApp,
  work: () => Promise<unknown>,
): Promise<AuditEntryEntity[]> {
  const before = (await entriesOf(app)).length;
  await work();
  return (await entriesOf(app)).slice(before);
}

/** What the check finds wrong. */
export async function auditProblems(app: TestApp, noted?: AuditMark): Promise<readonly string[]> {
  return (await app.get(AuditCheck).check(noted)).problems;
}
