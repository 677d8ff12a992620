import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { ActionAct, ActionPriority, ActionStatus, ActionType } from '../../core/vocabulary.js';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { ActionItemEntity } from './action-item.entity.js';

/**
 * Something that happened to an action item, and how the item stood after it. The last one at or
 * before an instant tells how it stood then: clocks, digests and charts are made from these.
 */
@Entity('action_item_event')
@Unique(['actionItemId', 'number'])
export class ActionItemEventEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => ActionItemEntity, { onDelete: 'CASCADE' })
  actionItemId!: string;

  /** Counts from 1. */
  @IntegerColumn() number!: number;
  @Index() @InstantColumn() at!: Date;

  /** Null for the program itself, such as an import. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  actorId!: string | null;

  @WordColumn() act!: ActionAct;
  /** Null for the first. */
  @WordColumn({ nullable: true }) fromStatus!: ActionStatus | null;
  @WordColumn() status!: ActionStatus;
  /** Why, or what shows it: a reason, the evidence, what the effect check found. */
  @TextColumn({ nullable: true }) reason!: string | null;
  @TextColumn() title!: string;
  @WordColumn({ nullable: true }) type!: ActionType | null;
  @WordColumn({ nullable: true }) priority!: ActionPriority | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  ownerId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'RESTRICT' })
  @Index()
  teamId!: string | null;

  @DayColumn({ nullable: true }) dueOn!: string | null;
  @DayColumn({ nullable: true }) pausedUntil!: string | null;
  @DayColumn({ nullable: true }) effectCheckOn!: string | null;
}

/** What of an item its history follows. */
export const FOLLOWED = [
  'status',
  'title',
  'type',
  'priority',
  'ownerId',
  'teamId',
  'dueOn',
  'pausedUntil',
  'effectCheckOn',
] as const satisfies readonly (keyof ActionItemEntity & keyof ActionItemEventEntity)[];

export type FollowedState = Pick<ActionItemEventEntity, (typeof FOLLOWED)[number]>;

/** How an item stands, as its history tells it. */
export function stateOf(item: FollowedState): FollowedState {
  return Object.fromEntries(FOLLOWED.map((name) => [name, item[name]])) as unknown as FollowedState;
}

/** Whether two moments of an item are the same for its history. */
export const isSameState = (one: FollowedState, other: FollowedState): boolean =>
  FOLLOWED.every((name) => one[name] === other[name]);
