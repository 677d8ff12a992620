import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { Highlights } from './highlights.service.js';
import { SearchIndexer } from './search-indexer.service.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

@Module({
  imports: [HistoryModule, PostmortemModule],
  providers: [Highlights, SearchIndexer, SearchResolver, SearchService],
  exports: [Highlights, SearchIndexer, SearchService],
})
export class SearchModule {}
