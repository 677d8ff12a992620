import { join } from 'node:path';
import { Module } from '@nestjs/common';

import { packageRoot } from '../../infra/package.js';
import { LanguageRuleResolver } from './language-check.resolver.js';
import { LanguageCheck } from './language-check.service.js';
import { readLanguageRules } from './language-rules.file.js';

@Module({
  providers: [
    LanguageRuleResolver,
    {
      provide: LanguageCheck,
      // At the start, so that a fault is found by whoever wrote it.
      useFactory: () =>
        new LanguageCheck(readLanguageRules(join(packageRoot(), 'templates', 'language'))),
    },
  ],
  exports: [LanguageCheck],
})
export class LanguageCheckModule {}
