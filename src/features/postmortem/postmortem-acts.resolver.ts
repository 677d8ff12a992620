import { Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { Reading } from '../../infra/graphql/request.js';
import { allowedActsOf, CASE_ACTS, type CaseAct } from './postmortem-acts.loaders.js';
import type { PostmortemEntity } from './postmortem.entity.js';
import { Postmortem } from './postmortem.graphql.js';

const PostmortemActEnum = enumOf(CASE_ACTS);
registerEnumType(PostmortemActEnum, {
  name: 'PostmortemAct',
  description: 'What can be done with a case.',
  valuesMap: {
    EDIT: { description: 'Change it or what belongs to it.' },
    SHARE: { description: 'Change who may see it.' },
    SUBMIT: { description: 'Hand it in for review.' },
    APPROVE: { description: 'Say that it is right.' },
    PUBLISH: { description: 'Take it into the library.' },
    ARCHIVE: { description: 'Set it aside.' },
    REOPEN: { description: 'Make it a draft again.' },
    DELETE: { description: 'Remove it for good.' },
  },
});

/** What may be done with a case. */
@Resolver(() => Postmortem)
export class PostmortemActsResolver {
  @ResolveField(() => [PostmortemActEnum], {
    description: 'What the caller may do with it now, by role and by its state.',
  })
  allowedActs(@Reading() ctx: Ctx, @Parent() row: PostmortemEntity): Promise<CaseAct[]> {
    return allowedActsOf(ctx).load(row);
  }
}
