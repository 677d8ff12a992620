import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { ChatError, sendToChat } from '../../infra/chat/chat-sender.js';
import { Database } from '../../infra/database/database.js';
import { OutboundHttp } from '../../infra/outbound/outbound-http.js';
import { SealError, SecretBox } from '../../infra/secret-box.js';
import { ChannelEntity } from './channel.entity.js';

/** Writes in channels, and notes on each how that went. */
@Injectable()
export class ChannelSender {
  constructor(
    private readonly database: Database,
    private readonly outbound: OutboundHttp,
    private readonly box: SecretBox,
  ) {}

  /** Not within a transaction. @throws ChatError */
  async send(ctx: Ctx, channel: ChannelEntity, message: OutgoingMessage): Promise<void> {
    try {
      const { kind } = channel;
      await sendToChat(this.outbound, kind, this.#target(channel), message, ctx.clock.now());
    } catch (error) {
      const why = error instanceof ChatError ? error.message : 'it could not be sent';
      await this.#note(ctx, channel.id, { lastError: why });
      throw error;
    }
    await this.#note(ctx, channel.id, { lastSentAt: ctx.clock.now(), lastError: null });
  }

  #target({ id, webhook, secret }: ChannelEntity) {
    try {
      return {
        url: this.box.open(webhook, id),
        secret: secret === null ? null : this.box.open(secret, id),
      };
    } catch (error) {
      if (error instanceof SealError) throw new ChatError(error.message, true, { cause: error });
      throw error;
    }
  }

  async #note(ctx: Ctx, id: string, changes: Partial<ChannelEntity>): Promise<void> {
    await this.database.transaction(ctx, (tx) => tx.db.update(ChannelEntity, { id }, changes));
  }
}
