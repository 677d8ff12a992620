import { Inject, Injectable } from '@nestjs/common';

import { BYSTANDER, OPERATOR, readerByMail, type Actor } from '../../core/actor.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import { LOCAL, type Ctx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import type { DropReason, Language } from '../../core/vocabulary.js';
import { ChatError } from '../../infra/chat/chat-sender.js';
import { Database } from '../../infra/database/database.js';
import { HopelessError } from '../../infra/database/outbox.js';
import { OutboxWorker } from '../../infra/database/outbox-worker.js';
import { MAILER, MailError, type Mailer } from '../../infra/mail/mailer.js';
import { ChannelEntity } from '../channel/channel.entity.js';
import { ChannelSender } from '../channel/channel-sender.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { DeliveryEntity } from './delivery.entity.js';
import { Composers, DELIVERY_TOPIC } from './delivery.service.js';
import { htmlOf, textOf } from './mail-body.js';

/** Four at a time, so that one slow receiver does not hold up the others. */
const PACE = { together: 1, atOnce: 4 } as const;

/** Who gets a delivery, and how. */
interface Recipient {
  readonly actor: Actor;
  readonly locale: Language;
  send(message: OutgoingMessage): Promise<void>;
}

/** Sends what was promised, at the moment it leaves the outbox. */
@Injectable()
export class DeliverySender {
  constructor(
    private readonly database: Database,
    private readonly composers: Composers,
    private readonly channels: ChannelSender,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    outbox: OutboxWorker,
  ) {
    outbox.handle(DELIVERY_TOPIC, ([id = '']) => this.#send(id), PACE);
  }

  /** @throws HopelessError where trying again is of no use; anything else where it is */
  async #send(id: string): Promise<void> {
    const delivery = await this.database.read.findOneBy(DeliveryEntity, { id });
    if (delivery?.state !== 'WAITING') return;
    try {
      const dropped = await this.#attempt(delivery);
      await this.#note(id, dropped ? { state: 'DROPPED', reason: dropped } : this.#sent());
    } catch (error) {
      await this.#note(id, { lastError: String(error).slice(0, 2_000) });
      const isRefusal = error instanceof MailError || error instanceof ChatError;
      if (isRefusal && error.isFinal) {
        throw new HopelessError(error.message, { cause: error });
      }
      throw error;
    }
  }

  /** Sends it; or says why not. */
  async #attempt(delivery: DeliveryEntity): Promise<DropReason | null> {
    const recipient = await this.#recipient(delivery);
    if (typeof recipient === 'string') return recipient;
    const ctx = this.#ctx(recipient.actor, recipient.locale);
    const message = await this.composers.of(delivery.kind)(ctx, delivery);
    if (message === null) return 'NOTHING_TO_SAY';
    await recipient.send(message);
    return null;
  }

  async #recipient(delivery: DeliveryEntity): Promise<Recipient | DropReason> {
    const { personId, channelId } = delivery;
    return personId === null ? this.#chat(channelId ?? '') : this.#mailbox(personId, delivery.id);
  }

  async #mailbox(personId: string, id: string): Promise<Recipient | DropReason> {
    const person = await this.database.read.findOneBy(PersonEntity, { id: personId });
    if (!person || person.archivedAt) return 'RECIPIENT_GONE';
    const { email, name, locale } = person;
    if (email === null) return 'NO_ADDRESS';
    if (this.mailer.from === null) return 'MAIL_OFF';
    return {
      actor: readerByMail(person, this.config.draftsAreOpen),
      locale: locale ?? 'en',
      send: (message) =>
        this.mailer.send({
          to: { name, address: email },
          subject: message.title,
          html: message.mail?.html ?? htmlOf(message),
          text: message.mail?.text ?? textOf(message),
          id,
          list: message.mail?.list,
          unsubscribeUrl: message.mail?.unsubscribeUrl,
          calendar: message.mail?.calendar,
        }),
    };
  }

  async #chat(channelId: string): Promise<Recipient | DropReason> {
    const channel = await this.database.read.findOneBy(ChannelEntity, { id: channelId });
    if (!channel || channel.archivedAt) return 'RECIPIENT_GONE';
    const { teamId, locale } = channel;
    const team =
      teamId === null ? null : await this.database.read.findOneBy(TeamEntity, { id: teamId });
    if (team?.archivedAt) return 'RECIPIENT_GONE';
    return {
      actor: BYSTANDER,
      locale,
      send: (message) => this.channels.send(this.#ctx(OPERATOR), channel, message),
    };
  }

  #sent(): Partial<DeliveryEntity> {
    return { state: 'SENT', sentAt: this.clock.now(), lastError: null };
  }

  async #note(id: string, changes: Partial<DeliveryEntity>): Promise<void> {
    await this.database.transaction(this.#ctx(OPERATOR), (tx) =>
      tx.db.update(DeliveryEntity, { id }, changes),
    );
  }

  #ctx(actor: Actor, locale: Language = 'en'): Ctx {
    const { clock, database } = this;
    return { actor, origin: LOCAL, locale, requestId: newId(), clock, db: database.read };
  }
}
