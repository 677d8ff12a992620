import { Module } from '@nestjs/common';

import { ChannelSender } from './channel-sender.service.js';
import { ChannelTest } from './channel-test.service.js';
import { ChannelResolver } from './channel.resolver.js';
import { Channels } from './channel.service.js';

@Module({
  providers: [ChannelResolver, Channels, ChannelSender, ChannelTest],
  exports: [ChannelSender],
})
export class ChannelModule {}
