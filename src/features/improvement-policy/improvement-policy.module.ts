import { Module } from '@nestjs/common';

import { ImprovementPolicyResolver } from './improvement-policy.resolver.js';
import { ImprovementPolicyService } from './improvement-policy.service.js';

@Module({
  providers: [ImprovementPolicyResolver, ImprovementPolicyService],
  exports: [ImprovementPolicyService],
})
export class ImprovementPolicyModule {}
