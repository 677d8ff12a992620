import { Module } from '@nestjs/common';

import { ChannelModule } from '../channel/channel.module.js';
import { DeliverySender } from './delivery-sender.service.js';
import { Composers } from './delivery.service.js';
import { MailTest } from './mail-test.service.js';
import { MailResolver } from './mail.resolver.js';

@Module({
  imports: [ChannelModule],
  providers: [Composers, DeliverySender, MailResolver, MailTest],
  exports: [Composers, MailTest],
})
export class DeliveryModule {}
