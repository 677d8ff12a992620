import { Module } from '@nestjs/common';

import { HistoryModule } from '../history/history.module.js';
import { CaseWriter } from './case-writer.service.js';
import { CatalogWriter } from './catalog-writer.service.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';

@Module({
  imports: [HistoryModule],
  providers: [CaseWriter, CatalogWriter, ExportService, ImportService],
  exports: [ExportService, ImportService],
})
export class LibraryModule {}
