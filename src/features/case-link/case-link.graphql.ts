import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import type { CaseLinkKind } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { CaseLinkKindEnum } from '../../infra/graphql/vocabulary.graphql.js';

const CaseLinkDirectionEnum = enumOf(['OUTGOING', 'INCOMING']);
registerEnumType(CaseLinkDirectionEnum, {
  name: 'CaseLinkDirection',
  description: 'From which of its two cases a link was made.',
  valuesMap: {
    OUTGOING: { description: 'From this one.' },
    INCOMING: { description: 'From the other one.' },
  },
});

@ObjectType({ description: 'A link between two cases, as one of them sees it.' })
export class CaseLink {
  @Field(() => ID, { description: 'Opaque and stable; the same from both ends.' })
  id!: string;

  @Field(() => CaseLinkKindEnum, { description: 'How the cases belong together.' })
  kind!: CaseLinkKind;

  @Field(() => String, { nullable: true, description: 'In what way; null if nobody said.' })
  note!: string | null;

  @Field(() => CaseLinkDirectionEnum, { description: 'From which case it was made.' })
  direction!: keyof typeof CaseLinkDirectionEnum;
}

@InputType({ description: 'A new link.' })
export class CaseLinkInput {
  @Field(() => ID, { description: 'The other case.' })
  toId!: string;

  @Field(() => CaseLinkKindEnum, { description: 'How they belong together.' })
  kind!: CaseLinkKind;

  @Field(() => String, { nullable: true, description: 'In what way; 20,000 characters.' })
  note?: string | null;
}

const payload = (typeName: string) => payloadType(typeName, 'caseLink', () => CaseLink);
export const CaseLinkPayload = payload('CaseLinkPayload');
export const CaseUnlinkPayload = payload('CaseUnlinkPayload');
