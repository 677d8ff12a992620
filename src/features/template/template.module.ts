import { join } from 'node:path';
import { Module } from '@nestjs/common';

import { packageRoot } from '../../infra/package.js';
import { CaseTemplateResolver } from './case-template.resolver.js';
import { OwnTemplateResolver } from './own-template.resolver.js';
import { OwnTemplates } from './own-template.service.js';
import { readTemplateFolder } from './template.file.js';
import { TemplateResolver } from './template.resolver.js';
import { TemplateService } from './template.service.js';

@Module({
  providers: [
    CaseTemplateResolver,
    OwnTemplateResolver,
    OwnTemplates,
    TemplateResolver,
    {
      provide: TemplateService,
      // At the start, so that a fault is found by whoever wrote it and not by whoever begins a case.
      useFactory: () =>
        new TemplateService(readTemplateFolder(join(packageRoot(), 'templates', 'postmortem'))),
    },
  ],
  exports: [TemplateService],
})
export class TemplateModule {}
