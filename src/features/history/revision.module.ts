import { Module } from '@nestjs/common';

import { PostmortemRevisionsResolver, RevisionResolver } from './revision.resolver.js';

/** Apart from `HistoryModule`, on which the cases themselves stand. */
@Module({ providers: [PostmortemRevisionsResolver, RevisionResolver] })
export class RevisionModule {}
