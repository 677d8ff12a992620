import { Field, Int, ObjectType } from '@nestjs/graphql';

import { connectionType } from '../../infra/graphql/connection.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';

@ObjectType({ description: 'A case as it was after one edit.' })
export class Revision {
  @Field(() => Int, { description: 'Counts from 1 without a gap.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When the edit was made.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why; null if nobody said.' })
  reason!: string | null;
}

export const RevisionConnection = connectionType('Revision', () => Revision);
