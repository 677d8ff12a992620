import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { CHANNEL_TOPICS, type ChannelTopic } from '../../core/vocabulary.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { OwnTransactions, Reading, Writing } from '../../infra/graphql/request.js';
import { teamById } from '../people/people.loaders.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.graphql.js';
import { ChannelTest } from './channel-test.service.js';
import type { ChannelEntity } from './channel.entity.js';
import {
  Channel,
  ChannelArchivePayload,
  ChannelCreateInput,
  ChannelCreatePayload,
  ChannelDeletePayload,
  ChannelRestorePayload,
  ChannelTestPayload,
  ChannelTopicEnum,
  ChannelUpdateInput,
  ChannelUpdatePayload,
} from './channel.graphql.js';
import { Channels } from './channel.service.js';

type ChannelPayload = Promise<Payload<'channel', ChannelEntity>>;

const WHICH = { type: () => ID, description: 'The channel.' } as const;

@Resolver(() => Channel)
export class ChannelResolver {
  constructor(
    private readonly service: Channels,
    private readonly test: ChannelTest,
  ) {}

  @Requires('read')
  @Query(() => [Channel], {
    description:
      'The channels that the caller keeps, by name: those of the teams they lead, for administrators all; at most 200.',
  })
  channels(@Reading() ctx: Ctx): Promise<ChannelEntity[]> {
    return this.service.list(ctx);
  }

  @ResolveField(() => Team, {
    nullable: true,
    description: 'Whose it is; null for the whole organization.',
  })
  team(@Reading() ctx: Ctx, @Parent() { teamId }: ChannelEntity): Promise<TeamEntity | null> {
    return teamId === null ? Promise.resolve(null) : teamById(ctx).load(teamId);
  }

  @ResolveField(() => [ChannelTopicEnum], { description: 'What it is told.' })
  topics(@Parent() { topics }: ChannelEntity): readonly ChannelTopic[] {
    return topics ?? CHANNEL_TOPICS;
  }

  @ResolveField(() => Boolean, { description: 'Whether messages are signed.' })
  isSigned(@Parent() { secret }: ChannelEntity): boolean {
    return secret !== null;
  }

  @Requires('write')
  @Mutation(() => ChannelCreatePayload, {
    description: 'Sets a channel up. Those who lead the team, and administrators.',
  })
  async channelCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The channel.' }) input: ChannelCreateInput,
  ): ChannelPayload {
    return { channel: await this.service.create(tx, input) };
  }

  @Requires('write')
  @Mutation(() => ChannelUpdatePayload, { description: 'Changes a channel.' })
  async channelUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: ChannelUpdateInput,
  ): ChannelPayload {
    return { channel: await this.service.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => ChannelArchivePayload, {
    description: 'Has nothing sent there any more; what waits for it is dropped.',
  })
  async channelArchive(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): ChannelPayload {
    return { channel: await this.service.archive(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ChannelRestorePayload, { description: 'Brings an archived channel back.' })
  async channelRestore(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): ChannelPayload {
    return { channel: await this.service.restore(tx, id) };
  }

  @Requires('write')
  @Mutation(() => ChannelDeletePayload, { description: 'Removes a channel for good.' })
  async channelDelete(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): ChannelPayload {
    return { channel: await this.service.delete(tx, id) };
  }

  @Requires('write')
  @OwnTransactions()
  @Mutation(() => ChannelTestPayload, {
    description: 'Sends a test message at once; `lastError` and `lastSentAt` say how that went.',
  })
  async channelTest(@Reading() ctx: Ctx, @Args('id', WHICH) id: string): ChannelPayload {
    return { channel: await this.test.run(ctx, id) };
  }
}
