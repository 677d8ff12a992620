import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { TrackerConnectionEntity } from './tracker-connection.entity.js';
import {
  ConnectedTracker,
  TrackerConnectionArchivePayload,
  TrackerConnectionCreateInput,
  TrackerConnectionCreatePayload,
  TrackerConnectionRotateSecretPayload,
  TrackerConnectionUpdateInput,
  TrackerConnectionUpdatePayload,
} from './tracker-connection.graphql.js';
import { projectsOf, TrackerConnections, type WithSecret } from './tracker-connection.service.js';

type ConnectionPayload = Payload<'trackerConnection', TrackerConnectionEntity>;
type SecretPayload = ConnectionPayload & { readonly secret: string };

const WHICH = { type: () => ID, description: 'The connection.' } as const;

const withSecret = ({ row, secret }: WithSecret): SecretPayload => ({
  trackerConnection: row,
  secret,
});

@Resolver(() => ConnectedTracker)
export class TrackerConnectionResolver {
  constructor(private readonly service: TrackerConnections) {}

  @Requires('admin')
  @Query(() => [ConnectedTracker], {
    description:
      'The trackers that tell what becomes of their issues, by name, the archived ones last; at most 200. Administrators only.',
  })
  trackerConnections(@Reading() ctx: Ctx): Promise<TrackerConnectionEntity[]> {
    return this.service.list(ctx);
  }

  @ResolveField(() => String, { description: 'The address that the tracker is to send to.' })
  hookUrl(@Parent() connection: TrackerConnectionEntity): string {
    return this.service.hookUrl(connection);
  }

  @ResolveField(() => [String], {
    nullable: true,
    description: 'The projects that are listened to; null for all.',
  })
  projects(@Parent() connection: TrackerConnectionEntity): string[] | null {
    return projectsOf(connection);
  }

  @Requires('admin')
  @Mutation(() => TrackerConnectionCreatePayload, {
    description:
      'Listens to a tracker. What it is to sign with is shown once, in the answer. Administrators only.',
  })
  async trackerConnectionCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The tracker.' }) input: TrackerConnectionCreateInput,
  ): Promise<SecretPayload> {
    return withSecret(await this.service.create(tx, input));
  }

  @Requires('admin')
  @Mutation(() => TrackerConnectionUpdatePayload, {
    description: 'Changes a connection. Administrators only.',
  })
  async trackerConnectionUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: TrackerConnectionUpdateInput,
  ): Promise<ConnectionPayload> {
    return { trackerConnection: await this.service.update(tx, id, input) };
  }

  @Requires('admin')
  @Mutation(() => TrackerConnectionRotateSecretPayload, {
    description:
      'Makes a new secret, shown once, in the answer; the one before is good for 24 hours more. Administrators only.',
  })
  async trackerConnectionRotateSecret(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('expectedVersion', {
      type: () => Int,
      nullable: true,
      description: 'At another version by now, the answer is a CONFLICT. Left out: whichever.',
    })
    expectedVersion?: number | null,
  ): Promise<SecretPayload> {
    return withSecret(await this.service.rotateSecret(tx, id, expectedVersion));
  }

  @Requires('admin')
  @Mutation(() => TrackerConnectionArchivePayload, {
    description:
      'Listens to a tracker no more, for good; the links and what it has told stay. Administrators only.',
  })
  async trackerConnectionArchive(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
  ): Promise<ConnectionPayload> {
    return { trackerConnection: await this.service.archive(tx, id) };
  }
}
