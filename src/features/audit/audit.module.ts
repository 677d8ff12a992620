import { Global, Module } from '@nestjs/common';

import { AuditCheck } from './audit-check.service.js';
import { AuditLog } from './audit-log.service.js';
import { AuditList } from './audit.read.js';
import { AuditResolver } from './audit.resolver.js';

/** Global: whatever has something to remember tells the log. */
@Global()
@Module({
  providers: [AuditCheck, AuditList, AuditLog, AuditResolver],
  exports: [AuditCheck, AuditList, AuditLog],
})
export class AuditModule {}
