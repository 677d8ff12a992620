import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Practice } from '../../core/vocabulary.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { PracticeEnum } from '../../infra/graphql/vocabulary.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import type { PracticeAssessmentEntity } from './practice-assessment.entity.js';
import {
  PracticeAssessInput,
  PracticeAssessPayload,
  PracticeAssessment,
  PracticeClearPayload,
} from './practice.graphql.js';
import { practicesOf } from './practice.loaders.js';
import { PracticeService } from './practice.service.js';

type PracticePayload = Promise<Payload<'practiceAssessment', PracticeAssessmentEntity>>;

const CASE_ID = { type: () => ID, description: 'The case.' };

@Resolver(() => Postmortem)
export class PostmortemPracticesResolver {
  @ResolveField(() => [PracticeAssessment], {
    description: 'The practices that were assessed, by number.',
  })
  practices(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<PracticeAssessmentEntity[]> {
    return practicesOf(ctx).load(id);
  }
}

@Resolver(() => PracticeAssessment)
export class PracticeResolver {
  constructor(private readonly service: PracticeService) {}

  @ResolveField(() => Postmortem, { description: 'The case it belongs to.' })
  postmortem(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId }: PracticeAssessmentEntity,
  ): Promise<PostmortemEntity | null> {
    return postmortemById(ctx).load(postmortemId);
  }

  @Requires('write')
  @Mutation(() => PracticeAssessPayload, {
    description: 'Says whether a practice held; a second time, it replaces the first.',
  })
  async practiceAssess(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('input', { description: 'The assessment.' }) input: PracticeAssessInput,
  ): PracticePayload {
    return { practiceAssessment: await this.service.assess(tx, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => PracticeClearPayload, { description: 'Takes an assessment back.' })
  async practiceClear(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('practice', { type: () => PracticeEnum, description: 'Which practice.' })
    practice: Practice,
  ): PracticePayload {
    return { practiceAssessment: await this.service.clear(tx, postmortemId, practice) };
  }
}
