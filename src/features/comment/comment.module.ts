import { Module } from '@nestjs/common';

import { DeliveryModule } from '../delivery/delivery.module.js';
import { MailPreferenceModule } from '../mail-preference/mail-preference.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { CommentComposer } from './comment-composer.service.js';
import { CommentMutations } from './comment-mutations.resolver.js';
import { CommentNotices } from './comment-notices.service.js';
import { CommentThreads } from './comment-thread.service.js';
import {
  CommentResolver,
  CommentThreadResolver,
  PostmortemThreadsResolver,
} from './comment.resolver.js';
import { Comments } from './comment.service.js';

@Module({
  imports: [DeliveryModule, MailPreferenceModule, PostmortemModule],
  providers: [
    CommentComposer,
    CommentMutations,
    CommentNotices,
    CommentResolver,
    Comments,
    CommentThreadResolver,
    CommentThreads,
    PostmortemThreadsResolver,
  ],
  exports: [Comments, CommentThreads],
})
export class CommentModule {}
