import { Entity, PrimaryColumn } from 'typeorm';

import { IntegerColumn } from './columns.js';

/** The last number given out under a prefix. */
@Entity('key_counter')
export class KeyCounterEntity {
  @PrimaryColumn('varchar', { length: 8 }) prefix!: string;
  @IntegerColumn() last!: number;
}
