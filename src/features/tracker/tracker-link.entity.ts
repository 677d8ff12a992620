import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { TrackerReference } from '../../core/tracker-reference.js';
import type { ProposalAnswer, TrackerProvider, TrackerState } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { PersonEntity } from '../people/person.entity.js';

/**
 * An issue in which a tracker follows an action item, what the tracker has told of it, and whether
 * that made anybody ask if the action is done.
 */
@Entity('tracker_link')
@Unique(['actionItemId', 'identity'])
export class TrackerLinkEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => ActionItemEntity, { onDelete: 'CASCADE' })
  actionItemId!: string;

  @IntegerColumn() position!: number;
  @WordColumn() provider!: TrackerProvider;
  @WordColumn() host!: string;
  /** What people call the issue: `org/repo#12`. */
  @WordColumn() label!: string;
  @TextColumn() url!: string;
  /** The same for every address of the issue. */
  @Index() @WordColumn() identity!: string;

  /** Null while the tracker has not told it, or keeps it to itself. */
  @TextColumn({ nullable: true }) title!: string | null;
  @WordColumn() state!: TrackerState;
  /** Since when it is in this state. */
  @InstantColumn({ nullable: true }) stateAt!: Date | null;
  /** As of when the tracker told it: what it told earlier is passed over. */
  @InstantColumn({ nullable: true }) seenAt!: Date | null;

  /** Since when it is asked whether the action is done; null where it never was. */
  @InstantColumn({ nullable: true }) proposedAt!: Date | null;
  /** Null while nobody has answered. */
  @WordColumn({ nullable: true }) answer!: ProposalAnswer | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  answeredById!: string | null;

  /** Why it was turned down. */
  @TextColumn({ nullable: true }) note!: string | null;
}

/** What is known of an issue before its tracker has told anything. */
export function linkTo(
  { provider, host, label, url, identity }: TrackerReference,
  place: Pick<TrackerLinkEntity, 'id' | 'actionItemId' | 'position'>,
): TrackerLinkEntity {
  return {
    ...place,
    ...{ provider, host, label, url, identity },
    ...{ title: null, state: 'UNKNOWN', stateAt: null, seenAt: null },
    ...{ proposedAt: null, answer: null, answeredAt: null, answeredById: null, note: null },
  };
}
