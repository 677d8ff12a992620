import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { clocksOfCase } from './case-clock.loaders.js';
import { CaseClocks } from './target.graphql.js';

/** The time of a case. */
@Resolver(() => Postmortem)
export class CaseClockResolver {
  @ResolveField(() => CaseClocks, {
    description:
      'How long it has been written and reviewed, in the working days of the organization.',
  })
  clocks(@Reading() ctx: Ctx, @Parent() postmortem: PostmortemEntity): Promise<CaseClocks> {
    return clocksOfCase(ctx).load(postmortem);
  }
}
