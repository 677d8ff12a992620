import { Module } from '@nestjs/common';

import { SavedSearchResolver } from './saved-search.resolver.js';
import { SavedSearches } from './saved-search.service.js';

@Module({ providers: [SavedSearchResolver, SavedSearches] })
export class SavedSearchModule {}
