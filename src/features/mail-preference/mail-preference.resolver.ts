import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import {
  MailPreferences,
  MailPreferencesUpdateInput,
  MailPreferencesUpdatePayload,
} from './mail-preference.graphql.js';
import { MailPreferenceService } from './mail-preference.service.js';

@Resolver(() => Person)
export class MailPreferenceResolver {
  constructor(private readonly service: MailPreferenceService) {}

  @ResolveField(() => MailPreferences, {
    nullable: true,
    description: 'Which mail they get. Null for others than themselves and administrators.',
  })
  mailPreferences(
    @Reading() ctx: Ctx,
    @Parent() { id }: PersonEntity,
  ): Promise<MailPreferences | null> {
    return this.service.find(ctx, id);
  }

  @Requires('write')
  @Mutation(() => MailPreferencesUpdatePayload, {
    description: 'Changes which mail the caller gets, and when.',
  })
  async mailPreferencesUpdate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The changes.' }) input: MailPreferencesUpdateInput,
  ): Promise<Payload<'mailPreferences', MailPreferences>> {
    return { mailPreferences: await this.service.update(tx, input) };
  }
}
