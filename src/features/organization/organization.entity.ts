import { Entity } from 'typeorm';

import { IdColumn, IntegerColumn, WordColumn } from '../../infra/database/columns.js';

/** Whose library it is: one row, from the first time that somebody says so. */
@Entity('organization')
export class OrganizationEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn({ nullable: true }) name!: string | null;
}
