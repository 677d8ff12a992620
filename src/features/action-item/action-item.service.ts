import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { ACTION_PRIORITIES, ACTION_TYPES } from '../../core/vocabulary.js';
import { takeNumber } from '../../infra/database/keys.js';
import { placeSchema, takePosition } from '../../infra/database/position.js';
import { given } from '../../infra/database/versioned.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { CaseEntries } from '../postmortem/case-entries.service.js';
import { followTrackerUrl } from '../tracker/tracker-url.service.js';
import { ActionItemHistory } from './action-item-history.service.js';
import { ActionItemEntity } from './action-item.entity.js';
import { readableActionItems } from './action-item.loaders.js';
import { PROMISED_STATUSES } from './action-item.states.js';

const valuesSchema = z.object({
  title: text.title,
  detail: text.entry.nullish(),
  doneWhen: text.entry.nullish(),
  type: z.enum(ACTION_TYPES).nullish(),
  priority: z.enum(ACTION_PRIORITIES).nullish(),
  ownerId: z.string().nullish(),
  teamId: z.string().nullish(),
  dueOn: z.iso.date().nullish(),
  trackerUrl: text.url.nullish(),
  place: placeSchema,
});
const createSchema = valuesSchema.extend({ postmortemId: z.string() });
const updateSchema = valuesSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

export type ActionItemCreate = z.input<typeof createSchema>;
export type ActionItemUpdate = z.input<typeof updateSchema>;

/** Writing and changing action items; `ActionItemLifecycle` moves them from state to state. */
@Injectable()
export class ActionItemService {
  constructor(
    private readonly entries: CaseEntries,
    private readonly history: ActionItemHistory,
  ) {}

  /** The item with this id or key; null if there is none or the caller may not read its case. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; key?: string | undefined },
  ): Promise<ActionItemEntity | null> {
    if (!by.id && !by.key) return null;
    const query = readableActionItems(ctx);
    if (by.id) query.andWhere('a.id = :id', { id: by.id });
    if (by.key) query.andWhere('a.key = :key', { key: by.key.toUpperCase() });
    return query.getOne();
  }

  /** Proposes an action. @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION */
  async create(tx: TxCtx, input: ActionItemCreate): Promise<ActionItemEntity> {
    const { postmortemId } = input;
    const { visibility } = await this.entries.requireRoom(tx, ActionItemEntity, postmortemId, [
      'input',
      'postmortemId',
    ]);
    const values = checked(createSchema, input);
    await requireKnown(tx, values);
    const number = await takeNumber(tx, 'AI', { confidential: visibility === 'RESTRICTED' });
    const now = tx.clock.now();
    const item = await this.history.add(tx, {
      id: newId(),
      version: 1,
      key: `AI-${number}`,
      number,
      postmortemId,
      position: await takePosition(tx, ActionItemEntity, { postmortemId }, values.place),
      title: values.title,
      detail: values.detail ?? null,
      doneWhen: values.doneWhen ?? null,
      type: values.type ?? null,
      priority: values.priority ?? null,
      status: 'PROPOSED',
      ownerId: values.ownerId ?? null,
      ownerText: null,
      teamId: values.teamId ?? null,
      dueOn: values.dueOn ?? null,
      evidence: null,
      completedAt: null,
      verifierId: null,
      verifiedAt: null,
      effectCheckOn: null,
      effectNote: null,
      reason: null,
      pauseApproverId: null,
      pausedUntil: null,
      pausedFrom: null,
      trackerUrl: values.trackerUrl ?? null,
      createdAt: now,
      updatedAt: now,
    });
    await followTrackerUrl(tx, item.id, null, item.trackerUrl);
    return item;
  }

  /**
   * Changes what is given. What is promised keeps an owner, a team and a due date, and is put off
   * only with a reason: by `ActionItemLifecycle.extend`.
   * @throws ConflictError if `expectedVersion` is not the present one
   */
  async update(tx: TxCtx, id: string, input: ActionItemUpdate): Promise<ActionItemEntity> {
    const row = await this.require(tx, id);
    const { expectedVersion, place, ...values } = checked(updateSchema, input);
    await requireKnown(tx, values);
    const { ownerId, teamId, dueOn } = values;
    if (PROMISED_STATUSES.includes(row.status) && [ownerId, teamId, dueOn].includes(null)) {
      throw new FupanError('VALIDATION', 'ownerMissing', {}, ['input']);
    }
    if (PROMISED_STATUSES.includes(row.status) && dueOn && row.dueOn && dueOn > row.dueOn) {
      throw new FupanError('VALIDATION', 'extensionNeedsReason', {}, ['input', 'dueOn']);
    }
    if (ownerId && ownerId === row.verifierId) {
      throw new FupanError('VALIDATION', 'verifierIsOwner', {}, ['input', 'ownerId']);
    }
    const siblings = { postmortemId: row.postmortemId };
    const changes = {
      ...given(values),
      // A person who is known takes the place of the words of a file.
      ...(ownerId ? { ownerText: null } : {}),
      ...((place ?? null) === null
        ? {}
        : { position: await takePosition(tx, ActionItemEntity, siblings, place, id) }),
    };
    const item = await this.history.change(tx, row, changes, { act: 'EDIT', expectedVersion });
    await followTrackerUrl(tx, id, row.trackerUrl, item.trackerUrl);
    return item;
  }

  /** Removes an item for good. Rejecting it with a reason is the gentle way. */
  async delete(tx: TxCtx, id: string): Promise<ActionItemEntity> {
    return this.entries.remove(tx, ActionItemEntity, await this.require(tx, id));
  }

  /** The item, if the actor may edit its case. @throws FupanError NOT_FOUND, FORBIDDEN */
  require(tx: TxCtx, id: string, field?: readonly string[]): Promise<ActionItemEntity> {
    return this.entries.require(tx, ActionItemEntity, 'action item', id, field);
  }
}

const isGiven = (id: string | null | undefined): id is string => id !== null && id !== undefined;

/** @throws NotFoundError for a person or a team that does not exist */
export async function requireKnown(
  tx: TxCtx,
  refs: {
    readonly ownerId?: string | null | undefined;
    readonly teamId?: string | null | undefined;
    readonly verifierId?: string | null | undefined;
    readonly approverId?: string | null | undefined;
  },
): Promise<void> {
  for (const name of ['ownerId', 'verifierId', 'approverId'] as const) {
    const id = refs[name];
    if (isGiven(id) && !(await tx.db.existsBy(PersonEntity, { id }))) {
      throw new NotFoundError('person', ['input', name]);
    }
  }
  const { teamId } = refs;
  if (isGiven(teamId) && !(await tx.db.existsBy(TeamEntity, { id: teamId }))) {
    throw new NotFoundError('team', ['input', 'teamId']);
  }
}
