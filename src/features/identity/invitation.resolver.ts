import { Args, Mutation, Resolver } from '@nestjs/graphql';

import type { TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Writing } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import {
  InvitationCreateInput,
  InvitationCreatePayload,
  type Invitation,
} from './invitation.graphql.js';
import { InvitationService } from './invitation.service.js';

@Resolver()
export class InvitationResolver {
  constructor(private readonly service: InvitationService) {}

  @Requires('admin')
  @Mutation(() => InvitationCreatePayload, {
    description:
      'Makes a link by which somebody chooses their password, good for 24 hours and once. The one before it is void. Administrators only.',
  })
  async invitationCreate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'Whom it is for.' }) { personId }: InvitationCreateInput,
  ): Promise<Payload<'invitation', Invitation>> {
    const { url, row } = await this.service.create(tx, personId);
    const person = await personById(tx).load(personId);
    return { invitation: { url, expiresAt: row.expiresAt, person } };
  }
}
