import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { Attachment, AttachmentDeletePayload } from './attachment.graphql.js';
import { attachmentsOf } from './attachment.loaders.js';
import { AttachmentService, attachmentUrl, isImage } from './attachment.service.js';

@Resolver(() => Postmortem)
export class PostmortemAttachmentsResolver {
  @ResolveField(() => [Attachment], { description: 'Its files, oldest first.' })
  attachments(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<AttachmentEntity[]> {
    return attachmentsOf(ctx).load(id);
  }
}

@Resolver(() => Attachment)
export class AttachmentResolver {
  constructor(private readonly service: AttachmentService) {}

  @ResolveField(() => String, {
    description: 'Where it is served, by path; images to be shown, everything else to be saved.',
  })
  url(@Parent() row: AttachmentEntity): string {
    return attachmentUrl(row);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether a text may show it: `![name](url)` instead of `[name](url)`.',
  })
  isImage(@Parent() row: AttachmentEntity): boolean {
    return isImage(row);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who added it; null if it was imported without a name.',
  })
  uploadedBy(
    @Reading() ctx: Ctx,
    @Parent() { uploadedById }: AttachmentEntity,
  ): Promise<PersonEntity | null> | null {
    return uploadedById === null ? null : personById(ctx).load(uploadedById);
  }

  @Requires('write')
  @Mutation(() => AttachmentDeletePayload, {
    description: 'Removes a file for good. Texts that show it lead nowhere then.',
  })
  async attachmentDelete(
    @Writing() tx: TxCtx,
    @Args('id', { type: () => ID, description: 'The file.' }) id: string,
  ): Promise<Payload<'attachment', AttachmentEntity>> {
    return { attachment: await this.service.delete(tx, id) };
  }
}
