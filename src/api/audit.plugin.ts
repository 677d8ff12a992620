import type {
  ApolloServerPlugin,
  GraphQLRequestContextWillSendResponse,
  GraphQLRequestListener,
} from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Kind } from 'graphql';

import { FupanError } from '../core/errors.js';
import { AuditLog, type AuditNote } from '../features/audit/audit-log.service.js';
import { restrictedAmong } from '../features/audit/confidential-reads.policy.js';
import type { GraphqlContext } from '../infra/graphql/request.js';

type Answer = GraphQLRequestContextWillSendResponse<GraphqlContext>;

/** What tells that somebody tried what they may not. */
const REFUSALS: readonly string[] = ['FORBIDDEN', 'UNAUTHENTICATED'];

/**
 * Tells the audit log, before an answer leaves, which restricted cases it shows and what was
 * refused outright. If the log cannot be written the answer stays here.
 */
@Plugin()
export class AuditPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly audit: AuditLog) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return Promise.resolve({ willSendResponse: (answer) => this.#note(answer) });
  }

  async #note(answer: Answer): Promise<void> {
    const { ctx } = answer.contextValue;
    // Strangers read nothing, and must not fill the disk with what they are refused.
    if (ctx.actor.kind !== 'person') return;
    const notes = [...(await readsOf(answer)), ...refusalsOf(answer)];
    if (notes.length > 0) await this.audit.record(ctx, ...notes);
  }
}

async function readsOf({ contextValue: { ctx, shown } }: Answer): Promise<AuditNote[]> {
  if (!shown) return [];
  const { cases, settledCases, incidents } = shown;
  const maybe = [...cases].filter((id) => !settledCases.has(id));
  const read = await restrictedAmong(ctx, maybe, [...incidents]);
  return read.map(({ id, key }) => ({ act: 'read', subject: { type: 'Postmortem', id, key } }));
}

/** Mutations that say so in their `userErrors` are noted where that is put there. */
function refusalsOf({ errors = [] }: Answer): AuditNote[] {
  const notes = new Map<string, AuditNote>();
  for (const { originalError, nodes } of errors) {
    const node = nodes?.[0];
    if (!(originalError instanceof FupanError) || node?.kind !== Kind.FIELD) continue;
    const { code } = originalError;
    const act = node.name.value;
    if (REFUSALS.includes(code)) notes.set(`${act} ${code}`, { act, code });
  }
  return [...notes.values()];
}
