import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { DraftResolver, PostmortemDraftsResolver } from './draft.resolver.js';
import { DraftService } from './draft.service.js';

@Module({
  imports: [PostmortemModule],
  providers: [DraftResolver, DraftService, PostmortemDraftsResolver],
})
export class DraftModule {}
