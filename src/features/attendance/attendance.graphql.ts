import { Field, ObjectType } from '@nestjs/graphql';

import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { UserError } from '../../infra/graphql/user-error.graphql.js';

@ObjectType({ description: 'Somebody who has a case open at this moment.' })
export class Attendance {
  @Field(() => String, {
    nullable: true,
    description: 'The part they write, in the words of the editor; null while they read.',
  })
  writing!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when, without a break of 30 s.' })
  since!: Date;
}

@ObjectType({ description: 'Who else is there, or why it was refused.' })
export class CaseAttendPayload {
  @Field(() => [Attendance], {
    nullable: true,
    description:
      'The others who have the case open, whoever came first first; null when it was refused.',
  })
  others?: Attendance[] | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty on success.' })
  userErrors!: UserError[];
}
