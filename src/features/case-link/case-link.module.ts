import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { CaseLinkResolver, PostmortemLinksResolver } from './case-link.resolver.js';
import { CaseLinkService } from './case-link.service.js';

@Module({
  imports: [HistoryModule, PostmortemModule],
  providers: [CaseLinkResolver, CaseLinkService, PostmortemLinksResolver],
})
export class CaseLinkModule {}
