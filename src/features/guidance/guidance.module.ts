import { Module } from '@nestjs/common';

import { LanguageCheckModule } from '../language-check/language-check.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { TemplateModule } from '../template/template.module.js';
import { CaseLanguageFindingResolver, CaseLanguageResolver } from './case-language.resolver.js';
import {
  AdviceDismissalResolver,
  CaseAdviceResolver,
  CaseCompletenessResolver,
} from './guidance.resolver.js';
import { Guidance } from './guidance.service.js';

@Module({
  imports: [LanguageCheckModule, PostmortemModule, TemplateModule],
  providers: [
    AdviceDismissalResolver,
    CaseAdviceResolver,
    CaseCompletenessResolver,
    CaseLanguageFindingResolver,
    CaseLanguageResolver,
    Guidance,
  ],
})
export class GuidanceModule {}
