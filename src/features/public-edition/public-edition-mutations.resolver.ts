import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { InternalWordList } from './internal-words.service.js';
import type { InternalWordsEntity, PublicEditionEntity } from './public-edition.entity.js';
import {
  InternalWords,
  InternalWordsUpdateInput,
  InternalWordsUpdatePayload,
  PublicEditionApprovePayload,
  PublicEditionMakeInput,
  PublicEditionMakePayload,
  PublicEditionMoveInput,
  PublicEditionPublishPayload,
  PublicEditionUpdateInput,
  PublicEditionUpdatePayload,
  PublicEditionWithdrawPayload,
} from './public-edition.graphql.js';
import { PublicEditions } from './public-edition.service.js';

type EditionPayload = Promise<Payload<'publicEdition', PublicEditionEntity>>;

const WHICH = { type: () => ID, description: 'The edition.' } as const;
const SEEN = { description: 'What was read.' } as const;

/** Makes public editions and takes them out and back; keeps the words that stay inside. */
@Resolver()
export class PublicEditionMutations {
  constructor(
    private readonly editions: PublicEditions,
    private readonly list: InternalWordList,
  ) {}

  @Requires('write')
  @Mutation(() => PublicEditionMakePayload, {
    description:
      'Makes the public edition of a case that is approved or published, anew where there is one: what was edited by hand is replaced. A version that is out stays out.',
  })
  async publicEditionMake(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('input', { description: 'What goes into it.' }) input: PublicEditionMakeInput,
  ): EditionPayload {
    return { publicEdition: await this.editions.make(tx, postmortemId, input) };
  }

  @Requires('write')
  @Mutation(() => PublicEditionUpdatePayload, {
    description: 'Edits a public edition by hand; an approval is taken back.',
  })
  async publicEditionUpdate(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', { description: 'The changes.' }) input: PublicEditionUpdateInput,
  ): EditionPayload {
    return { publicEdition: await this.editions.update(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => PublicEditionApprovePayload, {
    description:
      'Says that an edition may go out as it stands. For the facilitator of its case and administrators, and not for who edited it last; refused while a name or an internal word is in it.',
  })
  async publicEditionApprove(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', SEEN) { expectedVersion }: PublicEditionMoveInput,
  ): EditionPayload {
    return { publicEdition: await this.editions.approve(tx, id, expectedVersion) };
  }

  @Requires('write')
  @Mutation(() => PublicEditionPublishPayload, {
    description:
      'Lets everybody who has the link read an edition that is approved, as a new version. For the facilitator of its case and administrators.',
  })
  async publicEditionPublish(
    @Writing() tx: TxCtx,
    @Args('id', WHICH) id: string,
    @Args('input', SEEN) { expectedVersion }: PublicEditionMoveInput,
  ): EditionPayload {
    return { publicEdition: await this.editions.publish(tx, id, expectedVersion) };
  }

  @Requires('write')
  @Mutation(() => PublicEditionWithdrawPayload, {
    description: 'Takes an edition from the public, at once. For whoever may edit its case.',
  })
  async publicEditionWithdraw(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): EditionPayload {
    return { publicEdition: await this.editions.withdraw(tx, id) };
  }

  @Requires('admin')
  @Query(() => InternalWords, {
    description: 'The words that stay inside when a case goes out. Administrators only.',
  })
  internalWords(@Reading() ctx: Ctx): Promise<InternalWordsEntity> {
    return this.list.find(ctx);
  }

  @Requires('admin')
  @Mutation(() => InternalWordsUpdatePayload, {
    description:
      'Replaces the list of words that stay inside; editions that are made already stay as they are, and their check tells what is new. Administrators only.',
  })
  async internalWordsUpdate(
    @Writing() tx: TxCtx,
    @Args('input', { description: 'The list.' }) input: InternalWordsUpdateInput,
  ): Promise<Payload<'internalWords', InternalWordsEntity>> {
    return { internalWords: await this.list.update(tx, input) };
  }
}
