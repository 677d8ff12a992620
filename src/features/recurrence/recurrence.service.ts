import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { groupedBy } from '../../core/loader.js';
import { assertPageSize } from '../../core/paging.js';
import { checked } from '../../core/validation.js';
import {
  PREVENTION_ANSWERS,
  type ActionStatus,
  type PreventionAnswer,
} from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { actionItemById, readableActionItems } from '../action-item/action-item.loaders.js';
import { ActionItemService } from '../action-item/action-item.service.js';
import { dayOf, OPEN_STATUSES } from '../action-item/action-item.states.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { kinRank, type KinActions } from './kin-rank.js';
import { KinFinder, type KinFilter, type Kinship } from './kin.read.js';
import { RecurrenceAnswerEntity } from './recurrence-answer.entity.js';
import { recurrenceAnswersOf } from './recurrence.loaders.js';

/** States of an action that has not had its effect: it might have prevented what came later. */
const UNDONE: readonly ActionStatus[] = [...OPEN_STATUSES, 'PAUSED', 'REJECTED'];

/** Actions of one kin that are shown. */
const ACTIONS = 5;

export interface KinAction {
  readonly actionItem: ActionItemEntity;
  readonly answer: RecurrenceAnswerEntity | null;
}

/** A case that is kin to another, and what it asked for that is not done. */
export interface KinCase extends Omit<Kinship, 'postmortemId'> {
  readonly postmortem: PostmortemEntity;
  readonly actions: readonly KinAction[];
  readonly actionCount: number;
}

/** What earlier cases asked for, told where it happens again. */
@Injectable()
export class Recurrences {
  constructor(
    private readonly finder: KinFinder,
    private readonly access: CaseAccess,
    private readonly items: ActionItemService,
  ) {}

  /**
   * The cases like one whose actions are open, late, paused or rejected; what matters most first.
   * @throws NotFoundError if the caller may not read that one
   */
  kin(ctx: Ctx, postmortemId: string, first: number): Promise<KinCase[]> {
    assertPageSize(first);
    return this.#ranked(ctx, postmortemId, first, { statuses: UNDONE });
  }

  /**
   * The cases like that of an action since it was verified; none while it is not.
   * @throws NotFoundError if the caller may not read it
   */
  async sinceVerified(ctx: Ctx, actionItemId: string, first: number): Promise<KinCase[]> {
    assertPageSize(first);
    const item = await this.items.find(ctx, { id: actionItemId });
    if (!item) throw new NotFoundError('action item', ['actionItemId']);
    if (item.verifiedAt === null) return [];
    return this.#ranked(ctx, item.postmortemId, first, { since: item.verifiedAt });
  }

  /**
   * Says whether an action would have prevented a case; the latest answer counts.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION `ownAction`
   */
  async answer(
    tx: TxCtx,
    postmortemId: string,
    actionItemId: string,
    answer: PreventionAnswer,
  ): Promise<RecurrenceAnswerEntity> {
    const item = await this.#answerable(tx, postmortemId, actionItemId);
    if (item.postmortemId === postmortemId) {
      throw new FupanError('VALIDATION', 'ownAction', {}, ['actionItemId']);
    }
    const row: RecurrenceAnswerEntity = {
      id: newId(),
      postmortemId,
      actionItemId,
      answer: checked(z.enum(PREVENTION_ANSWERS), answer, ['answer']),
      personId: personIdOf(tx.actor),
      at: tx.clock.now(),
    };
    await tx.db.delete(RecurrenceAnswerEntity, { postmortemId, actionItemId });
    await insertRows(tx, RecurrenceAnswerEntity, [row]);
    return row;
  }

  /** Takes an answer back. @throws FupanError NOT_FOUND also where there is none; FORBIDDEN */
  async withdraw(
    tx: TxCtx,
    postmortemId: string,
    actionItemId: string,
  ): Promise<RecurrenceAnswerEntity> {
    await this.#answerable(tx, postmortemId, actionItemId);
    const row = await tx.db.findOneBy(RecurrenceAnswerEntity, { postmortemId, actionItemId });
    if (!row) throw new NotFoundError('answer', ['actionItemId']);
    await tx.db.delete(RecurrenceAnswerEntity, { id: row.id });
    return row;
  }

  async #answerable(
    tx: TxCtx,
    postmortemId: string,
    actionItemId: string,
  ): Promise<ActionItemEntity> {
    await this.access.require(tx, 'edit', postmortemId, ['postmortemId']);
    const item = await this.items.find(tx, { id: actionItemId });
    if (!item) throw new NotFoundError('action item', ['actionItemId']);
    return item;
  }

  async #ranked(ctx: Ctx, ofId: string, first: number, filter: KinFilter): Promise<KinCase[]> {
    const kin = [...(await this.finder.find(ctx, ofId, filter)).values()];
    const counts = await countsOf(
      ctx,
      kin.map(({ postmortemId }) => postmortemId),
    );
    const chosen = kin
      .map((each) => {
        const { sharedFactors, sharedCategories, sharedServices } = each;
        const actions = counts.get(each.postmortemId) ?? NONE;
        const strength = {
          ...each,
          factors: sharedFactors.size,
          categories: sharedCategories.size,
          services: sharedServices.size,
        };
        return { each, actions, rank: kinRank(strength, actions) };
      })
      // Of two that rank the same the later one: identifiers made later sort later.
      .sort((a, b) => b.rank - a.rank || (a.each.postmortemId < b.each.postmortemId ? 1 : -1))
      .slice(0, first);
    const actions = await this.#actions(
      ctx,
      ofId,
      chosen.map(({ each }) => each.postmortemId),
    );
    const cases = await Promise.all(
      chosen.map(({ each }) => postmortemById(ctx).load(each.postmortemId)),
    );
    return chosen.flatMap(({ each, actions: { late, open, paused, rejected } }, at) => {
      const postmortem = cases[at];
      if (!postmortem) return [];
      const actionCount = late + open + paused + rejected;
      return [{ ...each, postmortem, actions: actions[at] ?? [], actionCount }];
    });
  }

  /** The first few undone actions of each case, those that are late first, with what was answered. */
  async #actions(ctx: Ctx, ofId: string, caseIds: readonly string[]): Promise<KinAction[][]> {
    if (caseIds.length === 0) return [];
    const query = readableActionItems(ctx);
    const placed = query
      .subQuery()
      .select('n.id', 'id')
      .addSelect(
        `ROW_NUMBER() OVER (PARTITION BY n.postmortemId ORDER BY ${URGENCY}, n.position)`,
        'place',
      )
      .from(ActionItemEntity, 'n')
      .where('n.postmortemId IN (:...caseIds) AND n.status IN (:...undone)')
      .getQuery();
    const rows = await query
      .select('a.id', 'id')
      .addSelect('a.postmortemId', 'caseId')
      .innerJoin(placed, 'placed', 'placed.id = a.id AND placed.place <= :most')
      .orderBy('placed.place')
      .setParameters({ caseIds, undone: UNDONE, open: OPEN_STATUSES, most: ACTIONS })
      .setParameter('today', dayOf(ctx.clock.now()))
      .getRawMany<{ id: string; caseId: string }>();
    const found = await Promise.all(
      rows.map(async ({ id }): Promise<KinAction[]> => {
        const [actionItem, answers] = await Promise.all([
          actionItemById(ctx).load(id),
          recurrenceAnswersOf(ctx).load(id),
        ]);
        const answer = answers.find(({ postmortemId }) => postmortemId === ofId) ?? null;
        return actionItem ? [{ actionItem, answer }] : [];
      }),
    );
    return groupedBy(found.flat(), caseIds, ({ actionItem }) => actionItem.postmortemId);
  }
}

/** Late first, then open, rejected, paused. */
const URGENCY = `CASE WHEN n.status IN (:...open) AND n.dueOn < :today THEN 0
  WHEN n.status IN (:...open) THEN 1 WHEN n.status = 'REJECTED' THEN 2 ELSE 3 END`;

const NONE: KinActions = { late: 0, open: 0, paused: 0, rejected: 0 };

/** Of each case that has any how many of its actions are undone, and how. */
async function countsOf(
  ctx: Ctx,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, KinActions>> {
  const count = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const isLate = 'a.status IN (:...open) AND COALESCE(a.dueOn, :today) < :today';
  const rows = await readableActionItems(ctx)
    .select('a.postmortemId', 'id')
    .addSelect(count(isLate), 'late')
    .addSelect(count(`a.status IN (:...open) AND NOT (${isLate})`), 'open')
    .addSelect(count("a.status = 'PAUSED'"), 'paused')
    .addSelect(count("a.status = 'REJECTED'"), 'rejected')
    .andWhere(caseIds.length === 0 ? '1 = 0' : 'a.postmortemId IN (:...caseIds)', { caseIds })
    .setParameters({ open: OPEN_STATUSES, today: dayOf(ctx.clock.now()) })
    .groupBy('a.postmortemId')
    .getRawMany<{ id: string } & Record<keyof KinActions, number | string>>();
  // PostgreSQL counts in 64 bits, which its driver hands over as text.
  return new Map(
    rows.map(({ id, late, open, paused, rejected }) => [
      id,
      {
        late: Number(late),
        open: Number(open),
        paused: Number(paused),
        rejected: Number(rejected),
      },
    ]),
  );
}
