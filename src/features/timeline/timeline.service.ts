import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { TIMELINE_MARKERS, TIMELINE_SOURCES } from '../../core/vocabulary.js';
import { zoneSchema } from '../../core/zone.js';
import { placeSchema, takePosition } from '../../infra/database/position.js';
import { given } from '../../infra/database/versioned.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { CaseEntries } from '../postmortem/case-entries.service.js';
import { knownEvents } from './known-events.js';
import { TimelineEventEntity } from './timeline-event.entity.js';
import { timelineOf } from './timeline.loaders.js';

const source = z.object({ kind: z.enum(TIMELINE_SOURCES), name: text.name.nullish() }).nullish();

const createSchema = z.object({
  at: z.date(),
  zone: zoneSchema.default('UTC'),
  marker: z.enum(TIMELINE_MARKERS).default('OTHER'),
  text: text.entry,
  source,
  original: text.entry.nullish(),
  evidence: text.entry.nullish(),
  place: placeSchema,
});
const updateSchema = z.object({
  expectedVersion: z.number().int().nullish(),
  at: z.date().optional(),
  zone: zoneSchema.optional(),
  marker: z.enum(TIMELINE_MARKERS).optional(),
  text: text.entry.optional(),
  source,
  evidence: text.entry.nullish(),
  place: placeSchema,
});

const createAllSchema = z.object({
  events: z.array(createSchema).min(1).max(LIMITS.eventsAtOnce),
  leaveOutKnown: z.boolean().default(false),
});
export type TimelineEventCreate = z.input<typeof createSchema>;
export type TimelineEventsCreate = z.input<typeof createAllSchema>;
export type TimelineEventUpdate = z.input<typeof updateSchema>;

/** What became of several new events. */
export interface AddedEvents {
  readonly timelineEvents: TimelineEventEntity[];
  /** How many were on the timeline already. */
  readonly leftOut: number;
}

/** Writing the timeline of a case. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly access: CaseAccess,
    private readonly entries: CaseEntries,
  ) {}

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION */
  async create(
    tx: TxCtx,
    postmortemId: string,
    input: TimelineEventCreate,
  ): Promise<TimelineEventEntity> {
    await this.entries.requireRoom(tx, TimelineEventEntity, postmortemId);
    const values = checked(createSchema, input);
    const siblings = { postmortemId, at: values.at };
    const position = await takePosition(tx, TimelineEventEntity, siblings, values.place);
    return this.entries.add(tx, TimelineEventEntity, rowOf(postmortemId, position, values));
  }

  /**
   * Puts several events there at once, behind what is there already, and leaves out what is known
   * where that is asked for.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION
   */
  async createAll(
    tx: TxCtx,
    postmortemId: string,
    input: TimelineEventsCreate,
  ): Promise<AddedEvents> {
    await this.access.require(tx, 'edit', postmortemId, ['postmortemId']);
    const { events: given, leaveOutKnown } = checked(createAllSchema, input);
    const known = leaveOutKnown ? knownEvents(await timelineOf(tx).load(postmortemId)) : undefined;
    const events = known ? given.filter((event) => !known.has(event)) : given;
    const leftOut = given.length - events.length;
    const field = ['input', 'events'];
    await this.entries.requireRoom(tx, TimelineEventEntity, postmortemId, field, events.length);
    const last = await tx.db.maximum(TimelineEventEntity, 'position', { postmortemId });
    const rows = events.map((values, at) => rowOf(postmortemId, (last ?? -1) + 1 + at, values));
    if (rows.length > 0) await this.entries.addAll(tx, TimelineEventEntity, rows);
    return { timelineEvents: rows, leftOut };
  }

  /**
   * Changes what is given. Where an event came from, `original`, stays for good.
   * @throws ConflictError if `expectedVersion` is not the present one
   */
  async update(tx: TxCtx, id: string, input: TimelineEventUpdate): Promise<TimelineEventEntity> {
    const row = await this.#require(tx, id);
    const { expectedVersion, place, source, ...values } = checked(updateSchema, input);
    const at = values.at ?? row.at;
    const moves = at.getTime() !== row.at.getTime() || (place ?? null) !== null;
    return this.entries.change(tx, TimelineEventEntity, row, expectedVersion, {
      ...given(values),
      ...(source === undefined
        ? {}
        : { sourceKind: source?.kind ?? null, sourceName: source?.name ?? null }),
      ...(moves
        ? {
            position: await takePosition(
              tx,
              TimelineEventEntity,
              { postmortemId: row.postmortemId, at },
              place,
              id,
            ),
          }
        : {}),
    });
  }

  async delete(tx: TxCtx, id: string): Promise<TimelineEventEntity> {
    return this.entries.remove(tx, TimelineEventEntity, await this.#require(tx, id));
  }

  #require(tx: TxCtx, id: string): Promise<TimelineEventEntity> {
    return this.entries.require(tx, TimelineEventEntity, 'timeline event', id);
  }
}

function rowOf(
  postmortemId: string,
  position: number,
  { place: _, source, original, evidence, ...values }: z.output<typeof createSchema>,
): TimelineEventEntity {
  return {
    id: newId(),
    version: 1,
    postmortemId,
    position,
    ...values,
    sourceKind: source?.kind ?? null,
    sourceName: source?.name ?? null,
    original: original ?? null,
    evidence: evidence ?? null,
  };
}
