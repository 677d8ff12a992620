import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CaseWriter } from './case-writer.service.js';
import { CatalogWriter } from './catalog-writer.service.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';
import { LibraryResolver } from './library.resolver.js';

@Module({
  imports: [HistoryModule, PeopleModule],
  providers: [CaseWriter, CatalogWriter, ExportService, ImportService, LibraryResolver],
  exports: [ExportService, ImportService],
})
export class LibraryModule {}
