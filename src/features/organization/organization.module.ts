import { Module } from '@nestjs/common';

import { LeadersDigestResolver, OrganizationResolver } from './organization.resolver.js';
import { OrganizationService } from './organization.service.js';

@Module({
  providers: [LeadersDigestResolver, OrganizationResolver, OrganizationService],
  exports: [OrganizationService],
})
export class OrganizationModule {}
