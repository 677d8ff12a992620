import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import type { ActionAct, ActionPriority, ActionStatus } from '../../core/vocabulary.js';
import { ActionItemEventEntity } from '../action-item/action-item-event.entity.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

/** Whose actions a digest tells of: those of a team, of a person, or of all. */
export type DigestScope =
  { readonly teamId: string } | { readonly personId: string } | { readonly everybody: true };

/** How an action stood at an instant, or just after something happened to it. */
export interface Standing {
  readonly id: string;
  readonly postmortemId: string;
  readonly status: ActionStatus;
  readonly title: string;
  readonly priority: ActionPriority | null;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly dueOn: string | null;
  readonly pausedUntil: string | null;
  readonly effectCheckOn: string | null;
}

export interface Happening extends Standing {
  readonly act: ActionAct;
  /** Null for the first. */
  readonly fromStatus: ActionStatus | null;
  readonly at: Date;
  readonly reason: string | null;
}

/** No list in a digest is made from more. */
const MOST = 20_000;

/** In these somebody still waits for something. */
const ALIVE: readonly ActionStatus[] = [
  'PROPOSED',
  'COMMITTED',
  'IN_PROGRESS',
  'PAUSED',
  'DONE',
  'VERIFIED',
];

/** How everything that was still going on stood just before an instant. */
export async function standingAt(ctx: Ctx, scope: DigestScope, at: Date): Promise<Standing[]> {
  const query = events(ctx, scope);
  const last = query
    .subQuery()
    .select('MAX(l.number)')
    .from(ActionItemEventEntity, 'l')
    .where('l.actionItemId = e.actionItemId AND l.at < :at')
    .getQuery();
  return query
    .andWhere(`e.number = ${last}`, { at: at.toISOString() })
    .andWhere('e.status IN (:...alive)', { alive: ALIVE })
    .getRawMany<Standing>();
}

/** What happened from one instant until just before another, the first thing first. */
export async function happenedBetween(
  ctx: Ctx,
  scope: DigestScope,
  from: Date,
  until: Date,
): Promise<Happening[]> {
  const rows = await events(ctx, scope)
    .addSelect('e.act', 'act')
    .addSelect('e.fromStatus', 'fromStatus')
    .addSelect('e.at', 'at')
    .addSelect('e.reason', 'reason')
    .andWhere('e.at >= :from AND e.at < :until', {
      from: from.toISOString(),
      until: until.toISOString(),
    })
    .orderBy('e.at')
    .addOrderBy('e.number')
    .getRawMany<Omit<Happening, 'at'> & { at: string }>();
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** The ids of those that were put off twice or more before an instant. */
export async function extendedAgain(ctx: Ctx, scope: DigestScope, at: Date): Promise<Set<string>> {
  const rows = await events(ctx, scope)
    .select('a.id', 'id')
    .andWhere(`e.act = 'EXTEND' AND e.at < :at`, { at: at.toISOString() })
    .groupBy('a.id')
    .having('COUNT(*) >= 2')
    .getRawMany<{ id: string }>();
  return new Set(rows.map(({ id }) => id));
}

/** The events, as `e`, of actions in cases that the reader may read now, while they were of this scope. */
function events(ctx: Ctx, scope: DigestScope): SelectQueryBuilder<ActionItemEventEntity> {
  const query = ctx.db
    .createQueryBuilder(ActionItemEventEntity, 'e')
    .innerJoin(ActionItemEntity, 'a', 'a.id = e.actionItemId')
    .innerJoin(PostmortemEntity, 'p', 'p.id = a.postmortemId')
    .select('a.id', 'id')
    .addSelect('a.postmortemId', 'postmortemId')
    .limit(MOST);
  for (const name of [
    'status',
    'title',
    'priority',
    'ownerId',
    'teamId',
    'dueOn',
    'pausedUntil',
    'effectCheckOn',
  ] as const) {
    query.addSelect(`e.${name}`, name);
  }
  const readable = onlyReadable(query, ctx.actor, 'p');
  if ('teamId' in scope) readable.andWhere('e.teamId = :teamId', scope);
  if ('personId' in scope) readable.andWhere('e.ownerId = :personId', scope);
  return readable;
}
