import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { SearchIndexer } from './search-indexer.service.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

@Module({
  imports: [HistoryModule, PostmortemModule],
  providers: [SearchIndexer, SearchResolver, SearchService],
  exports: [SearchIndexer, SearchService],
})
export class SearchModule {}
