import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { RefColumn } from '../../infra/database/columns.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { InitiativeEntity } from './initiative.entity.js';

/** That an initiative gathers an action item: one at most does, so that no progress counts twice. */
@Entity('initiative_action')
export class InitiativeActionEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => ActionItemEntity, { onDelete: 'CASCADE' })
  actionItemId!: string;

  @RefColumn()
  @ForeignKey(() => InitiativeEntity, { onDelete: 'CASCADE' })
  @Index()
  initiativeId!: string;
}
