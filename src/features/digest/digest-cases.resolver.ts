import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { Recurrence } from './digest-cases.read.js';
import { DigestRecurrence, DigestWaitingReview, DigestWorthReading } from './digest.graphql.js';
import type { WaitingReview } from './digest.service.js';
import type { WorthReading } from './worth-reading.js';

@Resolver(() => DigestRecurrence)
export class DigestRecurrenceResolver {
  @ResolveField(() => Postmortem, { description: 'The case.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: Recurrence,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @ResolveField(() => Postmortem, { description: 'The earlier case.' })
  earlier(
    @Reading() ctx: Ctx,
    @Parent() { earlierId }: Recurrence,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(earlierId);
  }
}

@Resolver(() => DigestWaitingReview)
export class DigestWaitingReviewResolver {
  @ResolveField(() => Postmortem, { description: 'The case.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: WaitingReview,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }
}

@Resolver(() => DigestWorthReading)
export class DigestWorthReadingResolver {
  @ResolveField(() => Postmortem, { description: 'The case.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: WorthReading,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }
}
