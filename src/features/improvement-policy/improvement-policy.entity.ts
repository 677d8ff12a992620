import { Entity } from 'typeorm';

import { IdColumn, IntegerColumn, JsonColumn } from '../../infra/database/columns.js';
import type { ImprovementRules } from '../../core/improvement-rules.js';

/** What the organization asks of its improvements: one row, from the first time that somebody says so. */
@Entity('improvement_policy')
export class ImprovementPolicyEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  /** Rules that are not said are as `DEFAULT_RULES` has them. */
  @JsonColumn() rules!: Partial<ImprovementRules>;
}
