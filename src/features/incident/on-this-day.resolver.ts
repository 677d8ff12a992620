import { Args, Query, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { Reading } from '../../infra/graphql/request.js';
import { DayScalar } from '../../infra/graphql/scalars.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { OnThisDay } from './on-this-day.read.js';

@Resolver(() => Postmortem)
export class OnThisDayResolver {
  constructor(private readonly read: OnThisDay) {}

  @Requires('read')
  @Query(() => [Postmortem], {
    description:
      'The cases whose first incident began on that day and month of an earlier year, in UTC; at most 5, the newest first.',
  })
  onThisDay(
    @Reading() ctx: Ctx,
    @Args('date', { type: () => DayScalar, description: 'The day that it is.' }) date: string,
  ): Promise<PostmortemEntity[]> {
    return this.read.cases(ctx, date);
  }
}
