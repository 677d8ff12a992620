import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { personById, teamById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { approvalOf, type Approval, type TeamApproval as AskedTeam } from './approval.loaders.js';
import { changesBetween } from './changed-parts.loaders.js';
import type { CasePart } from './changed-parts.js';
import type { SignOffEntity } from './sign-off.entity.js';
import {
  CaseApproval,
  CasePartEnum,
  ReviewSignOffPayload,
  ReviewSignOffWithdrawPayload,
  SignOff,
  SignOffInput,
  TeamApproval,
} from './sign-off.graphql.js';
import { SignOffs } from './sign-off.service.js';

type PostmortemPayload = Promise<Payload<'postmortem', PostmortemEntity>>;
type ApprovalOfCase = Approval & { readonly postmortem: PostmortemEntity };

const CASE_ID = { type: () => ID, description: 'The case.' };
const TEAM_ID = { type: () => ID, description: 'The team.' };

@Resolver(() => Postmortem)
export class CaseApprovalResolver {
  constructor(private readonly signOffs: SignOffs) {}

  @ResolveField(() => CaseApproval, { description: 'Who has to agree with it, and who has.' })
  async approval(
    @Reading() ctx: Ctx,
    @Parent() postmortem: PostmortemEntity,
  ): Promise<ApprovalOfCase> {
    return { ...(await approvalOf(ctx).load(postmortem.id)), postmortem };
  }

  @Requires('write')
  @Mutation(() => ReviewSignOffPayload, {
    description:
      'Says for a team that a case concerns whether it agrees; what it said before is replaced. For its members, for the facilitator of the case, and for administrators; while the case is in review, approved or published.',
  })
  async reviewSignOff(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('input', { description: 'What the team says.' }) input: SignOffInput,
  ): PostmortemPayload {
    return { postmortem: await this.signOffs.sign(tx, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => ReviewSignOffWithdrawPayload, {
    description: 'Takes back what a team said of a case.',
  })
  async reviewSignOffWithdraw(
    @Writing() tx: TxCtx,
    @Args('postmortemId', CASE_ID) postmortemId: string,
    @Args('teamId', TEAM_ID) teamId: string,
  ): PostmortemPayload {
    return { postmortem: await this.signOffs.withdraw(tx, postmortemId, teamId) };
  }
}

@Resolver(() => CaseApproval)
export class ApprovalResolver {
  @ResolveField(() => [Team], { description: 'The teams that the rule waits for.' })
  async missing(@Reading() ctx: Ctx, @Parent() { missing }: ApprovalOfCase): Promise<TeamEntity[]> {
    const teams = await Promise.all(missing.map(({ teamId }) => teamById(ctx).load(teamId)));
    return teams.filter((team) => team !== null);
  }

  @ResolveField(() => [CasePartEnum], {
    description: 'What reads otherwise today than in the revision that was approved.',
  })
  async changedParts(
    @Reading() ctx: Ctx,
    @Parent() { revision, postmortem }: ApprovalOfCase,
  ): Promise<CasePart[]> {
    return revision === null ? [] : changesSince(ctx, postmortem, revision);
  }
}

@Resolver(() => TeamApproval)
export class TeamApprovalResolver {
  constructor(private readonly signOffs: SignOffs) {}

  @ResolveField(() => Team, { description: 'The team.' })
  team(@Reading() ctx: Ctx, @Parent() { teamId }: AskedTeam): Promise<TeamEntity | null> {
    return teamById(ctx).load(teamId);
  }

  @ResolveField(() => Boolean, {
    description: 'The caller may say for it whether it agrees.',
  })
  async maySign(@Reading() ctx: Ctx, @Parent() { postmortemId, teamId }: AskedTeam) {
    const row = await postmortemById(ctx).load(postmortemId);
    return row !== null && (await this.signOffs.acts(ctx, row, teamId)).sign;
  }

  @ResolveField(() => Boolean, {
    description: 'The caller may write down what somebody of the team says.',
  })
  async mayRecord(@Reading() ctx: Ctx, @Parent() { postmortemId, teamId }: AskedTeam) {
    const row = await postmortemById(ctx).load(postmortemId);
    return row !== null && (await this.signOffs.acts(ctx, row, teamId)).record;
  }
}

@Resolver(() => SignOff)
export class SignOffResolver {
  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who spoke for the team; null for the program itself.',
  })
  person(
    @Reading() ctx: Ctx,
    @Parent() { personId }: SignOffEntity,
  ): Promise<PersonEntity | null> | null {
    return personId === null ? null : personById(ctx).load(personId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who wrote it down; null for the program itself.',
  })
  recordedBy(
    @Reading() ctx: Ctx,
    @Parent() { recorderId }: SignOffEntity,
  ): Promise<PersonEntity | null> | null {
    return recorderId === null ? null : personById(ctx).load(recorderId);
  }

  @ResolveField(() => [CasePartEnum], {
    description: 'What of the case reads otherwise since.',
  })
  async changedParts(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId, revision }: SignOffEntity,
  ): Promise<CasePart[]> {
    const postmortem = await postmortemById(ctx).load(postmortemId);
    return postmortem ? changesSince(ctx, postmortem, revision) : [];
  }
}

function changesSince(
  ctx: Ctx,
  { id: postmortemId, revision: to }: PostmortemEntity,
  from: number,
): Promise<CasePart[]> {
  return changesBetween(ctx).load({ postmortemId, from, to });
}
