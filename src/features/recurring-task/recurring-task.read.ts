import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import {
  assertPageSize,
  openCursor,
  sealCursor,
  wrongCursor,
  type Page,
  type PageRequest,
} from '../../core/paging.js';
import type { Practice } from '../../core/vocabulary.js';
import { chosen, keepArchived, keepContaining, keepOneOf } from '../../infra/database/filters.js';
import { nextAfter } from '../../core/cadence.js';
import { RecurringTaskEntity } from './recurring-task.entity.js';
import { lastRunOf } from './recurring-task.loaders.js';
import { mayTask } from './recurring-task.policy.js';
import { TASK_STATES, taskState, todayOf, type TaskState } from './task-state.js';

/** What a list keeps; all that is given must hold. */
export interface RecurringTaskListFilter {
  readonly query?: string | null;
  readonly teamId?: string | null;
  readonly ownerId?: string | null;
  readonly serviceId?: string | null;
  readonly practice?: readonly Practice[] | null;
  readonly state?: readonly TaskState[] | null;
  readonly archived?: boolean | null;
}

const MARK = 'URGENCY';

/** The list of recurring tasks, for screens. */
@Injectable()
export class RecurringTaskList {
  /**
   * One page of the tasks, those first that wait for somebody, then by the day they are due next.
   * How a task stands is computed, so all that fit are looked at; there are few. Two statements.
   */
  async page(
    ctx: Ctx,
    filter: RecurringTaskListFilter,
    { first, after }: PageRequest,
  ): Promise<Page<RecurringTaskEntity>> {
    assertPageSize(first);
    const now = ctx.clock.now();
    const states = chosen('state', filter.state);
    const tasks = await this.#fitting(ctx, filter);
    const runs = await lastRunOf(ctx).loadMany(tasks.map(({ id }) => id));
    const sorted = tasks
      .map((node, at) => {
        const run = runs[at];
        const last = run instanceof Error ? null : (run ?? null);
        const state = node.archivedAt ? undefined : taskState(node, last, now);
        return { node, state, urgency: urgencyOf(node, state, now) };
      })
      .filter(({ state }) => !states || (state !== undefined && states.includes(state)))
      .sort((one, other) => compare([one.urgency, one.node.id], [other.urgency, other.node.id]));
    const from = after ? placeAfter(after) : undefined;
    const rest = from
      ? sorted.filter(({ urgency, node }) => compare([urgency, node.id], from) > 0)
      : sorted;
    const edges = rest.slice(0, first).map(({ node, urgency }) => ({
      node,
      cursor: sealCursor(MARK, urgency, node.id),
    }));
    return {
      nodes: edges.map(({ node }) => node),
      edges,
      pageInfo: {
        hasNextPage: rest.length > first,
        hasPreviousPage: from !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: Promise.resolve(sorted.length),
    };
  }

  #fitting(ctx: Ctx, filter: RecurringTaskListFilter): Promise<RecurringTaskEntity[]> {
    const query = ctx.db.createQueryBuilder(RecurringTaskEntity, 'task');
    if (!mayTask(ctx.actor, 'read')) query.andWhere('1 = 0');
    keepContaining(query, ['task.title', 'task.key'], filter.query);
    keepOneOf(query, 'practice', filter.practice);
    keepArchived(query, filter.archived);
    for (const name of ['teamId', 'ownerId', 'serviceId'] as const) {
      if (filter[name]) query.andWhere(`task.${name} = :${name}`, { [name]: filter[name] });
    }
    return query.getMany();
  }
}

/** A text that sorts as people attend to tasks: by state, then by the day they are due next. */
function urgencyOf(task: RecurringTaskEntity, state: TaskState | undefined, now: Date): string {
  const rank = state === undefined ? TASK_STATES.length : TASK_STATES.indexOf(state);
  const [next] = state === undefined ? [] : nextAfter(task.cadences, todayOf(task, now), 1);
  return `${rank} ${next?.dueOn ?? '9999-12-31'}`;
}

type Place = readonly [urgency: string, id: string];

function compare(one: Place, other: Place): number {
  const [a, b] = one[0] === other[0] ? [one[1], other[1]] : [one[0], other[0]];
  return a < b ? -1 : Number(a > b);
}

/** @throws FupanError VALIDATION for a cursor of another list */
function placeAfter(cursor: string): Place {
  const [urgency, id] = openCursor(cursor, MARK);
  if (typeof urgency !== 'string') throw wrongCursor();
  return [urgency, id];
}
