import { Module } from '@nestjs/common';

import { AnswerModule } from '../answer/answer.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { MailPreferenceModule } from '../mail-preference/mail-preference.module.js';
import {
  DigestRecurrenceResolver,
  DigestWaitingReviewResolver,
  DigestWorthReadingResolver,
} from './digest-cases.resolver.js';
import { DigestComposer } from './digest-composer.service.js';
import { DigestMail } from './digest-mail.service.js';
import { DigestMailResolver } from './digest-mail.resolver.js';
import { DigestMessages } from './digest-message.service.js';
import { DigestScheduler } from './digest-scheduler.service.js';
import { DigestEntryResolver, DigestOfTeamResolver, DigestResolver } from './digest.resolver.js';
import { DigestService } from './digest.service.js';

@Module({
  imports: [AnswerModule, DeliveryModule, MailPreferenceModule],
  providers: [
    DigestComposer,
    DigestEntryResolver,
    DigestMail,
    DigestMailResolver,
    DigestMessages,
    DigestOfTeamResolver,
    DigestRecurrenceResolver,
    DigestResolver,
    DigestScheduler,
    DigestService,
    DigestWaitingReviewResolver,
    DigestWorthReadingResolver,
  ],
  exports: [DigestMail, DigestMessages, DigestService],
})
export class DigestModule {}
