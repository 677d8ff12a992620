import { Module } from '@nestjs/common';

import { CaseRestorer } from '../library/case-restorer.service.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { HistoryModule } from './history.module.js';
import { PostmortemRevisionsResolver, RevisionResolver } from './revision.resolver.js';

/** Apart from `HistoryModule`, on which the cases themselves stand. */
@Module({
  imports: [HistoryModule, PostmortemModule],
  providers: [CaseRestorer, PostmortemRevisionsResolver, RevisionResolver],
})
export class RevisionModule {}
