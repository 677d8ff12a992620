import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import type { ActionLinkKind } from '../../core/vocabulary.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { ActionLinkKindEnum } from '../../infra/graphql/vocabulary.graphql.js';

@ObjectType({ description: 'A link between two action items, as one of them sees it.' })
export class ActionLink {
  @Field(() => ID, { description: 'Opaque and stable; the same from both ends.' })
  id!: string;

  @Field(() => ActionLinkKindEnum, { description: 'How they belong together.' })
  kind!: ActionLinkKind;
}

@InputType({ description: 'A new link.' })
export class ActionItemLinkInput {
  @Field(() => ID, { description: 'The other action item.' })
  otherId!: string;

  @Field(() => ActionLinkKindEnum, { description: 'How they belong together.' })
  kind!: ActionLinkKind;
}

const payload = (typeName: string) => payloadType(typeName, 'actionLink', () => ActionLink);
export const ActionItemLinkPayload = payload('ActionItemLinkPayload');
export const ActionItemUnlinkPayload = payload('ActionItemUnlinkPayload');
