import { join } from 'node:path';
import { Module } from '@nestjs/common';

import { packageRoot } from '../../infra/package.js';
import { readTemplates } from './template.file.js';
import { TemplateResolver } from './template.resolver.js';
import { TemplateService } from './template.service.js';

@Module({
  providers: [
    TemplateResolver,
    {
      provide: TemplateService,
      // At the start, so that a fault is found by whoever wrote it and not by whoever begins a case.
      useFactory: () =>
        new TemplateService(readTemplates(join(packageRoot(), 'templates', 'postmortem'))),
    },
  ],
  exports: [TemplateService],
})
export class TemplateModule {}
