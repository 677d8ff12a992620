import { Module } from '@nestjs/common';

import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { FactorResolver, PostmortemFactorsResolver } from './factor.resolver.js';
import { FactorService } from './factor.service.js';

@Module({
  imports: [PostmortemModule],
  providers: [FactorResolver, FactorService, PostmortemFactorsResolver],
})
export class FactorModule {}
