import { Module } from '@nestjs/common';

import { DigestEntryResolver, DigestResolver } from './digest.resolver.js';
import { DigestService } from './digest.service.js';

@Module({
  providers: [DigestEntryResolver, DigestResolver, DigestService],
  exports: [DigestService],
})
export class DigestModule {}
