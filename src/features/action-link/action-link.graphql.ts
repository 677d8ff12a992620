import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { ACTION_LINK_KINDS, type ActionLinkKind } from '../../core/vocabulary.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { payloadType } from '../../infra/graphql/payload.js';

const ActionLinkKindEnum = enumOf(ACTION_LINK_KINDS);
registerEnumType(ActionLinkKindEnum, {
  name: 'ActionLinkKind',
  description: 'How two action items belong together.',
  valuesMap: {
    SAME_IDEA: { description: 'The same idea came up again in another case.' },
    ALTERNATIVE: { description: 'One or the other: whoever does this one does not do that one.' },
  },
});

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
