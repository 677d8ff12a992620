import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { Language } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { LanguageEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { LINK_TARGET_KINDS } from './link-target.read.js';

const LinkTargetKindEnum = enumOf(LINK_TARGET_KINDS);
registerEnumType(LinkTargetKindEnum, {
  name: 'LinkTargetKind',
  description: 'What a text can point to.',
  valuesMap: {
    POSTMORTEM: { description: 'A case.' },
    INCIDENT: { description: 'An incident.' },
    ACTION_ITEM: { description: 'An action item.' },
    PERSON: { description: 'Somebody who is here.' },
  },
});

@ObjectType({ description: 'Something that a text can point to, to complete what is being typed.' })
export class LinkTarget {
  @Field(() => LinkTargetKindEnum, { description: 'What it is.' })
  kind!: keyof typeof LinkTargetKindEnum;

  @Field({ description: 'What people call it: PM-12; the name of a person.' })
  key!: string;

  @Field({ description: 'Its title; the name of a person.' })
  title!: string;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'The language of the title; null if nobody said.',
  })
  language!: Language | null;
}
