import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { FindingResolver, PostmortemFindingsResolver } from './finding.resolver.js';
import { FindingService } from './finding.service.js';

@Module({
  imports: [PostmortemModule],
  providers: [FindingResolver, PostmortemFindingsResolver, FindingService],
})
export class FindingModule {}
