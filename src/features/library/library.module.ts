import { Module } from '@nestjs/common';

import { AttachmentModule } from '../attachment/attachment.module.js';
import { HistoryModule } from '../history/history.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CaseAttachments } from './case-attachments.service.js';
import { CaseWriter } from './case-writer.service.js';
import { CatalogWriter } from './catalog-writer.service.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';
import { LibraryResolver } from './library.resolver.js';

@Module({
  imports: [AttachmentModule, HistoryModule, PeopleModule],
  providers: [
    CaseAttachments,
    CaseWriter,
    CatalogWriter,
    ExportService,
    ImportService,
    LibraryResolver,
  ],
  exports: [ExportService, ImportService],
})
export class LibraryModule {}
