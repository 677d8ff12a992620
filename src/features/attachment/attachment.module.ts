import { Module } from '@nestjs/common';

import { AuditModule } from '../audit/audit.module.js';
import { PostmortemModule } from '../postmortem/postmortem.module.js';
import { AttachmentResolver, PostmortemAttachmentsResolver } from './attachment.resolver.js';
import { AttachmentService } from './attachment.service.js';

@Module({
  imports: [AuditModule, PostmortemModule],
  providers: [AttachmentResolver, AttachmentService, PostmortemAttachmentsResolver],
  exports: [AttachmentService],
})
export class AttachmentModule {}
