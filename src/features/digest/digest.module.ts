import { Module } from '@nestjs/common';

import {
  DigestRecurrenceResolver,
  DigestWaitingReviewResolver,
  DigestWorthReadingResolver,
} from './digest-cases.resolver.js';
import { DigestEntryResolver, DigestOfTeamResolver, DigestResolver } from './digest.resolver.js';
import { DigestService } from './digest.service.js';

@Module({
  providers: [
    DigestEntryResolver,
    DigestOfTeamResolver,
    DigestRecurrenceResolver,
    DigestResolver,
    DigestService,
    DigestWaitingReviewResolver,
    DigestWorthReadingResolver,
  ],
  exports: [DigestService],
})
export class DigestModule {}
