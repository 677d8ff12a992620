import { Module } from '@nestjs/common';

import { AnswerModule } from '../answer/answer.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { MailPreferenceModule } from '../mail-preference/mail-preference.module.js';
import { ReminderComposer } from './reminder-composer.service.js';
import { ReminderScheduler } from './reminder-scheduler.service.js';

@Module({
  imports: [AnswerModule, DeliveryModule, MailPreferenceModule],
  providers: [ReminderComposer, ReminderScheduler],
})
export class ReminderModule {}
