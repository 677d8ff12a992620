import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { ApiTokenEntity } from './api-token.entity.js';
import {
  ApiToken,
  ApiTokenCreateInput,
  ApiTokenCreatePayload,
  ApiTokenRevokePayload,
} from './api-token.graphql.js';
import { apiTokensOfPerson } from './api-token.loaders.js';
import { ApiTokenService } from './api-token.service.js';

@Resolver(() => Person)
export class ApiTokenResolver {
  constructor(private readonly service: ApiTokenService) {}

  @ResolveField(() => [ApiToken], {
    description:
      'By what programs act for them, the newest first. Their own, or for administrators anybody’s; for others an empty list.',
  })
  apiTokens(@Reading() ctx: Ctx, @Parent() { id }: PersonEntity): Promise<ApiTokenEntity[]> {
    return apiTokensOfPerson(ctx).load(id);
  }

  @Requires('write')
  @Mutation(() => ApiTokenCreatePayload, {
    description: 'Makes a token for whoever asks. It is shown once, in the answer.',
  })
  async apiTokenCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'What it is to be for.' }) input: ApiTokenCreateInput,
  ): Promise<ApiTokenCreatePayload> {
    const personId = personIdOf(tx.actor);
    // The operator is nobody a token could speak for; on the machine there is `fupan token create`.
    if (personId === null) throw new ForbiddenError();
    const { token, row } = await this.service.create(tx, { ...input, personId });
    return { apiToken: row, token };
  }

  @Requires('write')
  @Mutation(() => ApiTokenRevokePayload, {
    description:
      'Ends a token at once. Everybody their own; administrators anybody’s. One that was revoked before stays as it is.',
  })
  async apiTokenRevoke(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The token, by its id.' }) id: string,
  ): Promise<Payload<'apiToken', ApiTokenEntity>> {
    return { apiToken: await this.service.revoke(tx, id) };
  }
}
