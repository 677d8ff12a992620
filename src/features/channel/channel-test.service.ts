import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import { PublicUrl } from '../../core/public-url.js';
import { ChatError } from '../../infra/chat/chat-sender.js';
import { testMessage } from '../../locales/outgoing.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { ChannelSender } from './channel-sender.service.js';
import type { ChannelEntity } from './channel.entity.js';
import { Channels } from './channel.service.js';

/** Tries a channel out. */
@Injectable()
export class ChannelTest {
  constructor(
    private readonly channels: Channels,
    private readonly sender: ChannelSender,
    private readonly publicUrl: PublicUrl,
    private readonly audit: AuditLog,
  ) {}

  /** Sends a message at once; how that went is noted on the channel. @throws FupanError NOT_FOUND */
  async run(ctx: Ctx, id: string): Promise<ChannelEntity> {
    const channel = await this.channels.require(ctx, id);
    await this.audit.record(ctx, { act: 'channelTest', subject: { type: 'Channel', id } });
    try {
      await this.sender.send(ctx, channel, testMessage(channel.locale, this.publicUrl.origin));
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
    }
    return this.channels.require(ctx, id);
  }
}
