import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { ChannelEntity } from '../channel/channel.entity.js';
import { promiseDelivery } from '../delivery/delivery.service.js';
import { MailTest, type MailState } from '../delivery/mail-test.service.js';
import { personById } from '../people/people.loaders.js';
import { TeamEntity } from '../people/team.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { channelPromise } from './digest-due.read.js';
import { DigestMessages } from './digest-message.service.js';
import {
  DigestService,
  type Digest,
  type DigestOf,
  type PersonDigest,
  type TeamDigest,
} from './digest.service.js';
import { weekAt, weekOf, weeksAfter } from '../../core/iso-week.js';

/** The digest that is meant. */
export interface WhichDigest {
  readonly of: DigestOf;
  readonly week: string;
  /** Of a team. */
  readonly teamKey?: string | null | undefined;
}

/** Shows what the mail of a digest says, and sends it before its hour. */
@Injectable()
export class DigestMail {
  constructor(
    private readonly digests: DigestService,
    private readonly messages: DigestMessages,
    private readonly test: MailTest,
  ) {}

  /** What the mail says, in the language of the caller. */
  async messageOf(ctx: Ctx, digest: Digest): Promise<OutgoingMessage> {
    if (digest.of === 'TEAM') return this.messages.ofTeam(ctx, digest as TeamDigest);
    if (digest.of === 'ORGANIZATION') return this.messages.ofOrganization(ctx, digest);
    const caller = await personById(ctx).load(personIdOf(ctx.actor) ?? '');
    return this.messages.ofPerson(ctx, digest as PersonDigest, caller?.name ?? '');
  }

  /**
   * Sends a digest to the caller, and to nobody else, at once.
   * @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for the team, WRONG_STATE as for a test mail
   */
  async sendTest(ctx: Ctx, which: WhichDigest): Promise<MailState> {
    return this.test.sendToCaller(ctx, async () => {
      const digest = await this.#find(ctx, which);
      if (!digest) throw new NotFoundError('team', ['teamKey']);
      return this.messageOf(ctx, digest);
    });
  }

  /**
   * Sends the digest of a team to its channels before its hour; never twice. For the program itself.
   * @returns how many channels it had not been sent to
   * @throws FupanError FORBIDDEN, NOT_FOUND, WRONG_STATE for any week but the last
   */
  async sendToChannels(tx: TxCtx, team: TeamEntity, week: string): Promise<number> {
    if (tx.actor.kind !== 'operator') throw new ForbiddenError();
    const { zone } = await calendarOfTeam(tx).load(team.id);
    const last = weeksAfter(weekAt(tx.clock.now(), zone), -1).text;
    if (weekOf(week).text !== last) throw new FupanError('WRONG_STATE', 'digestNotLast', { last });
    const channels = await tx.db.findBy(ChannelEntity, { teamId: team.id, archivedAt: IsNull() });
    let count = 0;
    for (const { id } of channels) {
      if (await promiseDelivery(tx, channelPromise(id, team.id, last, tx.clock.now()))) count += 1;
    }
    return count;
  }

  #find(ctx: Ctx, { of, week, teamKey }: WhichDigest): Promise<Digest | null> {
    if (of === 'TEAM') return this.digests.ofTeam(ctx, teamKey ?? '', week);
    return of === 'PERSON'
      ? this.digests.ofCaller(ctx, week)
      : this.digests.ofOrganization(ctx, week);
  }
}
