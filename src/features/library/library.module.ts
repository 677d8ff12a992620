import { Module } from '@nestjs/common';

import { AttachmentModule } from '../attachment/attachment.module.js';
import { HistoryModule } from '../history/history.module.js';
import { ImprovementPolicyModule } from '../improvement-policy/improvement-policy.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CaseAttachments } from './case-attachments.service.js';
import { CaseWriter } from './case-writer.service.js';
import { CatalogWriter } from './catalog-writer.service.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';
import { ImprovementWriter } from './improvement-writer.service.js';
import { LibraryResolver } from './library.resolver.js';
import { OrganizationWriter } from './organization-writer.service.js';

@Module({
  imports: [
    AttachmentModule,
    HistoryModule,
    ImprovementPolicyModule,
    OrganizationModule,
    PeopleModule,
  ],
  providers: [
    CaseAttachments,
    CaseWriter,
    CatalogWriter,
    ExportService,
    ImportService,
    ImprovementWriter,
    LibraryResolver,
    OrganizationWriter,
  ],
  exports: [ExportService, ImportService],
})
export class LibraryModule {}
