import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { TemplateModule } from '../template/template.module.js';
import { CaseAccess } from './case-access.service.js';
import { CaseEntries } from './case-entries.service.js';
import { ClosedCasesReader } from './closed-cases.service.js';
import { PostmortemParts } from './postmortem-parts.service.js';
import { PostmortemActsResolver } from './postmortem-acts.resolver.js';
import { PostmortemLifecycle } from './postmortem-lifecycle.service.js';
import { PostmortemList } from './postmortem.read.js';
import { PostmortemResolver } from './postmortem.resolver.js';
import { PostmortemReadersResolver, ReaderResolver } from './reader.resolver.js';
import { PostmortemService } from './postmortem.service.js';

@Module({
  imports: [HistoryModule, TemplateModule],
  providers: [
    CaseAccess,
    CaseEntries,
    ClosedCasesReader,
    PostmortemActsResolver,
    PostmortemLifecycle,
    PostmortemList,
    PostmortemParts,
    PostmortemReadersResolver,
    PostmortemResolver,
    PostmortemService,
    ReaderResolver,
  ],
  exports: [CaseAccess, CaseEntries, ClosedCasesReader, PostmortemParts, PostmortemService],
})
export class PostmortemModule {}
