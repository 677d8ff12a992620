import { Field, Int, ObjectType } from '@nestjs/graphql';

import type { Language } from '../../core/vocabulary.js';
import { NodeType } from '../../infra/graphql/node.graphql.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({
  implements: () => NodeType,
  description: 'Somebody who writes, responds, owns or reviews. Never a culprit.',
})
export class Person extends NodeType {
  @Field(() => Int, { description: 'Counts the edits; see `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As they want to be called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Null for somebody known by name only.' })
  email!: string | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'The language they want to be addressed in; null if they have not said.',
  })
  locale!: Language | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left; null while here.' })
  archivedAt!: Date | null;
}
