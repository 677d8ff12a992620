import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { OPERATOR, personIdOf, readerByMail, type Actor } from '../../core/actor.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import { LOCAL, type Ctx, type TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { Database } from '../../infra/database/database.js';
import { promise } from '../../infra/database/outbox.js';
import { OutboxWorker } from '../../infra/database/outbox-worker.js';
import { MAILER, type Mailer } from '../../infra/mail/mailer.js';
import type { DeliveryEntity } from '../delivery/delivery.entity.js';
import { Composers, promiseDelivery, type DeliveryPromise } from '../delivery/delivery.service.js';
import { mailPreferencesOf, momentForPerson } from '../mail-preference/mail-preference.loaders.js';
import { Unsubscribe } from '../mail-preference/unsubscribe.service.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { attendeesOf } from './review-attendance.service.js';
import type { ReviewMeetingEntity } from './review-meeting.entity.js';
import { reviewMeetingById } from './review-meeting.loaders.js';
import { requireMeeting } from './review-meeting.service.js';
import { requireState } from './review-meeting.states.js';
import { ReviewMinutes, versionOf } from './review-minutes.service.js';

/** The kind of delivery that brings minutes; and the topic by which those of a meeting are promised. */
const MINUTES = 'REVIEW_MINUTES';

/** One meeting after the other: each is read once for everybody who gets its minutes. */
const PACE = { together: 1, atOnce: 1 } as const;

/**
 * Sends the minutes of a meeting to everybody who was invited or there, as each may read them at
 * that moment: every version once.
 */
@Injectable()
export class ReviewMinutesMail implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly minutes: ReviewMinutes,
    private readonly composers: Composers,
    private readonly unsubscribe: Unsubscribe,
    private readonly outbox: OutboxWorker,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.composers.register(MINUTES, (ctx, delivery) => this.#compose(ctx, delivery));
    this.outbox.handle(MINUTES, ([id = '']) => this.#promiseAll(id), PACE);
  }

  /** Whether mail leaves at all. */
  get isOn(): boolean {
    return this.mailer.from !== null;
  }

  /** Has the minutes be sent once this transaction has ended the meeting; nothing where mail is off. */
  async follow(tx: TxCtx, meetingId: string): Promise<void> {
    if (this.isOn) await promise(tx, MINUTES, [meetingId]);
  }

  /**
   * Sends the minutes to everybody who does not have them as they are now.
   * @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE before the meeting has ended, and
   *   `mailOff` where no mail leaves
   */
  async send(tx: TxCtx, id: string): Promise<ReviewMeetingEntity> {
    const row = await requireMeeting(tx, 'run', id);
    requireState(row, ['ENDED']);
    if (!this.isOn) throw new FupanError('WRONG_STATE', 'mailOff');
    await this.follow(tx, id);
    return row;
  }

  async #promiseAll(meetingId: string): Promise<void> {
    const ctx = this.#ctx(OPERATOR);
    const meeting = await reviewMeetingById(ctx).load(meetingId);
    if (meeting?.state !== 'ENDED') return;
    const ids = await recipientIds(ctx, meeting);
    const promises: DeliveryPromise[] = [];
    // In one order, so that two processes wait for each other and not for one another.
    for (const id of ids.sort()) {
      const person = await personById(ctx).load(id);
      const one = person && (await this.#promiseFor(ctx, meeting, person));
      if (one) promises.push(one);
    }
    await this.database.transaction(ctx, async (tx) => {
      for (const each of promises) await promiseDelivery(tx, each);
    });
  }

  async #promiseFor(
    ctx: Ctx,
    meeting: ReviewMeetingEntity,
    person: PersonEntity,
  ): Promise<DeliveryPromise | null> {
    const { id: personId, email, archivedAt, locale } = person;
    const { meetings: isWanted } = await mailPreferencesOf(ctx).load(personId);
    if (email === null || archivedAt !== null || !isWanted) return null;
    const theirs = this.#ctx(readerByMail(person, this.config.draftsAreOpen));
    const minutes = await this.minutes.of(theirs, meeting, locale ?? 'en');
    if (!minutes) return null;
    return {
      kind: MINUTES,
      dedupeKey: `${MINUTES} ${meeting.id} ${personId} ${versionOf(minutes)}`,
      to: { personId },
      subject: { meetingId: meeting.id },
      dueAt: await momentForPerson(ctx, person, ctx.clock.now()),
    };
  }

  async #compose(ctx: Ctx, { subject }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const personId = personIdOf(ctx.actor);
    const meeting = await reviewMeetingById(ctx).load(String(subject['meetingId']));
    if (personId === null || meeting?.state !== 'ENDED') return null;
    const { meetings: isWanted } = await mailPreferencesOf(ctx).load(personId);
    if (!isWanted || !(await recipientIds(ctx, meeting)).includes(personId)) return null;
    const minutes = await this.minutes.of(ctx, meeting, ctx.locale);
    if (!minutes) return null;
    const message = this.minutes.message(ctx, meeting, minutes);
    const unsubscribeUrl = this.unsubscribe.urlFor(personId, 'meetings');
    return { ...message, mail: { ...message.mail, list: 'meetings', unsubscribeUrl } };
  }

  #ctx(actor: Actor): Ctx {
    const { clock, database } = this;
    return { actor, origin: LOCAL, locale: 'en', requestId: newId(), clock, db: database.read };
  }
}

/** Who was invited or there. */
async function recipientIds(ctx: Ctx, meeting: ReviewMeetingEntity): Promise<string[]> {
  const attendees = await attendeesOf(ctx, meeting);
  return attendees
    .filter(({ isInvited, presence }) => isInvited || presence === 'PRESENT')
    .map(({ personId }) => personId);
}
